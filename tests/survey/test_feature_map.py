"""The importance–perception map by hand."""

import pytest

from scorecard.survey.feature_map import (
    Answer,
    Feature,
    Quadrant,
    feature_map,
    rated,
)
from scorecard.trouble import Refused
from scorecard.vocabulary import Missing

FEATURES = (
    Feature("speed", 4.8, 4.0),
    Feature("cooling", 4.6, 3.2),
    Feature("looks", 3.0, 4.2),
    Feature("box", 2.0, 3.0),
)


def test_the_lines_are_the_means_over_the_features() -> None:
    found = feature_map(FEATURES, 200)

    assert (found.cut_importance, found.cut_perception) == (3.6, 3.6)


def test_each_feature_lies_in_the_quadrant_of_its_means() -> None:
    """R-SURVEY-8."""
    found = feature_map(FEATURES, 200)

    assert [place.quadrant for place in found.placed] == [
        Quadrant.KEEP_UP,
        Quadrant.CONCENTRATE,
        Quadrant.OVERKILL,
        Quadrant.LOW_PRIORITY,
    ]


def test_a_gap_is_how_far_perception_falls_short_of_importance() -> None:
    gaps = [place.gap for place in feature_map(FEATURES, 200).placed]

    assert gaps == [0.8, 1.4, -1.2, -1.0]


def test_the_middle_of_the_scale_can_be_the_line() -> None:
    found = feature_map(FEATURES, 200, middle=3.0)

    assert [place.quadrant for place in found.placed] == [
        Quadrant.KEEP_UP,
        Quadrant.KEEP_UP,
        Quadrant.KEEP_UP,
        Quadrant.OVERKILL,
    ]


def test_on_the_line_is_high_even_where_binary_numbers_disagree() -> None:
    same = [Feature(name, 4.1, 3.3) for name in ("a", "b", "c")]

    assert {place.quadrant for place in feature_map(same, 200).placed} == {Quadrant.KEEP_UP}


@pytest.mark.parametrize(("n", "warning"), [(199, "small_sample"), (200, None)])
def test_fewer_than_two_hundred_answers_are_warned_of(n: int, warning: str | None) -> None:
    """R-SURVEY-8."""
    assert feature_map(FEATURES, n).warning == warning


def test_without_features_there_are_no_lines() -> None:
    assert feature_map([], 300) == (Missing("no_data"), Missing("no_data"), (), None)


def test_an_answer_that_leaves_anything_blank_is_left_out_of_all() -> None:
    answers: list[Answer] = [
        {"speed": (5, 4), "looks": (3, 5)},
        {"speed": (4, 2), "looks": (2, 4)},
        {"speed": (1, 1), "looks": (None, 1)},
        {"speed": (1, 1)},
    ]

    features, n = rated(["speed", "looks"], answers)

    assert features == (Feature("speed", 4.5, 3.0), Feature("looks", 2.5, 4.5))
    assert n == 2


def test_without_a_complete_answer_there_are_no_features() -> None:
    assert rated(["speed"], [{"speed": (None, 3)}]) == ((), 0)


def test_what_is_no_rating_is_refused() -> None:
    with pytest.raises(Refused, match="rating_out_of_range"):
        rated(["speed"], [{"speed": (6, 3)}])
