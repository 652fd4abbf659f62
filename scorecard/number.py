"""Numbers as they are stored and as they are shown (R-NUMBER)."""

import math
from collections.abc import Callable, Iterable, Sequence
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
)
from fractions import Fraction
from itertools import pairwise
from typing import Literal

Style = Literal["plain", "percent", "wan", "kmb"]
Rounding = Literal["half_up", "half_even"]
Mode = Rounding | Literal["up", "down"]

#: Powers of ten up to this one are exact floats, so scaling by them rounds only once.
EXACT_POWER = 22
LOG_2 = 0.30102999566398120

_TWELVE = Context(prec=12, rounding=ROUND_HALF_EVEN)
#: Wide enough for every float written out in full, so that rounding places never fails.
_EXACT = Context(prec=800)
_ROUNDING = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "up": ROUND_CEILING,
    "down": ROUND_FLOOR,
}
#: By style the units, smallest first: power of ten, the number from which the next one is
#: taken, sign.
_UNITS = {
    "wan": ((0, 10**4, ""), (4, 10**8, "萬"), (8, math.inf, "億")),
    "kmb": ((0, 10**3, ""), (3, 10**6, "K"), (6, 10**9, "M"), (9, math.inf, "B")),
}
#: The units of a number in few digits, larger ones than R-NUMBER-10 needs among them.
_BRIEF_UNITS = {
    "wan": ((0, ""), (4, "萬"), (8, "億"), (12, "兆")),
    "kmb": ((0, ""), (3, "K"), (6, "M"), (9, "B"), (12, "T")),
}
#: A float has at most 17 significant digits; beyond these places no more can be told apart.
_MOST_PLACES = 17
#: Below this an integral float is a number of which every unit is exact.
_WHOLE = 1e15
#: So many values before an entry say what is likely.
RECENT = 6
_FEWEST, _FACTOR = 3, 10
#: Nearer than this floats do not say which of two numbers is greater.
_NEAR = 1e-9
#: A power of ten that no float reaches.
_NO_END = 400


def snap(x: float) -> float:
    """`x` at 12 significant digits, half-even on its decimal form (R-NUMBER-2); -0.0 is 0.0."""
    near = float(f"{x:.11e}")
    if near == x:
        return near + 0.0
    thirteen = f"{x:.12e}"
    # Only a tie may differ: as a decimal it is one, in binary it lies a little beside it.
    if thirteen.partition("e")[0][-1] == "5" and float(thirteen) == x:
        return float(_TWELVE.create_decimal(thirteen))
    return near + 0.0


def exact(value: float) -> Fraction:
    """A finite `value` as its decimal says it: 0.1 is a tenth."""
    return Fraction(*Decimal(repr(value)).as_integer_ratio())


def snap_exact(value: Fraction) -> float:
    """`value` at 12 significant digits, half-even, rounded once (R-NUMBER-2)."""
    return float(_TWELVE.divide(Decimal(value.numerator), Decimal(value.denominator))) + 0.0


def told(value: Fraction) -> float:
    """An exact number as a document tells it: all of it where a float can say it, else 12
    digits; infinite where it is too large for a float."""
    near = snap_exact(value)
    if not math.isfinite(near) or exact(near) == value:
        return near
    whole = value.numerator / value.denominator
    return whole if exact(whole) == value else near


def show(value: float, *, decimals: int, style: Style = "plain", mode: Mode = "half_up") -> str:
    """`value` (stored scale) as a text with thousands separators (R-NUMBER-9, R-NUMBER-10).

    `percent` shows a fraction times 100. `wan` and `kmb` show one decimal from their first
    unit on and `decimals` below it, trailing zeros dropped. `up` and `down` never show less or
    more than there is.
    """
    return _rounded(value, decimals, style, mode)[0]


def show_judged(
    value: float,
    *,
    at_least: Iterable[float] = (),
    at_most: Iterable[float] = (),
    decimals: int,
    style: Style = "plain",
    mode: Mode = "half_up",
) -> str:
    """As `show`, with more decimals while the rounded value lies on another side (R-COLOUR-9).

    `at_least` are limits that a value on them meets from above, `at_most` from below. A strict
    `> x` is the contrary of "at most x", so it belongs in `at_most`; `< x` in `at_least`.
    """
    return _on_its_side(
        value, at_least, at_most, lambda more: _rounded(value, decimals, style, mode, more)
    )


def show_brief(
    value: float,
    *,
    at_least: Iterable[float] = (),
    at_most: Iterable[float] = (),
    digits: int,
    decimals: int,
    style: Style,
    least: int = 0,
    mode: Mode = "half_up",
) -> str:
    """`value` where there is little room: in `digits` digits, with 萬, 億 and 兆 (`wan`) or K, M, B
    and T (`kmb`), from the power of ten `least` on; without any with at most `decimals` places.

    As `show_judged`, with more digits while it would lie on another side of a limit.
    """
    return _on_its_side(
        value,
        at_least,
        at_most,
        lambda more: _brief(value, (digits + more, decimals + more), style, least, mode),
    )


