"""Scores read backwards: the worked cases of R-SCORE from the other side, and laws."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.scoring import Criterion, faults, judge
from scorecard.scoring_inverse import AMBER, ANY, GREEN, RED, Wanted, attainable, wanted
from scorecard.vocabulary import Direction
from tests.test_scoring_arrays import NUMBERS, criteria

HIGHER = Criterion(Direction.HIGHER, target=10e6)
TYPED = Criterion(Direction.HIGHER, target=10e6, green=9.5e6, amber=9e6)
LOWER = Criterion(Direction.LOWER, target=5)
BAND = Criterion(Direction.RANGE, low=0.95, high=1.05)
ZERO = Criterion(Direction.ZERO, target=0, baseline=4)
YES = Criterion(Direction.YES)
NOTHING, ALL = (0.0, 0.0), (100.0, 100.0)


@pytest.mark.parametrize(
    ("criterion", "score", "values"),
    [
        (TYPED, 95, Wanted(low=9.75e6)),
        (TYPED, 75, Wanted(low=9.25e6)),
        (HIGHER, 75, Wanted(low=9.5e6)),
        (HIGHER, 90, Wanted(low=10e6)),
        (HIGHER, 91, Wanted(low=10e6)),
        (HIGHER, 30, Wanted(low=7e6)),
        (LOWER, 60, Wanted(high=5.5)),
        (LOWER, 45, Wanted(high=6)),
        (BAND, 78, Wanted(0.93, 1.07)),
        (ZERO, 45, Wanted(-1, 1)),
        (ZERO, 60, Wanted(0, 0)),
        (YES, 1, Wanted(low=1)),
        (Criterion(Direction.LOWER, target=0.02, strict=True), 90, Wanted(high=0.02, strict=True)),
        (Criterion(Direction.LOWER, target=0.02, strict=True), 89, Wanted(high=0.0200666666666)),
        (Criterion(Direction.NONE), 50, None),
        (Criterion(Direction.LOWER, target=5, green=5, amber=4), 50, None),
    ],
)
def test_a_score_takes_these_values(
    criterion: Criterion, score: float, values: Wanted | None
) -> None:
    assert wanted(criterion, score) == values


@pytest.mark.parametrize(
    ("criterion", "spans"),
    [
        (TYPED, (RED, AMBER, GREEN)),
        (HIGHER, (RED, AMBER, ALL)),
        (ZERO, (RED, ALL)),
        (Criterion(Direction.ZERO, target=0), (NOTHING, ALL)),
        (YES, (NOTHING, ALL)),
        (None, ANY),
        (Criterion(Direction.LOWER, target=5, green=5, amber=4), ANY),
        (Criterion(Direction.NONE), ANY),
    ],
)
def test_these_scores_there_can_be(
    criterion: Criterion | None, spans: tuple[tuple[float, float], ...]
) -> None:
    assert attainable(criterion) == spans


@given(criteria(), NUMBERS)
def test_no_value_has_a_score_that_there_cannot_be(criterion: Criterion, value: float) -> None:
    score = judge(value, criterion).score

    assert score is None or any(low <= score <= high for low, high in attainable(criterion))


@given(criteria(), st.floats(0.01, 100))
def test_the_values_wanted_have_the_score_and_those_beyond_have_less(
    criterion: Criterion, score: float
) -> None:
    found = wanted(criterion, score := snap(score))
    assume(found is not None and faults(criterion) is None)
    assert found is not None
    width = 1e-6 * max(1.0, *(abs(each) for each in found[:2] if each is not None))

    for edge, inward in ((found.low, 1), (found.high, -1)):
        if edge is None:
            continue
        inside = edge + inward * width * found.strict
        if wanted_holds(found, inside):
            reached = judge(inside, criterion).score
            assert reached is not None
            assert reached >= score - 1e-9
        beyond = judge(edge - inward * width, criterion).score
        assert beyond is not None
        assert beyond <= score + 1e-9


def wanted_holds(values: Wanted, value: float) -> bool:
    """Whether a value is within; a band narrower than the step has none beside its edges."""
    low, high, _ = values
    return (low is None or value >= low) and (high is None or value <= high)
