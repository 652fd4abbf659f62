"""The course of a KPI as JSON (`trend --json`): points, limits, signals, forecast, landing."""

from collections.abc import Sequence

from scorecard.evaluation import Cell, Evaluation
from scorecard.exchange.lines import part_json, target_json
from scorecard.figures.prospect import Prospect, prospect
from scorecard.figures.variation import Variation, variation
from scorecard.forecast import Forecast
from scorecard.model.records import SegmentStart
from scorecard.needed import Needed
from scorecard.number import plain
from scorecard.period import Period
from scorecard.signal import Chart, Segment
from scorecard.vocabulary import Missing, known


def course_json(evaluation: Evaluation, kpi: str, org: str) -> dict[str, object]:
    """The KPI over its own periods up to the view, from the first one with a value on.

    The forecast follows the newest value and runs to the end of its fiscal year, at least
    three periods. Raises KeyError where there is no such KPI.
    """
    measured = variation(evaluation, kpi, org)
    cells = _until_due(evaluation, measured.cells)
    coming = prospect(evaluation, kpi, org)
    return {
        "kpi": kpi,
        "org": org,
        "frequency": evaluation.cell(kpi, org).version.frequency.value,
        "points": [_point(cell) for cell in cells],
        "limits": _limits(measured, cells),
        "signals": _signals(measured.chart, cells),
        "forecast": None if coming is None else _forecast_json(coming.ahead, coming.newest),
        "landing": None if coming is None else _landing_json(coming),
        **_why_no_landing(coming),
    }


def _why_no_landing(coming: Prospect | None) -> dict[str, object]:
    """Why the year's end is not known, where there is a forecast all the same."""
    why = "" if coming is None else coming.why_none
    return {"landing_reason": why} if why else {}


def _until_due(evaluation: Evaluation, cells: Sequence[Cell]) -> Sequence[Cell]:
    """Up to the newest cell with a value, or the latest due one if that is later."""
    if not cells:
        return ()
    calendar = evaluation.board.settings.calendar
    kind, last = cells[-1].period.kind, cells[-1].period.number
    due = evaluation.valuation.due.latest(kind, evaluation.view.last_day(calendar)).number
    present = [at for at, cell in enumerate(cells) if not isinstance(cell.value, Missing)]
    return cells[: max(present[-1] + 1, len(cells) - (last - due))]


def _point(cell: Cell) -> dict[str, object]:
    return {
        "period": cell.period.code,
        "value": _number(known(cell.value)),
        "target": target_json(cell.criterion),
        "status": cell.status.value,
        "reason": cell.value.reason if isinstance(cell.value, Missing) else cell.reason,
    }


def _limits(measured: Variation, cells: Sequence[Cell]) -> list[dict[str, object]]:
    """One object for each segment; none for a KPI that has too few values for any limits."""
    segments = [each for each in measured.chart.segments if each.start < len(cells)]
    if len(segments) == 1 and segments[0].mean is None:
        return []
    return [_segment(each, cells, measured.restarts.get(each.start)) for each in segments]


def _segment(
    segment: Segment, cells: Sequence[Cell], restart: SegmentStart | None
) -> dict[str, object]:
    said: dict[str, object] = {
        "from": cells[segment.start].period.code,
        "to": cells[min(segment.end, len(cells)) - 1].period.code,
        "mean": _number(segment.mean),
        "mr_bar": _number(segment.mr_bar),
        "lower": _number(segment.lower),
        "upper": _number(segment.upper),
        "range_upper": _number(segment.range_upper),
        "quality": segment.quality,
    }
    if restart is not None:
        said["reason"] = restart.reason._asdict()
    return said


def _signals(measured: Chart, cells: Sequence[Cell]) -> list[dict[str, object]]:
    return [
        {"period": cells[signal.position].period.code, "rule": int(signal.rule)}
        for signal in measured.signals
    ]


def _forecast_json(ahead: Forecast, newest: Period) -> dict[str, object]:
    points = [
        {
            "period": newest.shifted(step + 1).code,
            "value": _number(point),
            "low": _number(ahead.lows[step]) if ahead.lows else None,
            "high": _number(ahead.highs[step]) if ahead.highs else None,
        }
        for step, point in enumerate(ahead.points)
    ]
    mae = {way.value: _number(error) for way, error in ahead.mae.items()}
    return {"method": ahead.method.value, "mae": mae, "points": points}


def _landing_json(coming: Prospect) -> dict[str, object] | None:
    landing = coming.landing
    if landing is None:
        return None
    said: dict[str, object] = {
        "value": _number(landing.value),
        "low": _number(landing.low),
        "high": _number(landing.high),
        "target": target_json(coming.criterion),
        "needed_per_period": _needed_json(landing.needed),
        "outlook": landing.outlook.value,
        "missing": landing.missing,
        "judged": part_json(coming.part),
    }
    if landing.needed is not None and landing.needed.out_of_reach:
        said["out_of_reach"] = True
    return said


def _needed_json(asked: Needed | None) -> object:
    """A number; of a range its two ends, as of the target of one."""
    if asked is None or None in (asked.at_least, asked.at_most) or asked.single is not None:
        return None if asked is None else _number(asked.single)
    return {"low": _number(asked.at_least), "high": _number(asked.at_most)}


def _number(value: float | None) -> int | float | None:
    return None if value is None else plain(value)
