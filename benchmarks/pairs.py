"""A figure: what the product takes beside what a peer takes, in turns, in one run."""

from collections.abc import Callable
from statistics import median
from typing import NamedTuple

#: Two takes of the same thing differ by no more than this, or the machine is too busy to tell.
QUIET = (0.95, 1.05)

#: One round: a number in the figure's unit, less is better.
Take = Callable[[], float]


class Figure(NamedTuple):
    """`ours` beside `peer`; the goal is that ours / peer is at most `goal`, None where the
    figure is only kept for the record. `unit` is s or MB."""

    name: str
    goal: float | None
    against: str
    unit: str
    ours: Take
    peer: Take


class Measured(NamedTuple):
    """Medians of the rounds; `again` is the peer's second take of a round over its first (A/A)."""

    name: str
    goal: float | None
    against: str
    unit: str
    ours: float
    peer: float
    again: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def too_noisy(self) -> bool:
        return not QUIET[0] <= self.again <= QUIET[1]

    @property
    def verdict(self) -> str:
        """In one word; a run that is too noisy proves nothing."""
        if self.too_noisy:
            return "too noisy"
        if self.goal is None:
            return "record"
        return "met" if self.ratio <= self.goal else "missed"


def measured(figure: Figure, rounds: int) -> Measured:
    """Ours, peer, ours, peer, and so on, two pairs a round; a first pair warms up and does not
    count. The peer comes after ours each time, so that its takes differ by noise only."""
    figure.ours(), figure.peer()
    takes = [(figure.ours(), figure.peer()) for _ in range(2 * rounds)]
    ours, peer = (median(column) for column in zip(*takes, strict=True))
    peers = [each for _, each in takes]
    again = median(b / a for a, b in zip(peers[::2], peers[1::2], strict=True))
    return Measured(figure.name, figure.goal, figure.against, figure.unit, ours, peer, again)
