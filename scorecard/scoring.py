"""Colour, score and attainment of one value (R-COLOUR, R-SCORE)."""

from fractions import Fraction
from math import isfinite
from typing import NamedTuple

from scorecard.limits import (
    Convention,
    Criterion,
    Exact,
    Limits,
    Side,
    edges_of,
    exact_limits,
    faults,
    is_strict,
    limits,
    target_of,
)
from scorecard.number import exact, snap, snap_exact
from scorecard.vocabulary import Direction, Missing, Status, Value

#: A judgement and what it is made by.
__all__ = [
    "BELOW",
    "Convention",
    "Criterion",
    "Judgement",
    "Limits",
    "Side",
    "faults",
    "fixed",
    "is_strict",
    "judge",
    "limits",
    "meets",
    "strict_edges",
]
#: The greatest scores of twelve digits that are still below green and below amber (R-SCORE-5).
BELOW = {Status.AMBER: 89.9999999999, Status.RED: 59.9999999999}


class Judgement(NamedTuple):
    """A colour and why. `rule` is the id of the rule that chose the colour, `reason` the code
    for a grey one. `score` is 0 to 100, `attainment` a fraction that is not capped (R-SCORE-7)."""

    status: Status
    score: float | None = None
    attainment: float | None = None
    reason: str | None = None
    rule: str = "R-COLOUR-1"


_RULES = {
    Direction.HIGHER: "R-COLOUR-2",
    Direction.LOWER: "R-COLOUR-2",
    Direction.RANGE: "R-COLOUR-5",
    Direction.EXACT: "R-COLOUR-5",
    Direction.ZERO: "R-COLOUR-6",
    Direction.YES: "R-COLOUR-8",
    Direction.IMPROVE: "R-COLOUR-8",
    Direction.BUDGET: "R-COLOUR-8",
}
_WITHOUT_TARGET = {Direction.IMPROVE: "no_base", Direction.BUDGET: "no_budget"}


def judge(value: Value, criterion: Criterion | None) -> Judgement:
    """The colour, score and attainment of `value`; yes is 1.0, no is 0.0. Never raises.

    Grey with a reason for a missing value, a missing base or budget and for limits in the wrong
    order (`threshold_order`); blue without a target.
    """
    if isinstance(value, Missing) or not isfinite(value):
        reason = value.reason if isinstance(value, Missing) else "no_data"
        return Judgement(Status.GREY, reason=reason)
    found = fixed(criterion)
    if found is not None or criterion is None:
        return found or Judgement(Status.BLUE)
    return _judged(snap(value), criterion, limits(criterion))


def meets(value: float, criterion: Criterion) -> bool:
    """Whether a value reaches the target itself, whatever its green limit allows; the criterion
    must have one, in order."""
    seen = snap(value)
    if criterion.direction is Direction.YES:
        return seen >= 1
    size = abs(seen) if criterion.direction is Direction.ZERO else seen
    low, high = limits(criterion)
    if is_strict(criterion):
        return (low is None or size > low.target) and (high is None or size < high.target)
    return (low is None or size >= low.target) and (high is None or size <= high.target)


def fixed(criterion: Criterion | None) -> Judgement | None:
    """What a criterion says of every value alike: blue or grey; None where the value decides."""
    if criterion is None or criterion.direction is Direction.NONE:
        return Judgement(Status.BLUE)
    if not criterion.has_target:
        return _without_target(criterion.direction)
    if faults(criterion) is not None:
        return Judgement(Status.GREY, reason="threshold_order", rule="R-COLOUR-3")
    return None


def _without_target(direction: Direction) -> Judgement:
    reason = _WITHOUT_TARGET.get(direction)
    if reason is None:
        return Judgement(Status.BLUE)
    return Judgement(Status.GREY, reason=reason, rule="R-COLOUR-8")


