"""What it takes: the value per period left with which the year meets its target (R-FORECAST-9)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.number import exact, snap_exact
from scorecard.scoring import Criterion, is_strict, limits
from scorecard.vocabulary import Direction
from scorecard.year import Mix, Peak, Year

Bounds = tuple[float | None, float | None]
#: Whether it is asked of each period left, of the last one, or of any one of them.
Asks = Literal["each", "last", "one"]
_Within = tuple[Fraction | None, Fraction | None]


#: What is good where the target is the edge of green; any other is a range.
_ONE_SIDED = {
    Direction.HIGHER: Direction.HIGHER,
    Direction.LOWER: Direction.LOWER,
    Direction.ZERO: Direction.LOWER,
}


class Needed(NamedTuple):
    """What periods left must be `at_least` and `at_most`, None on a side that asks nothing.

    `best` is the best of all periods so far, towards the side in question; `out_of_reach` where
    more is asked than that, or than can be. `met` and `missed`: whatever the periods left bring,
    the year meets its target, or it cannot.
    """

    at_least: float | None = None
    at_most: float | None = None
    best: float | None = None
    out_of_reach: bool = False
    met: bool = False
    missed: bool = False
    asks: Asks = "each"

    @property
    def single(self) -> float | None:
        """The one number that is asked for, None where it is none or a range."""
        if self.at_least is None or self.at_most is None:
            return self.at_most if self.at_least is None else self.at_least
        return self.at_least if self.at_least == self.at_most else None


class _Asked(NamedTuple):
    """One side of a target: the value per period it takes, None for nothing at all."""

    value: Fraction | None
    met: bool = False
    missed: bool = False


def needed(
    year: Year, criterion: Criterion, past: Sequence[float] = (), bounds: Bounds = (None, None)
) -> Needed | None:
    """What the periods left of `year` must bring; None where nothing is left or nothing is said
    to be good.

    `past` are the values of all comparable periods so far, `bounds` what no period can pass;
    the values of a zero target are distances from 0.
    """
    low, high = limits(criterion)
    if (low is None and high is None) or not _has_left(year):
        return None
    floor, ceiling = bounds
    if criterion.direction is Direction.ZERO:
        floor = max(floor or 0.0, 0.0)
    within = _fraction(floor), _fraction(ceiling)
    strict = is_strict(criterion)
    least = None if low is None else _asked(year, exact(low.target), within, strict=strict)
    most = None if high is None else _mirrored(year, exact(high.target), within, strict=strict)
    sides = [side for side in (least, most) if side is not None]
    if any(side.missed for side in sides):
        return Needed(out_of_reach=True, missed=True)
    met = all(side.met for side in sides)
    found = Needed(_number(least), _number(most), met=met, asks=_asks(year, least, most))
    return found if found.met or not past else _beside(found, past, strict=strict)


def green(criterion: Criterion) -> Criterion:
    """The criterion that is met by what is green: its target is the green limit."""
    low, high = limits(criterion)
    at_target = all(side is None or side.green == side.target for side in (low, high))
    if at_target and is_strict(criterion) >= criterion.green_strict:
        return criterion
    one_sided = criterion.toward in {Direction.HIGHER, Direction.LOWER, Direction.ZERO}
    edge = low if low is not None else high
    return Criterion(
        direction=_ONE_SIDED.get(criterion.toward, Direction.RANGE),
        target=edge.green if one_sided and edge is not None else None,
        low=None if low is None else low.green,
        high=None if high is None else high.green,
        strict=criterion.green_strict,
    )


def _asks(year: Year, least: _Asked | None, most: _Asked | None) -> Asks:
    if isinstance(year, Mix):
        return "last" if len(year.weights) > 1 and not any(year.weights[:-1]) else "each"
    side = least if year.upward else most
    return "one" if side is not None and side.value is not None else "each"


def _has_left(year: Year) -> bool:
    return isinstance(year, Peak) or sum(year.weights) > 0


def _asked(year: Year, target: Fraction, within: _Within, *, strict: bool) -> _Asked:
    """The least value of each period left with which the year reaches `target`."""
    floor, ceiling = within
    if isinstance(year, Peak):
        reached = year.so_far > target if strict else year.so_far >= target
        if reached is year.upward:  # one high period is enough; one low period spoils it
            return _Asked(None, met=reached, missed=not reached)
        value = target
    else:
        value = (target * year.whole - year.so_far) / sum(year.weights)
    if ceiling is not None and (value > ceiling or (strict and value == ceiling)):
        return _Asked(None, missed=True)
    if floor is not None and (value < floor or (not strict and value == floor)):
        return _Asked(floor, met=True)
    return _Asked(value)


def _mirrored(year: Year, target: Fraction, within: _Within, *, strict: bool) -> _Asked:
    """The greatest value with which the year is not above `target`: all signs turned."""
    floor, ceiling = within
    turned: Year = (
        Peak(-year.so_far, not year.upward)
        if isinstance(year, Peak)
        else Mix(-year.so_far, year.weights, year.whole)
    )
    ends = None if ceiling is None else -ceiling, None if floor is None else -floor
    value, met, missed = _asked(turned, -target, ends, strict=strict)
    return _Asked(None if value is None else -value, met, missed)


def _beside(found: Needed, past: Sequence[float], *, strict: bool) -> Needed:
    """What is needed beside the best of all periods so far."""
    highest, lowest = max(past), min(past)
    least, most = found.at_least, found.at_most
    above = least is not None and (least > highest or (strict and least == highest))
    below = most is not None and (most < lowest or (strict and most == lowest))
    best = highest if above or most is None else lowest if below or least is None else None
    return found._replace(best=best, out_of_reach=above or below)


def _number(side: _Asked | None) -> float | None:
    return None if side is None or side.value is None else snap_exact(side.value)


def _fraction(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)
