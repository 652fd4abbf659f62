"""Signal or ordinary variation: the process limits of a KPI over all its own periods."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scorecard.board import Place
from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.project import is_project
from scorecard.evaluation.view import grain
from scorecard.model.records import KpiVersion, SegmentStart
from scorecard.period import Period, first_day
from scorecard.signal import Chart, chart
from scorecard.vocabulary import Missing

#: Units of what is counted, pieces or time, so that it cannot be below 0.
_COUNTED = frozenset(
    {"件", "次", "家", "人", "人次", "台", "個", "張", "項", "份", "筆", "批", "封", "品項"}
    | {"小時", "天", "日", "分鐘", "秒"}
    | {"pcs", "cases", "orders", "people", "hours", "days"}
)


class Variation(NamedTuple):
    """A KPI over its own periods, from its first value up to the view, with its limits and
    signals by position; empty where it has no value yet. `restarts` are those that somebody
    agreed on, by the position at which they take effect."""

    cells: tuple[Cell, ...]
    chart: Chart
    restarts: Mapping[int, SegmentStart] = MappingProxyType({})


def variation(evaluation: Evaluation, kpi: str, org: str) -> Variation:
    """The limits of R-SIGNAL, whoever asks: they start with the segment, not with what is shown.

    A new definition starts a new segment, and so does who says why (R-SIGNAL-7). Raises
    KeyError where there is no such KPI.
    """
    cells = since_first(evaluation, kpi, org)
    if not cells:
        return Variation((), chart([]))
    changes = [
        at
        for at in range(1, len(cells))
        if means_otherwise(cells[at - 1].version, cells[at].version)
    ]
    restarts = _restarts(evaluation, (kpi, org), cells)
    floor, ceiling = bounds(cells)
    values = [cell.value for cell in cells]
    measured = chart(
        values,
        starts=[*changes, *restarts],
        floor=floor,
        ceiling=ceiling,
        median=evaluation.board.settings.limits == "median",
    )
    return Variation(cells, measured, restarts)


def _restarts(
    evaluation: Evaluation, place: Place, cells: Sequence[Cell]
) -> dict[int, SegmentStart]:
    """The agreed starts among the cells: each counts from the first period that begins then."""
    starts = evaluation.board.segments.get(place, ())
    if not starts:
        return {}
    calendar = evaluation.board.settings.calendar
    firsts = [calendar.span(cell.period).first for cell in cells]
    found = ((bisect_left(firsts, first_day(each.start, calendar)), each) for each in starts)
    return {at: each for at, each in found if 0 < at < len(cells)}


def since_first(evaluation: Evaluation, kpi: str, org: str) -> tuple[Cell, ...]:
    """The cells of the KPI's own periods up to the view, from the first one with a value on."""
    calendar = evaluation.board.settings.calendar
    version, _ = evaluation.valuation.definitions.in_force(kpi, evaluation.view)
    kind = grain(version.frequency)
    first = evaluation.valuation.beginning(kpi, org, kind)
    if first is None or is_project(version):  # which has no trend (R-TIME-11)
        return ()
    last = calendar.containing(evaluation.view.last_day(calendar), kind).number
    views = (View(Period(kind, number)) for number in range(first, last + 1))
    cells = tuple(evaluation.cell(kpi, org, view) for view in views)
    present = (at for at, cell in enumerate(cells) if not isinstance(cell.value, Missing))
    return cells[next(present, len(cells)) :]


def since_change(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The newest cells, as far back as they mean the same as the last one."""
    kept = len(cells)
    while kept and not means_otherwise(cells[kept - 1].version, cells[-1].version):
        kept -= 1
    return cells[kept:]


def bounds(cells: Sequence[Cell]) -> tuple[float | None, float | None]:
    """What no value can pass, below and above, as the newest definition says (R-SIGNAL-6,
    R-FORECAST-6). Counts and shares of a whole end at 0, unless a value has been below it: then
    it is a difference of counts, or a margin."""
    version = cells[-1].version
    low, high = version.low_bound, version.high_bound
    if low is None and _is_count_or_share(version):
        values = [cell.value for cell in cells if not isinstance(cell.value, Missing)]
        low = 0.0 if min(values, default=0.0) >= 0 else None
    return low, high


def _is_count_or_share(version: KpiVersion) -> bool:
    is_share = version.unit == "%" and version.high_bound == 1
    return is_share or version.unit.partition("/")[0] in _COUNTED


def means_otherwise(before: KpiVersion, after: KpiVersion) -> bool:
    """Whether the values of two definitions cannot be compared."""
    return _meant(before) != _meant(after)


def _meant(version: KpiVersion) -> tuple[str, ...]:
    return version.formula, version.unit, version.frequency, version.window
