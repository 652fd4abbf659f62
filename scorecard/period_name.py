"""How periods are called on screens and pages; codes in files stay as they are (R-TIME-4)."""

from typing import NamedTuple

from scorecard.period import PER_YEAR, Calendar, Period, Span
from scorecard.vocabulary import Frequency

_JANUARY = 1
_OF_A_FISCAL_YEAR = (Frequency.QUARTER, Frequency.HALF, Frequency.YEAR)


class Naming(NamedTuple):
    """Names under a calendar: fiscal years by the calendar year in which they start, or, where
    `by_end`, in which they end."""

    calendar: Calendar = Calendar()
    by_end: bool = False

    def label(self, period: Period) -> str:
        """What stands for a period on a screen: its code, of the year that it is called by."""
        later = self._later(period.kind)
        return period.shifted(later * PER_YEAR[period.kind]).code if later else period.code

    def year(self, period: Period) -> int:
        """The year that a month, quarter, half or year is called by."""
        return period.number // PER_YEAR[period.kind] + self._later(period.kind)

    def range_of(self, period: Period) -> str:
        """`2026-07–2027-06` where the fiscal year does not start in January, else empty."""
        if self.calendar.fiscal_start == _JANUARY or period.kind not in _OF_A_FISCAL_YEAR:
            return ""
        return months_of(self.calendar.span(period))

    def to_date(self, period: Period) -> str:
        """The same of the year up to the end of a period."""
        if self.calendar.fiscal_start == _JANUARY:
            return ""
        return months_of(self.calendar.year_to_date(period))

    def _later(self, kind: Frequency) -> int:
        moved = self.by_end and self.calendar.fiscal_start != _JANUARY
        return int(moved and kind in _OF_A_FISCAL_YEAR)


#: Names where nothing was said of fiscal years.
BY_CALENDAR = Naming()


def months_of(span: Span) -> str:
    """The months from the first to the last day of a stretch."""
    return f"{span.first:%Y-%m}–{span.last:%Y-%m}"
