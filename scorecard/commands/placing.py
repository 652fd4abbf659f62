"""Where in the tree a line may stand."""

from scorecard.board import Board
from scorecard.check.formulas import named
from scorecard.commands.branch import above
from scorecard.model.records import Node
from scorecard.model.units import is_within
from scorecard.trouble import Trouble
from scorecard.vocabulary import NodeKind

#: A line stands below one of a lower rank; levels and themes may nest.
_RANK = {
    NodeKind.GOAL: 0,
    NodeKind.PERSPECTIVE: 1,
    NodeKind.LEVEL: 2,
    NodeKind.THEME: 2,
    NodeKind.KPI: 3,
}


def misplaced(board: Board, node: Node, parent: str | None) -> Trouble | None:
    """Why `node` cannot stand below `parent` (None: at the top); None where it can.

    Where a line stands already it may stay, whatever it is.
    """
    if parent == node.parent:
        return None
    if parent is None:
        is_high = node.kind in {NodeKind.GOAL, NodeKind.PERSPECTIVE}
        return None if is_high else Trouble("not_at_the_top")
    if parent == node.id or node.id in above(board, parent):
        return Trouble("own_descendant", facts={"id": node.id, "parent": parent})
    there = board.nodes[parent]
    if NodeKind.KPI is node.kind is there.kind:
        fits, code = _makes_up(board, node, there), "not_below_kpi"
    else:
        nests = _RANK[node.kind] == _RANK[there.kind] == _RANK[NodeKind.THEME]
        fits, code = nests or _RANK[there.kind] < _RANK[node.kind], "not_below_kind"
    return None if fits else Trouble(code)


def _makes_up(board: Board, node: Node, parent: Node) -> bool:
    """Whether a KPI is what another one is made of: itself at a part of the unit, a KPI that the
    formula names, or one more where there are some already."""
    if node.kpi == parent.kpi:
        return is_within(board.orgs, node.org, parent.org)
    if any(board.nodes[child].kind is NodeKind.KPI for child in board.children.get(parent.id, ())):
        return True
    known = parent.kpi in board.versions
    return known and f"kpi:{node.kpi}" in named(board.latest(parent.kpi or ""), board)
