"""Laws of colour and score, for any target."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.scoring import Criterion, faults, judge
from scorecard.vocabulary import Direction, Status

NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: n / 1000)
DISTANCES = st.integers(0, 10**6).map(lambda n: n / 1000)
EITHER_WAY = st.sampled_from([Direction.HIGHER, Direction.LOWER])
TWO_SIDED = st.sampled_from([Direction.EXACT, Direction.RANGE])
BETTER = [Status.RED, Status.AMBER, Status.GREEN]


@st.composite
def criteria(
    draw: st.DrawFn, directions: st.SearchStrategy[Direction] = EITHER_WAY | TWO_SIDED
) -> Criterion:
    """A target with some limits typed, in their order."""
    direction = draw(directions)
    worst, middle, best = sorted(
        draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)), reverse=direction is Direction.LOWER
    )
    single = direction in {Direction.HIGHER, Direction.LOWER}
    green = draw(st.sampled_from([None, middle, best])) if single else None
    amber = draw(st.sampled_from([None, worst, green])) if single else None
    low, high = sorted((worst, best))
    criterion = Criterion(
        direction,
        target=best,
        low=low,
        high=high,
        green=green,
        amber=amber,
        baseline=draw(st.none() | NUMBERS),
    )
    assert faults(criterion) is None
    return criterion


def scaled(criterion: Criterion, factor: float) -> Criterion:
    def in_other_unit(limit: float | None) -> float | None:
        return None if limit is None else snap(limit * factor)

    return Criterion(
        criterion.direction,
        target=in_other_unit(criterion.target),
        low=in_other_unit(criterion.low),
        high=in_other_unit(criterion.high),
        green=in_other_unit(criterion.green),
        amber=in_other_unit(criterion.amber),
        baseline=in_other_unit(criterion.baseline),
    )


@given(criteria(EITHER_WAY), NUMBERS, NUMBERS)
def test_a_better_value_never_scores_less(criterion: Criterion, one: float, other: float) -> None:
    worse, better = sorted((one, other), reverse=criterion.direction is Direction.LOWER)

    low, high = judge(worse, criterion), judge(better, criterion)

    assert (low.score or 0) <= (high.score or 0)
    assert BETTER.index(low.status) <= BETTER.index(high.status)


@given(
    criteria(EITHER_WAY), st.tuples(st.booleans(), st.booleans(), st.booleans()), NUMBERS, NUMBERS
)
def test_a_better_value_never_has_a_worse_colour_where_limits_are_strict(
    criterion: Criterion, strict: tuple[bool, bool, bool], one: float, other: float
) -> None:
    worse, better = sorted((one, other), reverse=criterion.direction is Direction.LOWER)
    target, green, amber = strict
    strictly = replace(criterion, strict=target, green_strict=green, amber_strict=amber)

    low, high = (judge(value, strictly).status for value in (worse, better))

    assert BETTER.index(low) <= BETTER.index(high)


@given(criteria(TWO_SIDED), st.booleans(), DISTANCES, DISTANCES)
def test_a_value_nearer_to_its_range_never_scores_less(
    criterion: Criterion, above: bool, one: float, other: float
) -> None:
    near, far = sorted((one, other))
    is_range = criterion.direction is Direction.RANGE
    edge = (criterion.high if above else criterion.low) if is_range else criterion.target
    assert edge is not None
    sign = 1 if above else -1

    nearer, farther = (judge(snap(edge + sign * gap), criterion) for gap in (near, far))

    assert (nearer.score or 0) >= (farther.score or 0)
    assert BETTER.index(nearer.status) >= BETTER.index(farther.status)


@given(DISTANCES, DISTANCES, st.none() | DISTANCES, st.none() | DISTANCES, st.booleans())
def test_a_value_nearer_to_zero_never_scores_less(
    one: float, other: float, amber: float | None, baseline: float | None, below: bool
) -> None:
    criterion = Criterion(Direction.ZERO, amber=amber, baseline=baseline)
    near, far = sorted((one, other))
    sign = -1 if below else 1

    nearer, farther = judge(sign * near, criterion), judge(sign * far, criterion)

    assert (nearer.score or 0) >= (farther.score or 0)
    assert BETTER.index(nearer.status) >= BETTER.index(farther.status)


@given(criteria(), NUMBERS, st.booleans())
def test_a_score_never_contradicts_its_colour(
    criterion: Criterion, value: float, strict: bool
) -> None:
    judged = judge(value, replace(criterion, strict=strict))

    score = judged.score if judged.score is not None else -1
    by_score = BETTER[(score >= 60) + (score >= 90)]
    assert 0 <= score <= 100
    assert judged.status is by_score


@given(criteria(), NUMBERS, st.sampled_from([0.25, 2.0, 1024.0, 0.01, 10.0, 1000.0]))
def test_the_unit_of_a_value_does_not_matter(
    criterion: Criterion, value: float, factor: float
) -> None:
    as_typed = judge(value, criterion)

    in_other_unit = judge(snap(value * factor), scaled(criterion, factor))

    assert (as_typed.status, as_typed.score) == (in_other_unit.status, in_other_unit.score)
    if as_typed.attainment is None:
        assert in_other_unit.attainment is None
    else:
        assert in_other_unit.attainment == pytest.approx(as_typed.attainment, rel=1e-11)


@given(criteria(EITHER_WAY), NUMBERS)
def test_the_mirror_image_of_a_target_judges_the_mirror_image_of_a_value(
    criterion: Criterion, value: float
) -> None:
    mirror = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    mirrored = replace(scaled(criterion, -1), direction=mirror[criterion.direction])

    assert judge(-value, mirrored).score == judge(value, criterion).score
