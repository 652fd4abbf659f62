"""Periods as stretches of days, for the oracle (R-TIME): nothing of `scorecard.period`."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

KINDS = ("day", "week", "month", "quarter", "half", "year")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAY = timedelta(days=1)


class P(NamedTuple):
    """One period with its first and last day and its code."""

    kind: str
    first: date
    last: date
    code: str


@lru_cache(maxsize=65536)
def containing(kind: str, day: date, start: int) -> P:
    """The period of `kind` that holds `day` when the fiscal year starts in month `start`."""
    if kind == "day":
        return P(kind, day, day, day.isoformat())
    if kind == "week":
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return P(kind, monday, monday + 6 * DAY, f"{year}-W{week:02d}")
    if kind == "month":
        return P(kind, day.replace(day=1), _month_end(day), f"{day.year}-{day.month:02d}")
    year = day.year if day.month >= start else day.year - 1
    part = ((day.month - start) % 12) // MONTHS[kind]
    first = _plus(date(year, start, 1), part * MONTHS[kind])
    name = {"quarter": f"{year}-Q{part + 1}", "half": f"{year}-H{part + 1}", "year": f"{year}"}
    return P(kind, first, _plus(first, MONTHS[kind]) - DAY, name[kind])


def parsed(code: str, start: int) -> P:
    """The period of a code; ValueError where there is none."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", code):
        return containing("day", date.fromisoformat(code), start)
    if "W" in code:
        return containing("week", date.fromisocalendar(int(code[:4]), int(code[6:]), 1), start)
    if re.fullmatch(r"\d{4}-\d\d", code):
        return containing("month", date(int(code[:4]), int(code[5:]), 1), start)
    kind = {"Q": "quarter", "H": "half", "": "year"}[code[5:6]]
    part = int(code[6:] or 1) - 1
    return containing(kind, _plus(date(int(code[:4]), start, 1), part * MONTHS[kind]), start)


def home(period: P) -> date:
    """The day that says where a period counts: a week's Thursday, else the last (R-TIME-3)."""
    return period.first + 3 * DAY if period.kind == "week" else period.last


def parts(first: date, last: date, kind: str, start: int) -> list[P]:
    """The periods of `kind` that count between two days, weeks by their Thursday."""
    found, day = [], first - 7 * DAY if kind == "week" else first
    while day <= last + 7 * DAY:
        period = containing(kind, day, start)
        if first <= home(period) <= last and (kind == "week" or period.first >= first):
            found.append(period)
        day = period.last + DAY
    return found


def before(period: P, start: int, steps: int = 1) -> P:
    """The period of the same kind `steps` earlier."""
    for _ in range(steps):
        period = containing(period.kind, period.first - DAY, start)
    return period


def year_before(period: P, start: int) -> P | None:
    """The same code a year earlier, None where that does not exist (R-TIME-6)."""
    code = f"{int(period.code[:4]) - 1}{period.code[4:]}"
    try:
        return parsed(code, start)
    except ValueError:
        return None


def year_of(period: P, start: int) -> P:
    """The fiscal year that a period counts in."""
    return containing("year", home(period), start)


def _plus(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _month_end(day: date) -> date:
    return _plus(day.replace(day=1), 1) - DAY
