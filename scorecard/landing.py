"""Where the year will end, and what that asks of the periods left (R-FORECAST-8, 9)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from scorecard.number import snap
from scorecard.scoring import Criterion, is_strict, limits
from scorecard.series import total
from scorecard.vocabulary import Missing, Value


class Outlook(StrEnum):
    """Whether the year's target will be met: 可望達成, 未定, 難以達成."""

    ON_COURSE = "on_course"
    UNCERTAIN = "uncertain"
    OFF_COURSE = "off_course"


class Landing(NamedTuple):
    """The year's end: `value`, its 80 % interval (None without one), the sum `to_date`,
    `needed_per_period` to meet the target (None where nothing says) and how many past cells
    are `missing` in it."""

    value: float
    low: float | None
    high: float | None
    to_date: float
    outlook: Outlook
    needed_per_period: float | None
    missing: int


def land(
    actual: Sequence[Value],
    points: Sequence[float],
    half_widths: Sequence[float],
    criterion: Criterion,
    *,
    floor: float | None = None,
    ceiling: float | None = None,
) -> Landing:
    """The landing of an additive KPI from its cells to date and the forecast of all others.

    `half_widths` is empty where the forecast has no interval; `criterion` holds the annual
    target. `floor` and `ceiling` bound every single period (R-FORECAST-6).
    """
    present = [cell for cell in actual if not isinstance(cell, Missing)]
    to_date, left = total(present), len(points)
    value, width = total([to_date, *points]), total(half_widths)
    low = high = None
    if len(half_widths) == left:
        low = total([value, -width])
        low = low if floor is None else max(low, total([to_date, floor * left]))
        high = total([value, width])
        high = high if ceiling is None else min(high, total([to_date, ceiling * left]))
    needed = None
    if criterion.target is not None and left:
        needed = snap(total([criterion.target, -to_date]) / left)
    return Landing(
        value, low, high, to_date, outlook(low, high, criterion), needed, len(actual) - len(present)
    )


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
