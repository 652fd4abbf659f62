"""Rows: the lines of an evaluation as a tree, filtered once; a model only shows them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation.line import Line
from scorecard.model.records import Node
from scorecard.vocabulary import NodeKind, Status, Words


class Filter(NamedTuple):
    """What to show; the default shows everything.

    `org` stands for the unit and all below it; an empty set of statuses for all of them.
    `text` is looked for in names, KPI ids and owners, in both languages, without case.
    """

    org: str | None = None
    owner: Words | None = None
    statuses: frozenset[Status] = frozenset()
    starred: bool = False
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == Filter()


class Rows(NamedTuple):
    """The lines that are shown, by node, in tree order; `children` as they are shown.

    `hidden` rows are filtered out. `counts` and `starred` say how many lines of their own
    value each chip would find (the other parts of the filter applied), shown or not.
    `shares` are the parts of a perspective's weight in that of its brothers, hidden ones too,
    and those of units in the value of the whole.
    """

    lines: Mapping[str, Line]
    children: Mapping[str | None, tuple[str, ...]]
    hidden: int
    counts: Mapping[Status, int]
    starred: int
    shares: Mapping[str, float]


def rows_of(
    lines: Sequence[Line],
    board: Board,
    chosen: Filter,
    units: Mapping[str, float] = MappingProxyType({}),
) -> Rows:
    """The rows of `lines` (parents first) that `chosen` lets through, with all their parents;
    `units` are the shares of units in their wholes."""
    by_id = {line.node.id: line for line in lines}
    sieve = _Sieve(lines, board, chosen)
    held_by = {line.node.id: sieve.held_by(line) for line in lines}
    judged = [line for line in lines if line.cell is not None]
    kept = _with_parents((line for line in lines if not held_by[line.node.id]), by_id)
    shown = by_id if chosen.is_open else {n: line for n, line in by_id.items() if n in kept}
    return Rows(
        lines=shown,
        children=_children(shown),
        hidden=len(by_id) - len(shown),
        counts=_counts(line for line in judged if held_by[line.node.id] <= {"statuses"}),
        starred=sum(line.node.star and held_by[line.node.id] <= {"starred"} for line in judged),
        shares={**units, **_shares(_perspectives(lines))},
    )


def owners(board: Board) -> tuple[Words, ...]:
    """Everyone who owns a KPI of the document, each once, in the order of their names."""
    found = {group[-1].owner for group in board.versions.values() if any(group[-1].owner)}
    return tuple(sorted(found))


def worst_of(rows: Rows) -> str | None:
    """The line to begin with: the red one with the least score, else the first; the first
    perspective where KPIs are still to be added."""
    reds = [line for line in rows.lines.values() if line.cell and line.status is Status.RED]
    if reds:
        return min(reds, key=lambda line: line.score or 0).node.id
    kinds = {node: line.node.kind for node, line in rows.lines.items()}
    places = [node for node, kind in kinds.items() if kind is NodeKind.PERSPECTIVE]
    without = NodeKind.KPI not in kinds.values()
    return next(iter(places if places and without else kinds), None)


def missing_in(rows: Rows) -> str:
    """What a user lacks: any line (empty), one that the filter lets through, a KPI."""
    if not rows.lines:
        return "no_hit" if rows.hidden else "empty"
    is_whole = not rows.hidden
    return "no_kpi" if is_whole and all(line.cell is None for line in rows.lines.values()) else ""


def first_found(rows: Rows) -> str | None:
    """The first line with a value of its own, else the first of all."""
    kpis = (node for node, line in rows.lines.items() if line.cell is not None)
    return next(kpis, next(iter(rows.lines), None))


class _Sieve:
    """One filter, applied line by line."""

    def __init__(self, lines: Sequence[Line], board: Board, chosen: Filter) -> None:
        units, named = _units_of(board, chosen.org), _named(lines, chosen.text.strip().casefold())
        self._tests: dict[str, Callable[[Line], bool]] = {}
        if chosen.org is not None:
            self._tests["org"] = lambda line: line.node.org in units
        if chosen.owner is not None:
            self._tests["owner"] = lambda line: _owner(line) == chosen.owner
        if chosen.statuses:
            self._tests["statuses"] = lambda line: line.status in chosen.statuses
        if chosen.starred:
            self._tests["starred"] = lambda line: line.node.star
        if chosen.text.strip():
            self._tests["text"] = lambda line: line.node.id in named

    def held_by(self, line: Line) -> frozenset[str]:
        """The parts of the filter that a line does not pass.

        A parent passes by its name alone, where nothing but a text is looked for.
        """
        if line.cell is None and self._tests.keys() != {"text"}:
            return _PARENT
        return frozenset(name for name, test in self._tests.items() if not test(line))


_PARENT = frozenset({"parent"})


def _named(lines: Sequence[Line], text: str) -> Collection[str]:
    """The lines in which `text` is found, and all below them; parents come first."""
    found: set[str] = set()
    for line in lines:
        if line.node.parent in found or text in "\n".join(_texts(line)).casefold():
            found.add(line.node.id)
    return found


def _texts(line: Line) -> Iterable[str]:
    yield from line.name
    yield from _owner(line)
    if line.node.kpi:
        yield line.node.kpi


def _owner(line: Line) -> Words:
    return line.cell.version.owner if line.cell is not None else Words()


def _units_of(board: Board, org: str | None) -> Collection[str]:
    waiting, found = [org] if org else [], set[str]()
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting.extend(board.units_below.get(unit, ()))
    return found


def _with_parents(lines: Iterable[Line], by_id: Mapping[str, Line]) -> set[str]:
    kept: set[str] = set()
    for line in lines:
        node: Line | None = line
        while node is not None and node.node.id not in kept:
            kept.add(node.node.id)
            node = by_id.get(node.node.parent or "")
    return kept


def _children(shown: Mapping[str, Line]) -> dict[str | None, tuple[str, ...]]:
    groups: dict[str | None, list[str]] = {}
    for node, line in shown.items():
        parent = line.node.parent if line.node.parent in shown else None
        groups.setdefault(parent, []).append(node)
    return {parent: tuple(group) for parent, group in groups.items()}


def _perspectives(lines: Iterable[Line]) -> Iterable[Node]:
    return (line.node for line in lines if line.node.kind is NodeKind.PERSPECTIVE)


def _shares(nodes: Iterable[Node]) -> dict[str, float]:
    brothers: dict[str | None, list[Node]] = {}
    for node in nodes:
        brothers.setdefault(node.parent, []).append(node)
    totals = {parent: sum(node.weight for node in group) for parent, group in brothers.items()}
    return {
        node.id: node.weight / totals[parent]
        for parent, group in brothers.items()
        for node in group
        if totals[parent]
    }


def _counts(lines: Iterable[Line]) -> dict[Status, int]:
    counts = dict.fromkeys(Status, 0)
    for line in lines:
        counts[line.status] += 1
    return counts
