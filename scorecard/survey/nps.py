"""淨推薦值: who would recommend, less who would not, and whether it changed (R-SURVEY-1 to 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from scorecard.number import snap
from scorecard.survey.sample import Estimate, Interval, Level, Z, estimate, must_be_counts
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Missing, Value

_HIGHEST, _PROMOTES_FROM, _PASSIVE_FROM = 10, 9, 7
_MOST = 100.0
#: The adjusted Wald interval: three answers more, a quarter of each share of them (R-SURVEY-2).
_MORE, _OF_EACH = 3, 0.75
#: From so many standard errors on a difference is a real change (R-SURVEY-4).
_REAL_FROM = 1.96


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers by their kind: 9 and 10, 7 and 8, 0 to 6. Raises Refused(not_a_count)."""

    promoters: int
    passives: int
    detractors: int

    def __post_init__(self) -> None:
        must_be_counts(self.promoters, self.passives, self.detractors)

    @property
    def n(self) -> int:
        """How many have answered."""
        return self.promoters + self.passives + self.detractors


class Difference(NamedTuple):
    """How many standard errors lie between two NPS; within the sampling error (抽樣誤差內)
    where it is not real."""

    z: float
    is_real: bool


class HiringScore(NamedTuple):
    """淨招聘分數: two series that are never mixed (R-SURVEY-5)."""

    managers: Estimate
    newcomers: Estimate


def tally(scores: Iterable[float | None]) -> Tally:
    """The answers of a survey, blank ones (None) left out (R-SURVEY-1).

    Raises Refused(score_out_of_range) for what is no whole number from 0 to 10.
    """
    answers = [score for score in scores if score is not None]
    for score in answers:
        if not 0 <= score <= _HIGHEST or score != int(score):
            raise Refused([Trouble("score_out_of_range", facts={"score": str(score)})])
    promoters = sum(score >= _PROMOTES_FROM for score in answers)
    detractors = sum(score < _PASSIVE_FROM for score in answers)
    return Tally(promoters, len(answers) - promoters - detractors, detractors)


def merged(groups: Iterable[Tally]) -> Tally:
    """Several groups as one, by their counts and never by their scores (R-SURVEY-1)."""
    all_groups = list(groups)
    return Tally(
        sum(group.promoters for group in all_groups),
        sum(group.passives for group in all_groups),
        sum(group.detractors for group in all_groups),
    )


def nps(answers: Tally, *, level: Level = 95, anonymous: bool = False) -> Estimate:
    """The NPS, -100 to 100, with its interval (R-SURVEY-1 to 3)."""
    return estimate(score(answers), interval(answers, level), answers.n, anonymous=anonymous)


def net_hiring_score(
    managers: Tally, newcomers: Tally, *, level: Level = 95, anonymous: bool = False
) -> HiringScore:
    """What hiring managers, and what new employees some three months after joining, say of the
    hiring (R-SURVEY-5)."""
    return HiringScore(
        nps(managers, level=level, anonymous=anonymous),
        nps(newcomers, level=level, anonymous=anonymous),
    )


def score(answers: Tally) -> Value:
    """The NPS alone; missing as `no_data` where nobody has answered."""
    if not answers.n:
        return Missing("no_data")
    return snap(_MOST * (answers.promoters - answers.detractors) / answers.n)


def interval(answers: Tally, level: Level = 95) -> Interval | None:
    """The adjusted Wald interval, cut at ±100 (R-SURVEY-2); None where nobody has answered."""
    if not answers.n:
        return None
    centre, error = _adjusted(answers)
    margin = Z[level] * error
    low, high = max(centre - margin, -_MOST), min(centre + margin, _MOST)
    return Interval(snap(centre), snap(margin), snap(low), snap(high))


def compare(before: Tally, now: Tally) -> Difference | None:
    """Whether the NPS has really changed (R-SURVEY-4); None where a side has no answers."""
    if not before.n or not now.n:
        return None
    (was, was_error), (is_now, error) = _adjusted(before), _adjusted(now)
    z = snap((is_now - was) / sqrt(was_error**2 + error**2))
    return Difference(z, abs(z) >= _REAL_FROM)


def _adjusted(answers: Tally) -> tuple[float, float]:
    """Centre and standard error of the adjusted counts."""
    n = answers.n + _MORE
    promoting, detracting = (answers.promoters + _OF_EACH) / n, (answers.detractors + _OF_EACH) / n
    net = promoting - detracting
    return _MOST * net, _MOST * sqrt((promoting + detracting - net**2) / n)
