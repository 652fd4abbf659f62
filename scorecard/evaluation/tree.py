"""The lines of the tree: KPI cells rolled up to scores (R-ROLL)."""

from collections.abc import Collection
from dataclasses import replace

from scorecard.bounds import Branch
from scorecard.evaluation.line import Cell, Line
from scorecard.evaluation.reuse import kept
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View
from scorecard.model.records import Node
from scorecard.rollup import Child, Parent, Rules, State, roll_up
from scorecard.scoring_inverse import ANY, Spans, attainable
from scorecard.vocabulary import NodeKind, Status


class Tree:
    """The lines of one board in one view, each worked out once, children before parents.

    `archived` are the lines that are no part of the view any more.
    """

    def __init__(self, valuation: Valuation, view: View) -> None:
        self._valuation = valuation
        self._board = valuation.board
        self._view = view
        last = view.last_day(self._board.settings.calendar)
        self.archived = self._board.archived_by(last)
        self._lines: dict[str, Line] = {}
        self._parents: dict[str, Parent | None] = {}
        self._children: dict[str, Child] = {}

    def line(self, node_id: str) -> Line:
        """The line of a node. Raises KeyError where there is no such node."""
        if node_id not in self._lines:
            node = self._board.nodes[node_id]
            is_kpi = node.kind is NodeKind.KPI and node.kpi in self._board.versions
            self._lines[node_id] = self._kpi_line(node) if is_kpi else self._parent_line(node)
        return self._lines[node_id]

    def without(self, gone: Collection[str], valuation: Valuation) -> "Tree":
        """The same tree over a later board, with the lines of the nodes `gone` still to do."""
        later = Tree(valuation, self._view)
        later._lines = kept(self._lines, gone)
        later._parents = kept(self._parents, gone)
        later._children = kept(self._children, gone)
        return later

    @property
    def rules(self) -> Rules:
        """What the document sets."""
        settings = self._board.settings
        return Rules(settings.coverage, settings.amber_from, settings.green_from)

    def children(self, node_id: str) -> list[Child]:
        """The lines below a node as it counts them."""
        return [self.child(child) for child in self.below(node_id)]

    def below(self, node_id: str | None) -> tuple[str, ...]:
        """The nodes below a line (None: the topmost) that are part of the view."""
        below = self._board.children.get(node_id, ())
        if not self.archived:
            return below
        return tuple(child for child in below if child not in self.archived)

    def child(self, node_id: str) -> Child:
        """A line as its parent counts it, always the same one."""
        if node_id not in self._children:
            self._children[node_id] = self._child(node_id)
        return self._children[node_id]

    def branches(self, node_id: str) -> tuple[Branch, ...]:
        """The lines below a node, with what is below those that lack anything."""
        return tuple(map(self._branch, self.children(node_id)))

    def _branch(self, child: Child) -> Branch:
        if not child.star_unknown and (child.is_kpi or _is_whole(child)):
            return Branch(child, scores=self._scores(child))
        return Branch(child, self.branches(child.name), self._scores(child))

    def _scores(self, child: Child) -> Spans:
        """Those that a KPI can have in the view, whatever it had when it was last seen."""
        node = self._board.nodes[child.name]
        if not child.is_kpi:
            return ANY
        return attainable(
            self._valuation.cell(node.kpi or "", node.org or "", self._view).criterion
        )

    def _kpi_line(self, node: Node) -> Line:
        """The value has its own colour; children only add their marks (R-ROLL-10)."""
        cell, stale = self._valuation.newest(node.kpi or "", node.org or "", self._view)
        below = self._rolled(node)
        worst, worst_is_stale = _marks(_kpi_child(node, cell, stale, below))
        return Line(
            node=node,
            name=self._board.name_of(node),
            status=cell.status,
            score=cell.score,
            reason=cell.reason,
            cell=cell,
            stale=stale,
            worst=worst,
            worst_is_stale=worst_is_stale,
            counts=below.counts if below else {},
        )

    def _parent_line(self, node: Node) -> Line:
        parent = self._rolled(node) or roll_up([])
        return Line(
            node=node,
            name=self._board.name_of(node),
            status=parent.status,
            score=parent.score,
            reason=parent.reason,
            coverage=parent.coverage,
            worst=parent.worst,
            worst_is_stale=parent.worst_is_stale,
            capped=parent.capped,
            lost=parent.lost,
            counts=parent.counts,
        )

    def _rolled(self, node: Node) -> Parent | None:
        """What the children of a line make of it, None where it has none."""
        if node.id not in self._parents:
            children = self.children(node.id)
            self._parents[node.id] = roll_up(children, self.rules) if children else None
        return self._parents[node.id]

    def _child(self, node_id: str) -> Child:
        node, line = self._board.nodes[node_id], self.line(node_id)
        below = self._rolled(node)
        if line.cell is None:
            return (below or roll_up([])).as_child(node_id, node.weight)
        return _kpi_child(node, line.cell, line.stale, below)


def _is_whole(child: Child) -> bool:
    return child.takes_part is State.OK and child.coverage == 1


def _kpi_child(node: Node, cell: Cell, stale: bool, below: Parent | None) -> Child:
    child = Child(
        name=node.id,
        weight=node.weight,
        star=node.star,
        score=cell.score,
        status=cell.status,
        state=state_of(cell, stale),
    )
    if below is None:
        return child
    return replace(
        child,
        worst=below.worst,
        worst_is_stale=below.worst_is_stale,
        capping=below.capping,
        star_unknown=below.star_unknown,
        counts=below.counts,
    )


def _marks(own: Child) -> tuple[Status | None, bool]:
    """The worst colour of a KPI line and those below it, and whether only stale values have it."""
    if own.counts:
        marked = roll_up([own])
        return marked.worst, marked.worst_is_stale
    judged = own.status in {Status.RED, Status.AMBER, Status.GREEN}
    return (own.status, own.state is State.STALE) if judged else (None, False)


def state_of(cell: Cell, stale: bool) -> State:
    """How a KPI takes part (R-ROLL-2): without a target not at all, be its value there or not."""
    if cell.criterion is None and not cell.reason_is_a_mistake:
        return State.INFO
    if stale:
        return State.STALE
    if cell.reason == "not_due":
        return State.NOT_DUE
    return State.OK if cell.score is not None else State.MISSING
