"""Parts of a period, exactly: what of a target falls to a view (R-TARGET-4, R-VALUE-6)."""

from collections import Counter
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


def portions(at: Situation) -> dict[Period, Fraction]:
    """The KPI's own periods in a situation that have values, each with the part of its cells
    that have them: a sum to date is judged against the target of the same cells. All of all
    its periods where no cell has a value."""
    kind, calendar = grain(at.version.frequency), at.measuring.calendar
    numbers = enumerate(at.stretch.numbers)
    cells = {place: Period(at.stretch.kind, n) for place, n in numbers if n is not None}
    owns = {place: calendar.belongs(cell, kind) for place, cell in cells.items()}
    counts = Counter(owns[place] for place in sorted(at.counted.kept))
    return {
        own: Fraction(count, _cells(own, at.stretch.kind, calendar))
        for own, count in counts.items()
    } or dict.fromkeys(owns.values(), Fraction(1))


def _cells(own: Period, kind: Frequency, calendar: Calendar) -> int:
    if own.kind is kind:
        return 1
    return len(calendar.within(calendar.span(own), kind)) or 1
