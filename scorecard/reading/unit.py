"""What follows the number of a target: scale, unit, per head, basis (R-TARGET-2)."""

import re
from typing import NamedTuple

from scorecard.reading.figure import digits
from scorecard.reading.outcome import Unclear
from scorecard.vocabulary import Frequency

_BASES = {
    **dict.fromkeys(("日", "天", "day"), Frequency.DAY),
    **dict.fromkeys(("週", "周", "week"), Frequency.WEEK),
    **dict.fromkeys(("月", "month"), Frequency.MONTH),
    **dict.fromkeys(("季", "quarter"), Frequency.QUARTER),
    **dict.fromkeys(("半年", "half-year", "half"), Frequency.HALF),
    **dict.fromkeys(("年", "year"), Frequency.YEAR),
}
_PER_HEAD = frozenset({"人", "person", "head"})
_WORD = re.compile(r"[^\W\d_°](?:[\w°%]|[ .-](?=\w))*|°\w?")
_SCALE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(.*)")


class Tail(NamedTuple):
    """The parts behind a number; `unit` is None where none is named."""

    unit: str | None = None
    per_head: bool = False
    basis: Frequency | None = None
    scale: float | None = None


def read_tail(text: str) -> Tail:
    """The parts of `家/月`, `/5 分`, `小時/人/年`. Raises Unclear."""
    first, *rest = (part.strip() for part in text.split("/"))
    tail = Tail(unit=_word(first) if first else None)
    for place, part in enumerate(rest):
        tail = _with(tail, part, next_to_number=place == 0 and not first)
    return tail


def _with(tail: Tail, part: str, *, next_to_number: bool) -> Tail:
    scale = _SCALE.fullmatch(part) if next_to_number else None
    if scale:
        unit = _word(scale[2]) if scale[2] else None
        return tail._replace(scale=float(digits(scale[1])), unit=unit)
    if part in _PER_HEAD and not tail.per_head:
        return tail._replace(per_head=True)
    if part.lower() in _BASES and tail.basis is None:
        return tail._replace(basis=_BASES[part.lower()])
    if tail.unit is None or tail.per_head or tail.basis:
        raise Unclear("not_a_target")
    return tail._replace(unit=f"{tail.unit}/{_word(part)}")


def _word(text: str) -> str:
    if not _WORD.fullmatch(text):
        raise Unclear("not_a_target")
    return text
