"""Roll-up in the tree: every worked case, and by hand."""

import json
from math import fsum
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.number import snap
from scorecard.rollup import Child, Parent, State, change_parts, roll_up
from scorecard.vocabulary import Status

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "rollup.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
TREES = [case for case in CASES if case["given"]["op"] == "rollup"]
CHANGES = [case for case in CASES if case["given"]["op"] == "rollup_change"]


def grown(tree: dict[str, Any]) -> Parent:
    return roll_up([child_of(child) for child in tree["children"]])


def child_of(given: dict[str, Any]) -> Child:
    weight = float(given["weight"])
    if "children" in given:
        return grown(given).as_child(given["name"], weight)
    score = float(given["score"]) if "score" in given else None
    state = State(given.get("state", "ok"))
    star = given.get("star", False)
    return Child(given["name"], weight, star, score, colour_of(given, score), state)


def colour_of(given: dict[str, Any], score: float | None) -> Status:
    if "colour" in given:
        return Status(given["colour"])
    if score is None:
        return Status.GREY
    return Status.GREEN if score >= 90 else Status.AMBER if score >= 60 else Status.RED


@pytest.mark.parametrize("case", TREES, ids=[c["id"] for c in TREES])
def test_a_tree_rolls_up_as_in_the_worked_case(case: dict[str, Any]) -> None:
    parent = grown(case["given"]["tree"])

    for name, expected in case["expect"].items():
        assert getattr(parent, {"colour": "status"}.get(name, name)) == read(name, expected), name


def read(name: str, expected: Any) -> object:
    if name == "lost":
        return {child: float(points) for child, points in expected.items()}
    return float(expected) if name in {"score", "coverage"} and expected else expected


@pytest.mark.parametrize("case", CHANGES, ids=[c["id"] for c in CHANGES])
def test_a_parents_score_changes_as_in_the_worked_case(case: dict[str, Any]) -> None:
    before, now = (
        {name: (float(w), None if s is None else float(s)) for name, (w, s) in side.items()}
        for side in (case["given"]["before"], case["given"]["now"])
    )

    change = change_parts(before, now)

    expect = case["expect"]
    assert change.total == float(expect["total"])
    assert change.parts == {name: float(part) for name, part in expect["parts"].items()}
    assert change.composition == float(expect["composition"])


def scored(name: str, score: float, weight: float = 1.0, *, star: bool = False) -> Child:
    return Child(name, weight, star, score, colour_of({}, score))


def test_exactly_half_the_weights_are_enough() -> None:
    missing = Child("B", 50, state=State.MISSING)

    parent = roll_up([scored("A", 95, 50), missing])

    assert (parent.score, parent.status) == (95, Status.GREEN)


def test_a_score_just_below_ninety_is_amber() -> None:
    assert roll_up([scored("A", 89.999999)]).status is Status.AMBER


def test_a_score_on_a_limit_has_the_better_colour() -> None:
    assert roll_up([scored("A", 90)]).status is Status.GREEN
    assert roll_up([scored("A", 60)]).status is Status.AMBER
    assert roll_up([scored("A", 59.9)]).status is Status.RED


def test_a_parent_without_a_single_score_has_no_data() -> None:
    parent = roll_up([Child("A", state=State.MISSING), Child("B", state=State.STALE)])

    assert (parent.reason, parent.coverage) == ("no_data", 0)


def test_a_grey_parent_counts_as_missing_one_level_up() -> None:
    grey = roll_up([Child("A", state=State.MISSING)]).as_child("X")

    above = roll_up([grey, scored("B", 80)])

    assert (above.score, above.coverage) == (80, 0.5)


def test_a_parent_with_nothing_to_score_is_no_part_of_the_scheme() -> None:
    empty = roll_up([]).as_child("X", 9)

    assert roll_up([empty, scored("B", 80)]).coverage == 1


def test_children_without_weight_alone_make_no_score() -> None:
    assert roll_up([scored("A", 80, 0)]).reason == "nothing_to_score"


def test_a_red_star_below_caps_every_ancestor() -> None:
    red = roll_up([scored("A", 50, star=True, weight=0), scored("B", 100)])

    above = roll_up([red.as_child("X"), scored("C", 100)])

    assert (above.score, above.status, above.capped) == (100, Status.AMBER, True)


def test_a_stale_red_star_does_not_cap_but_is_marked() -> None:
    stale = Child("A", 1, star=True, score=50, status=Status.RED, state=State.STALE)

    parent = roll_up([stale, scored("B", 95)])

    assert (parent.capped, parent.star_unknown, parent.status) == (False, True, Status.GREEN)


def test_a_red_child_that_is_stale_makes_a_hollow_mark() -> None:
    stale = Child("A", score=50, status=Status.RED, state=State.STALE)

    parent = roll_up([stale, scored("B", 70)])

    assert (parent.worst, parent.worst_is_stale) == (Status.RED, True)


