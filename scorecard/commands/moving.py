"""Moving lines, with all below them, to another place in the tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.branch import named, topmost
from scorecard.commands.lookup import node_of
from scorecard.commands.placing import misplaced
from scorecard.commands.putting import put_all
from scorecard.model.edits import Change
from scorecard.model.records import Node
from scorecard.text import Said
from scorecard.trouble import Refused


@dataclass(frozen=True, slots=True)
class MoveLines:
    """Moves lines under `parent` (None: to the top), in the order given, before its line
    `before`; None: after all of them.

    Their new siblings are numbered anew where that is needed. Refused: unknown lines, a place
    where one of them cannot stand.
    """

    nodes: tuple[str, ...]
    parent: str | None
    before: str | None = None

    def __call__(self, board: Board) -> Change:
        moved = topmost(board, self.nodes)
        if self.parent is not None:
            node_of(board, self.parent)
        troubles = [misplaced(board, board.nodes[node], self.parent) for node in moved]
        if any(troubles):
            raise Refused([trouble for trouble in troubles if trouble is not None])
        order = _order(board.children.get(self.parent, ()), moved, self.before)
        lines = (replace(board.nodes[node], parent=self.parent) for node in order)
        name = Said("command.move_node", {"name": named(board, moved)})
        return Change(name, put_all(board, numbered(lines)))


def numbered(lines: Iterator[Node] | Sequence[Node]) -> Iterator[Node]:
    """Siblings numbered in the order in which they come."""
    return (replace(line, order=number) for number, line in enumerate(lines, 1))


def _order(there: Sequence[str], moved: Sequence[str], before: str | None) -> list[str]:
    """The siblings as they are to be; a line that moves itself marks the place it stood at."""
    cut = there.index(before) if before in there else len(there)
    first = [node for node in there[:cut] if node not in moved]
    return [*first, *moved, *(node for node in there[cut:] if node not in moved)]
