"""Snapping of whole arrays, digit for digit as `number.snap` (R-NUMBER-2)."""

from functools import cache
from typing import TYPE_CHECKING

from scorecard.number import EXACT_POWER, snap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DIGITS = 12
#: Closer to a tie than this, decimal arithmetic decides: below 10^12 a float is off by up to
#: 0.00011, its product with an exact power by another 0.00006.
_CLEAR = 0.4998
#: So many are sooner snapped one by one than as an array.
_FEW = 20
#: Sign, exponent and the first four bits of the fraction: enough to tell how many digits a float
#: has before its decimal point, but for those beside a power of ten.
_FIRST_BITS = 16
_OTHER_BITS = 64 - _FIRST_BITS


def snap_many(values: "Floats") -> "Floats":
    """`values` of any shape at 12 significant digits; NaN and infinities stay as they are."""
    import numpy as np

    flat = np.ascontiguousarray(values).ravel()
    first_bits = (flat.view(np.uint64) >> _OTHER_BITS).view(np.int64)
    snapped, clear = _at_scale(flat, _scales_by_first_bits().take(first_bits))
    if not clear.all():
        unclear = np.flatnonzero(~clear)
        snapped[unclear] = _settled(flat[unclear])
    return snapped.reshape(values.shape)


def _at_scale(values: "Floats", scale: "Floats") -> "tuple[Floats, NDArray[np.bool_]]":
    """`values` rounded to whole multiples of 1 / `scale`, and which of them are clearly so."""
    import numpy as np

    rest = values * scale
    whole = np.rint(rest)
    rest -= whole
    whole /= scale
    return whole, np.abs(rest, out=rest) < _CLEAR


def _settled(values: "Floats") -> "Floats":
    """What the first bits do not settle: values beside a power of ten, zeros, what is missing,
    and, one by one, what is near a tie or too large or small for exact powers."""
    import numpy as np

    if values.size <= _FEW:
        return np.array([snap(value) for value in values.tolist()])
    snapped, clear = _at_scale(values, _scales(np.abs(values)))
    number = np.isfinite(values) & (values != 0)
    snapped = np.where(number, snapped, values + 0.0)  # a negative zero is zero
    rest = np.flatnonzero(number & ~clear)
    snapped[rest] = [snap(value) for value in values[rest].tolist()]
    return snapped


@cache
def _scales_by_first_bits() -> "Floats":
    """By the first bits of a float the scale that gives it 12 whole digits; NaN where floats with
    these bits need different ones, or none exists."""
    import numpy as np

    lowest = np.arange(1 << _FIRST_BITS, dtype=np.uint64) << _OTHER_BITS
    highest = lowest | np.uint64((1 << _OTHER_BITS) - 1)
    scales, others = (_scales(np.abs(bits.view(np.float64))) for bits in (lowest, highest))
    return np.where(scales == others, scales, np.nan)


def _scales(sizes: "Floats") -> "Floats":
    """The powers of ten that give `sizes` 12 whole digits; NaN where no exact one does."""
    import numpy as np

    powers = range(_DIGITS - EXACT_POWER - 1, _DIGITS + 1)
    scales = [np.nan, *(10.0 ** (_DIGITS - power) for power in powers[1:]), np.nan]
    digits = np.searchsorted([float(f"1e{power}") for power in powers], sizes, side="right")
    return np.array(scales).take(digits)
