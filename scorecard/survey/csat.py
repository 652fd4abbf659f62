"""客戶滿意度 and other shares of answers, and mean ratings, which are no shares (R-SURVEY-6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from scorecard.number import snap
from scorecard.series import total
from scorecard.survey.sample import (
    Estimate,
    Interval,
    Level,
    Z,
    estimate,
    finite_correction,
    must_be_part,
)
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Missing, Value

#: A five-point scale, of which the two highest points count (top-two box).
POINTS, TOP_FROM = 5, 4


@dataclass(frozen=True, slots=True)
class Share:
    """`x` of `n` answers count: satisfied, aware, first to come to mind.

    Raises Refused(not_a_count, more_than_all).
    """

    x: int
    n: int

    def __post_init__(self) -> None:
        must_be_part(self.x, self.n)


def top_box(
    ratings: Iterable[float | None], *, top_from: int = TOP_FROM, points: int = POINTS
) -> Share:
    """How many ratings of 1 to `points` are `top_from` or more; blank ones (None) are left out.

    Raises Refused(rating_out_of_range), for a `top_from` that is no point of the scale too.
    """
    sound([top_from], points)
    answers = sound(ratings, points)
    return Share(sum(rating >= top_from for rating in answers), len(answers))


def mean_rating(ratings: Iterable[float | None], *, points: int = POINTS) -> Value:
    """The mean of ratings of 1 to `points`, on their own scale and never a percent; missing as
    `no_data`. Raises Refused(rating_out_of_range)."""
    answers = sound(ratings, points)
    return snap(total(answers) / len(answers)) if answers else Missing("no_data")


def csat(
    share: Share,
    *,
    level: Level = 95,
    population: int | None = None,
    anonymous: bool = False,
) -> Estimate:
    """The share as a fraction with its interval; `population` are all who could answer
    (R-SURVEY-6, R-SURVEY-7). Raises Refused(more_than_all)."""
    found = interval(share, level, population)
    return estimate(value(share), found, share.n, anonymous=anonymous)


def value(share: Share) -> Value:
    """The share alone; missing as `no_data` where nobody has answered."""
    return snap(share.x / share.n) if share.n else Missing("no_data")


def interval(share: Share, level: Level = 95, population: int | None = None) -> Interval | None:
    """The adjusted Wald interval after Agresti and Coull, cut at 0 and 1; None where nobody has
    answered. Raises Refused(more_than_all)."""
    correction = 1.0 if population is None else finite_correction(share.n, population)
    if not share.n:
        return None
    z = Z[level]
    n = share.n + z**2
    centre = (share.x + z**2 / 2) / n
    margin = z * sqrt(centre * (1 - centre) / n) * correction
    low, high = max(centre - margin, 0.0), min(centre + margin, 1.0)
    return Interval(snap(centre), snap(margin), snap(low), snap(high))


def sound(ratings: Iterable[float | None], points: int) -> Sequence[float]:
    """The ratings without blank ones (None). Raises Refused(rating_out_of_range) for what is no
    whole number from 1 to `points`."""
    answers = [rating for rating in ratings if rating is not None]
    for rating in answers:
        if not 1 <= rating <= points or rating != int(rating):
            facts = {"rating": str(rating), "points": str(points)}
            raise Refused([Trouble("rating_out_of_range", facts=facts)])
    return answers
