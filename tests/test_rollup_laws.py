"""Laws of roll-up, for any children."""

from dataclasses import replace
from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.rollup import Child, Rules, State, change_parts, roll_up
from scorecard.vocabulary import Status

SCORES = st.floats(0, 100).map(snap)
WEIGHTS = st.integers(1, 10**6).map(lambda n: n / 100)
BETTER = [Status.RED, Status.AMBER, Status.GREEN]
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


@given(FAMILIES, st.lists(st.booleans(), min_size=12, max_size=12))
def test_a_parents_colour_lies_between_those_of_its_children_unless_a_star_caps_it(
    family: list[tuple[float, float]], stars: list[bool]
) -> None:
    coloured = [
        Child(str(place), weight, star, score, BETTER[(score >= 60) + (score >= 90)])
        for place, ((weight, score), star) in enumerate(zip(family, stars, strict=False))
    ]
    ranks = [BETTER.index(child.status) for child in coloured]

    parent = roll_up(coloured)

    red_star = any(child.star and child.status is Status.RED for child in coloured)
    uncapped = roll_up([replace(child, star=False) for child in coloured])
    assert min(ranks) <= BETTER.index(uncapped.status) <= max(ranks)
    assert parent.capped is (red_star and uncapped.status is Status.GREEN)
    assert parent.status is (Status.AMBER if parent.capped else uncapped.status)
    assert parent.score == uncapped.score
    assert parent.worst is BETTER[min(ranks)]


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

    parent = roll_up([*whole, missing], Rules(coverage_limit=0))

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
