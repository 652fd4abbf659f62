"""What is typed for a setting: days of grace, the scores of colours, a share of the weights."""

import re

from scorecard.reading.day import read_date
from scorecard.reading.entry import read_number, read_percent
from scorecard.reading.outcome import Read
from scorecard.trouble import Refused, Trouble

MOST_DAYS, MOST_SCORE = 366, 100.0
#: How the two ends of a stretch are joined.
_BETWEEN = re.compile(r"\s*(?:\.\.|~|～|至|–)\s*")


def read_days(text: str) -> int:
    """Whole days from 0 to 366. Raises Refused."""
    found = read_number(text)
    if isinstance(found, Read) and found.value.is_integer() and 0 <= found.value <= MOST_DAYS:
        return int(found.value)
    raise _refused("setting_days", text)


def read_bands(green: str, amber: str) -> dict[str, float]:
    """The scores from which a parent is green and amber, 0 to 100. Raises Refused."""
    bands = {"amber": _score(amber), "green": _score(green)}
    if bands["amber"] >= bands["green"]:
        facts = {"amber": amber.strip(), "green": green.strip()}
        raise Refused([Trouble("setting_bands", facts=facts)])
    return bands


def read_share(text: str) -> float:
    """A share from 0 % to 100 %, as a fraction. Raises Refused."""
    found = read_percent(text)
    if isinstance(found, Read) and 0 <= found.value <= 1:
        return found.value
    raise _refused("setting_share", text)


def read_holidays(text: str) -> list[str]:
    """Days and stretches of days, with blanks or commas between them. Raises Refused."""
    parts = _BETWEEN.sub("..", text).replace("、", " ").replace("，", " ").replace(",", " ").split()
    return sorted(_stretch(part) for part in parts)


def _stretch(text: str) -> str:
    first, _, last = text.partition("..")
    ends = [read_date(part) for part in ((first, last) if last else (first,))]
    if not all(isinstance(end, Read) for end in ends):
        raise _refused("setting_holidays", text)
    days = [end.value for end in ends if isinstance(end, Read)]
    if days[-1] < days[0] or (days[-1] - days[0]).days >= MOST_DAYS:
        raise _refused("setting_holidays", text)
    return "..".join(day.isoformat() for day in days)


def _score(text: str) -> float:
    found = read_number(text)
    if isinstance(found, Read) and 0 <= found.value <= MOST_SCORE:
        return found.value
    raise _refused("setting_score", text)


def _refused(code: str, text: str) -> Refused:
    return Refused([Trouble(code, facts={"text": text.strip()[:40]})])
