"""How much a target asks for, exactly."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from scorecard.number import exact
from scorecard.target import Aim
from scorecard.vocabulary import Direction


class Amount(NamedTuple):
    """The numbers of a target, `value` or the edges of a range; None where it has none."""

    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None

    def each(self, change: Callable[[Fraction], Fraction]) -> "Amount":
        """Every number changed."""
        return Amount(*(None if number is None else change(number) for number in self))

    def times(self, factor: Fraction) -> "Amount":
        """So many times as much."""
        return self.each(lambda number: number * factor)


def amount_of(aim: Aim) -> Amount:
    """What a target as typed asks for."""
    numbers = (aim.value, aim.low, aim.high)
    return Amount(*(None if number is None else exact(number) for number in numbers))


def added(amounts: Iterable[Amount]) -> Amount:
    """Several targets as one; a number that none of them has is none."""
    columns = zip(*amounts, strict=True)
    known = [[number for number in column if number is not None] for column in columns]
    return Amount(*(sum(column, Fraction(0)) if column else None for column in known))


def kind_of(aim: Aim, direction: Direction) -> Direction:
    """What a target is good for: a bare number is what the KPI says."""
    return direction if aim.kind is None else aim.kind
