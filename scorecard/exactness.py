"""How many digits an entry may have (R-NUMBER-1)."""

from math import isfinite

DIGITS = 15


def is_exact(value: float) -> bool:
    """Whether `value` is finite and has at most 15 significant digits, so that it comes back
    exactly as typed."""
    return isfinite(value) and float(f"{value:.15g}") == value
