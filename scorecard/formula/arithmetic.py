"""Arithmetic on floats that gives what decimals would give, once snapped (R-NUMBER-1, -2).

A difference of nearly equal numbers keeps digits that no entry had (1000000.1 - 1000000 is
0.0999999999767 in binary). Entries have fifteen digits, so such a difference is put back on
the fifteenth decimal place of its operands; 0.1 + 0.2 - 0.3 is then a true zero.
"""

import math
from collections.abc import Sequence

from scorecard.number import EXACT_POWER, LOG_2, snap

#: A sum smaller than this share of an operand has lost digits that show after snapping.
LOST = 1 / 64
DIGITS = 15
#: Outside of the exact powers of ten sums stay as they are.
POWERS = tuple(10.0**power for power in range(EXACT_POWER + 1))
#: Beyond any measurement; keeps infinities out of scores and files.
GREATEST = 1e300


def add(left: float, right: float) -> float:
    """The sum, without digits that only binary has."""
    total = left + right
    return total if abs(total) >= abs(left) * LOST else restored(total, abs(left))


def total(values: Sequence[float]) -> float:
    """The correctly rounded sum of some numbers, without digits that only binary has.

    Raises OverflowError where it is beyond floats.
    """
    largest = max(map(abs, values))
    found = math.fsum(values)
    return found if abs(found) >= largest * LOST else restored(found, largest)


def restored(found: float, largest: float) -> float:
    """`found` on the fifteenth decimal place of `largest`, half-even."""
    places = DIGITS - whole_digits(largest)
    if not 0 <= places <= EXACT_POWER:
        return found
    scale = POWERS[places]
    return round(found * scale) / scale


def whole_digits(size: float) -> int:
    """Digits before the decimal point of `size` > 0; 0 for 0.1 … 0.99, -1 for 0.01 …"""
    binary = math.frexp(size)[1]
    digits = math.floor((binary - 1) * LOG_2) + 1
    return digits + (size >= 10.0**digits if digits <= EXACT_POWER else 0)


def half_up(number: float, places: int) -> float:
    """A number rounded at `places` decimals, ties away from zero (R-FORMULA-6)."""
    scale = POWERS[abs(places)]
    steps = snap(number * scale if places >= 0 else number / scale)
    if abs(steps) >= POWERS[DIGITS]:
        return number
    whole = math.copysign(math.floor(abs(steps) + 0.5), steps)
    return whole / scale if places >= 0 else whole * scale
