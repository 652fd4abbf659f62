"""Circles: a parent below itself, a formula that needs its own result, a weight of itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.check.formulas import named
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure, Node, Org, Record
from scorecard.period import first_day
from scorecard.period_code import kind_of


def cycles(board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """Each circle that goes through a record that `edits` touch, said once."""
    touched = [edit.after for edit in edits if edit.after is not None]
    yield from _above(touched, Node, board.nodes)
    yield from _above(touched, Org, board.orgs)
    yield from _formulas(board, touched)
    for record in touched:
        if isinstance(record, Measure) and record.weight == record.id:
            yield fault(record, "weight", "own_weight", id=record.id)


def _above(
    touched: Iterable[Record], kind: type[Node] | type[Org], known: Mapping[str, Node | Org]
) -> Iterator[Fault]:
    said: set[str] = set()
    for record in touched:
        if isinstance(record, kind) and record.id not in said:
            circle = _climb(record, known)
            said.update(circle)
            if circle:
                chain = " → ".join([*circle, circle[0]])
                yield fault(record, "parent", "own_descendant_chain", id=record.id, chain=chain)


def _climb(record: Node | Org, known: Mapping[str, Node | Org]) -> list[str]:
    """The ids from `record` up to itself again; empty where the way up ends."""
    way = [record.id]
    seen = set(way)
    here = record.parent
    while here is not None and here in known and here not in seen:
        way.append(here)
        seen.add(here)
        here = known[here].parent
    return way if here == record.id else []


def _formulas(board: Board, touched: Iterable[Record]) -> Iterator[Fault]:
    said: set[str] = set()
    for record in touched:
        if isinstance(record, KpiVersion) and record.kpi not in said:
            circle = _circle(record.kpi, lambda kpi: _needed_ever(board, kpi))
            if circle:
                # Versions that never hold together may name each other.
                circle = _circle_on_some_day(board, record.kpi, circle)
            said.update(circle)
            if circle:
                chain = " → ".join([*circle, circle[0]])
                yield fault(record, "formula", "circular_kpis", kpi=record.kpi, chain=chain)


def _circle(start: str, needed: Callable[[str], Iterable[str]]) -> list[str]:
    """A way from `start` over what each one needs back to `start`; empty if there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in needed(here):
            if there == start:
                return _way(start, here, came_from)
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return []


def _way(start: str, end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _circle_on_some_day(board: Board, kpi: str, circle: Iterable[str]) -> list[str]:
    for day in _days(board, circle):
        found = _circle(kpi, lambda k, day=day: _needed_on(board, k, day))  # type: ignore[misc]
        if found:
            return found
    return []


def _days(board: Board, kpis: Iterable[str]) -> list[date]:
    calendar = board.settings.calendar
    starts = (version.effective for kpi in kpis for version in board.versions[kpi])
    return sorted({first_day(start, calendar) for start in starts if kind_of(start)})


def _needed_ever(board: Board, kpi: str) -> set[str]:
    versions = board.versions.get(kpi, ())
    return {need for version in versions for need in _needed(board, version)}


def _needed_on(board: Board, kpi: str, day: date) -> set[str]:
    version = board.version(kpi, day)
    return set() if version is None else _needed(board, version)


def _needed(board: Board, version: KpiVersion) -> set[str]:
    """The KPIs that the formula of `version` names."""
    said = named(version, board)
    return {name.removeprefix("kpi:") for name in said if name.startswith("kpi:")}
