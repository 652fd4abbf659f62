"""Colour, score and attainment of one value (R-COLOUR, R-SCORE)."""

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Literal, NamedTuple

from scorecard.number import snap
from scorecard.series import total
from scorecard.vocabulary import Direction, Missing, Status, Value

Convention = Literal["two_minus", "target_over_actual"]

#: The greatest scores of twelve digits that are still below green and below amber (R-SCORE-5).
_BELOW = {Status.AMBER: 89.9999999999, Status.RED: 59.9999999999}


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a value is judged against, all on the stored scale.

    `target` is the base for IMPROVE (None: there is none) and the budget for BUDGET; `low` and
    `high` are the target of a RANGE. `green` and `amber` are typed limits, those of a RANGE or
    an EXACT target have a low and a high side; what is None is derived. A value equal to a
    strict one does not meet it. `baseline` is the value
    that scores 0, `ceiling` the highest value there can be. `better` says which way is good
    for IMPROVE (None: higher) and BUDGET (None: lower).
    """

    direction: Direction
    target: float | None = None
    low: float | None = None
    high: float | None = None
    green: float | None = None
    amber: float | None = None
    green_low: float | None = None
    green_high: float | None = None
    amber_low: float | None = None
    amber_high: float | None = None
    baseline: float | None = None
    ceiling: float | None = None
    strict: bool = False
    green_strict: bool = False
    amber_strict: bool = False
    better: Direction | None = None
    convention: Convention = "two_minus"

    @property
    def toward(self) -> Direction:
        """The direction it is judged by: HIGHER or LOWER for IMPROVE and BUDGET."""
        if self.direction is Direction.IMPROVE:
            return Direction.LOWER if self.better is Direction.LOWER else Direction.HIGHER
        if self.direction is Direction.BUDGET:
            return Direction.HIGHER if self.better is Direction.HIGHER else Direction.LOWER
        return self.direction


class Side(NamedTuple):
    """The limits on one side: score 100 from `target`, 90 from `green`, 60 from `amber`, 0 from
    `floor` on (R-SCORE-1). All snapped; without an amber zone `amber` equals `green`."""

    target: float
    green: float
    amber: float
    floor: float


class Limits(NamedTuple):
    """The limits in use. `low` is for values that are too low (HIGHER, RANGE, EXACT), `high`
    for values that are too high (LOWER, RANGE, EXACT, ZERO); None where there is none."""

    low: Side | None = None
    high: Side | None = None


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
    if criterion is None or criterion.direction is Direction.NONE:
        return Judgement(Status.BLUE)
    if not _has_target(criterion):
        return _without_target(criterion.direction)
    used = limits(criterion)
    if not _in_order(used):
        return Judgement(Status.GREY, reason="threshold_order", rule="R-COLOUR-3")
    return _judged(snap(value), criterion, used)


@lru_cache(maxsize=4096)
def limits(criterion: Criterion) -> Limits:
    """The limits that `judge` uses, typed or derived (R-COLOUR-3 to 6, R-SCORE-3); for values
    of a ZERO target they apply to the distance from 0."""
    if not _has_target(criterion):
        return Limits()
    toward = criterion.toward
    if toward is Direction.HIGHER:
        return Limits(low=_single(criterion, 1, _target(criterion)))
    if toward is Direction.LOWER:
        return Limits(high=_single(criterion, -1, _target(criterion)))
    if toward is Direction.ZERO:
        return Limits(high=_single(criterion, -1, 0.0))
    return _two_sides(criterion) if toward in {Direction.RANGE, Direction.EXACT} else Limits()


def faults(criterion: Criterion) -> str | None:
    """`threshold_order` where limits are in the wrong order (R-COLOUR-3), else None."""
    return None if _in_order(limits(criterion)) else "threshold_order"


def is_strict(criterion: Criterion) -> bool:
    """Whether a value equal to the target does not meet it (R-COLOUR-7, R-COLOUR-8)."""
    one_sided = criterion.toward in {Direction.HIGHER, Direction.LOWER}
    return one_sided and (criterion.strict or criterion.direction is Direction.IMPROVE)


def _in_order(used: Limits) -> bool:
    low, high = used
    return all(isfinite(limit) for side in used if side for limit in side) and (
        (low is None or low.amber <= low.green <= low.target)
        and (high is None or high.amber >= high.green >= high.target)
        and (low is None or high is None or low.target <= high.target)
    )


def _has_target(criterion: Criterion) -> bool:
    if criterion.direction is Direction.RANGE:
        return criterion.low is not None and criterion.high is not None
    targetless = {Direction.ZERO, Direction.YES}
    return criterion.direction in targetless or criterion.target is not None


def _without_target(direction: Direction) -> Judgement:
    reason = _WITHOUT_TARGET.get(direction)
    if reason is None:
        return Judgement(Status.BLUE)
    return Judgement(Status.GREY, reason=reason, rule="R-COLOUR-8")


def _target(criterion: Criterion) -> float:
    return snap(criterion.target or 0.0)


def _single(criterion: Criterion, sign: int, target: float) -> Side:
    typed = (criterion.green, criterion.amber)
    return _side(sign, target, typed, _width(criterion, target), criterion.baseline)


def _width(criterion: Criterion, target: float) -> float:
    """How wide amber is where nobody typed it (R-COLOUR-4, R-COLOUR-6)."""
    if criterion.direction is Direction.ZERO:
        return 0.0
    tenth, ceiling = 0.1 * abs(target), criterion.ceiling
    if criterion.direction is not Direction.HIGHER or ceiling is None:
        return tenth
    return min(tenth, total([ceiling, -target])) if target < ceiling else 0.05 * abs(target)


def _two_sides(criterion: Criterion) -> Limits:
    if criterion.direction is Direction.EXACT:
        low = high = _target(criterion)
        width = 0.05 * abs(low)
    else:
        low, high = snap(criterion.low or 0.0), snap(criterion.high or 0.0)
        width = total([high, -low]) / 2
    typed_low = (criterion.green_low, criterion.amber_low)
    typed_high = (criterion.green_high, criterion.amber_high)
    return Limits(
        _side(1, low, typed_low, width, criterion.baseline),
        _side(-1, high, typed_high, width, criterion.baseline),
    )


def _side(
    sign: int,
    target: float,
    typed: tuple[float | None, float | None],
    width: float,
    baseline: float | None,
) -> Side:
    """The limits of one side; `typed` are green and amber, `sign` is -1 where less is better."""
    green = target if typed[0] is None else snap(typed[0])
    amber = total([green, -sign * snap(width)]) if typed[1] is None else snap(typed[1])
    if baseline is not None and sign * snap(baseline) < sign * amber:
        return Side(target, green, amber, snap(baseline))
    five_widths = snap(5 * total([green, -amber]))
    return Side(target, green, amber, total([green, -five_widths]))


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
    if low is not None and value < low.target:
        return (*_short_of(low, value, 1), False)
    if high is not None and value > high.target:
        return (*_short_of(high, value, -1), False)
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


def _short_of(side: Side, value: float, sign: int) -> tuple[Status, float]:
    """Colour and score of a value that does not reach the target of its side (R-SCORE-1)."""
    if sign * value >= sign * side.green:
        return Status.GREEN, snap(90 + 10 * _share(value, side.green, side.target))
    if sign * value >= sign * side.amber:
        score = snap(60 + 30 * _share(value, side.amber, side.green))
        return Status.AMBER, min(score, _BELOW[Status.AMBER])
    if sign * value <= sign * side.floor:
        return Status.RED, 0.0
    return Status.RED, min(snap(60 * _share(value, side.floor, side.amber)), _BELOW[Status.RED])


def _share(value: float, start: float, end: float) -> float:
    return total([value, -start]) / total([end, -start])


def _attainment(value: float, criterion: Criterion) -> float | None:
    """R-SCORE-7 to 9; None where a percentage would mean nothing."""
    match criterion.toward:
        case Direction.HIGHER:
            target = _target(criterion)
            return snap(value / target) if target > 0 else None
        case Direction.LOWER:
            return _attainment_of_lower(value, _target(criterion), criterion.convention)
        case Direction.RANGE:
            return _attainment_of_range(
                value, snap(criterion.low or 0.0), snap(criterion.high or 0.0)
            )
        case Direction.EXACT:
            target = _target(criterion)
            off = abs(total([value, -target]))
            return snap(total([abs(target), -off]) / abs(target)) if target else None
        case Direction.YES:
            return 1.0 if value >= 1 else 0.0
    return None


def _attainment_of_lower(value: float, target: float, convention: Convention) -> float | None:
    if target <= 0:
        return None
    if convention == "two_minus":
        return _two_minus(value, target)
    return snap(target / value) if value > 0 else None


def _attainment_of_range(value: float, low: float, high: float) -> float | None:
    if low <= value <= high:
        return 1.0
    edge = low if value < low else high
    if edge <= 0:
        return None
    return snap(value / edge) if value < low else _two_minus(value, edge)


def _two_minus(value: float, target: float) -> float:
    """2 - value / target, subtracted before it is divided: near 0 no digit is lost."""
    return snap(total([target, target, -value]) / target)
