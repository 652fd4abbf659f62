"""A figure as people write it: sign, currency, digits, multiplier, percent (R-NUMBER-3 … -6)."""

import re
from decimal import Decimal
from typing import NamedTuple

from scorecard.reading.outcome import Unclear

MOST_DIGITS = 15

#: Digits without sign; commas only where they separate thousands.
PLAIN = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_UNIT = r"(?:[百千]?[萬万億亿兆]|[百千])"
_PLAIN = re.compile(PLAIN)
_EXPONENT = re.compile(r"[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}")
_LETTER = re.compile(rf"({PLAIN})\s*([KkMBmb])")
_LINK = re.compile(rf"\s*({PLAIN})\s*({_UNIT})")
_DIGITS_AND_COMMAS = re.compile(r"[0-9.]*,[0-9.,]*")
_POWERS = {"百": 2, "千": 3, "萬": 4, "万": 4, "億": 8, "亿": 8, "兆": 12}
_LETTERS = {"K": 3, "k": 3, "M": 6, "B": 9}
_SHARES = {"%": Decimal("0.01"), "‰": Decimal("0.001")}

#: How currencies are written → their code; "" is whatever currency the KPI has (R-NUMBER-5).
CURRENCIES = {
    **{"NT$": "TWD", "NTD": "TWD", "TWD": "TWD", "$": "", "元": ""},
    **{"US$": "USD", "USD": "USD", "美元": "USD", "美金": "USD", "€": "EUR", "EUR": "EUR"},
    **{"歐元": "EUR", "£": "GBP", "GBP": "GBP", "英鎊": "GBP", "¥": "JPY", "JPY": "JPY"},
    **{"日圓": "JPY", "日幣": "JPY", "RMB": "CNY", "CNY": "CNY", "人民幣": "CNY"},
    **{"HK$": "HKD", "HKD": "HKD", "港幣": "HKD", "₩": "KRW", "KRW": "KRW", "韓元": "KRW"},
}
_LONGEST_FIRST = sorted(CURRENCIES, key=len, reverse=True)


class Figure(NamedTuple):
    """A number without its percent sign (`share` is what the sign multiplies by) or currency.

    `currency` is as written, "" where none is.
    """

    value: Decimal
    currency: str = ""
    share: Decimal | None = None


def figure(text: str) -> Figure:
    """The figure of a text in normal form. Raises Unclear."""
    rest, currency, share = _peeled(text)
    sign, inner = _signed(rest)
    if inner != rest:
        inner, inner_currency, inner_share = _peeled(inner)
        if (currency and inner_currency) or (share and inner_share):
            raise Unclear("not_a_number")
        currency, share = currency or inner_currency, share or inner_share
    if currency and share:
        raise Unclear("not_a_number")
    return Figure(exact(amount(inner) * sign), currency, share)


def amount(text: str) -> Decimal:
    """Digits with their multiplier, without sign. Raises Unclear."""
    if _EXPONENT.fullmatch(text):
        return Decimal(text)
    if _PLAIN.fullmatch(text):
        return digits(text)
    letter = _LETTER.fullmatch(text)
    if letter:
        return digits(letter[1]).scaleb(_letter_power(letter[2]))
    if _DIGITS_AND_COMMAS.fullmatch(text):
        raise Unclear("commas")
    return _chain(text)


def digits(text: str) -> Decimal:
    """Digits with or without thousands commas. Raises Unclear where they are too many."""
    return exact(Decimal(text.replace(",", "")))


def exact(number: Decimal) -> Decimal:
    """`number` where a float of 15 digits keeps it (R-NUMBER-1). Raises Unclear elsewhere."""
    if len("".join(map(str, number.as_tuple().digits)).strip("0")) > MOST_DIGITS:
        raise Unclear("digits", limit=str(MOST_DIGITS))
    if Decimal(repr(float(number))) != number:
        raise Unclear("range")
    return number


def _chain(text: str) -> Decimal:
    """A falling chain such as 1億2,000萬 (R-NUMBER-4)."""
    total, end, limit = Decimal(0), 0, Decimal("Infinity")
    while link := _LINK.match(text, end):
        count, power = digits(link[1]), sum(_POWERS[sign] for sign in link[2])
        part = count.scaleb(power)
        if part >= limit:
            raise Unclear("not_a_number")
        total, end = total + part, link.end()
        # Only the last count may have decimals: 1.5億2,000萬 is no number anybody writes.
        limit = Decimal(10) ** power if count == count.to_integral_value() else Decimal(0)
    if not end or end < len(text):
        raise Unclear("remainder" if end and _PLAIN.fullmatch(text[end:]) else "not_a_number")
    return total


def _letter_power(letter: str) -> int:
    if letter not in _LETTERS:
        raise Unclear("small_letter", letter=letter, capital=letter.upper())
    return _LETTERS[letter]


def _signed(text: str) -> tuple[int, str]:
    if text.startswith("(") and text.endswith(")"):
        return -1, text[1:-1].strip()
    if text[:1] in ("+", "-"):
        return (-1 if text[0] == "-" else 1), text[1:].lstrip()
    return 1, text


def _peeled(text: str) -> tuple[str, str, Decimal | None]:
    """`text` without a percent sign behind it and without its currency (NT$5元 says it twice)."""
    share = _SHARES.get(text[-1:])
    rest = text[:-1].rstrip() if share else text
    before = next((name for name in _LONGEST_FIRST if rest[: len(name)].upper() == name), "")
    rest = rest[len(before) :].lstrip()
    behind = next((name for name in _LONGEST_FIRST if rest[-len(name) :].upper() == name), "")
    if before and behind not in ("", "元"):
        raise Unclear("not_a_number")
    return rest[: len(rest) - len(behind)].rstrip(), before or behind, share
