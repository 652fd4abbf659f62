"""When a value is due, and when a KPI is stale (R-TIME-10)."""

from collections.abc import Mapping
from datetime import date, timedelta

from scorecard.period import Calendar, Period
from scorecard.vocabulary import Frequency

_THURSDAY = timedelta(days=3)


def due(period: Period, grace_days: int, today: date, calendar: Calendar) -> bool:
    """Whether the day after the period's end and its grace has come.

    For a project, `period` is its planned day and `grace_days` 0 (R-TIME-11).
    """
    return today > calendar.span(period).last + timedelta(days=grace_days)


def latest_due(
    kind: Frequency, today: date, grace_days: int, calendar: Calendar, until: date | None = None
) -> Period:
    """The newest period of `kind` that is due on `today`.

    `until` is the last day of the view: no later period counts, a week by its Thursday.
    """
    newest = _ended(kind, today - timedelta(days=grace_days + 1), calendar)
    if until is None:
        return newest
    # A week whose Thursday is in the view belongs to it though it ends after it (R-TIME-3).
    last = until + _THURSDAY if kind is Frequency.WEEK else until
    return min(newest, _ended(kind, last, calendar))


def stale(newest: Period, latest: Period) -> bool:
    """Whether the newest value belongs to a period before the latest due one."""
    return newest.number < latest.number


def next_turn(kinds: Mapping[Frequency, int], today: date, calendar: Calendar) -> date:
    """The first day after `today` on which another period begins or a value becomes due.

    `kinds` are those that count, with their grace days. What is true of `today` is true of every
    day before this one, as long as no value, target or definition changes. A project, which has
    its days planned (R-TIME-11), turns every day.
    """
    turns = []
    for kind, grace in kinds.items():
        grain = Frequency.DAY if kind is Frequency.PROJECT else kind
        begun = calendar.span(calendar.containing(today, grain))
        awaited = latest_due(grain, today, grace, calendar).shifted(1)
        turns += [begun.last, calendar.span(awaited).last + timedelta(days=grace)]
    return min(turns, default=today) + timedelta(days=1)


def _ended(kind: Frequency, day: date, calendar: Calendar) -> Period:
    """The newest period that ends on `day` or earlier."""
    period = calendar.containing(day, kind)
    return period if calendar.span(period).last <= day else period.shifted(-1)
