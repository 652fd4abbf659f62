"""Adding a line to the tree, and removing lines with all below them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of, node_of, org_of
from scorecard.commands.putting import put, taken
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
        return Change(Said("command.add_node", {"name": shown(board, node)}), put(board, node))


@dataclass(frozen=True, slots=True)
class RemoveLines:
    """Takes lines away with all lines below them; definitions and entries stay."""

    nodes: tuple[str, ...]

    def __call__(self, board: Board) -> Change:
        tops = topmost(board, self.nodes)
        # Children first: put back in the opposite order, no line is ever without its parent.
        gone = [board.nodes[i] for top in tops for i in reversed(subtree(board, top))]
        return Change(Said("command.remove_node", {"name": named(board, tops)}), taken(gone))


def subtree(board: Board, node: str) -> list[str]:
    """The line and all below it, parents first."""
    return list(_walk(board, node))


def topmost(board: Board, nodes: Iterable[str]) -> tuple[str, ...]:
    """Those of `nodes` that stand below none of the others, in the order given.

    Raises Refused(unknown_node).
    """
    chosen = dict.fromkeys(node_of(board, node).id for node in nodes)
    return tuple(node for node in chosen if chosen.keys().isdisjoint(above(board, node)))


def above(board: Board, node: str) -> Iterator[str]:
    """The lines above a line, the nearest first."""
    parent, seen = board.nodes[node].parent, {node}
    while parent is not None and parent in board.nodes and parent not in seen:
        yield parent
        seen.add(parent)
        parent = board.nodes[parent].parent


def named(board: Board, nodes: tuple[str, ...]) -> Words | Said:
    """One line by its name, several by their number: what a step says that it is about."""
    if len(nodes) == 1:
        return shown(board, board.nodes[nodes[0]])
    return Said("command.lines", {"count": str(len(nodes))})


def shown(board: Board, node: Node) -> Words:
    """The words of a line, its id where it has none."""
    words = board.name_of(node)
    return words if any(words) else Words(node.id)


def _walk(board: Board, node: str) -> Iterator[str]:
    waiting, seen = [node], {node}
    while waiting:
        here = waiting.pop()
        yield here
        below = [i for i in board.children.get(here, ()) if i not in seen]
        seen.update(below)
        waiting.extend(reversed(below))
