"""Two values of a KPI made comparable: sums over the cells that both have (R-CHANGE-4)."""

from dataclasses import replace

from scorecard.evaluation.scope import Kept
from scorecard.evaluation.situation import Situation


def alike(now: Situation, then: Situation) -> tuple[Situation, Situation]:
    """Both situations of a sum over the cells that both have values in, paired by their place;
    where these are of another kind both stay as they are."""
    if now.stretch.kind is not then.stretch.kind:
        return now, then
    both = _both(now.counted.kept, then.counted.kept)
    return _over(now, both), _over(then, both)


def _over(at: Situation, kept: Kept) -> Situation:
    return replace(at, counted=replace(at.counted, kept=kept))


def _both(one: Kept, other: Kept) -> Kept:
    """The cells of both; None for units stands for all of them."""
    found: dict[int, tuple[str, ...] | None] = {}
    for place in sorted(one.keys() & other.keys()):
        here, there = one[place], other[place]
        if here is None or there is None:
            found[place] = here or there
        elif units := tuple(unit for unit in here if unit in there):
            found[place] = units
    return found
