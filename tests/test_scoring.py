"""Colour, score and attainment: every worked case, and by hand."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.limits import Criterion, Limits, Side, faults, limits
from scorecard.scoring import judge
from scorecard.vocabulary import Direction, Missing, Status, Value

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "score.json"
CASES = [c for c in json.loads(EXAMPLES.read_text("utf-8")) if c["given"]["op"] == "judge"]
KINDS = {"band": "range", "boolean": "yes"}


def read(case: dict[str, Any]) -> tuple[Value, Criterion]:
    given = dict(case["given"]["target"])
    kind: str = given.pop("kind")
    target = given.pop("value", None)
    target = given.pop("base", target)
    target = given.pop("budget", target)
    strict, better = given.pop("strict", False), given.pop("better", None)
    value = case["given"]["value"]
    limits: dict[str, Any] = {name: float(number) for name, number in given.items()}
    return Missing("no_data") if value is None else float(value), Criterion(
        Direction(KINDS.get(kind, kind)),
        target=None if target is None else float(target),
        strict=strict,
        better=Direction(better) if better else None,
        convention=case["given"].get("convention", "two_minus"),
        **limits,
    )


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_value_is_judged_as_in_the_worked_case(case: dict[str, Any]) -> None:
    value, criterion = read(case)

    judged = judge(value, criterion)

    found = {
        "colour": judged.status.value,
        "score": judged.score,
        "attainment": judged.attainment,
        "reason": judged.reason,
        "error": faults(criterion),
    }
    for name, expected in case["expect"].items():
        exact = name in {"colour", "reason", "error"} or expected is None
        assert found[name] == (expected if exact else float(expected)), name


HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
FIVE_TO_EIGHT = Criterion(Direction.RANGE, low=0.05, high=0.08)
BY_HAND = [
    ("a missing value is grey without a target too", Missing("no_such_period"), None, "grey"),
    ("a value without a target is blue", 1.0, Criterion(HIGHER), "blue"),
    ("a range without edges is blue", 1.0, Criterion(Direction.RANGE, low=1.0), "blue"),
    ("no budget is grey", 1.0, Criterion(Direction.BUDGET), "grey"),
    ("a budget spent exactly is green", 1e5, Criterion(Direction.BUDGET, 1e5), "green"),
    ("a tenth over budget is amber", 110000.0, Criterion(Direction.BUDGET, 1e5), "amber"),
    ("better than the base is green", 50.1, Criterion(Direction.IMPROVE, 50.0), "green"),
    ("a tenth below the base is amber", 45.0, Criterion(Direction.IMPROVE, 50.0), "amber"),
    ("more than a tenth below is red", 44.9, Criterion(Direction.IMPROVE, 50.0), "red"),
    (
        "less is better where the KPI says so",
        49.9,
        Criterion(Direction.IMPROVE, 50.0, better=LOWER),
        "green",
    ),
    ("0.1 + 0.2 meets 0.3", 0.1 + 0.2, Criterion(LOWER, 0.3), "green"),
    ("a range's edge is green", 0.05, FIVE_TO_EIGHT, "green"),
    ("half a range below is amber", 0.035, FIVE_TO_EIGHT, "amber"),
    ("more than half a range below is red", 0.0349, FIVE_TO_EIGHT, "red"),
    ("half a range above is amber", 0.095, FIVE_TO_EIGHT, "amber"),
    ("six of a hundred off an exact target is red", 0.94, Criterion(Direction.EXACT, 1.0), "red"),
    ("beyond the amber limit of zero is red", 3.0, Criterion(Direction.ZERO, amber=2.0), "red"),
    ("less than zero is not zero", -1.0, Criterion(Direction.ZERO), "red"),
    ("no is red", 0.0, Criterion(Direction.YES), "red"),
    ("more than 0 is green", 1.0, Criterion(HIGHER, 0.0, strict=True), "green"),
    (
        "a strict green limit beside a tighter target",
        10.0,
        Criterion(LOWER, 8.0, green=10.0, amber=12.0, green_strict=True),
        "amber",
    ),
    (
        "a strict amber limit",
        12.0,
        Criterion(LOWER, 8.0, green=10.0, amber=12.0, amber_strict=True),
        "red",
    ),
    ("less than a strict limit is green", 0.019, Criterion(LOWER, 0.02, strict=True), "green"),
    ("what is no number is grey", float("nan"), Criterion(HIGHER, 1.0), "grey"),
]


@pytest.mark.parametrize(("value", "criterion", "colour"), [b[1:] for b in BY_HAND],
                         ids=[b[0] for b in BY_HAND])  # fmt: skip
def test_a_value_has_the_colour_found_by_hand(
    value: Value, criterion: Criterion | None, colour: str
) -> None:
    assert judge(value, criterion).status == colour


SCORES = [
    ("between green limit and target", 9.25, Criterion(HIGHER, 10.0, green=9.5, amber=9.0), 75.0),
    ("the floor of a lower target", 8.0, Criterion(LOWER, 5.0), 0.0),
    ("a typed baseline", 6.0, Criterion(LOWER, 5.0, baseline=10.5), 54.0),
    ("a baseline better than amber is not used", 6.0, Criterion(LOWER, 5.0, baseline=5.2), 45.0),
    ("zero between nothing and its amber limit", 1.0, Criterion(Direction.ZERO, amber=2.0), 75.0),
    (
        "a strict target with a baseline but no amber zone",
        0.0,
        Criterion(HIGHER, 0.0, strict=True, baseline=-4.0),
        59.0,
    ),
    (
        "a baseline below a range",
        0.7,
        Criterion(Direction.RANGE, low=0.95, high=1.05, baseline=0.5),
        30.0,
    ),
    (
        "a baseline above a range",
        1.3,
        Criterion(Direction.RANGE, low=0.95, high=1.05, baseline=1.5),
        30.0,
    ),
    ("just above a range up to nothing", 2.5, Criterion(Direction.RANGE, low=-10, high=0), 75.0),
    (
        "green but outside the range",
        0.94,
        Criterion(Direction.RANGE, low=0.95, high=1.05, green_low=0.93, amber_low=0.9),
        95.0,
    ),
]


@pytest.mark.parametrize(("value", "criterion", "score"), [s[1:] for s in SCORES],
                         ids=[s[0] for s in SCORES])  # fmt: skip
def test_a_value_has_the_score_found_by_hand(
    value: Value, criterion: Criterion, score: float
) -> None:
    assert judge(value, criterion).score == score


ATTAINMENTS = [
    ("a target of nothing has none", 3.0, Criterion(HIGHER, 0.0), None),
    ("nothing of a lower target", 0.0, Criterion(LOWER, 5.0), 2.0),
    (
        "nothing cannot divide a target",
        0.0,
        Criterion(LOWER, 5.0, convention="target_over_actual"),
        None,
    ),
    ("all but twice a lower target", 9.99999, Criterion(LOWER, 5.0), 0.000002),
    (
        "next to nothing of an exact target",
        0.001,
        Criterion(Direction.EXACT, 12.756),
        7.83944810285e-05,
    ),
    ("a small lower target", 0.6, Criterion(LOWER, 0.5), 0.8),
    (
        "a small lower target divided",
        0.4,
        Criterion(LOWER, 0.5, convention="target_over_actual"),
        1.25,
    ),
    ("inside a range", 1.0, Criterion(Direction.RANGE, low=0.95, high=1.05), 1.0),
    ("on the low edge of a range", 0.95, Criterion(Direction.RANGE, low=0.95, high=1.05), 1.0),
    ("on the high edge of a range", 1.05, Criterion(Direction.RANGE, low=0.95, high=1.05), 1.0),
    ("below a range from nothing", -1.0, Criterion(Direction.RANGE, low=0.0, high=1.0), None),
    ("below a range", 0.76, Criterion(Direction.RANGE, low=0.95, high=1.05), 0.8),
    ("a base", 55.0, Criterion(Direction.IMPROVE, 50.0), 1.1),
    ("a budget", 90.0, Criterion(Direction.BUDGET, 100.0), 1.1),
    ("yes", 1.0, Criterion(Direction.YES), 1.0),
]


@pytest.mark.parametrize(("value", "criterion", "attainment"), [a[1:] for a in ATTAINMENTS],
                         ids=[a[0] for a in ATTAINMENTS])  # fmt: skip
def test_attainment_is_that_found_by_hand(
    value: Value, criterion: Criterion, attainment: float | None
) -> None:
    assert judge(value, criterion).attainment == attainment


WIDTHS = [
    ("a tenth of the target", Criterion(HIGHER, 500000.0), 450000.0),
    ("what is left to the ceiling", Criterion(HIGHER, 0.95, ceiling=1.0), 0.9),
    ("a twentieth at the ceiling", Criterion(HIGHER, 1.0, ceiling=1.0), 0.95),
    ("a twentieth of a large ceiling", Criterion(HIGHER, 100.0, ceiling=100.0), 95.0),
    ("a tenth of a negative target", Criterion(HIGHER, -10.0), -11.0),
    ("none for an improvement on nothing", Criterion(Direction.IMPROVE, 0.0), 0.0),
]


@pytest.mark.parametrize(("criterion", "amber"), [w[1:] for w in WIDTHS],
                         ids=[w[0] for w in WIDTHS])  # fmt: skip
def test_the_amber_limit_is_derived(criterion: Criterion, amber: float) -> None:
    low = limits(criterion).low

    assert low is not None
    assert low.amber == amber


@pytest.mark.parametrize(
    "criterion",
    [
        Criterion(Direction.RANGE, low=0.1, high=0.3),
        Criterion(HIGHER, 3.0, green=0.3),
    ],
)
def test_a_derived_limit_at_nothing_is_nothing(criterion: Criterion) -> None:
    assert judge(0.0, criterion).status is Status.AMBER


def test_a_score_between_close_limits_has_no_stray_digits() -> None:
    criterion = Criterion(HIGHER, 100000.1, green=100000.0, amber=99999.9)

    assert judge(100000.04, criterion).score == 94


def test_a_lower_target_has_limits_on_the_high_side_only() -> None:
    assert limits(Criterion(LOWER, 5.0)) == Limits(None, Side(5.0, 5.0, 5.5, 7.5))


@pytest.mark.parametrize("wild", [float("inf"), float("-inf"), float("nan")])
def test_a_target_that_is_no_number_leaves_a_value_without_judgement(wild: float) -> None:
    assert judge(10.0, Criterion(HIGHER, wild)).status is Status.GREY


def test_limits_in_the_wrong_order_leave_a_value_without_judgement() -> None:
    criterion = Criterion(HIGHER, 10.0, green=11.0)

    judged = judge(10.0, criterion)

    assert (judged.status, judged.reason) == (Status.GREY, "threshold_order")


@pytest.mark.parametrize(
    ("value", "criterion", "rule"),
    [
        (5.0, Criterion(HIGHER, 10.0), "R-COLOUR-2"),
        (0.02, Criterion(LOWER, 0.02, strict=True), "R-COLOUR-7"),
        (50.0, Criterion(Direction.IMPROVE, 50.0), "R-COLOUR-8"),
        (0.0, Criterion(Direction.ZERO), "R-COLOUR-6"),
        (1.0, Criterion(Direction.BUDGET), "R-COLOUR-8"),
        (1.0, Criterion(HIGHER, 10.0, green=11.0), "R-COLOUR-3"),
        (1.0, None, "R-COLOUR-1"),
    ],
)
def test_a_judgement_names_the_rule_that_chose_its_colour(
    value: float, criterion: Criterion | None, rule: str
) -> None:
    assert judge(value, criterion).rule == rule


def test_a_score_under_a_shared_out_target_is_right_to_the_last_digit() -> None:
    """90 a month, 30 of 31 days: T = 2700/31, A = 2430/31, 87 = 2697/31, so 60 + 30·267/270."""
    target = Fraction(2700, 31)
    criterion = Criterion(HIGHER, 87.0967741935, exact=(("target", target),))

    assert judge(87.0, criterion).score == 89.6666666667


def test_a_value_on_the_limit_as_it_is_told_meets_it() -> None:
    criterion = Criterion(HIGHER, 66.6666666667, exact=(("target", Fraction(200, 3)),))

    assert judge(66.6666666667, criterion).score == 100


def test_a_value_on_an_amber_limit_that_was_rounded_down_scores_no_less_than_sixty() -> None:
    criterion = Criterion(HIGHER, 37.037037037, exact=(("target", Fraction(1000, 27)),))

    assert judge(33.3333333333, criterion).score == 60


@pytest.mark.parametrize(
    ("value", "criterion", "expected"),
    [
        pytest.param(1.0, Criterion(Direction.YES), 1.0, id="yes"),
        pytest.param(0.0, Criterion(Direction.YES), 0.0, id="no"),
        pytest.param(0.08, FIVE_TO_EIGHT, 1.0, id="the upper edge of a range"),
        pytest.param(0.05, FIVE_TO_EIGHT, 1.0, id="the lower edge of a range"),
        pytest.param(0.04, FIVE_TO_EIGHT, 0.8, id="below a range: of its lower edge"),
        pytest.param(0.10, FIVE_TO_EIGHT, 0.75, id="above a range: 2 minus, of its upper edge"),
    ],
)
def test_attainment_by_hand(value: float, criterion: Criterion, expected: float) -> None:
    assert judge(value, criterion).attainment == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_missing(value: float) -> None:
    judged = judge(value, Criterion(HIGHER, 1.0))

    assert (judged.status, judged.reason) == (Status.GREY, "no_data")


def test_why_a_value_is_missing_is_kept() -> None:
    assert judge(Missing("no_such_period"), None).reason == "no_such_period"


def test_yes_is_coloured_by_its_rule() -> None:
    assert judge(1.0, Criterion(Direction.YES)).rule == "R-COLOUR-8"


@pytest.mark.parametrize(
    ("value", "score"),
    [
        # Green from 95, target 100: 90 points at 95, 100 at 100.
        pytest.param(95.0, 90.0, id="at the green limit"),
        pytest.param(95.5, 91.0, id="a tenth of the way to the target"),
        # Amber 90 to 95: 60 points at 90, 90 at 95; red from 90 down to the floor.
        pytest.param(92.5, 75.0, id="half-way through amber"),
    ],
)
def test_points_between_limits_by_hand(value: float, score: float) -> None:
    assert judge(value, Criterion(HIGHER, 100.0, green=95.0, amber=90.0)).score == score


def test_at_the_floor_and_below_it_there_are_no_points() -> None:
    criterion = Criterion(HIGHER, 100.0, amber=90.0, baseline=50.0)

    assert [judge(value, criterion).score for value in (50.0, 49.0, 70.0)] == [0.0, 0.0, 30.0]
