"""Scores read backwards: which there can be, and the values that reach one (R-SCORE)."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from scorecard.number import exact
from scorecard.scoring import Criterion, Side, faults, limits, strict_edges
from scorecard.vocabulary import Direction

#: Closed stretches of scores, rising.
Spans = tuple[tuple[float, float], ...]

ANY: Spans = ((0.0, 100.0),)
#: The colours of a KPI by its score; no score lies between them (R-SCORE-5).
RED, AMBER, GREEN = (0.0, 59.9999999999), (60.0, 89.9999999999), (90.0, 100.0)
_FULL, _NONE = (100.0, 100.0), (0.0, 0.0)


class Wanted(NamedTuple):
    """The values from `low` to `high`, None where that side is open; `strict` without these."""

    low: float | None = None
    high: float | None = None
    strict: bool = False


def attainable(criterion: Criterion | None) -> Spans:
    """The scores that some value has: a target that is the green limit leaves none between 90
    and 100, yes or no only 0 and 100. Any where nothing is known."""
    if criterion is None or faults(criterion) is not None:
        return ANY
    sides = [side for side in limits(criterion) if side is not None]
    if criterion.direction is Direction.YES:
        return (_NONE, _FULL)
    return _united([zone for side in sides for zone in _zones(side)]) or ANY


def wanted(criterion: Criterion, score: float) -> Wanted | None:
    """The values that score at least `score`, above 0 and at most 100; None where the criterion
    gives no score. Those of a zero target are on both sides of 0."""
    if faults(criterion) is not None:
        return None
    if criterion.direction is Direction.YES:
        return Wanted(low=1.0)
    used = limits(criterion)
    if used == (None, None):
        return None
    turned_away = {edge for edge, _, given in strict_edges(criterion, used) if given < score}
    low = None if used.low is None else _rounded(_reached(used.low, score), ROUND_CEILING)
    high = None if used.high is None else _rounded(_reached(used.high, score), ROUND_FLOOR)
    strict = not turned_away.isdisjoint({low, high} - {None})
    if criterion.direction is Direction.ZERO and high is not None:
        low = 0.0 - high
    return Wanted(low, high, strict)


def _zones(side: Side) -> list[tuple[float, float]]:
    return [
        RED if side.floor != side.amber else _NONE,
        *([AMBER] if side.amber != side.green else []),
        GREEN if side.green != side.target else _FULL,
    ]


def _united(spans: list[tuple[float, float]]) -> Spans:
    """Each once; of two that end alike the longer one."""
    found: list[tuple[float, float]] = []
    for span in sorted(set(spans), key=lambda each: (each[0], -each[1])):
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return tuple(found)


def _reached(side: Side, score: float) -> Fraction:
    """The value of a side that has `score`, or the next better one that any has."""
    if score > GREEN[0]:
        return _between(side.green, side.target, (exact(score) - 90) / 10)
    if score > AMBER[0]:
        return _between(side.amber, side.green, (exact(score) - 60) / 30)
    return _between(side.floor, side.amber, exact(score) / 60)


def _between(start: float, end: float, share: Fraction) -> Fraction:
    return exact(start) + (exact(end) - exact(start)) * share


def _rounded(value: Fraction, rounding: str) -> float:
    """At twelve significant digits (R-NUMBER-2), on the side that has the score."""
    context = Context(prec=12, rounding=rounding)
    return float(context.divide(Decimal(value.numerator), Decimal(value.denominator))) + 0.0
