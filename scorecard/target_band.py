"""What a process itself suggests as a range, and what it says of one that is proposed: the sides
of R-TARGET-8, both at once."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.target_advice import FEWEST, process_limits, quantile

_MOST = 12


class Band(NamedTuple):
    """From `low` to `high`, both included."""

    low: float
    high: float


class BandAdvice(NamedTuple):
    """What the last values suggest: `usual` held eight of ten of them (10th to 90th percentile,
    type 7), `middle` the middle half (quartiles); `natural` are the process limits, within which
    all values are expected."""

    usual: Band
    middle: Band
    natural: Band


def advise_band(history: Sequence[float]) -> BandAdvice | None:
    """The advice from the known values, oldest first; None where there are fewer than six."""
    recent = history[-_MOST:]
    if len(recent) < FEWEST:
        return None
    return BandAdvice(
        usual=Band(quantile(recent, 0.1), quantile(recent, 0.9)),
        middle=Band(quantile(recent, 0.25), quantile(recent, 0.75)),
        natural=Band(*process_limits(recent)),
    )


def verdict_on(band: Band, natural: Band) -> str:
    """`always_met` where the process limits lie within the band, `needs_change` where they do not
    meet it at all, else `by_chance`."""
    if band.low <= natural.low and natural.high <= band.high:
        return "always_met"
    apart = natural.high < band.low or band.high < natural.low
    return "needs_change" if apart else "by_chance"