def test_a_current_red_child_makes_the_mark_solid() -> None:
    stale = Child("A", score=50, status=Status.RED, state=State.STALE)

    assert not roll_up([stale, scored("B", 50)]).worst_is_stale


def test_a_value_without_a_target_is_left_out() -> None:
    assert roll_up([Child("A", status=Status.BLUE), scored("B", 80)]).coverage == 1


def test_a_value_without_a_base_counts_as_missing() -> None:
    assert roll_up([Child("A", status=Status.GREY), scored("B", 80)]).coverage == 0.5


def test_a_negative_weight_is_refused() -> None:
    parent = roll_up([scored("A", 80, -1), scored("B", 80)])

    assert (parent.status, parent.reason) == (Status.GREY, "negative_weight")


def test_points_lost_are_shown_largest_first_and_add_up() -> None:
    parent = roll_up([scored("A", 70.1), scored("B", 10.7, 3.3), scored("C", 99.9, 7)])

    assert list(parent.lost) == ["B", "A", "C"]
    assert parent.score is not None
    assert snap(fsum(parent.lost.values())) == snap(100 - parent.score)


def test_kpis_are_counted_at_any_depth() -> None:
    below = roll_up([scored("A", 95), scored("B", 10), Child("C", state=State.MISSING)])

    counts = roll_up([below.as_child("X"), scored("D", 95)]).counts

    assert (counts[Status.GREEN], counts[Status.RED], counts[Status.GREY]) == (2, 1, 1)


def test_a_new_weight_is_a_change_of_composition() -> None:
    change = change_parts({"A": (1, 80), "B": (1, 60)}, {"A": (3, 80), "B": (1, 60)})

    assert change == (5, {"A": 0, "B": 0}, 5)


def test_a_change_from_no_score_is_unknown() -> None:
    assert change_parts({"A": (1, None)}, {"A": (1, 80)}) == (None, {}, None)


def test_a_change_of_score_is_computed_from_the_scores_not_from_rounded_means() -> None:
    before = dict.fromkeys("ABC", (1.0, 91.0))
    now = {**before, "A": (1.0, 91.1)}

    change = change_parts(before, now)

    # 0.1 / 3, of which twelve digits are kept.
    assert (change.total, change.parts["A"]) == (0.0333333333333, 0.0333333333333)
    assert change.composition == 0


def test_a_parent_is_a_child_with_all_that_is_known_below_it() -> None:
    stale = Child("A", 1, star=True, score=50, status=Status.RED, state=State.STALE)
    below = roll_up([stale, scored("B", 95, 3)])

    assert below.as_child("X", 4) == Child(
        name="X",
        weight=4,
        score=95,
        status=Status.GREEN,
        coverage=0.75,
        worst=Status.RED,
        worst_is_stale=True,
        star_unknown=True,
        counts=below.counts,
        is_kpi=False,
    )
    assert roll_up([scored("A", 50, star=True)]).as_child("X").capping


def test_a_red_far_below_marks_every_parent() -> None:
    hidden = roll_up([scored("A", 10, 0), scored("B", 100)])
    above = roll_up([hidden.as_child("X"), scored("C", 95)])

    assert (above.status, above.worst, above.worst_is_stale) == (Status.GREEN, Status.RED, False)


def test_a_parent_without_a_colour_below_has_no_mark() -> None:
    parent = roll_up([Child("A", state=State.MISSING)])

    assert (parent.worst, parent.worst_is_stale) == (None, False)


def test_only_a_key_kpi_without_data_is_an_unknown_star() -> None:
    missing = Child("A", state=State.MISSING)
    grey_parent = roll_up([missing]).as_child("X")

    assert not roll_up([missing, grey_parent, scored("B", 90, star=True)]).star_unknown
    assert roll_up([Child("A", star=True, state=State.MISSING)]).star_unknown


def test_counts_of_several_parents_add_up() -> None:
    below = [roll_up([scored("A", 10), scored("B", 20)]).as_child(name) for name in "XY"]

    assert roll_up(below).counts[Status.RED] == 4


def test_only_what_counts_costs_points() -> None:
    children = [
        scored("A", 80),
        scored("B", 90),
        scored("C", 90),
        scored("Z", 10, 0),
        Child("M", state=State.MISSING),
    ]

    # 40 points of three children, on the places of their sum.
    assert roll_up(children).lost == {"A": 6.6666666667, "B": 3.3333333333, "C": 3.3333333333}


def test_where_nothing_is_lost_each_child_costs_nothing() -> None:
    assert roll_up([scored("A", 100), scored("B", 100)]).lost == {"A": 0, "B": 0}


def test_a_score_counts_up_to_a_hundred() -> None:
    over = Child("A", score=120, status=Status.GREEN)

    assert roll_up([over, scored("B", 80)]).score == 90


def test_a_child_without_weight_has_no_part_in_a_change() -> None:
    change = change_parts({"A": (1, 80), "Z": (0, 10)}, {"A": (1, 90), "Z": (0, 60)})

    assert change == (10, {"A": 10}, 0)
