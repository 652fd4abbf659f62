"""A view: the period that a screen or report looks at, alone or from the year's start."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from scorecard.period import MONTHS, Calendar, Period, Span
from scorecard.vocabulary import Frequency

#: Kinds of period from the shortest to the longest.
LENGTHS = (
    Frequency.DAY,
    Frequency.WEEK,
    Frequency.MONTH,
    Frequency.QUARTER,
    Frequency.HALF,
    Frequency.YEAR,
)


class View(NamedTuple):
    """One as-of period (R-TIME-12); `upto` runs from the fiscal year's first day to its end."""

    period: Period
    upto: bool = False

    def span(self, calendar: Calendar) -> Span:
        """The days that the view covers."""
        return calendar.year_to_date(self.period) if self.upto else calendar.span(self.period)

    def last_day(self, calendar: Calendar) -> date:
        """The day after which nothing is used."""
        return calendar.span(self.period).last

    def shifted(self, steps: int) -> "View | None":
        """The view `steps` periods later; None for a stretch to date, which has no neighbour
        of its own kind (R-TIME-6)."""
        return None if self.upto else View(self.period.shifted(steps))

    @property
    def year_before(self) -> "View | None":
        """The same view one year earlier, None where that period does not exist."""
        before = self.period.year_before
        return None if before is None else View(before, self.upto)


def grain(frequency: Frequency) -> Frequency:
    """The kind of period in which values of `frequency` are kept: a project's on its day."""
    return Frequency.DAY if frequency is Frequency.PROJECT else frequency


@lru_cache(maxsize=1024)
def own_periods(view: View, kind: Frequency, calendar: Calendar) -> range:
    """Numbers of the periods of `kind` that the view shows.

    A coarser view holds several, a finer one lies in one: the one with its last day.
    """
    span = view.span(calendar)
    last = calendar.containing(span.last, kind).number
    if view.upto and kind in MONTHS:
        return range(calendar.containing(span.first, kind).number, last + 1)
    inside = calendar.within(span, kind)
    return inside if len(inside) else range(last, last + 1)


def coarser(one: Frequency, other: Frequency) -> bool:
    """Whether periods of `one` are longer than those of `other`."""
    return LENGTHS.index(one) > LENGTHS.index(other)
