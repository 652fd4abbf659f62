"""What an edit can change: the KPIs whose cells must be worked out anew, and what is kept."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, TypeVar

from scorecard.board import Board
from scorecard.evaluation.definitions import Definitions
from scorecard.evaluation.meaning import Meaning
from scorecard.formula import FormulaError
from scorecard.model.edits import Edit
from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    EntryBlock,
    KpiVersion,
    Node,
    Record,
    Review,
    SegmentStart,
    Target,
)
from scorecard.period import first_day
from scorecard.vocabulary import Direction

Result = TypeVar("Result")

#: Records that no cell depends on.
_APART = (Node, Comment, SegmentStart, Review, Closing)


class Users:
    """Who uses what: measures by the KPIs that read them, KPIs by those that name them."""

    def __init__(self, board: Board, definitions: Definitions) -> None:
        self.of_measure: dict[str, set[str]] = {}
        self.of_kpi: dict[str, set[str]] = {}
        for kpi, versions in board.versions.items():
            for version in versions:
                day = first_day(version.effective, board.settings.calendar)
                self._note(kpi, definitions.meaning(version, day))
        for (kpi, _), targets in board.targets.items():
            for target in targets:
                self._note_budget(board, kpi, target)

    def _note(self, kpi: str, meaning: Meaning | FormulaError) -> None:
        if isinstance(meaning, FormulaError):
            return
        for measure in meaning.measures.values():
            for read in (measure.id, measure.weight):
                if read:
                    self.of_measure.setdefault(read, set()).add(kpi)
        for named in meaning.kpis:
            self.of_kpi.setdefault(named, set()).add(kpi)

    def _note_budget(self, board: Board, kpi: str, target: Target) -> None:
        if target.value.startswith(Direction.BUDGET):
            name = target.value.partition(":")[2].strip()
            measure = board.names.get(name, "").removeprefix("measure:")
            self.of_measure.setdefault(measure, set()).add(kpi)


def affected(edits: Iterable[Edit], users: Users) -> frozenset[str] | None:
    """The KPIs whose cells `edits` may change; None where it may be any."""
    found: set[str] = set()
    for edit in edits:
        if _names_change(edit):
            return None
        for record in (edit.before, edit.after):
            if record is None or isinstance(record, _APART):
                continue
            if not isinstance(record, Entry | EntryBlock | KpiVersion | Target):
                return None
            found.update(_touched(record, users))
    return frozenset(_with_users(found, users))


def dependants(kpis: Iterable[str], users: Users) -> frozenset[str]:
    """The KPIs themselves, with all whose formulas name one of them, over any others."""
    return frozenset(_with_users(set(kpis), users))


def _names_change(edit: Edit) -> bool:
    """Whether a formula anywhere may find, or no longer find, what it names."""
    before, after = edit.before, edit.after
    if not (isinstance(before, KpiVersion) or isinstance(after, KpiVersion)):
        return False
    names = {each.name for each in (before, after) if isinstance(each, KpiVersion)}
    return before is None or after is None or len(names) > 1


def _touched(record: Entry | EntryBlock | KpiVersion | Target, users: Users) -> Iterable[str]:
    if isinstance(record, Entry | EntryBlock):
        return users.of_measure.get(record.measure, ())
    return (record.kpi,)


def _with_users(kpis: Iterable[str], users: Users) -> set[str]:
    waiting, found = list(kpis), set(kpis)
    while waiting:
        more = users.of_kpi.get(waiting.pop(), set()) - found
        found |= more
        waiting.extend(more)
    return found


def touches_names(edits: Iterable[Edit]) -> bool:
    """Whether any edit can change what lines of KPIs are called, or which are KPIs at all."""
    return any(
        isinstance(edit.before, KpiVersion) or isinstance(edit.after, KpiVersion) for edit in edits
    )


class Regrown(NamedTuple):
    """What edits do to the lines of a tree: those that they touch, with all above them before and
    after; `in_place` where none came, went or moved."""

    lines: frozenset[str] = frozenset()
    in_place: bool = True


def regrown(
    edits: Iterable[Edit], before: Mapping[str, Node], after: Mapping[str, Node]
) -> Regrown:
    """The lines that `edits` touch, from the lines of the boards before and after them."""
    pairs = [
        (edit.before, edit.after)
        for edit in edits
        if isinstance(edit.before, Node) or isinstance(edit.after, Node)
    ]
    waiting = [each.id for pair in pairs for each in pair if isinstance(each, Node)]
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            parents = (nodes[node].parent for nodes in (before, after) if node in nodes)
            waiting.extend(parent for parent in parents if parent is not None)
    return Regrown(frozenset(found), all(_place(one) == _place(other) for one, other in pairs))


def _place(node: Record | None) -> tuple[object, ...]:
    """Where a line stands, and until when."""
    return (node.parent, node.order, node.archived) if isinstance(node, Node) else ()


def touches_definitions(edits: Iterable[Edit]) -> bool:
    """Whether any edit can change what formulas mean or who uses what."""
    kept: tuple[type[Record], ...] = (Entry, EntryBlock, *_APART)
    return any(
        not isinstance(record, kept)
        for edit in edits
        for record in (edit.before, edit.after)
        if record is not None
    )


def kept(results: Mapping[str, Result], changed: Collection[str]) -> dict[str, Result]:
    """`results` but those of `changed`; copied whole, for an edit changes few of many."""
    left = dict(results)
    for key in changed:
        left.pop(key, None)
    return left
