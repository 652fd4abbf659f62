"""What a process itself suggests as a target, and what it says of a candidate (R-TARGET-8)."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, fsum
from typing import NamedTuple

from scorecard.number import snap
from scorecard.vocabulary import Direction

#: Fewer values say nothing of a target.
FEWEST = 6
_MOST = 12
_LIMIT_FACTOR = 2.66  # natural process limits from the mean moving range (R-SIGNAL-2)


class Advice(NamedTuple):
    """What the last values suggest: `keep` as before, `stretch` to the best quartile.

    `limit` is the process limit on the good side, `easy` that on the bad side. `verdict` on the
    candidate is `always_met`, `by_chance` or `needs_change`, None without a candidate.
    """

    keep: float
    stretch: float
    limit: float
    easy: float
    verdict: str | None = None


def advise(
    history: Sequence[float], better: Direction, candidate: float | None = None
) -> Advice | None:
    """The advice from the known values, oldest first; None where there are fewer than six.

    `better` is `higher` or `lower`.
    """
    recent = history[-_MOST:]
    if len(recent) < FEWEST:
        return None
    # Lower is the mirror image: turned round, everything is "higher".
    turn = -1.0 if better is Direction.LOWER else 1.0
    values = [turn * value for value in recent]
    easy, hard = process_limits(values)
    return Advice(
        keep=snap(turn * quantile(values, 0.5)),
        stretch=snap(turn * quantile(values, 0.75)),
        limit=turn * hard + 0.0,
        easy=turn * easy + 0.0,
        verdict=None if candidate is None else _verdict(turn * candidate, easy, hard),
    )


def process_limits(values: Sequence[float]) -> tuple[float, float]:
    """The lower and the upper natural limit of two values or more, in the order of time."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    mean, width = fsum(values) / len(values), _LIMIT_FACTOR * fsum(ranges) / len(ranges)
    return snap(mean - width), snap(mean + width)


def quantile(values: Sequence[float], p: float) -> float:
    """The quantile of type 7: linear between the neighbours of position p·(n-1)."""
    ordered = sorted(values)
    place = p * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _verdict(candidate: float, easy: float, hard: float) -> str:
    if candidate <= easy:
        return "always_met"
    return "needs_change" if candidate > hard else "by_chance"