def _judged(value: float, criterion: Criterion, used: Limits) -> Judgement:
    rule = _RULES[criterion.direction]
    attainment = _attainment(value, criterion)
    if criterion.direction is Direction.YES:
        met = value >= 1
        status = Status.GREEN if met else Status.RED
        return Judgement(status, 100.0 if met else 0.0, attainment, None, rule)
    size = abs(value) if criterion.direction is Direction.ZERO else value
    status, score, at_edge = _coloured(size, used, criterion)
    if at_edge and criterion.direction is not Direction.IMPROVE:
        rule = "R-COLOUR-7"
    return Judgement(status, score, attainment, None, rule)


def _coloured(value: float, used: Limits, criterion: Criterion) -> tuple[Status, float, bool]:
    """Colour, score, and whether a strict limit was missed by equality."""
    low, high = used
    for edge, status, score in strict_edges(criterion, used):
        if value == edge:
            return status, score, True
    below, above = exact_limits(criterion)
    if low is not None and below is not None and value < low.target:
        return (*_short_of(low, below, value, 1), False)
    if high is not None and above is not None and value > high.target:
        return (*_short_of(high, above, value, -1), False)
    return Status.GREEN, 100.0, False


def strict_edges(criterion: Criterion, used: Limits) -> list[tuple[float, Status, float]]:
    """The values that a strict target or limit turns away, each with its colour and score: the
    top of the next worse colour (R-COLOUR-7, R-SCORE-5)."""
    edges: list[tuple[float, Status, float]] = []
    for side in used:
        if side is None:
            continue
        below = 59.0 if side.floor != side.amber else 0.0
        strict_target = is_strict(criterion) and side.target == side.green
        if criterion.green_strict or strict_target:
            has_amber = side.amber != side.green
            worse = (Status.AMBER, 89.0) if has_amber else (Status.RED, below)
            edges.append((side.green, *worse))
        if criterion.amber_strict and side.amber != side.green:
            edges.append((side.amber, Status.RED, below))
    return edges


def _short_of(side: Side, whole: Exact, value: float, sign: int) -> tuple[Status, float]:
    """Colour and score of a value that does not reach the target of its side (R-SCORE-1): the
    colour by the snapped limits, the score from the exact ones and within its colour."""
    if sign * value >= sign * side.green:
        return Status.GREEN, max(_score(value, 90, 10, whole.green, whole.target), 90.0)
    if sign * value >= sign * side.amber:
        score = _score(value, 60, 30, whole.amber, whole.green)
        return Status.AMBER, min(max(score, 60.0), BELOW[Status.AMBER])
    if sign * value <= sign * side.floor:
        return Status.RED, 0.0
    score = _score(value, 0, 60, whole.floor, whole.amber)
    return Status.RED, min(max(score, 0.0), BELOW[Status.RED])


def _score(value: float, base: int, more: int, start: Fraction, end: Fraction) -> float:
    """`base` at `start`, up to `more` above it at `end`."""
    return snap_exact(base + more * (exact(value) - start) / (end - start))


def _attainment(value: float, criterion: Criterion) -> float | None:
    """R-SCORE-7 to 9; None where a percentage would mean nothing."""
    toward, number = criterion.toward, exact(value)
    if toward is Direction.YES:
        return 1.0 if value >= 1 else 0.0
    if toward is Direction.RANGE:
        return _attainment_of_range(number, *edges_of(criterion))
    target = target_of(criterion)
    if toward is Direction.EXACT:
        return snap_exact(1 - abs(number - target) / abs(target)) if target else None
    if target <= 0:
        return None
    if toward is Direction.HIGHER:
        return snap_exact(number / target)
    if toward is Direction.LOWER:
        return _attainment_of_lower(number, target, criterion.convention)
    return None


def _attainment_of_lower(value: Fraction, target: Fraction, convention: Convention) -> float | None:
    if convention == "two_minus":
        return snap_exact(2 - value / target)
    return snap_exact(target / value) if value > 0 else None


def _attainment_of_range(value: Fraction, low: Fraction, high: Fraction) -> float | None:
    if low <= value <= high:
        return 1.0
    edge = low if value < low else high
    if edge <= 0:
        return None
    return snap_exact(value / edge if value < low else 2 - value / edge)
