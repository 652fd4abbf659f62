"""Adding a line to the tree, moving it, and removing it with all below it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of, node_of, org_of
from scorecard.commands.putting import put, put_all, taken
from scorecard.model.edits import Change
from scorecard.model.records import Node
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import NodeKind, Words


@dataclass(frozen=True, slots=True)
class AddNode:
    """A new line under `node.parent`. Refused: its id is taken, or a parent, KPI or unit that
    is not there."""

    node: Node

    def __call__(self, board: Board) -> Change:
        node = cleaned(self.node)
        if node.id in board.nodes:
            raise Refused([Trouble("node_exists", facts={"id": node.id})])
        if node.parent is not None:
            node_of(board, node.parent)
        if node.kind is NodeKind.KPI:
            kpi_of(board, node.kpi or "")
            org_of(board, node.org or "")
        return Change(Said("command.add_node", {"name": _shown(board, node)}), put(board, node))


@dataclass(frozen=True, slots=True)
class MoveNode:
    """Moves a line, with all below it, under `parent` (None: to the top) at place `index`.

    Its new brothers are numbered anew where that is needed. Refused: a parent that is the line
    itself or lies below it.
    """

    node: str
    parent: str | None
    index: int

    def __call__(self, board: Board) -> Change:
        node = node_of(board, self.node)
        if self.parent is not None:
            node_of(board, self.parent)
        if self.parent in subtree(board, self.node):
            facts = {"id": node.id, "parent": self.parent or ""}
            raise Refused([Trouble("own_descendant", facts=facts)])
        ids = [i for i in board.children.get(self.parent, ()) if i != self.node]
        ids.insert(max(0, self.index), self.node)
        moved = (replace(board.nodes[i], parent=self.parent, order=n) for n, i in enumerate(ids, 1))
        name = Said("command.move_node", {"name": _shown(board, node)})
        return Change(name, put_all(board, moved))


@dataclass(frozen=True, slots=True)
class RemoveNode:
    """Takes a line away with all lines below it; definitions and entries stay."""

    node: str

    def __call__(self, board: Board) -> Change:
        node = node_of(board, self.node)
        # Children first: put back in the opposite order, no line is ever without its parent.
        gone = reversed([board.nodes[i] for i in subtree(board, self.node)])
        return Change(Said("command.remove_node", {"name": _shown(board, node)}), taken(gone))


def subtree(board: Board, node: str) -> list[str]:
    """The line and all below it, parents first."""
    return list(_walk(board, node))


def _walk(board: Board, node: str) -> Iterator[str]:
    waiting, seen = [node], {node}
    while waiting:
        here = waiting.pop()
        yield here
        below = [i for i in board.children.get(here, ()) if i not in seen]
        seen.update(below)
        waiting.extend(reversed(below))


def _shown(board: Board, node: Node) -> Words:
    words = board.name_of(node)
    return words if any(words) else Words(node.id)
