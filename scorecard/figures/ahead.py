"""A trend with what is beside its own line: the forecast, and the year before."""

from dataclasses import replace
from itertools import pairwise

from scorecard.board import Place
from scorecard.evaluation import Evaluation, View
from scorecard.figures import Coming, Trend
from scorecard.figures.prospect import Prospect
from scorecard.figures.variation import means_otherwise
from scorecard.period import Period
from scorecard.vocabulary import Frequency, known

#: So many steps are drawn: a year of months and one more.
STEPS = 13


def looking_ahead(course: Trend, coming: Prospect | None) -> Trend:
    """`course` with the forecast that follows its newest value, where that is in sight."""
    if coming is None or course.place(coming.newest) < 0:
        return course
    ahead = coming.ahead
    steps = (
        Coming(
            coming.newest.shifted(at + 1),
            value,
            ahead.lows[at] if ahead.lows else None,
            ahead.highs[at] if ahead.highs else None,
        )
        for at, value in enumerate(ahead.points[:STEPS])
    )
    return replace(course, coming=tuple(steps))


def looking_back(course: Trend, evaluation: Evaluation, place: Place) -> Trend:
    """`course` with the values of the year before, as far as they mean the same; without them
    where they make no line, and of yearly values, whose year before is the point before."""
    if course.points[-1].period.kind is Frequency.YEAR:
        return course
    values = tuple(_before(evaluation, place, period) for period in course.periods)
    is_line = any(None not in pair for pair in pairwise(values))
    return replace(course, last_year=values) if is_line else course


def _before(evaluation: Evaluation, place: Place, period: Period) -> float | None:
    before = period.year_before
    if before is None:
        return None
    cell, newest = evaluation.cell(*place, View(before)), evaluation.cell(*place)
    return None if means_otherwise(cell.version, newest.version) else known(cell.value)
