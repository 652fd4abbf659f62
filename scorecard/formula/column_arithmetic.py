"""The operations of `arithmetic` on arrays, bit by bit the same; NaN is missing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scorecard.formula.arithmetic import DIGITS, GREATEST, LOST, POWERS
from scorecard.number import EXACT_POWER, LOG_2
from scorecard.snapping import snap_many

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FROM_SMALL = tuple(10.0**power for power in range(-DIGITS, EXACT_POWER + 1))


def add(left: "Floats", right: "Floats") -> "Floats":
    """Cell by cell as `arithmetic.add`."""
    import numpy as np

    return _without_binary_rest(left + right, np.abs(left))


def bounded(found: "Floats") -> "Floats":
    """Missing where a value is beyond 1e300, and so where a denominator was zero (R-FORMULA-4)."""
    import numpy as np

    if not -GREATEST < np.fmin.reduce(found) <= np.fmax.reduce(found) < GREATEST:
        np.copyto(found, np.nan, where=~(np.abs(found) < GREATEST))
    return found


def total(numbers: Sequence["Floats"]) -> "Floats":
    """The sums of the present numbers of each cell; missing where there are none.

    Compensated (Neumaier), so that it agrees with the correctly rounded `math.fsum`.
    """
    import numpy as np

    found, rest, largest = (np.zeros_like(numbers[0]) for _ in range(3))
    absent = np.ones(found.shape, bool)
    for column in numbers:
        missing = np.isnan(column)
        number = np.where(missing, 0.0, column)
        both = found + number
        swapped = np.abs(found) < np.abs(number)
        rest += np.where(swapped, (number - both) + found, (found - both) + number)
        found = both
        largest = np.maximum(largest, np.abs(number))
        absent &= missing
    found = _without_binary_rest(found + rest, largest)
    found[absent] = np.nan
    return found


def count(numbers: Sequence["Floats"]) -> "Floats":
    """How many numbers of each cell are present."""
    import numpy as np

    present = np.zeros(numbers[0].shape)
    for column in numbers:
        present += ~np.isnan(column)
    return present


def half_up(numbers: "Floats", places: int) -> "Floats":
    """Cell by cell as `arithmetic.half_up`."""
    import numpy as np

    scale = POWERS[abs(places)]
    steps = snap_many(numbers * scale if places >= 0 else numbers / scale)
    whole = np.copysign(np.floor(np.abs(steps) + 0.5), steps)
    rounded = whole / scale if places >= 0 else whole * scale
    return np.where(np.abs(steps) >= POWERS[DIGITS], numbers, rounded)


def _without_binary_rest(found: "Floats", largest: "Floats") -> "Floats":
    """`found` with `arithmetic.restored` applied where it is small beside `largest`."""
    import numpy as np

    lost = np.flatnonzero(np.abs(found) < largest * LOST)
    if lost.size:
        found[lost] = _restored(found[lost], largest[lost])
    return found


def _restored(found: "Floats", largest: "Floats") -> "Floats":
    import numpy as np

    exponents = np.frexp(largest)[1]
    digits = np.floor((exponents - 1) * LOG_2).astype(int) + 1
    reached = largest >= np.array(_FROM_SMALL)[np.clip(digits, -DIGITS, EXACT_POWER) + DIGITS]
    digits += reached & (digits <= EXACT_POWER)
    places = DIGITS - digits
    exact = (places >= 0) & (places <= EXACT_POWER)
    scale = np.array(POWERS)[np.clip(places, 0, EXACT_POWER)]
    return np.where(exact, np.rint(found * scale) / scale, found)
