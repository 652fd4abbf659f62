"""Exact numbers for the oracle: Fractions, or a `No` that says why there is none."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

_TWELVE = Context(prec=12, rounding=ROUND_HALF_EVEN)
_LONG = Context(prec=80)


class No(NamedTuple):
    """No value, with the reason."""

    reason: str


Exact = Fraction | No


def read(number: object) -> Fraction:
    """A number of the document, digit by digit as written."""
    return Fraction(str(int(number) if isinstance(number, bool) else number))


def snap(number: Fraction) -> Fraction:
    """Rounded half-even to 12 significant digits (R-NUMBER-2)."""
    long = _LONG.divide(Decimal(number.numerator), Decimal(number.denominator))
    return Fraction(_TWELVE.plus(long))


def half_up(number: Fraction, digits: int) -> Fraction:
    """Rounded away from zero at the half (R-FORMULA-6)."""
    scaled = abs(number) * 10**digits + Fraction(1, 2)
    return Fraction(scaled.numerator // scaled.denominator, 10**digits) * (1 if number > 0 else -1)


def put_together(method: str, cells: Sequence[tuple[Fraction, Fraction | None]]) -> Exact:
    """The present cells, oldest first, each with its weight, by one method (R-VALUE-2)."""
    values = [value for value, _ in cells]
    if method == "count":
        return Fraction(len(values))
    if not values:
        return No("no_data")
    if method == "weighted":
        return _weighted([(value, weight) for value, weight in cells if weight is not None])
    simple = {"sum": sum(values), "max": max(values), "min": min(values), "last": values[-1]}
    return Fraction(simple.get(method, Fraction(sum(values)) / len(values)))


def _weighted(cells: list[tuple[Fraction, Fraction]]) -> Exact:
    if not cells:
        return No("no_data")
    if any(weight < 0 for _, weight in cells):
        return No("negative_weight")
    total = sum(weight for _, weight in cells)
    return sum((v * w for v, w in cells), Fraction(0)) / total if total else No("zero_weight")
