"""Snapping of whole arrays, digit for digit as `number.snap` (R-NUMBER-2)."""

from typing import TYPE_CHECKING

from scorecard.number import snap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIGITS = 12
#: Powers of ten up to this one are exact floats, so scaling by them rounds only once.
_EXACT = 22
#: Nearer than this to a tie the binary product may lie on the wrong side of it.
_DOUBT = 1e-3
#: `total` turns to decimals at 100, counting both terms; 20 is safely before that.
_CANCELS = 20


def snap_many(values: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """`values` of any shape at 12 significant digits; NaN and infinities stay as they are."""
    import numpy as np

    size = np.abs(values)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        places = _DIGITS - 1 - _exponents(size)
        scaled = np.abs(_shifted(size, places))
        whole = np.rint(scaled)
        snapped = np.copysign(_shifted(whole, -places), values) + 0.0
        doubtful = np.abs(scaled - np.floor(scaled) - 0.5) < _DOUBT
    doubtful |= (np.abs(places) > _EXACT) & (size > 0)
    plain = ~np.isfinite(values) | (values == 0)
    snapped[plain] = values[plain] + 0.0
    for place in np.flatnonzero(doubtful & ~plain):
        snapped.flat[place] = snap(float(values.flat[place]))
    return snapped


def difference(one: "NDArray[np.float64]", other: "NDArray[np.float64]") -> "NDArray[np.float64]":
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
        usable = np.isfinite(kept) & (np.abs(places) <= _EXACT)
        apart.flat[close[usable]] = kept[usable]
    return snap_many(apart)


def _exponents(size: "NDArray[np.float64]") -> "NDArray[np.int64]":
    """The power of ten of the first digit; 0 for 0 and for what is no number."""
    import numpy as np

    usable = np.isfinite(size) & (size > 0)
    found = np.floor(np.log10(np.where(usable, size, 1.0))).astype(np.int64)
    # A logarithm beside a power of ten may be off by one.
    powers = np.power(10.0, found)
    found -= usable & (size < powers)
    found += usable & (size >= 10.0 * powers)
    return found


def _shifted(values: "NDArray[np.float64]", places: "NDArray[np.int64]") -> "NDArray[np.float64]":
    """`values` times ten to the `places`, rounded once."""
    import numpy as np

    powers = np.array([10.0**power for power in range(_EXACT + 1)])
    power = powers[np.minimum(np.abs(places), _EXACT)]
    shifted: NDArray[np.float64] = np.where(places >= 0, values * power, values / power)
    return shifted
