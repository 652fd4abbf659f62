"""Copying a branch of the tree for another unit: its lines, never its definitions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.branch import shown, subtree
from scorecard.commands.free_id import free_id
from scorecard.commands.lookup import node_of, org_of
from scorecard.commands.moving import numbered
from scorecard.commands.putting import put_all
from scorecard.commands.unit_names import for_unit
from scorecard.model.edits import Change
from scorecard.model.records import Node, Org, Target
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class DuplicateBranch:
    """A line with all below it once more, right after it, every KPI of it for the unit `org`.

    Definitions are shared; lines are called after the unit. What would stand in the copy twice,
    because the branch has a KPI for several units, stands in it once; archived lines are left
    out. With `targets` the unit takes over the targets of KPIs for which it has none. Refused:
    unknown line or unit.
    """

    node: str
    org: str
    targets: bool = False

    def __call__(self, board: Board) -> Change:
        top, org = node_of(board, self.node), org_of(board, self.org)
        copies = _Copying(board, org).copies(top)
        siblings = [board.nodes[node] for node in board.children[top.parent]]
        at = siblings.index(top) + 1
        order = numbered([*siblings[:at], copies[0], *siblings[at:]])
        kpis = {
            (n.kpi or "", n.org or "") for n in map(board.nodes.get, subtree(board, top.id)) if n
        }
        targets = targets_for(board, kpis, [org.id]) if self.targets else ()
        name = Said("command.duplicate", {"name": shown(board, top), "unit": org.name})
        return Change(name, put_all(board, [*order, *copies[1:], *targets]))


class _Copying:
    """One copy in the making; ids are free on `board` and among each other."""

    def __init__(self, board: Board, org: Org) -> None:
        self._board, self._org = board, org
        self._ids = dict(board.nodes)
        self._copied: dict[str, str | None] = {}
        self._top = ""
        self._before: str | None = None
        #: The unit that a KPI was met for first, and its line in the copy.
        self._kpis: dict[str, tuple[str | None, str]] = {}

    def copies(self, top: Node) -> list[Node]:
        """The new lines, parents first."""
        self._copied[top.parent or ""] = top.parent
        self._top = top.id
        below = [self._board.nodes[node] for node in subtree(self._board, top.id)]
        self._before = next((node.org for node in below if node.org), None)
        made = [self._copy(node) for node in below]
        return [copy for copy in made if copy is not None]

    def _copy(self, node: Node) -> Node | None:
        """The copy of a line; None of one that stands there already, or below one left out."""
        if node.archived or (node.parent or "") not in self._copied:
            return None
        org, same = self._kpis.get(node.kpi or "", (node.org, ""))
        if org != node.org:
            self._copied[node.id] = same
            return None
        fresh = free_id("N-", self._ids)
        self._ids[fresh], self._copied[node.id] = node, fresh
        parent = self._copied[node.parent or ""]
        copy = replace(node, id=fresh, parent=parent, name=self._name(node))
        if node.kpi is None:
            return copy
        self._kpis.setdefault(node.kpi, (node.org, fresh))
        return replace(copy, org=self._org.id)

    def _name(self, node: Node) -> Words:
        """What the copy of a line is called: a KPI and the line at the top always after the
        unit, so that a list can tell them from the original."""
        units = self._board.orgs
        unit = units.get(node.org or self._before or "")
        before = unit.name if unit is not None else NO_WORDS
        always = node.kpi is not None or node.id == self._top
        return for_unit(self._board.name_of(node), self._org.name, before, always=always)


def targets_for(
    board: Board, places: Iterable[tuple[str, str]], orgs: Iterable[str]
) -> Iterator[Target]:
    """The targets of KPIs at a unit once more for each of `orgs` that has none."""
    units = list(orgs)
    given: dict[tuple[str, str], tuple[Target, ...]] = {}
    for kpi, org in sorted(places):
        for unit in units:
            if not board.targets.get((kpi, unit)) and board.targets.get((kpi, org)):
                given.setdefault((kpi, unit), board.targets[kpi, org])
    for (_, unit), targets in given.items():
        yield from (replace(target, org=unit) for target in targets)
