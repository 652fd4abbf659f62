"""The course of a KPI as JSON (`trend --json`): points, limits, signals, forecast, landing."""

from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from scorecard.evaluation import Cell, Evaluation, View
from scorecard.exchange.lines import target_json
from scorecard.figures.variation import bounds, variation
from scorecard.forecast import SEASONS, Forecast, forecast
from scorecard.formula import FormulaError
from scorecard.landing import Landing, land, outlook
from scorecard.number import plain, snap
from scorecard.period import Period
from scorecard.scoring import Criterion
from scorecard.signal import Chart
from scorecard.vocabulary import Direction, Frequency, Method, Missing, known

LEAST_STEPS = 3


def course_json(evaluation: Evaluation, kpi: str, org: str) -> dict[str, object]:
    """The KPI over its own periods up to the view, from the first one with a value on.

    The forecast follows the newest value and runs to the end of its fiscal year, at least
    three periods. Raises KeyError where there is no such KPI.
    """
    measured = variation(evaluation, kpi, org)
    cells = _until_due(evaluation, measured.cells)
    ahead = _ahead(evaluation, cells)
    landed = None if ahead is None else _landing(evaluation, (kpi, org), cells, ahead)
    return {
        "kpi": kpi,
        "org": org,
        "frequency": evaluation.cell(kpi, org).version.frequency.value,
        "points": [_point(cell) for cell in cells],
        "limits": _limits(measured.chart, cells),
        "signals": _signals(measured.chart, cells),
        "forecast": None if ahead is None else _forecast_json(ahead, _newest(cells).period),
        "landing": None if landed is None else _landing_json(*landed),
    }


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


def _limits(measured: Chart, cells: Sequence[Cell]) -> list[dict[str, object]]:
    return [
        {
            "from": cells[segment.start].period.code,
            "to": cells[min(segment.end, len(cells)) - 1].period.code,
            "mean": _number(segment.mean),
            "mr_bar": _number(segment.mr_bar),
            "lower": _number(segment.lower),
            "upper": _number(segment.upper),
            "range_upper": _number(segment.range_upper),
            "quality": segment.quality,
        }
        for segment in measured.segments
        if segment.mean is not None
    ]


def _signals(measured: Chart, cells: Sequence[Cell]) -> list[dict[str, object]]:
    return [
        {"period": cells[signal.position].period.code, "rule": int(signal.rule)}
        for signal in measured.signals
    ]


def _newest(cells: Sequence[Cell]) -> Cell:
    return next(cell for cell in reversed(cells) if not isinstance(cell.value, Missing))


def _ahead(evaluation: Evaluation, cells: Sequence[Cell]) -> Forecast | None:
    """The forecast; none for projects and yes/no (R-FORECAST-1)."""
    if not cells:
        return None
    newest = _newest(cells)
    version = newest.version
    if version.frequency is Frequency.PROJECT or version.direction is Direction.YES:
        return None
    low, high = bounds(newest.version)
    return forecast(
        [cell.value for cell in cells],
        max(LEAST_STEPS, len(_year(evaluation, newest.period)[1])),
        season=SEASONS.get(newest.period.kind, 1),
        floor=low,
        ceiling=high,
    )


def _year(evaluation: Evaluation, newest: Period) -> tuple[list[Period], list[Period]]:
    """The periods of the newest one's fiscal year: those to date, and those left."""
    calendar = evaluation.board.settings.calendar
    year = calendar.belongs(newest, Frequency.YEAR)
    numbers = calendar.within(calendar.span(year), newest.kind)
    periods = [Period(newest.kind, number) for number in numbers]
    to_date = [period for period in periods if period.number <= newest.number]
    return to_date, periods[len(to_date) :]


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


def _landing(
    evaluation: Evaluation, place: tuple[str, str], cells: Sequence[Cell], ahead: Forecast
) -> tuple[Landing, Criterion] | None:
    """Where the year will land (R-FORECAST-8); None where the rule does not say."""
    newest = _newest(cells)
    to_date, left = _year(evaluation, newest.period)
    last = evaluation.cell(*place, View((left or to_date)[-1])).criterion
    situation = evaluation.valuation.situation(*place, View(newest.period))
    if last is None or isinstance(situation, FormulaError):
        return None
    meaning = situation.meaning
    low, high = bounds(newest.version)
    if meaning.additive:
        here = [evaluation.cell(*place, View(period)) for period in (*to_date, *left)]
        whole = _summed(last, [cell.criterion for cell in here])
        actual = [cell.value for cell in here[: len(to_date)]]
        steps = slice(0, len(left))
        found = land(
            actual, ahead.points[steps], ahead.half_widths[steps], whole, floor=low, ceiling=high
        )
        return found, whole
    if left and all(measure.over_time is Method.LAST for measure in meaning.measures.values()):
        return _at_the_end(ahead, len(left) - 1, last), last
    return None


def _at_the_end(ahead: Forecast, step: int, criterion: Criterion) -> Landing:
    low = ahead.lows[step] if ahead.lows else None
    high = ahead.highs[step] if ahead.highs else None
    return Landing(
        value=ahead.points[step],
        low=low,
        high=high,
        to_date=ahead.points[step],
        outlook=outlook(low, high, criterion),
        needed_per_period=None,
        missing=0,
    )


def _summed(last: Criterion, criteria: Sequence[Criterion | None]) -> Criterion:
    """The criterion of the whole year: every target and limit is the sum over its periods."""
    each = [criterion for criterion in criteria if criterion is not None]
    if len(each) < len(criteria):
        return replace(last, target=None, low=None, high=None, green=None, amber=None)
    return replace(
        last,
        target=_total([criterion.target for criterion in each]),
        low=_total([criterion.low for criterion in each]),
        high=_total([criterion.high for criterion in each]),
        green=_total([criterion.green for criterion in each]),
        amber=_total([criterion.amber for criterion in each]),
        baseline=None,
    )


def _total(values: Sequence[float | None]) -> float | None:
    numbers = [value for value in values if value is not None]
    return snap(fsum(numbers)) if len(numbers) == len(values) else None


def _landing_json(landed: Landing, criterion: Criterion) -> dict[str, object]:
    return {
        "value": _number(landed.value),
        "low": _number(landed.low),
        "high": _number(landed.high),
        "target": target_json(criterion),
        "needed_per_period": _number(landed.needed_per_period),
        "outlook": landed.outlook.value,
        "missing": landed.missing,
    }


def _number(value: float | None) -> int | float | None:
    return None if value is None else plain(value)
