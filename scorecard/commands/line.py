"""Changing one line of the tree: its name, its weight, its star."""

from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.lookup import node_of
from scorecard.commands.putting import put
from scorecard.exactness import is_exact
from scorecard.model.edits import Change
from scorecard.model.records import Node
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words


@dataclass(frozen=True, slots=True)
class RenameNode:
    """Another name for a line; empty: that of its KPI."""

    node: str
    name: Words

    def __call__(self, board: Board) -> Change:
        node = replace(node_of(board, self.node), name=clean_words(self.name))
        return _change(board, "command.rename_node", node)


@dataclass(frozen=True, slots=True)
class WeighNode:
    """Another weight for a line among its brothers; 0 is shown but not counted (R-ROLL-1).

    Refused: below zero (negative_weight) or not a plain number.
    """

    node: str
    weight: float

    def __call__(self, board: Board) -> Change:
        if not is_exact(self.weight):
            raise Refused([Trouble("too_many_digits", facts={"value": repr(self.weight)})])
        if self.weight < 0:
            raise Refused([Trouble("negative_weight", facts={"weight": repr(self.weight)})])
        node = replace(node_of(board, self.node), weight=float(self.weight) + 0.0)
        return _change(board, "command.weigh_node", node)


@dataclass(frozen=True, slots=True)
class StarNode:
    """Makes a line a key KPI (★ 關鍵 KPI), or an ordinary one again."""

    node: str
    star: bool

    def __call__(self, board: Board) -> Change:
        node = replace(node_of(board, self.node), star=self.star)
        return _change(board, "command.star_node" if self.star else "command.unstar_node", node)


def _change(board: Board, key: str, node: Node) -> Change:
    name = board.name_of(node)
    return Change(Said(key, {"name": name if any(name) else Words(node.id)}), put(board, node))
