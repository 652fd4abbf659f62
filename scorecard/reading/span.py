"""Periods as people type them (R-TIME-9)."""

import re

from scorecard.period import Period
from scorecard.reading.day import asked_if_unusual, date_of, is_usual, unusual, western
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
from scorecard.vocabulary import Frequency

_YEAR = r"((?:中華)?民國)?\s*([0-9]{1,4})\s*"
_PARTS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
#: What follows the year → the code of the period in that year.
_FORMS = tuple(
    (re.compile(_YEAR + rest, re.IGNORECASE), code)
    for rest, code in (
        (r"(?:年\s*度?)?", "{year:04d}"),
        (r"年\s*([0-9]{1,2})\s*月份?", "{year:04d}-{part:02d}"),
        (r"[-/.]([0-9]{1,2})", "{year:04d}-{part:02d}"),
        (r"(?:年|-)?\s*Q([0-9])", "{year:04d}-Q{part}"),
        (r"年\s*第?\s*([0-9一二三四])\s*季度?", "{year:04d}-Q{part}"),
        (r"(?:年|-)?\s*H([0-9])", "{year:04d}-H{part}"),
        (r"年?\s*([上下])半年度?", "{year:04d}-H{part}"),
        (r"(?:年|-)?\s*W([0-9]{1,2})", "{year:04d}-W{part:02d}"),
        (r"年\s*第?\s*([0-9]{1,2})\s*[週周]", "{year:04d}-W{part:02d}"),
    )
)


def read_period(text: str) -> Reading[Period]:
    """A period, or a day; one far away asks as a date does."""
    try:
        seen = normal(text)
        if is_missing(seen):
            return MissingText(text)
        plain_signs(text, "not_a_period")
        return _period(seen)
    except Unclear as unclear:
        return unclear.wrong(text)


def _period(seen: str) -> Reading[Period]:
    for form, code in _FORMS:
        found = form.fullmatch(seen)
        if found:
            year = western(found[2], roc=bool(found[1]))
            part = found[3] if form.groups > 2 else "0"  # noqa: PLR2004  prefix and year
            return _existing(code.format(year=year, part=_PARTS.get(part) or int(part)), year, seen)
    return _day(seen)


def _existing(code: str, year: int, seen: str) -> Reading[Period]:
    try:
        period = Period.parse(code)
    except ValueError:
        # A code that was typed as such is not said twice.
        raise Unclear("no_such_code" if seen == code else "no_such_period", period=code) from None
    return Read(period) if is_usual(year) else Ask((period,), unusual(code))


def _day(seen: str) -> Reading[Period]:
    try:
        found = asked_if_unusual(date_of(seen))
    except Unclear as unclear:
        raise (Unclear("not_a_period") if unclear.code == "not_a_date" else unclear) from None
    match found:
        case Read(day):
            return Read(Period(Frequency.DAY, day.toordinal()))
        case Ask(days, why):
            return Ask(tuple(Period(Frequency.DAY, day.toordinal()) for day in days), why)
    raise AssertionError(found)
