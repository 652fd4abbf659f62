"""The children of lines under another convention than the rules' (`sensitivity`)."""

from collections.abc import Collection
from dataclasses import replace

from scorecard.evaluation.line import Line
from scorecard.evaluation.reuse import kept
from scorecard.evaluation.tree import Tree, state_of
from scorecard.rollup import Child, roll_up
from scorecard.scoring import judge
from scorecard.sensitivity import Convention
from scorecard.vocabulary import Status

#: Below green, which no width of amber moves.
_IN_AMBER_OR_RED = frozenset({Status.AMBER, Status.RED})


class Otherwise:
    """What the parents of `tree` would count; a child that the convention leaves as it is, is
    that of the tree itself, so that only what differs is rolled up anew."""

    def __init__(self, tree: Tree, convention: Convention) -> None:
        self._tree = tree
        self._convention = convention
        self._children: dict[str, Child] = {}

    def children(self, node_id: str) -> list[Child]:
        """The lines below a node as it would count them."""
        return [self._child(child.name) for child in self._tree.children(node_id)]

    def without(self, gone: Collection[str], tree: Tree) -> "Otherwise":
        """The same over a later tree, with the nodes `gone` still to do."""
        later = Otherwise(tree, self._convention)
        later._children = kept(self._children, gone)
        return later

    def _child(self, node_id: str) -> Child:
        if node_id not in self._children:
            plain, line = self._tree.child(node_id), self._tree.line(node_id)
            own = plain if line.cell is None else self._judged(plain, line)
            self._children[node_id] = self._rolled(own, node_id)
        return self._children[node_id]

    def _judged(self, plain: Child, line: Line) -> Child:
        cell = line.cell
        stale = line.stale and not self._convention.counts_stale
        if cell is None or (cell.status not in _IN_AMBER_OR_RED and stale == line.stale):
            return plain
        criterion = self._convention.criterion(cell.criterion)
        if criterion is cell.criterion and stale == line.stale:
            return plain
        judged = judge(cell.judged, criterion)
        cell = replace(cell, criterion=criterion, status=judged.status, score=judged.score)
        state = state_of(cell, stale)
        return replace(plain, score=judged.score, status=judged.status, state=state)

    def _rolled(self, own: Child, node_id: str) -> Child:
        """`own` with what its children make of it, where any of them differs."""
        below, plain = self.children(node_id), self._tree.children(node_id)
        if all(one is other for one, other in zip(below, plain, strict=True)):
            return own
        parent = roll_up(below, self._tree.rules)
        if own.is_kpi:
            return replace(own, capping=parent.capping, star_unknown=parent.star_unknown)
        return parent.as_child(own.name, own.weight)
