"""Laws of roll-up, for any children."""

from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.rollup import Child, State, change_parts, roll_up
from scorecard.vocabulary import Status

SCORES = st.floats(0, 100).map(snap)
WEIGHTS = st.integers(1, 10**6).map(lambda n: n / 100)
FAMILIES = st.lists(st.tuples(WEIGHTS, SCORES), min_size=1, max_size=12)


def children(family: list[tuple[float, float]]) -> list[Child]:
    return [
        Child(str(place), weight, score=score, status=Status.GREEN)
        for place, (weight, score) in enumerate(family)
    ]


@given(FAMILIES)
def test_a_parent_lies_between_its_least_and_greatest_child(
    family: list[tuple[float, float]],
) -> None:
    score = roll_up(children(family)).score

    scores = [child for _, child in family]
    assert score is not None
    assert min(scores) <= score <= max(scores)


@given(FAMILIES)
def test_points_lost_add_up_to_what_the_parent_lacks(family: list[tuple[float, float]]) -> None:
    parent = roll_up(children(family))

    assert parent.score is not None
    assert snap(fsum(parent.lost.values())) == snap(100 - parent.score)
    assert all(points >= 0 for points in parent.lost.values())


@given(FAMILIES, WEIGHTS)
def test_a_missing_child_does_not_change_the_score(
    family: list[tuple[float, float]], weight: float
) -> None:
    whole = children(family)
    missing = Child("missing", weight, state=State.MISSING)

    parent = roll_up([*whole, missing], coverage_limit=0)

    assert parent.score == roll_up(whole).score


@given(FAMILIES, FAMILIES)
def test_the_parts_of_a_change_add_up(
    before: list[tuple[float, float]], now: list[tuple[float, float]]
) -> None:
    sides = [{str(place): child for place, child in enumerate(side)} for side in (before, now)]

    change = change_parts(*sides)

    assert change.total is not None
    assert change.composition is not None
    assert abs(fsum([*change.parts.values(), change.composition]) - change.total) < 1e-9
