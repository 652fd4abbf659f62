"""How many answers there are, and what may be said of them (R-SURVEY-3, R-SURVEY-7)."""

from enum import StrEnum
from math import sqrt
from typing import Literal, NamedTuple

from scorecard.number import snap
from scorecard.scoring import Criterion, Judgement, judge
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Missing, Status, Value

Level = Literal[95, 90, 80]

#: Standard deviations on each side of the centre by the level of an interval (R-SURVEY-2).
Z: dict[Level, float] = {95: 1.96, 90: 1.6449, 80: 1.2816}

_ANONYMOUS_FROM, _COLOURED_FROM, _LARGE_FROM = 5, 10, 30
#: Answers of more than one person in so many make the margin narrower.
_ONE_IN = 20


class Size(StrEnum):
    """What the number of answers allows: nothing at all, no colour, a colour with the warning
    樣本小, or a colour."""

    HIDDEN = "hidden"
    TOO_FEW = "too_few"
    SMALL = "small"
    OK = "ok"


class Interval(NamedTuple):
    """`centre` plus and minus `margin`, of which only what is possible is left in `low` to
    `high`. All in the unit of the figure."""

    centre: float
    margin: float
    low: float
    high: float


class Estimate(NamedTuple):
    """A figure of a survey from `n` answers. `interval` is None where there is no value."""

    value: Value
    n: int
    size: Size
    interval: Interval | None = None


def size_of(n: int, *, anonymous: bool = False) -> Size:
    """What `n` answers allow (R-SURVEY-3)."""
    if anonymous and n < _ANONYMOUS_FROM:
        return Size.HIDDEN
    if n < _COLOURED_FROM:
        return Size.TOO_FEW
    return Size.SMALL if n < _LARGE_FROM else Size.OK


def estimate(value: Value, interval: Interval | None, n: int, *, anonymous: bool) -> Estimate:
    """The figure as far as it may be known: of a few anonymous answers only that they are too
    few, so that nobody is found out (R-SURVEY-3)."""
    size = size_of(n, anonymous=anonymous)
    if size is Size.HIDDEN:
        return Estimate(Missing("too_few"), n, size)
    return Estimate(value, n, size, interval)


def judged(found: Estimate, criterion: Criterion | None) -> Judgement:
    """The colour of a figure; grey as `too_few` below ten answers (R-SURVEY-3)."""
    if found.size in {Size.HIDDEN, Size.TOO_FEW} and found.n > 0:
        return Judgement(Status.GREY, reason="too_few", rule="R-SURVEY-3")
    return judge(found.value, criterion)


def response_rate(answers: int, invited: int) -> Value:
    """Answers as a fraction of those invited (R-SURVEY-7); missing as `zero_denominator`."""
    must_be_counts(answers, invited)
    return snap(answers / invited) if invited else Missing("zero_denominator")


def finite_correction(n: int, population: int) -> float:
    """By what the margin of a share is multiplied where `n` of only `population` people have
    answered: 1 up to a twentieth of them (R-SURVEY-7).

    Raises Refused(more_than_all).
    """
    must_be_part(n, population)
    if n * _ONE_IN <= population:
        return 1.0
    return snap(sqrt((population - n) / (population - 1))) if n < population else 0.0


def must_be_counts(*counts: int) -> None:
    """Raises Refused(not_a_count) where one is below zero."""
    for count in counts:
        if count < 0:
            raise Refused([Trouble("not_a_count", facts={"count": str(count)})])


def must_be_part(part: int, whole: int) -> None:
    """Raises Refused(not_a_count, more_than_all)."""
    must_be_counts(part, whole)
    if part > whole:
        raise Refused([Trouble("more_than_all", facts={"part": str(part), "whole": str(whole)})])
