"""What a parent may still become, worked by hand and against all completions of a grid."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.bounds import Branch, Need, Outlook, completed, outlook
from scorecard.rollup import RULES, Child, Parent, Rules, State, roll_up
from scorecard.scoring_inverse import ANY, Spans
from scorecard.vocabulary import Status

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED


def scored(name: str, score: float, weight: float = 1, *, star: bool = False) -> Branch:
    return Branch(Child(name, weight, star, score=score, status=RULES.colour(score)))


def missing(
    name: str,
    weight: float = 1,
    *,
    star: bool = False,
    scores: Spans = ANY,
    state: State = State.MISSING,
) -> Branch:
    return Branch(Child(name, weight, star, state=state), scores=scores)


def goal(name: str, *below: Branch, weight: float = 1) -> Branch:
    return Branch(roll_up([each.child for each in below]).as_child(name, weight), below)


def looked(*branches: Branch, rules: Rules = RULES) -> Outlook:
    found = outlook(branches, rules)
    assert found is not None
    return found


def test_one_missing_child_has_a_score_that_makes_the_parent_green() -> None:
    # (92 + 3 * x) / 4 >= 90 takes x >= 89 1/3; with x = 0 it is 23.
    found = looked(scored("a", 92), missing("b", 3))

    assert (found.least, found.greatest) == (23, 98)
    assert found.colours == {GREEN, AMBER, RED}
    assert found.green_needs == (Need("b", 89.3333333333),)
    assert found.green_together == 89.3333333333
    # (92 + 3 * x) / 4 < 60 takes x < 49 1/3.
    assert found.red_needs == (Need("b", 49.3333333333),)


def test_two_missing_children_each_have_a_least_score_of_their_own() -> None:
    # 5 of 10 have 85: green takes 425 + 4a + b >= 900. With b full: a >= 93.75; with a full:
    # b >= 75. Together: 5x >= 475, x >= 95. Never red: 425 / 10 = 42.5 is.
    found = looked(scored("s", 85, 5), missing("a", 4), missing("b", 1))

    assert found.open == ("a", "b")
    assert found.green_needs == (Need("a", 93.75), Need("b", 75))
    assert found.green_together == 95
    # With b at 0, red takes 425 + 4a < 600: a < 43.75; with a at 0, b < 175 always holds.
    assert found.red_needs == (Need("a", 43.75),)


def test_what_is_impossible_is_not_among_the_colours() -> None:
    assert looked(scored("s", 100, 9), missing("a")).colours == {GREEN}
    assert looked(scored("s", 70, 9), missing("a")).colours == {AMBER}
    assert looked(scored("s", 95, 7), missing("a", 3)).colours == {GREEN, AMBER}


def test_a_sure_colour_has_no_needs() -> None:
    found = looked(scored("s", 100, 9), missing("a"))

    assert (found.green_needs, found.green_together, found.red_needs) == ((), None, ())


def test_of_two_light_children_neither_alone_is_needed() -> None:
    found = looked(scored("s", 100, 8), missing("a"), missing("b"))

    # 800 + a + b >= 900: either may be 0 while the other has 100.
    assert found.green_needs == ()
    assert found.green_together == 50


def test_a_yes_or_no_leaves_nothing_in_between() -> None:
    yes_or_no: Spans = ((0.0, 0.0), (100.0, 100.0))
    found = looked(scored("s", 100), missing("a", scores=yes_or_no))

    assert (found.least, found.greatest) == (50, 100)
    assert found.colours == {GREEN, RED}
    assert found.green_needs == (Need("a", 100),)


def test_a_need_is_a_score_that_there_is() -> None:
    no_green_below_target: Spans = ((0.0, 59.9999999999), (60.0, 89.9999999999), (100.0, 100.0))

    found = looked(scored("s", 85), missing("a", scores=no_green_below_target))

    assert found.green_needs == (Need("a", 100),)


def test_a_missing_key_kpi_must_not_be_red_for_green() -> None:
    # The score alone would do with 0: (100 * 19 + x) / 20 >= 90 takes x >= -100.
    found = looked(scored("s", 100, 19), missing("k", star=True))

    assert found.colours == {GREEN, AMBER}
    assert found.green_needs == (Need("k", 60),)


def test_a_key_kpi_of_weight_nought_counts_for_the_cap_alone() -> None:
    found = looked(scored("s", 100), missing("k", 0, star=True))

    assert (found.least, found.greatest) == (100, 100)
    assert found.colours == {GREEN, AMBER}
    assert found.green_needs == (Need("k", 60),)


def test_a_red_key_kpi_leaves_no_green_whatever_comes_in() -> None:
    found = looked(scored("k", 50, star=True), scored("s", 100, 18), missing("a"))

    assert found.greatest == 97.5
    assert found.colours == {AMBER}


def test_a_stale_child_is_open_and_one_not_yet_due_is_not() -> None:
    late, early = (Branch(Child(n, state=s)) for n, s in (("l", State.STALE), ("e", State.NOT_DUE)))

    assert looked(scored("s", 80), late, early).open == ("l",)
    assert outlook([scored("s", 80), early]) is None


def test_a_child_without_weight_or_star_leaves_nothing_open() -> None:
    assert outlook([scored("s", 80), missing("a", 0)]) is None


def test_what_is_missing_further_below_counts_by_its_share() -> None:
    # The goal is (80 + x) / 2 and half of the whole: (100 + (80 + x) / 2) / 2 >= 90, x >= 80.
    found = looked(scored("s", 100), goal("g", scored("t", 80), missing("a")))

    assert (found.least, found.greatest) == (70, 95)
    assert found.green_needs == (Need("a", 80),)


def test_a_grey_parent_below_comes_back_with_all_of_its_weight() -> None:
    # The goal has a quarter of its data and is grey; with x: (80 + 3x) / 4, half of the whole.
    found = looked(scored("s", 60), goal("g", scored("t", 80), missing("a", 3)))

    assert (found.least, found.greatest) == (40, 77.5)


def test_below_a_kpi_only_the_stars_matter() -> None:
    kpi = Child("k", score=95, status=GREEN)
    found = looked(Branch(kpi, (missing("below", 9, star=True), missing("plain", 9))))

    assert found.open == ("below",)
    assert found.colours == {GREEN, AMBER}


def test_where_nothing_can_be_scored_there_is_no_outlook() -> None:
    assert outlook([]) is None
    assert outlook([missing("k", 0, star=True)]) is None
    assert outlook([scored("s", 80, -1), missing("a")]) is None


def test_the_bands_of_the_document_count() -> None:
    found = looked(scored("s", 80), missing("a"), rules=Rules(green_from=80, amber_from=50))

    assert found.green_needs == (Need("a", 80),)
    assert found.red_needs == (Need("a", 20),)


GRID = (0.0, 30.0, 59.9999999999, 60.0, 75.0, 89.9999999999, 90.0, 95.0, 100.0)
SCORES = st.sampled_from(GRID) | st.integers(0, 1000).map(lambda n: n / 10)
WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 1.0, 2.0, 3.0, 7.0])


@st.composite
def families(draw: st.DrawFn, *, spans: st.SearchStrategy[Spans], deep: int = 2) -> list[Branch]:
    """Children of a parent, of parents and of KPIs, of which about a third are missing."""
    found: list[Branch] = []
    for at in range(draw(st.integers(1, 3))):
        name, weight = f"{deep}{at}-{draw(st.uuids())}", draw(WEIGHTS)
        kind = draw(st.sampled_from(["scored", "scored", "open", "apart", "goal", "kpi"]))
        star = draw(st.booleans())
        below = (
            tuple(draw(families(spans=spans, deep=deep - 1)))
            if deep and kind in {"goal", "kpi"}
            else ()
        )
        if kind == "goal" and below:
            found.append(goal(name, *below, weight=weight))
        elif kind == "open":
            state = draw(st.sampled_from([State.MISSING, State.STALE]))
            found.append(missing(name, weight, star=star, scores=draw(spans), state=state))
        elif kind == "apart":
            state = draw(st.sampled_from([State.NOT_DUE, State.NA, State.INFO]))
            found.append(Branch(Child(name, weight, star, state=state)))
        else:
            own = scored(name, draw(SCORES), weight, star=star)
            found.append(Branch(own.child, below))
    return found


def completions(branches: Iterable[Branch], steps: Mapping[str, Sequence[float]]) -> list[Parent]:
    """The parent under every completion."""
    family = tuple(branches)
    return [
        completed(family, dict(zip(steps, given, strict=True)))
        for given in product(*steps.values())
    ]


def open_ones(branches: Iterable[Branch]) -> list[Branch]:
    found = []
    for branch in branches:
        found += [branch] if branch.is_open else []
        found += open_ones(branch.below)
    return found


POINTS = st.lists(st.sampled_from(GRID), min_size=1, max_size=3, unique=True).map(
    lambda points: tuple((point, point) for point in sorted({*points, 100.0}))
)


@given(families(spans=POINTS))
def test_where_scores_are_single_the_outlook_is_that_of_all_completions(
    family: list[Branch],
) -> None:
    waiting = open_ones(family)
    found = outlook(family)
    if len(waiting) > 4 or found is None:
        return

    steps = {branch.child.name: [low for low, _ in branch.scores] for branch in waiting}
    all_of_them = completions(family, steps)

    scores = [parent.score for parent in all_of_them if parent.score is not None]
    assert found.least == pytest.approx(min(scores), abs=1e-9)
    assert found.greatest == pytest.approx(max(scores), abs=1e-9)
    assert found.colours == {parent.status for parent in all_of_them}


@settings(deadline=None)
@given(families(spans=st.just(ANY)))
def test_no_completion_lies_outside_the_outlook_and_its_ends_are_reached(
    family: list[Branch],
) -> None:
    waiting = open_ones(family)
    found = outlook(family)
    if len(waiting) > 3 or found is None:
        return

    steps = {branch.child.name: GRID for branch in waiting}
    all_of_them = completions(family, steps)

    scores = [parent.score for parent in all_of_them if parent.score is not None]
    assert found.least == pytest.approx(min(scores), abs=1e-9)
    assert found.greatest == pytest.approx(max(scores), abs=1e-9)
    assert {parent.status for parent in all_of_them} <= found.colours


@given(families(spans=st.just(ANY)))
def test_green_takes_each_need_and_all_of_them_together(family: list[Branch]) -> None:
    found = outlook(family)
    if found is None or GREEN not in found.colours or found.green_together is None:
        return
    best = dict.fromkeys(found.open, 100.0)

    for name, score in found.green_needs:
        assert completed(family, {**best, name: min(score + 1e-6, 100)}).status is GREEN
        assert completed(family, {**best, name: score - 1e-6}).status is not GREEN
    together = dict.fromkeys(found.open, min(found.green_together + 1e-6, 100))
    assert completed(family, together).status is GREEN
    if found.green_together > 0:
        together = dict.fromkeys(found.open, found.green_together - 1e-6)
        assert completed(family, together).status is not GREEN


@given(families(spans=st.just(ANY)))
def test_red_takes_each_to_stay_below_its_need(family: list[Branch]) -> None:
    found = outlook(family)
    if found is None or RED not in found.colours:
        return
    worst = dict.fromkeys(found.open, 0.0)

    assert completed(family, worst).status is RED
    for name, score in found.red_needs:
        assert completed(family, {**worst, name: min(score + 1e-6, 100)}).status is not RED
        assert completed(family, {**worst, name: max(score - 1e-6, 0)}).status is RED
