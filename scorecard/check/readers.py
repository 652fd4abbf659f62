"""Which lines of the tree read what is entered."""

from collections.abc import Iterable, Iterator, Mapping

from scorecard.board import Board, Place
from scorecard.check.formulas import named
from scorecard.org_units import leaves
from scorecard.vocabulary import Direction

_MEASURE = "measure:"


def readers(board: Board) -> Mapping[Place, tuple[str, ...]]:
    """The lines of the tree that read each (measure, unit) pair, in their order; pairs that were
    entered and that nobody reads too."""
    found: dict[Place, dict[str, None]] = {
        place: {} for place in board.series if place[0] in board.measures
    }
    for node in board.nodes.values():
        if node.kpi in board.versions and node.org in board.orgs:
            for measure in read_by(board, node.kpi or "", node.org or ""):
                for unit in leaves(board, measure, node.org or ""):
                    found.setdefault((measure, unit), {})[node.id] = None
    return {place: tuple(nodes) for place, nodes in found.items()}


def read_by(board: Board, kpi: str, org: str) -> tuple[str, ...]:
    """The measures that a KPI at a unit is made of, those that weigh them and its budget."""
    names = dict.fromkeys([*_named(board, kpi, {kpi}), *_budgets(board, kpi, org)])
    weights = (board.measures[name].weight or "" for name in names)
    return tuple(dict.fromkeys([*names, *(each for each in weights if each in board.measures)]))


def _named(board: Board, kpi: str, seen: set[str]) -> Iterator[str]:
    """What its formula names, and what the KPIs name that it names."""
    for name in named(board.latest(kpi), board):
        kind, _, own_id = name.partition(":")
        if kind == "measure":
            yield own_id
        elif own_id not in seen:
            seen.add(own_id)
            yield from _named(board, own_id, seen)


def _budgets(board: Board, kpi: str, org: str) -> Iterable[str]:
    for target in board.targets.get((kpi, org), ()):
        kind, _, name = target.value.partition(":")
        found = board.names.get(name.strip(), "") if kind == Direction.BUDGET else ""
        if found.startswith(_MEASURE):
            yield found.removeprefix(_MEASURE)
