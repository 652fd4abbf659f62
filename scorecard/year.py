"""A fiscal year as it is made of its periods, by the measure's own rule."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from scorecard.vocabulary import ADDITIVE, Method


class Mix(NamedTuple):
    """A year that is a sum or a weighted mean: (`so_far` + Σ weight · value) / `whole`.

    `weights` are those of the periods left: 1 for each where values are added (`whole` is 1) or
    averaged (`whole` counts all periods), the expected denominators of a ratio (`whole` is that
    of the year), all but the newest 0 where the last value counts.
    """

    so_far: Fraction
    weights: tuple[Fraction, ...]
    whole: Fraction

    def made_of(self, values: Sequence[Fraction]) -> Fraction:
        """The year's value where the periods left have these."""
        pairs = zip(self.weights, values, strict=True)
        return sum((weight * value for weight, value in pairs), self.so_far) / self.whole


class Peak(NamedTuple):
    """A year that is the highest of its periods, or the lowest where not `upward`; `so_far` is
    that of the periods to date, of which there is at least one."""

    so_far: Fraction
    upward: bool

    def made_of(self, values: Sequence[Fraction]) -> Fraction:
        """The year's value where the periods left have these."""
        return (max if self.upward else min)([self.so_far, *values])


Year = Mix | Peak


def added(present: Sequence[Fraction], left: int) -> Mix:
    """A year that is the sum of its periods, `left` of which are to come."""
    return Mix(sum(present, Fraction()), (Fraction(1),) * left, Fraction(1))


def averaged(present: Sequence[tuple[Fraction, Fraction]], weights: Sequence[Fraction]) -> Mix:
    """A year that is the mean of its periods: those present with what they weigh, and what those
    left will weigh."""
    held = sum((weight for weight, _ in present), Fraction())
    so_far = sum((weight * value for weight, value in present), Fraction())
    return Mix(so_far, tuple(weights), sum(weights, held))


def ended(left: int) -> Mix:
    """A year that is what its last period is; at least one is left."""
    return Mix(Fraction(), (Fraction(),) * (left - 1) + (Fraction(1),), Fraction(1))


def settled(value: Fraction, left: int) -> Mix:
    """A year of which the value is known, and not how its periods make it."""
    return Mix(value, (Fraction(),) * left, Fraction(1))


class Part(NamedTuple):
    """The numerator or denominator of a ratio: by `method` over the year, from its values to
    date and those expected of the periods left."""

    method: Method
    so_far: Sequence[Fraction]
    ahead: Sequence[Fraction]

    @property
    def whole(self) -> Fraction:
        """What it is over the year."""
        values = [*self.so_far, *self.ahead]
        match self.method:
            case Method.AVERAGE:
                return sum(values, Fraction()) / len(values)
            case Method.LAST:
                return values[-1]
            case Method.MAX | Method.MIN:
                return (max if self.method is Method.MAX else min)(values)
        return sum(values, Fraction())


def divided(
    above: Part, below: Part, factor: Fraction = Fraction(1), shift: Fraction = Fraction(0)
) -> tuple[Year, Fraction] | None:
    """A year that is `factor` · `above` / `below` + `shift`, and its value where both are as
    expected; None where the denominator is 0.

    A period counts as much as its denominator; where nothing says how periods make the year, the
    value alone is known.
    """
    left, methods = len(below.ahead), {above.method, below.method}
    whole = below.whole
    if not whole:
        return None
    value = factor * above.whole / whole + shift
    if methods == {Method.LAST} and left:
        return ended(left), value
    added_up = above.method in ADDITIVE
    if methods == {Method.AVERAGE}:  # of the same periods, so their sums are divided
        above, below = (part._replace(method=Method.SUM) for part in (above, below))
        added_up, whole = True, below.whole
    if not added_up or whole < 0 or min(below.ahead, default=Fraction()) < 0:
        return settled(value, left), value
    rest = shift * (whole - sum(below.ahead))
    so_far = factor * sum(above.so_far, Fraction()) + rest
    return Mix(so_far, tuple(below.ahead), whole), value
