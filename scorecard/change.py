"""How much a value changed, and whether that is better (R-CHANGE)."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.number import snap
from scorecard.scoring import Criterion
from scorecard.series import total
from scorecard.vocabulary import Direction, Missing, Value


class Change(NamedTuple):
    """A change on the stored scale. `relative` is a fraction of the base, `points` are
    percentage points (百分點) of a percent KPI, which has no `relative`. `better` is None where
    nothing changed or nothing says what is good. `reason`: `no_data`, `no_base`,
    `no_such_period`, or `base_not_positive` where only the absolute change means anything."""

    absolute: float | None = None
    relative: float | None = None
    points: float | None = None
    better: bool | None = None
    reason: str | None = None


class LikeForLike(NamedTuple):
    """The change over the cells present on both sides: `pairs` of them, out of `of`."""

    change: Change
    pairs: int
    of: int


def compare(
    current: Value, base: Value, criterion: Criterion | None = None, *, percent: bool = False
) -> Change:
    """The change from `base` to `current` (R-CHANGE-1 to 3, 5).

    `percent`: the KPI is a percentage, stored as a fraction. `criterion` says what is good; its
    target may be missing.
    """
    if isinstance(current, Missing):
        return Change(reason="no_data")
    if isinstance(base, Missing):
        gone = base.reason == "no_such_period"
        return Change(reason="no_such_period" if gone else "no_base")
    current, base = snap(current), snap(base)
    absolute, better = total([current, -base]), _is_better(current, base, criterion)
    if percent:
        return Change(absolute, points=snap(100 * absolute), better=better)
    if base <= 0:
        return Change(absolute, better=better, reason="base_not_positive")
    return Change(absolute, snap(absolute / base), better=better)


def like_for_like(
    current: Sequence[Value],
    base: Sequence[Value],
    criterion: Criterion | None = None,
    *,
    percent: bool = False,
) -> LikeForLike:
    """The change of sums over the cells that both sides have (R-CHANGE-4); cells pair by place."""
    pairs = [
        (now, was)
        for now, was in zip(current, base, strict=True)
        if not isinstance(now, Missing) and not isinstance(was, Missing)
    ]
    if not pairs:
        return LikeForLike(Change(reason="no_data"), 0, len(current))
    now, was = (total(side) for side in zip(*pairs, strict=True))
    change = compare(now, was, criterion, percent=percent)
    return LikeForLike(change, len(pairs), len(current))


def per_day(value: Value, days: int) -> Value:
    """An additive value per calendar day of its period (R-CHANGE-6)."""
    return value if isinstance(value, Missing) else snap(value / days)


def yearly_growth(start: Value, end: Value, years: float) -> Value:
    """Average growth a year, a fraction (CAGR, R-CHANGE-7); missing unless both are above 0."""
    if isinstance(end, Missing):
        return Missing("no_data")
    if isinstance(start, Missing) or years <= 0:
        return Missing("no_base")
    if start <= 0 or end <= 0:
        return Missing("base_not_positive")
    return snap((end / start) ** (1 / years) - 1)


def _is_better(current: float, base: float, criterion: Criterion | None) -> bool | None:
    if criterion is None:
        return None
    now, was = _goodness(current, criterion), _goodness(base, criterion)
    return now > was if now != was else None


def _goodness(value: float, criterion: Criterion) -> float:
    """A number that is greater the better the value is; the same for all where nothing is."""
    match criterion.toward:
        case Direction.HIGHER | Direction.YES:
            return value
        case Direction.LOWER:
            return -value
        case Direction.ZERO:
            return -abs(value)
        case Direction.EXACT:
            return -_distance(value, criterion.target, criterion.target)
        case Direction.RANGE:
            return -_distance(value, criterion.low, criterion.high)
    return 0.0


def _distance(value: float, low: float | None, high: float | None) -> float:
    """How far `value` lies outside low..high; nothing where an edge is unknown."""
    if low is None or high is None:
        return 0.0
    return max(total([low, -value]), total([value, -high]), 0.0)
