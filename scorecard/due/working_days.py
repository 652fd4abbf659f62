"""Working days: Monday to Friday without the holidays that the document lists."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

_DAY, _FRIDAY, _YEAR = timedelta(days=1), 5, 366


class WorkingDays:
    """`holidays` are days, `2026-10-10`, and stretches with both ends, `2026-02-14..2026-02-22`."""

    def __init__(self, holidays: Iterable[str] = ()) -> None:
        self._holidays = {day for text in holidays for day in days_of(text)}

    def is_one(self, day: date) -> bool:
        """Whether people work on a day."""
        return day.isoweekday() <= _FRIDAY and day not in self._holidays

    def last_until(self, day: date) -> date:
        """The newest working day that is not after `day`; `day` itself where there is none in the
        year before."""
        return next((d for d in _back(day) if self.is_one(d)), day)

    def between(self, after: date, until: date) -> int:
        """How many working days there are after one day and up to another."""
        if until <= after:
            return 0
        free = sum(after < day <= until for day in self._holidays if day.isoweekday() <= _FRIDAY)
        return _weekdays(until) - _weekdays(after) - free


def days_of(text: str) -> Iterator[date]:
    """The days of one holiday. Raises ValueError where it is none, or ends before it begins."""
    first, _, last = text.partition("..")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    if not 0 <= (end - start).days < _YEAR:
        raise ValueError(text)
    return (start + _DAY * step for step in range((end - start).days + 1))


def _weekdays(day: date) -> int:
    """How many Mondays to Fridays there are from a Monday long ago up to a day."""
    weeks, rest = divmod(day.toordinal() - 1, 7)
    return weeks * _FRIDAY + min(rest + 1, _FRIDAY)


def _back(day: date) -> Iterator[date]:
    return (day - _DAY * step for step in range(_YEAR))
