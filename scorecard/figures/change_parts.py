"""Why the score of a parent changed, child by child (R-ROLL-9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.evaluation import Evaluation, Line
from scorecard.rollup import Weighted, change_parts


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """The change since the period before: `parts` of the children counted in both periods, and
    the `composition`, which children that came, went, are missing or weigh differently made."""

    total: float
    parts: Mapping[str, float]
    composition: float


def score_parts(evaluation: Evaluation, line: Line) -> ScoreParts | None:
    """The parts of a parent's change; None where there is nothing to compare."""
    earlier = evaluation.view.shifted(-1)
    if line.cell is not None or line.score is None or earlier is None:
        return None
    before = evaluation.at(earlier)
    if before.line(line.node.id).score is None:
        return None
    found = change_parts(_children(before, line), _children(evaluation, line))
    if found.total is None or found.composition is None:
        return None
    return ScoreParts(found.total, found.parts, found.composition)


def _children(evaluation: Evaluation, line: Line) -> dict[str, Weighted]:
    lines = map(evaluation.line, evaluation.below(line.node.id))
    return {each.node.id: (each.node.weight, None if each.stale else each.score) for each in lines}
