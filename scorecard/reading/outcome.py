"""What comes of reading a text: a value, a question, nothing, or what is wrong with it."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from scorecard.text import Said
from scorecard.trouble import Trouble

T = TypeVar("T")

LONGEST = 200
_SHOWN = 40
#: Words for "there is no value", lower case after NFKC (R-NUMBER-8).
_MISSING = frozenset({"", "-", "--", "—", "n/a", "無資料", "缺"})
#: Signs that NFKC leaves as they are, though they stand for these.
_SAME = str.maketrans({"−": "-", "∶": ":"})


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """The text means `value`, without doubt."""

    value: T


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """The text can mean each of `choices`; `why` is the question."""

    choices: tuple[T, ...]
    why: Said


@dataclass(frozen=True, slots=True)
class MissingText:
    """The text says that there is no value; `text` is what was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """The text cannot be read; `trouble` says what is wrong and what would be right."""

    trouble: Trouble


Reading = Read[T] | Ask[T] | MissingText | Wrong


class Unclear(Exception):  # noqa: N818  the word of R-NUMBER-3
    """Raised inside this package where a text has no one meaning; `wrong` makes a value of it."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code, self.facts = code, facts
        super().__init__(code)

    def wrong(self, text: str) -> Wrong:
        """The refusal of `text`."""
        return refused(self.code, text, **self.facts)


def refused(code: str, text: str, **facts: str) -> Wrong:
    """A refusal with the typed text, cut where it is long, as one of its facts."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return Wrong(Trouble(f"read_{code}", facts={"text": shown, **facts}))


def normal(text: str) -> str:
    """`text` in the form in which it is read: NFKC, ASCII minus, no blanks around.

    Raises Unclear where it is longer than 200 characters.
    """
    if len(text) > LONGEST:
        raise Unclear("too_long", limit=str(LONGEST))
    return unicodedata.normalize("NFKC", text).translate(_SAME).strip()


def plain_signs(text: str, code: str) -> None:
    """Raises Unclear where NFKC would make another number of a text: 10² is not 102, m² is m²."""
    for before, sign in pairwise(f" {text}"):
        form = unicodedata.decomposition(sign)
        if form.startswith(("<super>", "<sub>", "<circle>", "<frac")) and not before.isalpha():
            raise Unclear(code)


def is_missing(normal_text: str) -> bool:
    """Whether a text in its normal form says that there is no value (R-NUMBER-8)."""
    return normal_text.lower() in _MISSING
