"""Dates as people type them, ROC years included (R-TIME-8)."""

import re
from datetime import date

from scorecard.reading.outcome import (
    Ask,
    MissingText,
    Read,
    Reading,
    Unclear,
    is_missing,
    normal,
    plain_signs,
)
from scorecard.text import Said

#: ROC year = Western year - 1911.
ROC = 1911
_USUAL = range(1990, 2101)
_FORMS = tuple(
    re.compile(r"((?:中華)?民國)?\s*" + rest)
    for rest in (
        r"([0-9]{1,4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日?",
        r"([0-9]{2,4})/([0-9]{1,2})/([0-9]{1,2})",
        r"([0-9]{2,4})-([0-9]{1,2})-([0-9]{1,2})",
        r"([0-9]{2,4})\.([0-9]{1,2})\.([0-9]{1,2})",
        r"([0-9]{3,4})([0-9]{2})([0-9]{2})",
    )
)


def read_date(text: str) -> Reading[date]:
    """A date; before 1990 or after 2100 it asks."""
    try:
        seen = normal(text)
        if is_missing(seen):
            return MissingText(text)
        plain_signs(text, "not_a_date")
        return asked_if_unusual(date_of(seen))
    except Unclear as unclear:
        return unclear.wrong(text)


def date_of(seen: str) -> date:
    """The date of a text in normal form. Raises Unclear where it is none or does not exist."""
    for form in _FORMS:
        found = form.fullmatch(seen)
        if found:
            return _existing(western(found[2], roc=bool(found[1])), int(found[3]), int(found[4]))
    raise Unclear("not_a_date")


def asked_if_unusual(day: date) -> Reading[date]:
    """The day, or a question where its year is one that nobody means."""
    return Read(day) if is_usual(day.year) else Ask((day,), unusual(day.isoformat()))


def western(year: str, *, roc: bool) -> int:
    """The Western year of a year as written; `roc` where 民國 stands before it.

    Two or three digits are an ROC year, four a Western one. Raises Unclear for others.
    """
    if len(year) in (2, 3):
        return int(year) + ROC
    if roc or len(year) == 1:
        raise Unclear("year")
    return int(year)


def is_usual(year: int) -> bool:
    """Whether a Western year needs no confirmation."""
    return year in _USUAL


def unusual(meaning: str) -> Said:
    """The question whether a date or period far away is meant."""
    return Said("reading.unusual_year", {"meaning": meaning})


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear("no_such_date") from None
