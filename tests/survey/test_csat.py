"""Shares and mean ratings by hand."""

import pytest

from scorecard.survey.csat import Share, csat, interval, mean_rating, top_box, value
from scorecard.survey.sample import Interval, Level, Size
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Missing

RATINGS = [5, 5, 4, 4, 3, 2, None, 5, 4, 1, 5]


@pytest.mark.parametrize(("top_from", "share"), [(5, 0.4), (4, 0.7), (3, 0.8), (1, 1.0)])
def test_the_lowest_point_that_counts_can_be_set(top_from: int, share: float) -> None:
    assert value(top_box(RATINGS, top_from=top_from)) == share


def test_a_longer_scale_has_its_own_top() -> None:
    assert top_box([7, 6, 5, 1], top_from=6, points=7) == Share(2, 4)


def test_a_mean_rating_stays_on_its_own_scale() -> None:
    """R-SURVEY-6."""
    assert mean_rating(RATINGS) == 3.8


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (95, Interval(0.644491966247, 0.252171724119, 0.392320242128, 0.896663690365)),
        (90, Interval(0.657409715959, 0.219000875281, 0.438408840679, 0.876410591240)),
        (80, Interval(0.671784431812, 0.176369692761, 0.495414739051, 0.848154124573)),
    ],
)
def test_the_margin_of_a_share_is_that_of_the_adjusted_share(
    level: Level, expected: Interval
) -> None:
    """R-SURVEY-6."""
    assert interval(Share(7, 10), level) == pytest.approx(expected, abs=1e-11)


@pytest.mark.parametrize(
    ("satisfied", "low", "high"), [(10, 0.679104563797, 1.0), (0, 0.0, 0.320895436203)]
)
def test_the_interval_of_a_share_ends_at_nothing_and_at_all(
    satisfied: int, low: float, high: float
) -> None:
    found = interval(Share(satisfied, 10))

    assert found is not None
    assert found[2:] == pytest.approx((low, high), abs=1e-11)


def test_where_most_have_answered_the_margin_is_narrower() -> None:
    """R-SURVEY-7."""
    found = interval(Share(45, 60), population=100)

    assert found is not None
    assert found.margin == pytest.approx(0.0688186225663, abs=1e-12)


def test_few_answers_of_many_people_leave_the_margin() -> None:
    assert interval(Share(4, 5), population=100) == interval(Share(4, 5))


def test_a_share_is_told_with_its_size() -> None:
    found = csat(Share(21, 29))

    assert (found.value, found.n, found.size) == (0.724137931034, 29, Size.SMALL)


def test_without_ratings_there_is_neither_share_nor_mean() -> None:
    assert csat(top_box([None])).value == Missing("no_data")
    assert mean_rating([]) == Missing("no_data")


@pytest.mark.parametrize("rating", [0, 6, 3.5, float("nan")])
def test_what_is_no_rating_is_refused_in_both_languages(rating: float) -> None:
    with pytest.raises(Refused) as refused:
        top_box([5, rating])

    trouble = refused.value.troubles[0]
    assert trouble.code == "rating_out_of_range"
    assert all(str(rating) in sentence(trouble, language) for language in LANGUAGES)


def test_a_mean_of_what_is_no_rating_is_refused() -> None:
    with pytest.raises(Refused, match="rating_out_of_range"):
        mean_rating([4, 9])


def test_a_top_that_is_no_point_of_the_scale_is_refused() -> None:
    with pytest.raises(Refused, match="rating_out_of_range"):
        top_box([5], top_from=6)


def test_more_satisfied_than_answered_is_refused() -> None:
    with pytest.raises(Refused, match="more_than_all"):
        Share(11, 10)
