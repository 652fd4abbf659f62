"""Periods and the calendar that dates them (R-TIME)."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from scorecard.vocabulary import Frequency

MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF: 6, Frequency.YEAR: 12}
PER_YEAR = {Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.HALF: 2, Frequency.YEAR: 1}

_CODES = (
    (Frequency.DAY, re.compile(r"(\d{4})-(\d{2})-(\d{2})")),
    (Frequency.WEEK, re.compile(r"(\d{4})-W(\d{2})")),
    (Frequency.MONTH, re.compile(r"(\d{4})-(\d{2})")),
    (Frequency.QUARTER, re.compile(r"(\d{4})-Q([1-4])")),
    (Frequency.HALF, re.compile(r"(\d{4})-H([12])")),
    (Frequency.YEAR, re.compile(r"(\d{4})")),
)


class Period(NamedTuple):
    """One period: `number` counts periods of its kind, so the next one is `number + 1`.

    Days count as `date.toordinal()`, weeks from the Monday of week 1 of year 1, months,
    quarters, halves and years from year 0. Quarters, halves and years are fiscal; only a
    `Calendar` knows their dates.
    """

    kind: Frequency
    number: int

    @classmethod
    def parse(cls, code: str) -> "Period":
        """The period of a code such as `2026-10` or `2026-W43`.

        Raises ValueError where the code is of no known form or the period does not exist.
        """
        return _parsed(code)

    @property
    def code(self) -> str:
        """The code of the interchange form; years are those in which the fiscal year starts."""
        kind, number = self
        if kind is Frequency.DAY:
            return date.fromordinal(number).isoformat()
        if kind is Frequency.WEEK:
            year, week, _ = _monday(number).isocalendar()
            return f"{year:04d}-W{week:02d}"
        year, part = divmod(number, PER_YEAR[kind])
        if kind is Frequency.YEAR:
            return f"{year:04d}"
        if kind is Frequency.MONTH:
            return f"{year:04d}-{part + 1:02d}"
        return f"{year:04d}-{'Q' if kind is Frequency.QUARTER else 'H'}{part + 1}"

    def shifted(self, steps: int) -> "Period":
        """The period of the same kind `steps` later (earlier if negative)."""
        return Period(self.kind, self.number + steps)

    @property
    def year_before(self) -> "Period | None":
        """The same code one year earlier, or None where that does not exist (R-TIME-6)."""
        if self.kind in PER_YEAR:
            return self.shifted(-PER_YEAR[self.kind])
        code = self.code
        try:
            return Period.parse(f"{int(code[:4]) - 1:04d}{code[4:]}")
        except ValueError:
            return None


class Span(NamedTuple):
    """A stretch of days; both ends belong to it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of calendar days (R-TIME-7)."""
        return (self.last - self.first).days + 1


class Calendar(NamedTuple):
    """Dates of periods under a fiscal year that starts in month `fiscal_start` (R-TIME-4)."""

    fiscal_start: int = 1

    def span(self, period: Period) -> Span:
        """The first and the last day of a period."""
        return _span(self.fiscal_start, period.kind, period.number)

    def containing(self, day: date, kind: Frequency) -> Period:
        """The period of `kind` that holds `day`."""
        if kind is Frequency.DAY or kind is Frequency.PROJECT:
            return Period(Frequency.DAY, day.toordinal())
        if kind is Frequency.WEEK:
            return Period(kind, (day.toordinal() - 1) // 7)
        month = day.year * 12 + day.month - 1
        return Period(kind, (month - self._offset(kind)) // MONTHS[kind])

    def belongs(self, period: Period, kind: Frequency) -> Period:
        """The period of `kind` that `period` counts in: a week by its Thursday (R-TIME-3)."""
        if period.kind is Frequency.WEEK:
            return self.containing(_monday(period.number) + timedelta(days=3), kind)
        return self.containing(self.span(period).last, kind)

    def within(self, span: Span, kind: Frequency) -> range:
        """Numbers of the periods of `kind` that count in `span`, a stretch of whole months,
        weeks or days: those that lie in it, weeks by their Thursday."""
        if kind is Frequency.WEEK:
            first = (span.first.toordinal() + 2) // 7
            return range(first, (span.last.toordinal() - 4) // 7 + 1)
        first_period = self.containing(span.first, kind)
        if self.span(first_period).first < span.first:
            first_period = first_period.shifted(1)
        last_period = self.containing(span.last, kind)
        if self.span(last_period).last > span.last:
            last_period = last_period.shifted(-1)
        return range(first_period.number, last_period.number + 1)

    def year_to_date(self, period: Period) -> Span:
        """From the first day of the fiscal year that holds the period's end to that end."""
        year = self.belongs(period, Frequency.YEAR)
        return Span(self.span(year).first, self.span(period).last)

    def _offset(self, kind: Frequency) -> int:
        return _offset(self.fiscal_start, kind)


def first_day(text: str, calendar: Calendar) -> date:
    """The day from which a target or version counts: a date, or a period's first day.

    Raises ValueError where the text is neither.
    """
    return calendar.span(Period.parse(text)).first


@lru_cache(maxsize=65536)
def _parsed(code: str) -> Period:
    for kind, form in _CODES:
        found = form.fullmatch(code)
        if found:
            return Period(kind, _number(kind, [int(part) for part in found.groups()]))
    raise ValueError(code)


@lru_cache(maxsize=65536)
def _span(fiscal_start: int, kind: Frequency, number: int) -> Span:
    if kind is Frequency.DAY:
        return Span(date.fromordinal(number), date.fromordinal(number))
    if kind is Frequency.WEEK:
        return Span(_monday(number), _monday(number) + timedelta(days=6))
    months = MONTHS[kind]
    first = number * months + _offset(fiscal_start, kind)
    return Span(_first_of(first), _first_of(first + months) - timedelta(days=1))


def _offset(fiscal_start: int, kind: Frequency) -> int:
    return 0 if kind is Frequency.MONTH else fiscal_start - 1


def _number(kind: Frequency, parts: list[int]) -> int:
    year, *rest = parts
    if kind is Frequency.DAY:
        return date(year, *rest).toordinal()
    if kind is Frequency.WEEK:
        return (date.fromisocalendar(year, rest[0], 1).toordinal() - 1) // 7
    part = rest[0] if rest else 1
    if year < 1 or not 1 <= part <= PER_YEAR[kind]:
        raise ValueError(parts)
    return year * PER_YEAR[kind] + part - 1


def _monday(number: int) -> date:
    return date.fromordinal(number * 7 + 1)


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


class _Numbers(dict[str, int]):
    def __missing__(self, code: str) -> int:
        self[code] = number = Period.parse(code).number
        return number


#: The number of a period by its code, as `Period.parse` gives it, for a million of them.
NUMBERS = _Numbers()
