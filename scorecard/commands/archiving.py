"""Taking lines out of the views from a period on without losing them, and bringing them back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.branch import named, topmost
from scorecard.commands.lookup import start_of
from scorecard.commands.putting import put_all
from scorecard.model.edits import Change
from scorecard.model.records import Node
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class ArchiveLines:
    """Lines, with all below them, are no part of a view that ends on or after the first day of
    `start` (a date or a period); earlier views and what is frozen keep them.

    Refused: unknown lines, no such period.
    """

    nodes: tuple[str, ...]
    start: str

    def __call__(self, board: Board) -> Change:
        start, nodes = start_of(self.start), topmost(board, self.nodes)
        name = Said("command.archive", {"name": named(board, nodes), "period": start})
        return Change(name, put_all(board, _dated(board, nodes, start)))


@dataclass(frozen=True, slots=True)
class RestoreLines:
    """Archived lines are part of every view again, where they stood. Refused: unknown lines."""

    nodes: tuple[str, ...]

    def __call__(self, board: Board) -> Change:
        nodes = topmost(board, self.nodes)
        name = Said("command.restore_lines", {"name": named(board, nodes)})
        return Change(name, put_all(board, _dated(board, self.nodes, "")))


def _dated(board: Board, nodes: tuple[str, ...], start: str) -> Iterator[Node]:
    return (replace(board.nodes[node], archived=start) for node in nodes)
