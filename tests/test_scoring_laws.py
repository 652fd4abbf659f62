"""Laws of colour and score, for any target."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.scoring import Criterion, faults, judge
from scorecard.vocabulary import Direction, Status

NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: n / 1000)
ONE_SIDED = st.sampled_from([Direction.HIGHER, Direction.LOWER])
BETTER = [Status.RED, Status.AMBER, Status.GREEN]


@st.composite
def criteria(draw: st.DrawFn) -> Criterion:
    direction = draw(ONE_SIDED | st.sampled_from([Direction.EXACT, Direction.RANGE]))
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    typed = st.none() | NUMBERS
    single = direction in {Direction.HIGHER, Direction.LOWER}
    criterion = Criterion(
        direction,
        target=low,
        low=low,
        high=high,
        green=draw(typed) if single else None,
        amber=draw(typed) if single else None,
        baseline=draw(typed),
    )
    assume(faults(criterion) is None)
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


@given(criteria(), ONE_SIDED, NUMBERS, NUMBERS)
def test_a_better_value_never_scores_less(
    criterion: Criterion, direction: Direction, one: float, other: float
) -> None:
    assume(criterion.direction in {Direction.HIGHER, Direction.LOWER})
    worse, better = sorted((one, other), reverse=criterion.direction is Direction.LOWER)

    low, high = judge(worse, criterion), judge(better, criterion)

    assert (low.score or 0) <= (high.score or 0)
    assert BETTER.index(low.status) <= BETTER.index(high.status)


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


@given(criteria(), NUMBERS)
def test_the_mirror_image_of_a_target_judges_the_mirror_image_of_a_value(
    criterion: Criterion, value: float
) -> None:
    mirror = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    assume(criterion.direction in mirror)
    mirrored = replace(scaled(criterion, -1), direction=mirror[criterion.direction])

    assert judge(-value, mirrored).score == judge(value, criterion).score
