"""The limits that a value is judged by: typed or derived, exact and snapped (R-COLOUR-2 to 6)."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isfinite, nan
from typing import Literal, NamedTuple

from scorecard.number import exact, snap_exact
from scorecard.vocabulary import Direction

Convention = Literal["two_minus", "target_over_actual"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a value is judged against, all on the stored scale.

    `target` is the base for IMPROVE (None: there is none) and the budget for BUDGET; `low` and
    `high` are the target of a RANGE. `green` and `amber` are typed limits, those of a RANGE or
    an EXACT target have a low and a high side; what is None is derived. A value equal to a
    strict one does not meet it. `baseline` is the value
    that scores 0, `ceiling` the highest value there can be. `better` says which way is good
    for IMPROVE (None: higher) and BUDGET (None: lower). `exact` holds by their names the numbers
    that twelve digits cannot say, such as a twelfth of a yearly target: scores are computed from
    these (R-NUMBER-1).
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
    exact: tuple[tuple[str, Fraction], ...] = ()

    @property
    def toward(self) -> Direction:
        """The direction it is judged by: HIGHER or LOWER for IMPROVE and BUDGET."""
        if self.direction is Direction.IMPROVE:
            return Direction.LOWER if self.better is Direction.LOWER else Direction.HIGHER
        if self.direction is Direction.BUDGET:
            return Direction.HIGHER if self.better is Direction.HIGHER else Direction.LOWER
        return self.direction

    @property
    def has_target(self) -> bool:
        """Whether there is anything to judge by."""
        if self.direction is Direction.RANGE:
            return self.low is not None and self.high is not None
        targetless = {Direction.ZERO, Direction.YES}
        return self.direction in targetless or self.target is not None


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


class Exact(NamedTuple):
    """A side before it is snapped."""

    target: Fraction
    green: Fraction
    amber: Fraction
    floor: Fraction


class ExactLimits(NamedTuple):
    """The limits in use before they are snapped."""

    low: Exact | None = None
    high: Exact | None = None


_UNUSABLE = Limits(Side(nan, nan, nan, nan))


@lru_cache(maxsize=4096)
def limits(criterion: Criterion) -> Limits:
    """The limits that `judge` uses, typed or derived (R-COLOUR-3 to 6, R-SCORE-3); for values
    of a ZERO target they apply to the distance from 0. No numbers where a given one is none."""
    if not _is_finite(criterion):
        return _UNUSABLE
    low, high = exact_limits(criterion)
    return Limits(
        None if low is None else Side(*map(snap_exact, low)),
        None if high is None else Side(*map(snap_exact, high)),
    )


@lru_cache(maxsize=4096)
def exact_limits(criterion: Criterion) -> ExactLimits:
    """The same before they are snapped; only for a criterion of finite numbers."""
    toward = criterion.toward
    if not criterion.has_target or toward is Direction.YES:
        return ExactLimits()
    if toward is Direction.HIGHER:
        return ExactLimits(low=_single(criterion, 1, target_of(criterion)))
    if toward is Direction.LOWER:
        return ExactLimits(high=_single(criterion, -1, target_of(criterion)))
    if toward is Direction.ZERO:
        return ExactLimits(high=_single(criterion, -1, Fraction(0)))
    return _two_sides(criterion) if toward in _TWO_SIDED else ExactLimits()


_TWO_SIDED = {Direction.RANGE, Direction.EXACT}


def target_of(criterion: Criterion) -> Fraction:
    """The target exactly; 0 where there is none."""
    return _exact(criterion, "target", criterion.target) or Fraction(0)


def edges_of(criterion: Criterion) -> tuple[Fraction, Fraction]:
    """The edges of a RANGE exactly."""
    low = _exact(criterion, "low", criterion.low)
    return low or Fraction(0), _exact(criterion, "high", criterion.high) or Fraction(0)


def faults(criterion: Criterion) -> str | None:
    """`threshold_order` where limits are in the wrong order (R-COLOUR-3), else None."""
    low, high = used = limits(criterion)
    in_order = all(isfinite(limit) for side in used if side for limit in side) and (
        (low is None or low.amber <= low.green <= low.target)
        and (high is None or high.amber >= high.green >= high.target)
        and (low is None or high is None or low.target <= high.target)
    )
    return None if in_order else "threshold_order"


def is_strict(criterion: Criterion) -> bool:
    """Whether a value equal to the target does not meet it (R-COLOUR-7, R-COLOUR-8)."""
    one_sided = criterion.toward in {Direction.HIGHER, Direction.LOWER}
    return one_sided and (criterion.strict or criterion.direction is Direction.IMPROVE)


def _exact(criterion: Criterion, name: str, value: float | None) -> Fraction | None:
    if value is None:
        return None
    return next((number for own, number in criterion.exact if own == name), None) or exact(value)


def _is_finite(criterion: Criterion) -> bool:
    c = criterion
    numbers = (c.target, c.low, c.high, c.green, c.amber, c.baseline, c.ceiling)
    sides = (c.green_low, c.green_high, c.amber_low, c.amber_high)
    return all(number is None or isfinite(number) for number in numbers + sides)


def _single(criterion: Criterion, sign: int, target: Fraction) -> Exact:
    green = _exact(criterion, "green", criterion.green)
    amber = _exact(criterion, "amber", criterion.amber)
    return _side(criterion, sign, target, (green, amber), _width(criterion, target))


def _width(criterion: Criterion, target: Fraction) -> Fraction:
    """How wide amber is where nobody typed it (R-COLOUR-4, R-COLOUR-6)."""
    if criterion.direction is Direction.ZERO:
        return Fraction(0)
    tenth, ceiling = abs(target) / 10, _exact(criterion, "ceiling", criterion.ceiling)
    if criterion.direction is not Direction.HIGHER or ceiling is None:
        return tenth
    return min(tenth, ceiling - target) if target < ceiling else abs(target) / 20


def _two_sides(criterion: Criterion) -> ExactLimits:
    if criterion.direction is Direction.EXACT:
        low = high = target_of(criterion)
        width = abs(low) / 20
    else:
        low, high = edges_of(criterion)
        width = (high - low) / 2
    c = criterion
    below = (_exact(c, "green_low", c.green_low), _exact(c, "amber_low", c.amber_low))
    above = (_exact(c, "green_high", c.green_high), _exact(c, "amber_high", c.amber_high))
    return ExactLimits(_side(c, 1, low, below, width), _side(c, -1, high, above, width))


def _side(
    criterion: Criterion,
    sign: int,
    target: Fraction,
    typed: tuple[Fraction | None, Fraction | None],
    width: Fraction,
) -> Exact:
    """The limits of one side; `typed` are green and amber, `sign` is -1 where less is better."""
    green = target if typed[0] is None else typed[0]
    amber = green - sign * width if typed[1] is None else typed[1]
    baseline = _exact(criterion, "baseline", criterion.baseline)
    if baseline is not None and sign * snap_exact(baseline) < sign * snap_exact(amber):
        return Exact(target, green, amber, baseline)
    return Exact(target, green, amber, green - 5 * (green - amber))
