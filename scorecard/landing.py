"""Where the year will end, and what that asks of the periods left (R-FORECAST-8, 9)."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scorecard.needed import Bounds, Needed, green, needed
from scorecard.number import exact, snap_exact
from scorecard.scoring import Criterion, is_strict, limits
from scorecard.series import total
from scorecard.vocabulary import Missing, Value
from scorecard.year import Year, added


class Outlook(StrEnum):
    """Whether the year's target will be met: 可望達成, 未定, 難以達成."""

    ON_COURSE = "on_course"
    UNCERTAIN = "uncertain"
    OFF_COURSE = "off_course"


class Landing(NamedTuple):
    """The year's end: `value`, its 80 % interval (None without one), `needed_per_period` to meet
    the target (None where nothing says, or where it asks for a range) and how many past cells
    are `missing` in it. `to_date` is what the periods so far add up to, None where they do not
    add up; `needed` is all that is known of what the target takes, `finish` of what green does.
    """

    value: float
    low: float | None
    high: float | None
    to_date: float | None
    outlook: Outlook
    needed_per_period: float | None
    missing: int
    needed: Needed | None = None
    finish: Needed | None = None


class Expected(NamedTuple):
    """What the periods left will be: the forecast of each and half its 80 % interval, which is
    empty where there is none. `value` is the year's own where it is forecast otherwise than by
    its periods, as a ratio is."""

    points: Sequence[float]
    half_widths: Sequence[float]
    value: Fraction | None = None


def land(
    actual: Sequence[Value],
    expected: Expected,
    criterion: Criterion,
    past: Sequence[float] = (),
    bounds: Bounds = (None, None),
) -> Landing:
    """The landing of an additive KPI from its cells to date and the forecast of all others;
    `criterion` holds the annual target, the rest is as in `landed`."""
    present = [cell for cell in actual if not isinstance(cell, Missing)]
    year = added(list(map(exact, present)), len(expected.points))
    found = landed(year, expected, criterion, past, bounds)
    return found._replace(to_date=total(present), missing=len(actual) - len(present))


def landed(
    year: Year,
    expected: Expected,
    criterion: Criterion,
    past: Sequence[float] = (),
    bounds: Bounds = (None, None),
) -> Landing:
    """The landing of a year by its own rule.

    The interval is that of the periods left, each error as large as it may be at the same time;
    `past` are the values of all comparable periods so far, `bounds` what no period can pass.
    """
    points = list(map(exact, expected.points))
    by_periods = year.made_of(points)
    value = by_periods if expected.value is None else expected.value
    low = high = None
    if len(expected.half_widths) == len(points):
        widths = list(map(exact, expected.half_widths))
        less = [point - width for point, width in zip(points, widths, strict=True)]
        more = [point + width for point, width in zip(points, widths, strict=True)]
        low = _within(year, value + year.made_of(less) - by_periods, bounds, len(points))
        high = _within(year, value + year.made_of(more) - by_periods, bounds, len(points))
    asked = needed(year, criterion, past, bounds)
    return Landing(
        value=_within(year, value, bounds, len(points)),
        low=low,
        high=high,
        to_date=None,
        outlook=_outlook(low, high, criterion, asked),
        needed_per_period=None if asked is None else asked.single,
        missing=0,
        needed=asked,
        finish=needed(year, green(criterion), past, bounds),
    )


def _within(year: Year, value: Fraction, bounds: Bounds, left: int) -> float:
    """A value of the year, between what it would be if every period left were at its bound."""
    floor, ceiling = bounds
    if floor is not None:
        value = max(value, year.made_of([exact(floor)] * left))
    if ceiling is not None:
        value = min(value, year.made_of([exact(ceiling)] * left))
    return snap_exact(value)


def _outlook(
    low: float | None, high: float | None, criterion: Criterion, asked: Needed | None
) -> Outlook:
    """What cannot be otherwise counts before what is likely."""
    if asked is not None and (asked.met or asked.missed):
        return Outlook.ON_COURSE if asked.met else Outlook.OFF_COURSE
    return outlook(low, high, criterion)


def outlook(low: float | None, high: float | None, criterion: Criterion) -> Outlook:
    """On course if the whole interval meets the target, off course if no part does."""
    below, above = limits(criterion)
    if low is None or high is None or (below is None and above is None):
        return Outlook.UNCERTAIN
    strict = is_strict(criterion)
    if _meets(low, high, criterion, strict=strict):
        return Outlook.ON_COURSE
    # Some part meets it if the high end is not too low and the low end is not too high.
    possible = _meets(high, low, criterion, strict=strict)
    return Outlook.UNCERTAIN if possible else Outlook.OFF_COURSE


def _meets(at_least: float, at_most: float, criterion: Criterion, *, strict: bool) -> bool:
    below, above = limits(criterion)
    enough = below is None or _reaches(at_least, below.target, strict=strict)
    return enough and (above is None or _reaches(-at_most, -above.target, strict=strict))


def _reaches(value: float, target: float, *, strict: bool) -> bool:
    return value > target if strict else value >= target
