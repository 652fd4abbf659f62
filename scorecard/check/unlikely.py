"""Entries so far from the ones before them that somebody should look again (R-NUMBER-11)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from scorecard.board import Board, Place, Series
from scorecard.check.fault import Fault
from scorecard.check.formulas import named, parsed
from scorecard.formula.tree import Name
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion
from scorecard.number import RECENT, recent_median, unlikely
from scorecard.period import Period
from scorecard.trouble import Level
from scorecard.vocabulary import Direction

#: Units of measures that are answered with yes or no.
YES_UNITS = frozenset({"是/否", "yes/no", "y/n", "boolean", "bool"})
_PERCENT = "%"


def unlikely_entries(board: Board, edits: Iterable[Edit]) -> Iterator[Fault]:
    """A warning for each value among `edits`, blocks apart, that asks "sure?" beside the last six
    before it; `board` is as it is after them. Yes and no are never far from each other."""
    known: dict[Place, _Known] = {}
    answered = answered_with_yes(board)
    for edit in edits:
        entry = edit.after
        if isinstance(entry, Entry) and entry.value is not None and entry.measure not in answered:
            place = (entry.measure, entry.org)
            if place not in known:
                known[place] = _Known(board.series_of(*place))
            history = known[place].before(entry)
            if unlikely(history, entry.value):
                yield doubt(board, entry, history)


def earlier_values(series: Series, number: int) -> list[float]:
    """The known values of a series before the period with that number, oldest first."""
    return [value for at in sorted(series) if at < number and (value := series[at]) is not None]


class _Known:
    """The values of a series that are known, in their order."""

    def __init__(self, series: Series) -> None:
        self._numbers = sorted(at for at, value in series.items() if value is not None)
        self._values = [value for at in self._numbers if (value := series[at]) is not None]

    def before(self, entry: Entry) -> list[float]:
        """The last ones before the entry."""
        place = bisect_left(self._numbers, Period.parse(entry.period).number)
        return self._values[max(place - RECENT, 0) : place]


def answered_with_yes(board: Board) -> frozenset[str]:
    """The measures that are answered with yes or no: by their unit, or as a yes/no KPI."""
    by_unit = {m.id for m in board.measures.values() if m.unit.strip().lower() in YES_UNITS}
    versions = (version for group in board.versions.values() for version in group)
    as_kpi = {
        name.removeprefix("measure:")
        for version in versions
        if version.direction is Direction.YES and _is_a_name(version, board)
        for name in named(version, board)
    }
    return frozenset(by_unit | as_kpi)


def _is_a_name(version: KpiVersion, board: Board) -> bool:
    return bool(named(version, board)) and isinstance(parsed(version.formula), Name)


def doubt(board: Board, entry: Entry, history: list[float]) -> Fault:
    """The warning for an entry that is unlikely beside its `history`."""
    unit = board.measures[entry.measure].unit
    median = recent_median(history) or 0.0
    facts = {"value": _shown(entry.value or 0.0, unit), "median": _shown(median, unit)}
    return Fault(entry.table, entry.key, "", "unlikely_entry", facts, Level.WARNING)


def _shown(value: float, unit: str) -> str:
    if unit.strip().endswith(_PERCENT):
        return f"{value * 100:,.12g}%"
    return f"{value:,.15g}"
