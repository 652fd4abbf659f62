"""What few answers allow, and what many of few people do."""

import pytest

from scorecard.scoring import Criterion
from scorecard.survey.nps import Tally, nps
from scorecard.survey.sample import (
    Size,
    finite_correction,
    judged,
    response_rate,
    size_of,
)
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction, Missing, Status

TARGET = Criterion(Direction.HIGHER, 30.0)


@pytest.mark.parametrize(
    ("n", "anonymous", "signed"),
    [
        (0, Size.HIDDEN, Size.TOO_FEW),
        (4, Size.HIDDEN, Size.TOO_FEW),
        (5, Size.TOO_FEW, Size.TOO_FEW),
        (9, Size.TOO_FEW, Size.TOO_FEW),
        (10, Size.SMALL, Size.SMALL),
        (29, Size.SMALL, Size.SMALL),
        (30, Size.OK, Size.OK),
    ],
)
def test_what_a_number_of_answers_allows(n: int, anonymous: Size, signed: Size) -> None:
    """R-SURVEY-3."""
    assert (size_of(n, anonymous=True), size_of(n)) == (anonymous, signed)


@pytest.mark.parametrize(
    ("answers", "anonymous", "colour", "reason"),
    [
        (Tally(9, 0, 0), False, Status.GREY, "too_few"),
        (Tally(4, 0, 0), True, Status.GREY, "too_few"),
        (Tally(10, 0, 0), True, Status.GREEN, None),
        (Tally(20, 0, 9), False, Status.GREEN, None),
        (Tally(10, 20, 20), False, Status.RED, None),
        (Tally(0, 0, 0), False, Status.GREY, "no_data"),
    ],
    ids=["nine", "four unsigned", "ten", "twenty-nine", "fifty", "none"],
)
def test_a_colour_needs_ten_answers(
    answers: Tally, anonymous: bool, colour: Status, reason: str | None
) -> None:
    """R-SURVEY-3."""
    found = judged(nps(answers, anonymous=anonymous), TARGET)

    assert (found.status, found.reason) == (colour, reason)


@pytest.mark.parametrize(
    ("n", "population", "factor"),
    [
        (60, 100, 0.635641726164),
        (5, 100, 1.0),
        (6, 100, 0.974420314595),
        (100, 100, 0.0),
        (1, 1, 0.0),
        (0, 0, 1.0),
    ],
)
def test_answers_of_more_than_a_twentieth_of_all_narrow_the_margin(
    n: int, population: int, factor: float
) -> None:
    """R-SURVEY-7."""
    assert finite_correction(n, population) == pytest.approx(factor, abs=1e-12)


def test_more_answers_than_people_are_refused_in_both_languages() -> None:
    with pytest.raises(Refused) as refused:
        finite_correction(101, 100)

    trouble = refused.value.troubles[0]
    assert trouble.code == "more_than_all"
    assert all("101" in sentence(trouble, language) for language in LANGUAGES)


def test_the_response_rate_is_of_those_invited() -> None:
    assert response_rate(45, 120) == 0.375
    assert response_rate(0, 0) == Missing("zero_denominator")


def test_a_count_below_nothing_is_refused_in_both_languages() -> None:
    with pytest.raises(Refused) as refused:
        response_rate(-1, 10)

    trouble = refused.value.troubles[0]
    assert all("-1" in sentence(trouble, language) for language in LANGUAGES)
