"""Key KPIs (★) below a line of which nothing current is known (R-ROLL-6)."""

from collections.abc import Iterator

from scorecard.evaluation import Evaluation, Line
from scorecard.evaluation.tree import state_of
from scorecard.rollup import State


def unknown_stars(evaluation: Evaluation, line: Line) -> tuple[Line, ...]:
    """The stale and missing ★ KPIs below `line`, at any depth, in the order of the tree: they do
    not cap its colour, and would if they turned out red."""
    return tuple(each for each in _below(evaluation, line.node.id) if _is_unknown_star(each))


def _is_unknown_star(line: Line) -> bool:
    if not line.node.star or line.cell is None:
        return False
    return state_of(line.cell, line.stale) in {State.MISSING, State.STALE}


def _below(evaluation: Evaluation, node_id: str) -> Iterator[Line]:
    for child in evaluation.below(node_id):
        yield evaluation.line(child)
        yield from _below(evaluation, child)
