"""What is typed for a setting: days of grace, the scores of colours, a share of the weights."""

from scorecard.reading.entry import read_number, read_percent
from scorecard.reading.outcome import Read
from scorecard.trouble import Refused, Trouble

MOST_DAYS, MOST_SCORE = 366, 100.0


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


def _score(text: str) -> float:
    found = read_number(text)
    if isinstance(found, Read) and 0 <= found.value <= MOST_SCORE:
        return found.value
    raise _refused("setting_score", text)


def _refused(code: str, text: str) -> Refused:
    return Refused([Trouble(code, facts={"text": text.strip()[:40]})])
