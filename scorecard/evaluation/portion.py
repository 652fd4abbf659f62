"""Parts of a period, exactly: what of a target falls to a view (R-TARGET-4, R-VALUE-6)."""

from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction

from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import grain
from scorecard.period import MONTHS, Calendar, Period
from scorecard.vocabulary import Frequency

_WEEK = 7


def in_periods_of(basis: Frequency, period: Period, calendar: Calendar) -> Fraction:
    """How many periods of `basis` one `period` is: a quarter is three months, January 2025 five
    weeks; a day is an even part of its month."""
    kind, basis = period.kind, grain(basis)
    if kind is basis:
        return Fraction(1)
    if kind in MONTHS and basis in MONTHS:
        return Fraction(MONTHS[kind], MONTHS[basis])
    if kind is Frequency.DAY and basis is Frequency.WEEK:
        return Fraction(1, _WEEK)
    if basis in MONTHS:
        whole = calendar.span(calendar.belongs(period, basis))
        return Fraction(1, len(calendar.within(whole, kind)))
    return Fraction(len(calendar.within(calendar.span(period), basis)))


def owns(at: Situation) -> dict[int, Period]:
    """The KPI's own period that each cell in time belongs to, by the cell's place."""
    kind, calendar = grain(at.version.frequency), at.measuring.calendar
    cells = enumerate(at.stretch.numbers)
    return {
        place: calendar.belongs(Period(at.stretch.kind, number), kind)
        for place, number in cells
        if number is not None
    }


def portions(at: Situation) -> dict[Period, Fraction]:
    """The KPI's own periods in a situation that have values, each with the part of its cells
    that have them: a sum to date is judged against the target of the same cells. All of all
    its periods where no cell has a value."""
    there = owns(at)
    return portions_of(at, there, at.counted.kept) or dict.fromkeys(there.values(), Fraction(1))


def portions_of(
    at: Situation, there: Mapping[int, Period], places: Collection[int]
) -> dict[Period, Fraction]:
    """The same of the cells at `places` alone; `there` are the own periods of all."""
    counts = Counter(there[place] for place in sorted(places))
    return {own: Fraction(count, _cells(own, at)) for own, count in counts.items()}


def _cells(own: Period, at: Situation) -> int:
    if own.kind is at.stretch.kind:
        return 1
    calendar = at.measuring.calendar
    return len(calendar.within(calendar.span(own), at.stretch.kind)) or 1
