"""What weights make of siblings: their sum, and what part of it each line has."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.evaluation import Evaluation
from scorecard.number import plain
from scorecard.series import total
from scorecard.text import Said


class Weighing(NamedTuple):
    """`siblings` lines with the sum `total` of their weights; `share` of it is that of each line
    that is weighed, None where all weigh nothing."""

    siblings: int
    total: float
    share: float | None


def weighing(evaluation: Evaluation, nodes: Sequence[str], weight: float) -> Weighing | None:
    """What it would be if each of `nodes` weighed `weight`; None where they are no siblings."""
    lines = evaluation.board.nodes
    parents = {lines[node].parent for node in nodes}
    if len(parents) != 1:
        return None
    there = evaluation.below(parents.pop())
    weights = [weight if node in nodes else lines[node].weight for node in there]
    summed = total(weights)
    return Weighing(len(there), summed, weight / summed if summed else None)


def weighing_said(evaluation: Evaluation, nodes: Sequence[str], weight: float) -> Said:
    """The same as a sentence."""
    found = weighing(evaluation, nodes, weight)
    if found is None:
        return Said("window.weighing.apart")
    facts = {"count": str(found.siblings), "total": str(plain(found.total))}
    if found.share is None:
        return Said("window.weighing.nothing", facts)
    key = "window.weighing.one" if len(nodes) == 1 else "window.weighing"
    return Said(key, {**facts, "share": f"{100 * found.share:.1f} %"})