def brief_power(value: float, style: Style) -> int:
    """The power of ten of the unit in which `show_brief` says `value`, before it is rounded."""
    return max(power for power, _ in _BRIEF_UNITS[style] if power == 0 or abs(value) >= 10.0**power)


def unlikely(history: Sequence[float], value: float) -> bool:
    """Whether `value` is so far from the last six that it asks "sure?" (R-NUMBER-11).

    `history` holds the known values before it, oldest first.
    """
    middle = recent_median(history)
    if middle is None or middle <= 0:
        return False
    for ratio in (value / middle, middle / value if value else math.inf):
        if abs(ratio / _FACTOR - 1) < _NEAR:  # only decimals say whether it is exactly ten times
            half = _exact_median(history)
            return not half <= _FACTOR * exact(value) <= _FACTOR * _FACTOR * half
    return not middle <= _FACTOR * value <= _FACTOR * _FACTOR * middle


def recent_median(history: Sequence[float]) -> float | None:
    """The median of the last six values, oldest first; None where there are fewer than three."""
    recent = sorted(history[-RECENT:])
    if len(recent) < _FEWEST:
        return None
    half = len(recent) // 2
    return recent[half] if len(recent) % 2 else (recent[half - 1] + recent[half]) / 2


def _exact_median(history: Sequence[float]) -> Fraction:
    recent = sorted(map(exact, history[-RECENT:]))
    half = len(recent) // 2
    return recent[half] if len(recent) % 2 else (recent[half - 1] + recent[half]) / 2


def plain(value: float) -> int | float:
    """A whole number as an int, as JSON should say it; any other as it is."""
    return int(value) if abs(value) < _WHOLE and value == math.trunc(value) else value


def _on_its_side(
    value: float,
    at_least: Iterable[float],
    at_most: Iterable[float],
    written: Callable[[int], tuple[str, Decimal]],
) -> str:
    """The first text, written with more and more digits, that lies on the side of `value`."""
    floors = [Decimal(repr(limit)) for limit in at_least]
    ceilings = [Decimal(repr(limit)) for limit in at_most]

    def sides(number: Decimal) -> list[bool]:
        return [number >= limit for limit in floors] + [number <= limit for limit in ceilings]

    true_sides = sides(Decimal(repr(value)))
    for more in range(_MOST_PLACES):
        text, seen = written(more)
        if sides(seen) == true_sides:
            return text
    return text


def _brief(
    value: float, room: tuple[int, int], style: Style, least: int, mode: Mode
) -> tuple[str, Decimal]:
    """As `_rounded`, in so many digits and decimals as there is `room` for."""
    digits, decimals = room
    exact = Decimal(repr(value))
    units = [unit for unit in _BRIEF_UNITS[style] if unit[0] >= least]
    for (power, sign), (end, _) in pairwise((*units, (_NO_END, ""))):  # noqa: B007  as below
        whole = max(exact.adjusted() - power + 1, 1)
        places = min(max(digits - whole, 0), digits - 1 if power else decimals)
        shown = _at(exact, power, places, mode)
        said = shown.scaleb(power, _EXACT)
        if abs(said) < Decimal(1).scaleb(end, _EXACT):
            break
    text = f"{shown:,f}"
    is_cut = "." in text and power
    return (text.rstrip("0").rstrip(".") if is_cut else text) + sign, said


def _rounded(
    value: float, decimals: int, style: Style, mode: Mode, more: int = 0
) -> tuple[str, Decimal]:
    """The text of `value` and the number on the stored scale that it says."""
    exact = Decimal(repr(value))
    if style in _UNITS:
        return _in_units(exact, decimals, style, mode, more)
    power, sign = (-2, "%") if style == "percent" else (0, "")
    shown = _at(exact, power, decimals + more, mode)
    return f"{shown:,f}{sign}", shown.scaleb(power, _EXACT)


def _in_units(
    exact: Decimal, decimals: int, style: Style, mode: Mode, more: int
) -> tuple[str, Decimal]:
    for power, end, sign in _UNITS[style]:  # noqa: B007  the last unit tried is the one taken
        shown = _at(exact, power, (1 if power else decimals) + more, mode)
        # Chosen after rounding, so that no 10000萬 appears (R-NUMBER-10).
        said = shown.scaleb(power, _EXACT)
        if abs(said) < end:
            break
    text = f"{shown:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + sign, said


def _at(exact: Decimal, power: int, places: int, mode: Mode) -> Decimal:
    """`exact` in units of ten to the `power`, rounded to `places`; never a negative zero."""
    step = Decimal(1).scaleb(-places)
    shown = exact.scaleb(-power, _EXACT).quantize(step, _ROUNDING[mode], _EXACT)
    return abs(shown) if shown.is_zero() else shown
