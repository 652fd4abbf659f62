"""Entries as people type them, by the kind of field (R-NUMBER-3 … R-NUMBER-8)."""

from collections.abc import Callable
from decimal import Decimal

from scorecard.number import snap
from scorecard.reading.figure import CURRENCIES, Figure, exact, figure
from scorecard.reading.outcome import (
    Ask,
    MissingText,
    Read,
    Reading,
    Unclear,
    is_missing,
    normal,
    plain_signs,
    refused,
)
from scorecard.text import Said

_PERCENT = Decimal("0.01")
_YES = frozenset({"是", "有", "達成", "已完成", "y", "yes", "true", "1", "✓", "o"})
_NO = frozenset({"否", "無", "沒有", "未達成", "未完成", "n", "no", "false", "0", "✗", "x"})


def read_number(text: str, currency: str = "TWD") -> Reading[float]:
    """A number field; `3:1` is a ratio, a percent sign or another currency asks.

    `currency` is the code of the currency that may be written and is dropped.
    """
    return _read(text, lambda seen: _number(seen, currency))


def read_percent(text: str) -> Reading[float]:
    """A percent field; the value is a fraction: `12` and `12%` are 0.12 (R-NUMBER-6)."""
    return _read(text, _percent)


def read_ratio(text: str) -> Reading[float]:
    """A ratio field: `3:1` and `3` are 3 (R-NUMBER-7)."""
    return _read(text, lambda seen: _number(seen, ""))


def read_yes(text: str) -> Reading[bool]:
    """A yes/no field (R-NUMBER-7)."""
    try:
        seen = normal(text)
    except Unclear as unclear:
        return unclear.wrong(text)
    if is_missing(seen):
        return MissingText(text)
    word = seen.lower()
    if word in _YES or word in _NO:
        return Read(word in _YES)
    return refused("not_yes_or_no", text)


def quotient(first: Decimal, second: Decimal) -> Decimal:
    """The value of `first:second`, snapped (R-NUMBER-2). Raises Unclear where second is 0."""
    if not second:
        raise Unclear("zero_divisor")
    return Decimal(repr(snap(float(first / second))))


def _read(text: str, meaning: Callable[[str], Reading[float]]) -> Reading[float]:
    try:
        seen = normal(text)
        if is_missing(seen):
            return MissingText(text)
        plain_signs(text, "not_a_number")
        return refused("none_word", text) if seen == "無" else meaning(seen)
    except Unclear as unclear:
        return unclear.wrong(text)


def _number(seen: str, currency: str) -> Reading[float]:
    if ":" in seen:
        return Read(_stored(_ratio(seen)))
    found = figure(seen)
    if found.share:
        shares = (found.value * found.share, found.value)
        facts = {"share": _shown(shares[0]), "value": _shown(shares[1])}
        return _ask(shares, "percent_in_number", text=seen, **facts)
    if found.currency and CURRENCIES[found.currency] not in ("", currency):
        return _ask((found.value,), "other_currency", text=seen, value=_shown(found.value))
    return Read(_stored(found.value))


def _percent(seen: str) -> Reading[float]:
    try:
        found = figure(seen)
    except Unclear as unclear:
        raise (Unclear("not_a_percent") if unclear.code == "not_a_number" else unclear) from None
    if found.currency:
        raise Unclear("not_a_percent")
    if found.share:
        return Read(_stored(found.value * found.share))
    if 0 < abs(found.value) < 1:
        whole, small = _shown(found.value * 100), _shown(found.value)
        choices = (found.value, found.value * _PERCENT)
        return _ask(choices, "percent_or_fraction", whole=whole, small=small)
    return Read(_stored(found.value * _PERCENT))


def _ratio(seen: str) -> Decimal:
    first, second = (_bare(part.strip()) for part in seen.split(":", 1))
    return quotient(first, second)


def _bare(text: str) -> Decimal:
    found: Figure = figure(text)
    if found.currency or found.share:
        raise Unclear("not_a_number")
    return found.value


def _ask(choices: tuple[Decimal, ...], key: str, **facts: str) -> Ask[float]:
    return Ask(tuple(_stored(choice) for choice in choices), Said(f"reading.{key}", {**facts}))


def _stored(number: Decimal) -> float:
    return float(exact(number)) + 0.0


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"
