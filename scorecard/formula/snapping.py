"""Whole arrays snapped to 12 significant digits, cell by cell as `number.snap` does."""

from functools import cache
from typing import TYPE_CHECKING

from scorecard.formula.arithmetic import EXACT_POWER, LOG_2
from scorecard.number import snap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DIGITS = 12
_BINADES = 2048
_BIAS = 1023
#: No float reaches ten to this power.
_TOO_LARGE = 309
#: Closer to a tie than this, decimal arithmetic decides: below 10^12 a float and its product
#: with an exact power are each off by up to 0.00011.
_CLEAR = 0.4997


def snap_all(values: "Floats") -> "Floats":
    """`values`, one-dimensional, at 12 significant digits, half-even; NaN stays (R-NUMBER-2).

    Numbers below 2.3e-308 become 0.
    """
    import numpy as np

    limits, scales = _tables()
    binade = (values.view(np.int64) >> 52) & (_BINADES - 1)
    binade += _BINADES * (np.abs(values) >= limits.take(binade, mode="clip"))
    scale = scales.take(binade, mode="clip")
    exact = values * scale
    whole = np.rint(exact)
    exact -= whole
    whole /= scale
    unclear = np.flatnonzero(~(np.abs(exact) < _CLEAR))
    if unclear.size:
        _settle(whole, values, unclear)
    whole += 0.0  # a negative zero is zero
    return whole


def _settle(snapped: "Floats", values: "Floats", unclear: "NDArray[np.intp]") -> None:
    """What is near a tie, or too large or small for exact powers, one by one."""
    import numpy as np

    numbers = values[unclear]
    present = np.isfinite(numbers)
    snapped[unclear] = np.nan
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
