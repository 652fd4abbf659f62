"""Snapping of whole arrays, digit for digit as `number.snap` (R-NUMBER-2).

A float times an exact power of ten is off by so little that only a number beside a tie can be
rounded wrongly. Block by block, each small enough for the processor's cache, all numbers are
rounded so; which of them may be wrong is known, and these few are settled exactly at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from scorecard.number import EXACT_POWER, snap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: Cells worked on at a time: few enough to stay in the cache with what becomes of them, many
#: enough that the calls themselves cost little.
BLOCK = 32_768
_DIGITS = 12
#: Closer to a tie than this, more than one product must decide: below 10^12 a float is off by up
#: to 0.00011, its product with an exact power by another 0.00006.
_CLEAR = 0.4998
#: Sign, exponent and the first four bits of the fraction: enough to tell how many digits a float
#: has before its decimal point, but for those beside a power of ten.
_FIRST_BITS = 16
_OTHER_BITS = 64 - _FIRST_BITS


def snap_many(values: "Floats") -> "Floats":
    """`values` of any shape at 12 significant digits; NaN and infinities stay as they are."""
    import numpy as np

    flat = np.ascontiguousarray(values).reshape(-1)
    snapping = Snapping.of(flat.size)
    for start in range(0, flat.size, BLOCK):
        snapping.put(start, flat[start : start + BLOCK].copy())
    snapping.settle(flat.__getitem__)
    return snapping.found.reshape(values.shape)


@dataclass(frozen=True, slots=True)
class Snapping:
    """An array that is filled with snapped numbers, block by block.

    `found` is right once all blocks are put and what is not `clear` is settled.
    """

    found: "Floats"
    _clear: "NDArray[np.bool_]"
    _bits: "NDArray[np.uint64]"
    _scales: "Floats"

    @classmethod
    def of(cls, size: int) -> "Snapping":
        """Room for `size` numbers."""
        import numpy as np

        bits = np.empty(min(size, BLOCK), np.uint64)
        return cls(np.empty(size), np.empty(size, bool), bits, _scales_by_first_bits())

    def put(self, start: int, values: "Floats") -> None:
        """Snap `values` (contiguous, at most a block) into the places from `start` on.

        They are worked in, and lost: a buffer more and the cache would not hold them all.
        """
        import numpy as np

        places, bits = slice(start, start + values.size), self._bits[: values.size]
        np.right_shift(values.view(np.uint64), _OTHER_BITS, out=bits)
        scale = self._scales.take(bits.view(np.int64))
        rest = np.multiply(values, scale, out=values)
        whole = np.rint(rest, out=bits.view(np.float64))
        rest -= whole
        np.divide(whole, scale, out=self.found[places])
        np.less(np.abs(rest, out=rest), _CLEAR, out=self._clear[places])

    def settle(self, values: "Callable[[NDArray[np.int64]], Floats]") -> None:
        """Snap what is not clear yet; `values` gives the numbers of some places once more."""
        import numpy as np

        unclear = np.flatnonzero(~self._clear)
        if unclear.size:
            self.found[unclear] = _settled(values(unclear))


def _settled(values: "Floats") -> "Floats":
    """`values` snapped with a comparison for each that says on which side of the tie it lies; the
    few that are too large or small for exact powers one by one."""
    import numpy as np

    sizes = np.abs(values)
    powers = _powers(sizes)
    whole = np.floor(sizes * powers.up / powers.down)
    # Correctly rounded: the float that stands for the tie, as thirteen digits say it.
    tie = (whole + 0.5) / powers.up * powers.down
    whole += (sizes > tie) | ((sizes == tie) & (whole % 2 == 1))
    number = np.isfinite(values) & (values != 0)
    # A negative zero is zero.
    snapped = np.where(number, np.copysign(whole / powers.up * powers.down, values), values + 0.0)
    rest = np.flatnonzero(number & np.isnan(powers.up))
    snapped[rest] = [snap(value) for value in values[rest].tolist()]
    return snapped


@cache
def _scales_by_first_bits() -> "Floats":
    """By the first bits of a float the scale that gives it 12 whole digits; NaN where floats with
    these bits need different ones, or no exact one does."""
    import numpy as np

    lowest = np.arange(1 << _FIRST_BITS, dtype=np.uint64) << _OTHER_BITS
    highest = lowest | np.uint64((1 << _OTHER_BITS) - 1)
    first, last = (_powers(np.abs(bits.view(np.float64))) for bits in (lowest, highest))
    return np.where((first.up == last.up) & (first.down == 1) & (last.down == 1), first.up, nan)


class _Powers(NamedTuple):
    """What numbers are multiplied and divided by for 12 whole digits; one of both is 1."""

    up: "Floats"
    down: "Floats"


def _powers(sizes: "Floats") -> _Powers:
    """The powers of ten for `sizes`; NaN where no exact one gives 12 whole digits."""
    import numpy as np

    begins, up, down = _power_table()
    at = np.searchsorted(begins, sizes, side="right")
    return _Powers(up.take(at), down.take(at))


@cache
def _power_table() -> "tuple[Floats, Floats, Floats]":
    """Where a number gets one digit more, and the powers of each stretch between."""
    import numpy as np

    digits = range(_DIGITS - EXACT_POWER, _DIGITS + EXACT_POWER + 1)
    begins = [float(f"1e{number - 1}") for number in (*digits, digits.stop)]
    up = [10.0 ** max(_DIGITS - number, 0) for number in digits]
    down = [10.0 ** max(number - _DIGITS, 0) for number in digits]
    return np.array(begins), np.array([nan, *up, nan]), np.array([nan, *down, nan])
