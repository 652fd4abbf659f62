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
        days = (until - after).days
        return sum(self.is_one(after + _DAY * step) for step in range(1, days + 1))


def days_of(text: str) -> Iterator[date]:
    """The days of one holiday. Raises ValueError where it is none, or ends before it begins."""
    first, _, last = text.partition("..")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    if not 0 <= (end - start).days < _YEAR:
        raise ValueError(text)
    return (start + _DAY * step for step in range((end - start).days + 1))


def _back(day: date) -> Iterator[date]:
    return (day - _DAY * step for step in range(_YEAR))
