"""Whether a colour hangs on the arithmetic: hand-worked cases, and weights moved exactly."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rollup import RULES, Child, Rules, State, roll_up
from scorecard.scoring import Criterion, judge
from scorecard.sensitivity import OTHERS, Convention, Flip, flips
from scorecard.vocabulary import Direction, Status

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED
NARROW = Convention(amber_width=0.05)


def scored(name: str, score: float, weight: float = 1, *, star: bool = False) -> Child:
    return Child(name, weight, star, score=score, status=RULES.colour(score))


def test_five_points_of_weight_may_turn_a_colour() -> None:
    # (100 + 79) / 2 = 89.5; with 55 to 45 it is 55 + 35.55 = 90.55.
    found = flips([scored("a", 100), scored("b", 79)], {})

    assert found == (
        Flip("weight", GREEN, 90.55, "a", 0.05),
        Flip("weight", GREEN, 90.55, "b", -0.05),
    )


def test_a_colour_far_from_its_limits_hangs_on_nothing() -> None:
    assert flips([scored("a", 100), scored("b", 60)], {}) == ()


def test_the_other_weights_keep_their_proportions() -> None:
    # 0.5 * 92 + 0.3 * 92 + 0.2 * 80 = 89.6. With c at 15 of 100, a and b share 85 as 5 to 3:
    # 92 * 0.85 + 80 * 0.15 = 90.2. Moving a or b up takes from c but a fifth or less.
    found = flips([scored("a", 92, 5), scored("b", 92, 3), scored("c", 80, 2)], {})

    assert found == (Flip("weight", GREEN, 90.2, "c", -0.05),)


def test_a_missing_child_keeps_its_part_of_the_weight() -> None:
    # Of 100 points a and b have 40 each, 20 are missing. With a at 45: the rest has 55, b of it
    # two thirds, so 45 to 36 2/3 of counted: (4500 + 36 2/3 * 79) / 81 2/3 = 90.5714.
    children = [scored("a", 100, 2), scored("b", 79, 2), Child("m", state=State.MISSING)]

    found = flips(children, {})

    assert [(flip.child, flip.points) for flip in found] == [("a", 0.05), ("b", -0.05)]
    assert found[0].score == 90.5714285714


def test_equal_weights_may_turn_a_colour() -> None:
    found = flips([scored("a", 100, 9), scored("b", 70, 1), scored("z", 0, 0)], {})

    assert found == (Flip("equal_weights", AMBER, 85),)


def test_without_the_star_limit_a_capped_parent_would_be_green() -> None:
    found = flips([scored("a", 50, star=True), scored("b", 100, 19)], {})

    assert Flip("no_star_cap", GREEN, 97.5) in found


def test_without_a_coverage_limit_a_grey_parent_would_have_a_colour() -> None:
    children = [scored("a", 95, 49), Child("m", 51, state=State.MISSING)]

    assert Flip("no_coverage_limit", GREEN, 95) in flips(children, {})


def test_a_colour_taken_away_is_no_other_colour() -> None:
    # At exactly half of the weights there is a colour; five points less take it away.
    children = [scored("a", 95), Child("m", state=State.MISSING)]

    assert flips(children, {}) == ()


def test_another_convention_counts_where_its_children_give_another_colour() -> None:
    now = [scored("a", 95), Child("s", score=40, status=RED, state=State.STALE)]
    counted = [scored("a", 95), scored("s", 40)]

    found = flips(now, {"stale_counted": counted, "amber_5": now})

    assert found == (Flip("stale_counted", AMBER, 67.5),)


def test_the_bands_of_the_document_count() -> None:
    assert flips([scored("a", 100), scored("b", 79)], {}, Rules(green_from=80)) == ()


@pytest.mark.parametrize(
    ("criterion", "value", "colour"),
    [
        (Criterion(Direction.HIGHER, target=100), 94.9, RED),
        (Criterion(Direction.HIGHER, target=100), 95, AMBER),
        (Criterion(Direction.HIGHER, target=100, green=90), 84.9, RED),
        (Criterion(Direction.HIGHER, target=100, amber=80), 80, AMBER),
        (Criterion(Direction.LOWER, target=100), 105, AMBER),
        (Criterion(Direction.LOWER, target=100), 105.1, RED),
        (Criterion(Direction.BUDGET, target=100), 105.1, RED),
        (Criterion(Direction.IMPROVE, target=50), 47.4, RED),
        (Criterion(Direction.EXACT, target=100), 95, AMBER),
        (Criterion(Direction.EXACT, target=100), 94.9, RED),
        (Criterion(Direction.RANGE, low=95, high=105), 90, AMBER),
        (Criterion(Direction.ZERO, target=0), 1, RED),
    ],
)
def test_amber_may_be_five_percent_of_the_target_wide(
    criterion: Criterion, value: float, colour: Status
) -> None:
    assert judge(value, NARROW.criterion(criterion)).status is colour


def test_ten_percent_widen_what_a_ceiling_and_an_exact_target_narrow() -> None:
    wide = OTHERS["amber_10"]

    ceiling = wide.criterion(Criterion(Direction.HIGHER, target=1, ceiling=1))
    exact = wide.criterion(Criterion(Direction.EXACT, target=100))

    assert judge(0.9, ceiling).status is AMBER
    assert judge(0.89, ceiling).status is RED
    assert judge(110, exact).status is AMBER
    assert judge(89.9, exact).status is RED


def test_typed_limits_of_an_exact_target_stay() -> None:
    typed = Criterion(Direction.EXACT, target=100, amber_low=80)

    assert judge(80, NARROW.criterion(typed)).status is AMBER
    assert judge(105.1, NARROW.criterion(typed)).status is RED


def test_a_criterion_that_a_convention_leaves_alone_stays_the_same_one() -> None:
    criterion = Criterion(Direction.HIGHER, target=100)

    assert OTHERS["stale_counted"].criterion(criterion) is criterion
    assert OTHERS["amber_10"].criterion(criterion) is criterion
    assert NARROW.criterion(None) is None


KINDS = st.sampled_from([State.OK, State.OK, State.OK, State.MISSING, State.STALE, State.NOT_DUE])


@st.composite
def families(draw: st.DrawFn) -> list[Child]:
    found = []
    for at in range(draw(st.integers(1, 5))):
        state, weight = draw(KINDS), draw(st.sampled_from([0.0, 1.0, 1.0, 2.0, 5.0]))
        score = draw(st.integers(500, 1000).map(lambda n: n / 10))
        status = RULES.colour(score)
        found.append(
            Child(str(at), weight, score=score, status=status, state=state)
            if state in {State.OK, State.STALE}
            else Child(str(at), weight, state=state)
        )
    return found


def exactly_moved(children: Sequence[Child], place: int, points: Fraction) -> Fraction | None:
    """The score with the weight at `place` moved, in exact arithmetic; None without a colour."""
    scheme = [c for c in children if c.weight > 0 and c.takes_part is not State.NOT_DUE]
    whole = sum(Fraction(child.weight) for child in scheme)
    own = min(max(Fraction(children[place].weight) + points * whole, Fraction(0)), whole)
    rest = whole - Fraction(children[place].weight)
    factor = (whole - own) / rest if rest else Fraction(1)
    weights = [
        (own if child is children[place] else Fraction(child.weight) * factor, child)
        for child in scheme
    ]
    counted = [(w, Fraction(c.score or 0)) for w, c in weights if c.takes_part is State.OK]
    covered, all_of_them = sum(w for w, _ in counted), sum(w for w, _ in weights)
    if not covered or covered * 2 < all_of_them:
        return None
    return sum((w * s for w, s in counted), Fraction(0)) / covered


@given(families())
def test_every_weight_that_turns_the_colour_is_found_and_no_other(children: list[Child]) -> None:
    now = roll_up(children)
    found = {(f.child, f.points): f.status for f in flips(children, {}) if f.change == "weight"}

    for place, child in enumerate(children):
        if child.weight == 0 or child.takes_part is not State.OK or now.score is None:
            continue
        for points in (Fraction(1, 20), Fraction(-1, 20)):
            score = exactly_moved(children, place, points)
            if score is None or min(abs(score - 60), abs(score - 90)) < 1e-6:
                continue
            colour = RULES.colour(float(score))
            expected = None if colour is now.status else colour
            assert found.pop((child.name, float(points)), None) is expected
    assert all(score_is_on_an_edge(flips(children, {}), key) for key in found)


def score_is_on_an_edge(all_of_them: Sequence[Flip], key: tuple[str | None, float]) -> bool:
    flip = next(each for each in all_of_them if (each.child, each.points) == key)
    score = flip.score or 0.0
    return min(abs(score - 60), abs(score - 90)) < 1e-6
