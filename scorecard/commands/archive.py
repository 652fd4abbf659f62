"""The archived lines of a document, the newest first, each with the way to it."""

from typing import NamedTuple

from scorecard.board import Board
from scorecard.commands.branch import above, shown
from scorecard.vocabulary import Words


class Archived(NamedTuple):
    """A line that is archived from `start` on; `way` are the names above it, the topmost first."""

    node: str
    name: Words
    start: str
    way: tuple[Words, ...]


def archived_lines(board: Board) -> tuple[Archived, ...]:
    """Those that can be restored; what stands below one of them comes back with it."""
    newest_first = sorted(board.archived, key=lambda node: board.archived[node], reverse=True)
    return tuple(_archived(board, node) for node in newest_first)


def _archived(board: Board, node: str) -> Archived:
    line = board.nodes[node]
    way = tuple(shown(board, board.nodes[each]) for each in above(board, node))
    return Archived(node, shown(board, line), line.archived, way[::-1])
