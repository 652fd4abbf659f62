"""NPS by hand: the margin, the difference, what is refused."""

import pytest

from scorecard.survey.nps import (
    Tally,
    compare,
    interval,
    merged,
    net_hiring_score,
    nps,
    score,
    tally,
)
from scorecard.survey.sample import Interval, Level, Size
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Missing


@pytest.mark.parametrize(
    ("answers", "level", "centre", "margin"),
    [
        ((50, 30, 20), 95, 29.1262135922, 15.0753604268),
        ((50, 30, 20), 90, 29.1262135922, 12.6517654928),
        ((50, 30, 20), 80, 29.1262135922, 9.8574397566),
        ((40, 10, 0), 95, 75.4716981132, 12.4376078790),
        ((0, 1, 0), 95, 0.0, 60.0124986982),
    ],
)
def test_the_margin_is_that_of_the_adjusted_counts(
    answers: tuple[int, int, int], level: Level, centre: float, margin: float
) -> None:
    """R-SURVEY-2."""
    found = interval(Tally(*answers), level)

    assert found is not None
    assert found[:2] == pytest.approx((centre, margin), abs=1e-9)


def test_an_interval_ends_at_a_hundred() -> None:
    assert interval(Tally(10, 0, 0)) == pytest.approx(
        Interval(76.9230769231, 29.4200659790, 47.5030109441, 100.0), abs=1e-9
    )


def test_an_interval_ends_at_minus_a_hundred() -> None:
    found = interval(Tally(0, 0, 5))

    assert found is not None
    assert found.low == -100.0
    assert found.high == pytest.approx(-17.4906259764, abs=1e-9)


def test_the_kinds_of_answers_begin_at_seven_and_at_nine() -> None:
    """R-SURVEY-1."""
    assert tally([0, 6, 7, 8, 9, 10, None]) == Tally(2, 2, 2)


@pytest.mark.parametrize("score", [-1, 11, 8.5, float("nan"), float("inf")])
def test_what_is_no_answer_is_refused_in_both_languages(score: float) -> None:
    with pytest.raises(Refused) as refused:
        tally([10, score])

    trouble = refused.value.troubles[0]
    assert trouble.code == "score_out_of_range"
    assert all(str(score) in sentence(trouble, language) for language in LANGUAGES)


def test_a_count_below_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="not_a_count"):
        Tally(1, -1, 0)


def test_without_answers_there_is_no_score() -> None:
    assert nps(tally([None, None])) == (Missing("no_data"), 0, Size.TOO_FEW, None)


def test_groups_are_merged_by_their_counts() -> None:
    """R-SURVEY-1."""
    groups = [Tally(9, 1, 0), Tally(0, 0, 40)]

    assert score(merged(groups)) == -62.0


@pytest.mark.parametrize(
    ("before", "now", "z", "is_real"),
    [
        ((50, 30, 20), (55, 30, 15), 0.917747351487, False),
        ((20, 30, 50), (50, 30, 20), 5.35534427229, True),
        ((500, 300, 200), (550, 300, 150), 2.94404582189, True),
        ((50, 30, 20), (20, 30, 50), -5.35534427229, True),
    ],
    ids=["ten points on a hundred", "sixty points", "ten points on a thousand", "a fall"],
)
def test_a_difference_is_real_beyond_the_sampling_error(
    before: tuple[int, int, int], now: tuple[int, int, int], z: float, is_real: bool
) -> None:
    """R-SURVEY-4."""
    found = compare(Tally(*before), Tally(*now))

    assert found is not None
    assert found.z == pytest.approx(z, abs=1e-9)
    assert found.is_real is is_real


def test_nothing_is_compared_with_a_survey_that_nobody_answered() -> None:
    assert compare(Tally(0, 0, 0), Tally(5, 5, 5)) is None


def test_hiring_managers_and_newcomers_are_two_series() -> None:
    """R-SURVEY-5."""
    found = net_hiring_score(Tally(6, 3, 1), Tally(12, 6, 12))

    assert (found.managers.value, found.managers.size) == (50.0, Size.SMALL)
    assert (found.newcomers.value, found.newcomers.size) == (0.0, Size.OK)


def test_four_anonymous_answers_stay_unknown() -> None:
    found = nps(Tally(4, 0, 0), anonymous=True)

    assert (found.value, found.interval) == (Missing("too_few"), None)
