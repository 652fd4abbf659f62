"""What a heading says of time: a whole period, or a year, month or quarter to be completed."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from scorecard.exchange.workbook.grid import Percent, Value
from scorecard.period import Period
from scorecard.reading.day import ROC
from scorecard.reading.outcome import Read
from scorecard.reading.span import read_period
from scorecard.vocabulary import Frequency

_YEARS = range(1990, 2101)
_ROC_YEARS = range(_YEARS.start - ROC, _YEARS.stop - ROC)
#: ROC years that a number with a point is taken for: 115.10, but not 94.54.
_LIKELY_ROC = range(100, 131)
_LONGEST = 40
#: A Western year has so many digits.
_FOUR = 4


class Kind(Enum):
    """How much of a period a heading says."""

    PERIOD = "period"
    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"


class Moment(NamedTuple):
    """What a heading says of time. `number` is the month, quarter or half where the year is not
    said; a year is a period too. `is_weak` where it might as well be a plain number; `tenth`
    where 115.1 may be January or October."""

    kind: Kind
    period: Period | None = None
    number: int = 0
    is_weak: bool = False
    tenth: bool = False

    def within(self, year: int) -> Period:
        """The period in a Western year."""
        if self.period is not None:
            return self.period
        code = {Kind.MONTH: f"-{self.number:02d}", Kind.QUARTER: f"-Q{self.number}"}
        return Period.parse(f"{year:04d}{code.get(self.kind, f'-H{self.number}')}")


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "一月"),
            ("february", "feb", "二月"),
            ("march", "mar", "三月"),
            ("april", "apr", "四月"),
            ("may", "五月"),
            ("june", "jun", "六月"),
            ("july", "jul", "七月"),
            ("august", "aug", "八月"),
            ("september", "sept", "sep", "九月"),
            ("october", "oct", "十月"),
            ("november", "nov", "十一月"),
            ("december", "dec", "十二月"),
        ),
        1,
    )
    for name in names
}
_ENGLISH = "|".join(sorted((n for n in _MONTHS if n.isascii()), key=len, reverse=True))
_MONTH_YEAR = re.compile(rf"({_ENGLISH})\.?[-\s/,']*([0-9]{{4}}|[0-9]{{2}})", re.IGNORECASE)
_YEAR_MONTH = re.compile(rf"([0-9]{{4}})[-\s/]*({_ENGLISH})\.?", re.IGNORECASE)
_BARE_MONTH = re.compile(r"(?:m)?0?([1-9]|1[0-2])\s*月(?:份)?|m0?([1-9]|1[0-2])", re.IGNORECASE)
_BARE_QUARTER = re.compile(r"q([1-4])|第?\s*([1-4一二三四])\s*季(?:度)?", re.IGNORECASE)
_BARE_HALF = re.compile(r"h([12])|([上下])半年(?:度)?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)[0-9]{2})")
_YEAR_ONLY = re.compile(r"(?:(?:中華)?民國|fy|cy)?\s*([0-9]{2,4})\s*(?:年度?)?", re.IGNORECASE)
_SAYS_YEAR = re.compile(r"(?:民國|fy|cy).*|.*年度?", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)[0-9]{2}|1[0-3][0-9])(0[1-9]|1[0-2])")
_DOTTED = re.compile(r"([0-9]{3,4})\.([0-9]{1,2})")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
#: What may stand around a period in a heading without changing it.
_AROUND = re.compile(r"^[\s(（\[【]+|[\s)）\]】*＊:：]+$")


def moment_of(value: Value) -> Moment | None:
    """What a heading says of time; None where it says nothing of the kind."""
    if isinstance(value, date):
        return Moment(Kind.PERIOD, Period(Frequency.DAY, value.toordinal()))
    if isinstance(value, bool | Percent) or value is None:
        return None
    return _of_number(value) if isinstance(value, float) else _of_text(value)


def settled(moments: Sequence[Moment | None]) -> list[Moment | None]:
    """The same headings of one row, weak ones only where together they go on step by step, and
    115.1 as the month that its neighbours leave."""
    found = in_turn(moments)
    weak = [m for m in found if m is not None and m.is_weak]
    steps = [m.period.number for m in weak if m.period is not None]
    strong = sum(m is not None and not m.is_weak for m in found)
    goes_on = len(steps) > 1 and all(b - a == 1 for a, b in pairwise(steps))
    if goes_on or (strong > 1 and weak and len({m.kind for m in weak}) == 1):
        return found
    return [None if m is not None and m.is_weak else m for m in found]


def in_turn(moments: Sequence[Moment | None]) -> list[Moment | None]:
    """The same headings with 115.1 as the month that its neighbours leave."""
    if not any(m is not None and m.tenth for m in moments):
        return list(moments)
    return [_tenth_told(moments, at) for at in range(len(moments))]


def year_said(value: Value) -> int | None:
    """The Western year that a title or a heading names, as in `115 年` or `2026 KPI`."""
    moment = moment_of(value)
    if moment is not None and moment.kind is Kind.YEAR and moment.period is not None:
        return moment.period.number
    if not isinstance(value, str):
        return None
    text = _plain(value)
    named = re.search(r"(?:民國)?\s*(1[0-9]{2}|[89][0-9])\s*年", text)
    if named:
        return int(named[1]) + ROC
    labelled = re.search(r"年度?\s*[:：]\s*(1[0-9]{2}|20[0-9]{2})(?![0-9])", text)
    if labelled:
        return _western(labelled[1])
    western = re.search(r"(?<![0-9])(20[0-9]{2}|199[0-9])(?![0-9])", text)
    return int(western[1]) if western else None


def _of_number(value: float) -> Moment | None:
    if value.is_integer():
        return _of_digits(str(int(value))) if 0 < value < 1_000_000 else None  # noqa: PLR2004  YYYYMM
    found = _DOTTED.fullmatch(f"{value:.2f}".rstrip("0"))
    return _dotted(found[1], found[2], is_number=True) if found else None


def _of_digits(text: str) -> Moment | None:
    if len(text) == _FOUR and int(text) in _YEARS:
        return Moment(Kind.YEAR, Period(Frequency.YEAR, int(text)), is_weak=True)
    found = _COMPACT.fullmatch(text)
    return _month(_western(found[1]), int(found[2]), is_weak=True) if found else None


def _dotted(year: str, month: str, *, is_number: bool) -> Moment | None:
    if int(year) not in _LIKELY_ROC and int(year) not in _YEARS:
        return None
    is_tenth = is_number and month == "1"
    return _month(_western(year), int(month), is_weak=is_number, tenth=is_tenth)


def _of_text(value: str) -> Moment | None:
    if len(value) > _LONGEST:
        return None
    text = _plain(value)
    if not text or not any(sign.isdigit() or sign in "月季半年" or sign.isalpha() for sign in text):
        return None
    if text.isdigit():
        return _of_digits(text)
    return _in_english(text) or _bare(text) or _in_full(text)


def _in_english(text: str) -> Moment | None:
    if found := _MONTH_YEAR.fullmatch(text):
        year = int(found[2]) if len(found[2]) == _FOUR else 2000 + int(found[2])
        return _month(year, _MONTHS[found[1].lower()])
    if found := _YEAR_MONTH.fullmatch(text):
        return _month(int(found[1]), _MONTHS[found[2].lower()])
    if found := _MONTH_FIRST.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    return None


def _bare(text: str) -> Moment | None:
    word = _MONTHS.get(text.lower().rstrip("."))
    if word:
        return Moment(Kind.MONTH, number=word)
    if found := _BARE_MONTH.fullmatch(text):
        return Moment(Kind.MONTH, number=int(found[1] or found[2]))
    for form, kind in ((_BARE_QUARTER, Kind.QUARTER), (_BARE_HALF, Kind.HALF)):
        if found := form.fullmatch(text):
            said = found[1] or found[2]
            return Moment(kind, number=_DIGITS.get(said) or int(said))
    return None


def _in_full(text: str) -> Moment | None:
    if found := _DOTTED.fullmatch(text):
        return _dotted(found[1], found[2], is_number=False)
    found = _YEAR_ONLY.fullmatch(text)
    if found:
        year = _western(found[1])
        is_said = _SAYS_YEAR.fullmatch(text) is not None and year in _YEARS
        return Moment(Kind.YEAR, Period(Frequency.YEAR, year)) if is_said else None
    if not any(sign in text for sign in "年-/月季QqWwHh民") or text.replace("-", "").isalpha():
        return None
    outcome = read_period(text)
    return Moment(Kind.PERIOD, outcome.value) if isinstance(outcome, Read) else None


def _month(year: int, month: int, *, is_weak: bool = False, tenth: bool = False) -> Moment | None:
    if year not in _YEARS or not 1 <= month <= 12:  # noqa: PLR2004  months
        return None
    period = Period(Frequency.MONTH, year * 12 + month - 1)
    return Moment(Kind.PERIOD, period, is_weak=is_weak, tenth=tenth)


def _tenth_told(moments: Sequence[Moment | None], at: int) -> Moment | None:
    """115.1 after September is October, for a spreadsheet drops the last nought."""
    moment = moments[at]
    if moment is None or not moment.tenth or moment.period is None:
        return moment
    before = next((m for m in reversed(moments[:at]) if m is not None and m.period), None)
    after = next((m for m in moments[at + 1 :] if m is not None and m.period), None)
    october = moment.period.shifted(9)
    is_next = before is not None and before.period == october.shifted(-1)
    is_before = after is not None and after.period == october.shifted(1)
    return moment._replace(period=october) if is_next or is_before else moment


def _western(year: str) -> int:
    return int(year) + (ROC if len(year) < _FOUR else 0)


def _plain(value: str) -> str:
    text = unicodedata.normalize("NFKC", value).strip()
    return _AROUND.sub("", _AROUND.sub("", text))
