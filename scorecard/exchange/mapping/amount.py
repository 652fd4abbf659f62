"""The value of a cell for a measure, on the stored scale."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from scorecard.exactness import is_exact
from scorecard.exchange.entries_csv import typed_value, unguarded
from scorecard.exchange.mapping.recipe import FRACTION, PERCENT
from scorecard.exchange.workbook.grid import Percent, Stored, StoredNone, Uncomputed, Value
from scorecard.number import plain, snap
from scorecard.trouble import Refused, Trouble

#: A unit that counts in thousands and more: 仟元, 百萬元.
_MULTIPLES = (
    ("百萬", 6), ("仟萬", 7), ("千萬", 7), ("佰萬", 6), ("十億", 9), ("仟", 3), ("千", 3),
    ("萬", 4), ("億", 8), ("thousand ", 3), ("million ", 6), ("k", 3), ("m", 6),
)  # fmt: skip
_ONES = frozenset(
    {"元", "twd", "nt$", "ntd", "$", "usd", "us$", "美元", "新台幣", "台幣", "新臺幣"}
)
_MOST_WHOLE = 10**15
_SHARE = re.compile(r"%\s*$")


def amount(value: Value, unit: str, scale: str, power: int) -> float | None:
    """The number of a cell for a measure counted in `unit`; None where the cell says that there is
    none. `scale` settles 0.95 in a percent field, `power` is the power of ten of the sheet's unit.

    Numbers of a spreadsheet are snapped to twelve digits, whole ones are exact (R-NUMBER-2).
    Raises Refused where it asks or cannot be read.
    """
    found = _amount(value, unit, scale)
    return found if found is None or power == 0 else float(Decimal(repr(found)).scaleb(power))


def _amount(value: Value, unit: str, scale: str) -> float | None:
    is_share = unit.strip().endswith("%")
    match value:
        case None | StoredNone():
            return None
        case bool():
            return float(value)
        case Stored():
            return _kept(float(value))
        case Percent():
            return _shared(value, is_share)
        case float():
            return _percent(value, scale) if is_share else _kept(value)
        case date():
            raise _wrong("not_a_number", value.isoformat())
        case Uncomputed():
            raise Refused([Trouble("no_result")])
    return _typed(unguarded(value), unit, scale if is_share else "")


def _typed(text: str, unit: str, scale: str) -> float | None:
    if text.startswith("#"):
        raise Refused([Trouble("formula_error", facts={"text": text[:40]})])
    if scale and not _SHARE.search(text):
        plain_text = text.strip().replace(",", "")
        if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+", plain_text):
            return _percent(float(plain_text), scale)
    return typed_value(text, unit)


def _shared(value: float, is_share: bool) -> float:
    """A cell that shows a percent sign is that share where the measure is one too, else it asks."""
    found = snap(value)
    if is_share:
        return found
    choices = " / ".join(str(plain(each)) for each in (found, _times(found, 2)))
    raise Refused([Trouble("asks", facts={"choices": choices})])


def _percent(value: float, scale: str) -> float:
    found = snap(value)
    if scale == FRACTION:
        return found
    if 0 < abs(found) < 1 and scale != PERCENT:
        choices = f"{plain(_times(found, 2))}% / {plain(found)}%"
        raise Refused([Trouble("asks", facts={"choices": choices})])
    return _times(found, -2)


def _kept(value: float) -> float:
    if value.is_integer() and abs(value) < _MOST_WHOLE:
        return value + 0.0
    found = snap(value)
    if not is_exact(found):
        raise Refused([Trouble("too_many_digits", facts={"value": repr(value)[:40]})])
    return found


def _times(value: float, power: int) -> float:
    return float(Decimal(repr(value)).scaleb(power)) + 0.0


def _wrong(code: str, found: str) -> Refused:
    return Refused([Trouble(code, facts={"found": found})])


@lru_cache(maxsize=1024)
def power_of(unit: str, own: str) -> int:
    """The power of ten by which a number in `unit` is one in `own`: 仟元 for 元 is 3."""
    said, kept = unit.strip().casefold(), own.strip().casefold()
    if said == kept or not said:
        return 0
    strip: Callable[[str], tuple[int, str]] = _multiple
    (first, rest), (second, base) = strip(said), strip(kept)
    is_money = rest in _ONES and base in _ONES
    return first - second if (rest == base or is_money) and first != second else 0


def is_money(unit: str) -> bool:
    """Whether a unit counts money, in thousands or not: 元, 仟元."""
    return _multiple(unit.strip().casefold())[1] in _ONES


def _multiple(unit: str) -> tuple[int, str]:
    for word, power in _MULTIPLES:
        rest = unit.removeprefix(word)
        if rest != unit and rest.strip() in _ONES:
            return power, rest.strip()
    return 0, unit
