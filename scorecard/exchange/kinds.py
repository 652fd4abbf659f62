"""JSON values → values of the records; each function raises NotRead for what it cannot be."""

from collections.abc import Callable
from enum import StrEnum

from scorecard.cleaning import clean, clean_name
from scorecard.exactness import is_exact
from scorecard.exchange.json_text import InexactNumber
from scorecard.model.records import Spread
from scorecard.period_code import kind_of
from scorecard.text import LANGUAGES, named
from scorecard.vocabulary import Frequency, SpreadRule, Words

Kind = Callable[[object], object]


class NotRead(Exception):  # noqa: N818  a finding about a file, not a failure of the program
    """A value that cannot be what its field says; `code` and `facts` make the sentence."""

    def __init__(self, code: str, **facts: str | Words) -> None:
        self.code, self.facts = code, facts
        super().__init__(code)


def text(value: object) -> str:
    """A text, cleaned (S9)."""
    return clean(_string(value))


def name(value: object) -> str:
    """A name or an id on one line, cleaned, not empty."""
    found = clean_name(_string(value))
    if not found:
        raise NotRead("not_empty")
    return found


def words(value: object) -> Words:
    """A text in one or both languages: a plain string is the text in both."""
    if isinstance(value, str) and not isinstance(value, InexactNumber):
        return Words(clean(value), clean(value))
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        raise NotRead("not_words")
    return Words(**{language: clean(_string(said or "")) for language, said in value.items()})


def number(value: object) -> float:
    """A finite number of at most 15 significant digits (R-NUMBER-1)."""
    if isinstance(value, InexactNumber):
        raise NotRead("too_many_digits", value=value[:40])
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotRead("not_a_number", found=str(value)[:40])
    if not is_exact(value):
        raise NotRead("too_many_digits", value=str(value)[:40])
    return float(value) + 0.0


def whole(value: object) -> int:
    """A whole number."""
    found = number(value)
    if not found.is_integer():
        raise NotRead("not_whole")
    return int(found)


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise NotRead("not_true_or_false")
    return value


def names(value: object) -> tuple[str, ...]:
    """A list of names."""
    if not isinstance(value, list):
        raise NotRead("not_a_list")
    return tuple(name(item) for item in value)


def period(value: object) -> str:
    """The code of a period, or a date."""
    found = _string(value)
    if kind_of(found) is None:
        raise NotRead("no_such_period", period=found[:40])
    return found


def day(value: object) -> str:
    """A date."""
    found = _string(value)
    if kind_of(found) is not Frequency.DAY:
        raise NotRead("not_a_day", value=found[:40])
    return found


def spread(value: object) -> Spread:
    """The word of a rule, or a list of numbers."""
    if isinstance(value, list):
        return tuple(number(part) for part in value)
    found = one_of(SpreadRule)(value)
    return SpreadRule(str(found))


def one_of(choices: type[StrEnum]) -> Kind:
    """One of the words of `choices`."""

    def read(value: object) -> StrEnum:
        try:
            return choices(_string(value))
        except ValueError:
            allowed = named(choices)
            raise NotRead("not_a_choice", value=str(value)[:40], allowed=allowed) from None

    return read


def aim(value: object) -> str:
    """The text of a target or limit; a bare number or `true` is taken as its text."""
    if value is True:
        return "yes"
    if isinstance(value, int | float) and not isinstance(value, bool):
        found = number(value)
        return str(int(found)) if found.is_integer() else repr(found)
    return clean_name(_string(value))


def _string(value: object) -> str:
    if not isinstance(value, str) or isinstance(value, InexactNumber):
        raise NotRead("not_text")
    return value
