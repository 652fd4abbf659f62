"""Changing lines of the tree: a name; weight, star or owner of one or of several at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.branch import named
from scorecard.commands.lookup import node_of
from scorecard.commands.putting import put, put_all
from scorecard.exactness import is_exact
from scorecard.model.edits import Change
from scorecard.model.records import Node, Record
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
        name = board.name_of(node)
        told = {"name": name if any(name) else Words(node.id)}
        return Change(Said("command.rename_node", told), put(board, node))


@dataclass(frozen=True, slots=True)
class WeighLines:
    """Another weight for each of some lines; 0 is shown but not counted (R-ROLL-1).

    Refused: below zero (negative_weight) or not a plain number.
    """

    nodes: tuple[str, ...]
    weight: float

    def __call__(self, board: Board) -> Change:
        if not is_exact(self.weight):
            raise Refused([Trouble("too_many_digits", facts={"value": repr(self.weight)})])
        if self.weight < 0:
            raise Refused([Trouble("negative_weight", facts={"weight": repr(self.weight)})])
        weight = float(self.weight) + 0.0
        return _each(board, "weigh_node", self.nodes, lambda node: replace(node, weight=weight))


@dataclass(frozen=True, slots=True)
class StarLines:
    """Makes lines key KPIs (★ 關鍵 KPI), or ordinary ones again."""

    nodes: tuple[str, ...]
    star: bool

    def __call__(self, board: Board) -> Change:
        key = "star_node" if self.star else "unstar_node"
        return _each(board, key, self.nodes, lambda node: replace(node, star=self.star))


@dataclass(frozen=True, slots=True)
class OwnLines:
    """Another owner of the KPIs of some lines, in the definition that is the newest.

    Refused: no KPI among them (no_kpi_among).
    """

    nodes: tuple[str, ...]
    owner: Words

    def __call__(self, board: Board) -> Change:
        kpis = kpis_of(board, self.nodes)
        if not kpis:
            raise Refused([Trouble("no_kpi_among")])
        owner = clean_words(self.owner)
        owned: Iterable[Record] = (replace(board.latest(kpi), owner=owner) for kpi in kpis)
        return Change(
            Said("command.own_lines", {"name": _kpis(board, kpis)}), put_all(board, owned)
        )


def kpis_of(board: Board, nodes: Iterable[str]) -> tuple[str, ...]:
    """The KPIs of some lines, each once."""
    found = dict.fromkeys(node_of(board, node).kpi or "" for node in nodes)
    return tuple(kpi for kpi in found if kpi in board.versions)


def _kpis(board: Board, kpis: tuple[str, ...]) -> Words | Said:
    if len(kpis) == 1:
        return board.latest(kpis[0]).name
    return Said("command.kpis", {"count": str(len(kpis))})


def _each(board: Board, key: str, nodes: tuple[str, ...], made: Callable[[Node], Node]) -> Change:
    lines = [node_of(board, node) for node in nodes]
    edits = put_all(board, map(made, lines))
    return Change(Said(f"command.{key}", {"name": named(board, nodes)}), edits)
