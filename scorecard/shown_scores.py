"""Scores in writing, and the parts that they are made of: one decimal, adding up."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_FLOOR, Decimal

from scorecard.number import show
from scorecard.shown import signed

#: The last place of a shown score.
_STEP = Decimal("0.1")


def score_of(score: float | None) -> str:
    """A score with one decimal, cut and not rounded (R-SCORE-6); empty where there is none."""
    return "" if score is None else str(_cut(Decimal(repr(score))))


def coverage_of(coverage: float) -> str:
    """A share of the weights in percent, cut as scores are: what is too little to judge never
    looks as if it were enough (R-ROLL-4)."""
    text = str(_cut(100 * Decimal(repr(coverage))))
    return text.removesuffix(".0")


def lost_of(lost: Mapping[str, float], score: float | None) -> dict[str, str]:
    """The points lost by child with one decimal, adding up to what the shown score lacks of 100
    (R-ROLL-8); JSON keeps them exact."""
    if score is None:
        return {}
    shown = adding_up(list(lost.values()), 100 - _cut(Decimal(repr(score))))
    return dict(zip(lost, map(str, shown), strict=True))


def tenths_of(points: float) -> Decimal:
    """A change of a score with one decimal, as `change_of` shows it."""
    return Decimal(show(points, decimals=1).replace(",", ""))


def signed_of(points: Decimal) -> str:
    """A part of such a change with its sign."""
    return signed(str(points).replace("-", "−"))


def adding_up(parts: Sequence[float], whole: Decimal) -> list[Decimal]:
    """Parts with one decimal that add up to `whole`, their sum with one decimal in whichever
    way it was rounded: each cut, then a step more for those that were cut most (largest
    remainder; of equal ones the first)."""
    exact = [Decimal(repr(part)) for part in parts]
    shown = [part.quantize(_STEP, ROUND_FLOOR) for part in exact]
    steps = int((whole - sum(shown)) / _STEP)
    most_cut = sorted(range(len(parts)), key=lambda at: shown[at] - exact[at])
    for at in most_cut[:steps]:
        shown[at] += _STEP
    return shown


def _cut(number: Decimal) -> Decimal:
    return number.quantize(_STEP, ROUND_DOWN)
