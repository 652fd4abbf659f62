"""Targets as people write them in a definition (R-TARGET-2)."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from scorecard.reading.entry import quotient
from scorecard.reading.figure import PLAIN, amount, exact
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
from scorecard.reading.unit import Tail, read_tail
from scorecard.target import Aim
from scorecard.text import Said
from scorecard.vocabulary import Direction, Frequency


@dataclass(frozen=True, slots=True)
class TargetText:
    """What a target text says. Numbers are on the stored scale: 35 % is 0.35.

    `basis` is the period for which the number counts (None: not said), `scale` the top of a
    rating scale such as the 5 of 4.2/5, `per_head` whether it is for each person. `base` and
    `measure` are those of `improve:last_year` and `budget:plan`, as a document writes them.
    """

    kind: Direction
    value: float | None = None
    low: float | None = None
    high: float | None = None
    strict: bool = False
    unit: str | None = None
    per_head: bool = False
    basis: Frequency | None = None
    scale: float | None = None
    base: str = ""
    measure: str = ""

    @property
    def aim(self) -> Aim | None:
        """The target as the document stores it; None where it needs more than the text says."""
        match self.kind:
            case Direction.BUDGET | Direction.NONE:
                return None
            case Direction.IMPROVE:
                return Aim(self.kind, base=self.base or "last_year")
        return Aim(self.kind, self.value, self.low, self.high, self.strict)


_WORDS = {
    **dict.fromkeys(("持續改善", "continuous improvement", "improve"), Direction.IMPROVE),
    **dict.fromkeys(("符合預算", "預算內", "within budget", "budget"), Direction.BUDGET),
    **dict.fromkeys(("無目標", "無", "no target", "none"), Direction.NONE),
    **dict.fromkeys(("是", "達成", "已完成", "yes"), Direction.YES),
}
_AT_LEAST = (">=", "≥", "≧", "至少", "不低於", "不少於", "大於等於")
_AT_MOST = ("<=", "≤", "≦", "至多", "不超過", "不高於", "小於等於")
#: Sign or word before the number → kind and whether strict; longer ones first.
_BEFORE: tuple[tuple[str, tuple[Direction, bool]], ...] = (
    *((sign, (Direction.HIGHER, False)) for sign in _AT_LEAST),
    *((sign, (Direction.LOWER, False)) for sign in _AT_MOST),
    *((sign, (Direction.HIGHER, True)) for sign in (">", "大於", "高於")),
    *((sign, (Direction.LOWER, True)) for sign in ("<", "小於", "低於")),
    ("=", (Direction.EXACT, False)),
)
_AFTER = (
    ("以上", (Direction.HIGHER, False)),
    ("以下", (Direction.LOWER, False)),
    ("以內", (Direction.LOWER, False)),
)

_QUANTITY = re.compile(
    rf"(?P<sign>[+-]?)\s*(?P<currency>(?i:NT\$|US\$|\$|NTD|TWD|USD|€|£|¥))?\s*"
    rf"(?P<amount>(?:{PLAIN}\s?[百千]?[萬万億亿兆])+|{PLAIN}\s?[KkMB](?![A-Za-z])"
    rf"|{PLAIN}[mb](?![A-Za-z])|{PLAIN}(?![0-9,]|\.[0-9]))\s*(?P<share>[%‰]?)\s*",
)
#: As the interchange form writes what moves with another series.
_MOVING = re.compile(r"improve:(?P<base>last_year|previous)|budget:(?P<measure>\S.*)")
_TO = re.compile(r"(?:\.\.|[-~–—至到])\s*")
_RATIO = re.compile(rf":\s*({PLAIN})\s*")
_SHARES = {"%": Decimal("0.01"), "‰": Decimal("0.001"), "": Decimal(1)}


@dataclass(frozen=True, slots=True)
class _Quantity:
    number: Decimal
    share: str
    currency: str
    multiplied: bool


def read_target(text: str) -> Reading[TargetText]:
    """A target text; a number without a direction asks for it, higher first."""
    try:
        seen = normal(text)
        plain_signs(text, "not_a_target")
        moving = _MOVING.fullmatch(seen)
        if moving is not None:
            return Read(_moving(moving))
        word = _WORDS.get(seen.lower())
        if word is not None:
            return Read(TargetText(word, 1.0 if word is Direction.YES else None))
        return MissingText(text) if is_missing(seen) else _judged(*_direction(seen))
    except Unclear as unclear:
        return unclear.wrong(text)


def _moving(found: re.Match[str]) -> TargetText:
    base, measure = found["base"], found["measure"]
    if base:
        return TargetText(Direction.IMPROVE, base=base)
    return TargetText(Direction.BUDGET, measure=measure)


def _direction(seen: str) -> tuple[str, Direction | None, bool]:
    """The text without its comparator, and what the comparator says."""
    for sign, (kind, strict) in _BEFORE:
        if seen.startswith(sign):
            return seen[len(sign) :].lstrip(), kind, strict
    for sign, (kind, strict) in _AFTER:
        if seen.endswith(sign):
            return seen[: -len(sign)].rstrip(), kind, strict
    return seen, None, False


def _judged(rest: str, kind: Direction | None, strict: bool) -> Reading[TargetText]:
    first, end = _quantity(rest, 0)
    to = _TO.match(rest, end)
    if to:
        if kind is not None:
            raise Unclear("not_a_target")
        second, end = _quantity(rest, to.end())
        return Read(_band(first, second, read_tail(rest[end:])))
    number = first.number * _SHARES[first.share]
    ratio = _RATIO.match(rest, end)
    if ratio:
        number, end = quotient(number, amount(ratio[1])), ratio.end()
    said = _with_tail(TargetText(Direction.NONE, _stored(number)), first, read_tail(rest[end:]))
    return _directed(said, kind, strict=strict, whole=first.share == "%" and number == 1)


def _directed(
    said: TargetText, kind: Direction | None, *, strict: bool, whole: bool
) -> Reading[TargetText]:
    """`whole` says that the text is 100 %: with 0, a number that needs no comparator."""
    if said.value == 0 and kind in (None, Direction.EXACT):
        return Read(replace(said, kind=Direction.ZERO))
    if kind is None and whole:
        return Read(replace(said, kind=Direction.EXACT))
    if kind is not None:
        return Read(replace(said, kind=kind, strict=strict))
    both = tuple(replace(said, kind=kind) for kind in (Direction.HIGHER, Direction.LOWER))
    return Ask(both, Said("reading.direction"))


def _band(first: _Quantity, second: _Quantity, tail: Tail) -> TargetText:
    same_marks = first.share == second.share and first.multiplied == second.multiplied
    shared_percent = not first.share and not first.multiplied and not second.multiplied
    if not (same_marks or shared_percent) or second.currency not in ("", first.currency):
        raise Unclear("band_marks")
    low, high = (side.number * _SHARES[second.share] for side in (first, second))
    if low >= high:
        raise Unclear("band_order")
    said = TargetText(Direction.RANGE, low=_stored(low), high=_stored(high))
    return _with_tail(said, replace(second, currency=first.currency), tail)


def _with_tail(said: TargetText, quantity: _Quantity, tail: Tail) -> TargetText:
    marks = [mark for mark in (quantity.currency, quantity.share, tail.unit) if mark]
    if len(marks) > 1:
        raise Unclear("not_a_target")
    unit = marks[0] if marks else None
    return replace(said, unit=unit, per_head=tail.per_head, basis=tail.basis, scale=tail.scale)


def _quantity(text: str, start: int) -> tuple[_Quantity, int]:
    found = _QUANTITY.match(text, start)
    if not found:
        raise Unclear("not_a_target")
    number = amount(found["amount"]) * (-1 if found["sign"] == "-" else 1)
    multiplied = not found["amount"][-1].isdigit()
    currency = (found["currency"] or "").upper()
    return _Quantity(exact(number), found["share"], currency, multiplied), found.end()


def _stored(number: Decimal) -> float:
    return float(exact(number)) + 0.0
