"""The line of the tree that shows what is entered as it is."""

from collections.abc import Iterable

from scorecard.board import Board, Place
from scorecard.slips.parts import shown_by


def shown_as(board: Board, place: Place, nodes: Iterable[str]) -> str | None:
    """The line among `nodes` that shows a measure as it is; None where there is none."""
    for node_id in nodes:
        node = board.nodes[node_id]
        shown = shown_by(board.latest(node.kpi or ""), board)
        if (shown, node.org) == place:
            return node_id
    return None
