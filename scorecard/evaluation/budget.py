"""A budget over the same cells as the value that it is for (R-COLOUR-8)."""

from scorecard.evaluation.scope import Kept, MeasureScope
from scorecard.evaluation.situation import Situation
from scorecard.model.records import Measure
from scorecard.vocabulary import Missing, known


def budgeted(at: Situation, measure: Measure) -> tuple[float | None, Situation]:
    """The budget, and the situation over those cells that have one: like against like. None
    where no cell has one, or where not all of twelve months have that make one value."""
    kept = at.counted.kept
    if not kept:
        every: Kept = dict.fromkeys(range(len(at.stretch.numbers)))
        return known(at.scope_of(measure, every).told(measure.id)), at
    covered = _covered(at, measure)
    if not covered or (at.version.window == "trailing_12m" and len(covered) < len(kept)):
        return None, at
    base = known(at.scope_of(measure, covered).told(measure.id))
    judged = {place: covered[place] or kept[place] for place in covered}
    return base, at if judged == kept else at.narrowed(judged)


def _covered(at: Situation, measure: Measure) -> Kept:
    """The cells with a budget: of the units that count in them, where these have one each, else
    of whoever keeps it."""
    leaves = at.measuring.leaves(measure.id, at.org)
    found: dict[int, tuple[str, ...] | None] = {}
    for place, units in at.counted.kept.items():
        apart = units is not None and set(units) <= set(leaves)
        if units is not None and apart:
            there = tuple(unit for unit in units if _is_there(at, measure, place, (unit,)))
            if there:
                found[place] = there
        elif _is_there(at, measure, place, leaves):
            found[place] = None
    return found


def _is_there(at: Situation, measure: Measure, place: int, units: tuple[str, ...]) -> bool:
    scope: MeasureScope = at.scope_of(measure, {place: units})
    return not isinstance(scope.value(measure.id).value, Missing)
