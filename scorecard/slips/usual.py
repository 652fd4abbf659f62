"""What is usual for a series: the range, the sign and the repeats of its last values."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from scorecard.number import snap

#: So many values before say what is usual; fewer than the second say nothing.
SEEN, FEWEST = 24, 4
#: A value is clearly outside where it is so many times beyond the range, and inside another range
#: up to so far beyond it.
_OUTSIDE, _INSIDE = 3.0, 1.25
#: Beside another row a value is not one of its own where it is so many widths of the range off.
_OFF = 0.5


@dataclass(frozen=True)
class Usual:
    """The known values before a period, oldest first, at most `SEEN`."""

    values: Sequence[float]

    @cached_property
    def says_something(self) -> bool:
        """Whether there are enough of them."""
        return len(self.values) >= FEWEST

    @cached_property
    def low(self) -> float:
        """The smallest of them; only where there are any."""
        return min(self.values)

    @cached_property
    def high(self) -> float:
        """The largest of them; only where there are any."""
        return max(self.values)

    @cached_property
    def middle(self) -> float:
        """Their median; only where there are any."""
        return median(self.values)

    @cached_property
    def sign(self) -> int:
        """1 where all are above 0, -1 where all are below, else 0."""
        if not self.says_something:
            return 0
        return 1 if self.low > 0 else -1 if self.high < 0 else 0

    @cached_property
    def spread(self) -> float:
        """How many times the largest size is the smallest; only of values of one sign."""
        sizes = sorted((abs(self.low), abs(self.high)))
        return sizes[1] / sizes[0]

    @cached_property
    def repeats(self) -> bool:
        """Whether a value ever was the same as the one before it."""
        return any(first == second for first, second in pairwise(self.values))

    def holds(self, value: float) -> bool:
        """Whether a value is about as large as they are, and of their sign."""
        if not self.sign or value * self.sign <= 0:
            return False
        sizes = sorted((abs(self.low), abs(self.high)))
        return sizes[0] / _INSIDE <= abs(snap(value)) <= sizes[1] * _INSIDE

    def is_clearly_outside(self, value: float) -> bool:
        """Whether a value of the same sign is far beyond the range: the more they vary, the
        farther."""
        if not self.sign or value * self.sign <= 0:
            return False
        sizes, beyond = sorted((abs(self.low), abs(self.high))), max(_OUTSIDE, self.spread)
        return abs(value) > sizes[1] * beyond or abs(value) < sizes[0] / beyond

    def is_off(self, value: float) -> bool:
        """Whether a value is outside the range, by half of its width."""
        if not self.says_something:
            return False
        room = (self.high - self.low) * _OFF
        return not self.low - room <= value <= self.high + room

    def spans(self, value: float) -> bool:
        """Whether a value lies in the range itself."""
        return self.says_something and self.low <= value <= self.high


def usual(history: Sequence[float]) -> Usual:
    """What is usual after `history`, the known values before, oldest first."""
    return Usual(history[-SEEN:])
