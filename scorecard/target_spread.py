"""A yearly target spread over its periods so that the parts add up to it (R-TARGET-6, -7)."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

#: Wide enough for a product of two floats written out; quotients are rounded far behind.
_WIDE = Context(prec=800)


class Spread(NamedTuple):
    """The parts in order; `reason` is `even_instead` where last year gave no pattern."""

    parts: tuple[float, ...]
    reason: str | None = None


def spread_even(total: float, parts: int, decimals: int = 0) -> Spread:
    """`total` in `parts` as equal as `decimals` allow, rounded cumulatively (R-TARGET-6).

    A total with more decimals than that keeps its own. `parts` is at least 1.
    """
    return Spread(_parts(total, [Decimal(1)] * parts, decimals))


def spread_seasonal(total: float, last_year: Sequence[float | None], decimals: int = 0) -> Spread:
    """`total` in the proportions of last year's actual values, None where missing (R-TARGET-7)."""
    known = [Decimal(repr(value)) for value in last_year if value is not None]
    if len(known) < len(last_year) or min(known) < 0 or sum(known) <= 0:
        even = spread_even(total, len(last_year), decimals)
        return even._replace(reason="even_instead")
    return Spread(_parts(total, known, decimals))


def _parts(total: float, weights: list[Decimal], decimals: int) -> tuple[float, ...]:
    exact = Decimal(repr(total))
    step = min(Decimal(1).scaleb(-decimals), Decimal(1).scaleb(_exponent(exact)))
    sums = list(accumulate(weights, _WIDE.add))
    upto = [_WIDE.divide(_WIDE.multiply(exact, done), sums[-1]) for done in sums]
    ends = [Decimal(0), *(end.quantize(step, ROUND_HALF_UP, _WIDE) for end in upto)]
    return tuple(float(_WIDE.subtract(end, start)) + 0.0 for start, end in pairwise(ends))


def _exponent(number: Decimal) -> int:
    short = number.normalize(_WIDE)
    return min(short.adjusted() - len(short.as_tuple().digits) + 1, 0)
