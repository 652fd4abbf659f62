"""Snapping of whole arrays, digit for digit as `number.snap` (R-NUMBER-2)."""

from functools import cache
from typing import TYPE_CHECKING

from scorecard.number import EXACT_POWER, LOG_2, snap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DIGITS = 12
#: `total` turns to decimals at 100, counting both terms; 20 is safely before that.
_CANCELS = 20
_BINADES = 2048
_BIAS = 1023
#: No float reaches ten to this power.
_TOO_LARGE = 309
#: Closer to a tie than this, decimal arithmetic decides: below 10^12 a float and its product
#: with an exact power are each off by up to 0.00011.
_CLEAR = 0.4997


def snap_many(values: "Floats") -> "Floats":
    """`values` of any shape at 12 significant digits; NaN and infinities stay as they are."""
    import numpy as np

    return _snapped(np.ascontiguousarray(values).ravel()).reshape(values.shape)


def _snapped(values: "Floats") -> "Floats":
    import numpy as np

    limits, scales = _tables()
    binade = (values.view(np.int64) >> 52) & (_BINADES - 1)
    binade += _BINADES * (np.abs(values) >= limits.take(binade, mode="clip"))
    scale = scales.take(binade, mode="clip")
    exact = values * scale
    whole = np.rint(exact)
    exact -= whole
    whole /= scale
    unclear = np.flatnonzero(~(np.abs(exact) < _CLEAR) | ((whole == 0) & (values != 0)))
    if unclear.size:
        _settle(whole, values, unclear)
    whole += 0.0  # a negative zero is zero
    return whole


def _settle(snapped: "Floats", values: "Floats", unclear: "NDArray[np.intp]") -> None:
    """What is near a tie, or too large or small for exact powers, one by one."""
    import numpy as np

    numbers = values[unclear]
    present = np.isfinite(numbers)
    snapped[unclear] = numbers
    snapped[unclear[present]] = [snap(number) for number in numbers[present].tolist()]


@cache
def _tables() -> "tuple[Floats, Floats]":
    """By binade of a float: the power of ten within or above it, and the scale that gives 12
    whole digits below that power and, in the second half of the table, from it on. NaN where
    no exact scale exists."""
    import numpy as np

    exponents = np.arange(_BINADES) - _BIAS
    digits = np.floor(exponents * LOG_2).astype(int) + 1
    limits = np.array([10.0**power if power < _TOO_LARGE else np.inf for power in digits.tolist()])
    scales = [_scale(power) for power in digits.tolist()]
    scales += [_scale(power + 1) for power in digits.tolist()]
    scales[0] = scales[_BINADES] = 1.0
    return limits, np.array(scales)


def _scale(digits: int) -> float:
    power = _DIGITS - digits
    return 10.0**power if 0 <= power <= EXACT_POWER else float("nan")


def difference(one: "Floats", other: "Floats") -> "Floats":
    """`one - other`, cell by cell, of snapped arrays, as `series.total` gives it: where they
    nearly cancel only the decimal places that the terms have are kept."""
    import numpy as np

    apart = one - other
    larger = np.maximum(np.abs(one), np.abs(other))
    close = np.flatnonzero(larger > _CANCELS * np.abs(apart))
    if close.size:
        smaller = np.minimum(np.abs(one), np.abs(other)).flat[close]
        with np.errstate(divide="ignore", invalid="ignore"):
            places = _DIGITS - 1 - _exponents(smaller)
            kept = _shifted(np.rint(_shifted(apart.flat[close], places)), -places)
        usable = np.isfinite(kept) & (np.abs(places) <= EXACT_POWER)
        apart.flat[close[usable]] = kept[usable]
    return snap_many(apart)


def _exponents(size: "Floats") -> "NDArray[np.int64]":
    """The power of ten of the first digit; 0 for 0 and for what is no number."""
    import numpy as np

    usable = np.isfinite(size) & (size > 0)
    found = np.floor(np.log10(np.where(usable, size, 1.0))).astype(np.int64)
    # A logarithm beside a power of ten may be off by one.
    powers = np.power(10.0, found)
    found -= usable & (size < powers)
    found += usable & (size >= 10.0 * powers)
    return found


def _shifted(values: "Floats", places: "NDArray[np.int64]") -> "Floats":
    """`values` times ten to the `places`, rounded once."""
    import numpy as np

    powers = np.array([10.0**power for power in range(EXACT_POWER + 1)])
    power = powers[np.minimum(np.abs(places), EXACT_POWER)]
    shifted: Floats = np.where(places >= 0, values * power, values / power)
    return shifted
