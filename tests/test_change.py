"""Comparison of values: every worked case, and by hand."""

import json
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.change import Change, compare, like_for_like, per_day, yearly_growth
from scorecard.period import Calendar, Period
from scorecard.scoring import Criterion
from scorecard.vocabulary import Direction, Missing, Value

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "change.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
OPS = ["change", "closer", "per_day", "like_for_like", "cagr"]
NAMES = {"abs": "absolute", "pct": "relative", "pp": "points", "reason": "reason"}


def value(text: str | None) -> Value:
    return Missing("no_data") if text is None else float(text)


def of(op: str) -> list[Any]:
    return [pytest.param(c, id=c["id"]) for c in CASES if c["given"]["op"] == op]


def assert_as(change: Change, expect: dict[str, Any]) -> None:
    for name in NAMES.keys() & expect.keys():
        told = name == "reason" or expect[name] is None
        assert getattr(change, NAMES[name]) == (expect[name] if told else float(expect[name]))
    if "better" in expect:
        assert change.better is (expect["better"] == "better")


def test_every_worked_case_is_of_a_known_kind() -> None:
    assert {case["given"]["op"] for case in CASES} == set(OPS)


@pytest.mark.parametrize("case", of("change"))
def test_a_value_changes_as_in_the_worked_case(case: dict[str, Any]) -> None:
    given = case["given"]
    criterion = Criterion(Direction(given.get("better", "higher")))

    change = compare(
        value(given["current"]),
        value(given["base"]),
        criterion,
        percent=given.get("unit") == "percent",
    )

    assert_as(change, case["expect"])


@pytest.mark.parametrize("case", of("closer"))
def test_closer_to_a_range_is_better_as_in_the_worked_case(case: dict[str, Any]) -> None:
    given = case["given"]
    criterion = Criterion(Direction.RANGE, low=float(given["low"]), high=float(given["high"]))

    change = compare(value(given["current"]), value(given["base"]), criterion)

    assert_as(change, case["expect"])


@pytest.mark.parametrize("case", of("per_day"))
def test_days_are_compared_as_in_the_worked_case(case: dict[str, Any]) -> None:
    """R-CHANGE-6."""
    given = case["given"]
    days, base_days = (
        Calendar().span(Period.parse(given[name])).days for name in ("period", "base_period")
    )

    change = compare(
        per_day(value(given["current"]), days), per_day(value(given["base"]), base_days)
    )

    assert_as(change, case["expect"])


@pytest.mark.parametrize("case", of("like_for_like"))
def test_like_is_compared_with_like_as_in_the_worked_case(case: dict[str, Any]) -> None:
    current, base = ([value(c) for c in case["given"][side]] for side in ("current", "base"))

    like = like_for_like(current, base)

    assert_as(like.change, case["expect"])
    assert (like.pairs, like.of) == (case["expect"]["pairs"], case["expect"]["of"])


@pytest.mark.parametrize("case", of("cagr"))
def test_yearly_growth_is_as_in_the_worked_case(case: dict[str, Any]) -> None:
    """R-CHANGE-7."""
    given = case["given"]

    growth = yearly_growth(value(given["start"]), value(given["end"]), given["years"])

    assert growth == float(case["expect"]["value"])


def test_a_base_in_a_week_that_does_not_exist_says_so() -> None:
    assert compare(5.0, Missing("no_such_period")).reason == "no_such_period"


def test_a_missing_value_has_no_change() -> None:
    assert compare(Missing("zero_denominator"), 5.0) == Change(reason="no_data")


@pytest.mark.parametrize(
    ("current", "base", "criterion", "better"),
    [
        (3.0, 5.0, Criterion(Direction.BUDGET, 4.0), True),
        (3.0, 5.0, Criterion(Direction.IMPROVE), False),
        (0.96, 1.05, Criterion(Direction.EXACT, 1.0), True),
        (-1.0, 2.0, Criterion(Direction.ZERO), True),
        (0.0, 1.0, Criterion(Direction.YES), False),
        (0.97, 1.01, Criterion(Direction.RANGE, low=0.95, high=1.05), None),
        (0.1 + 0.2, 0.3, Criterion(Direction.HIGHER), None),
        (3.0, 5.0, Criterion(Direction.NONE), None),
        (3.0, 5.0, None, None),
    ],
)
def test_better_is_said_by_direction(
    current: float, base: float, criterion: Criterion | None, better: bool | None
) -> None:
    assert compare(current, base, criterion).better is better


def test_nothing_in_common_is_no_comparison() -> None:
    gone = Missing("no_data")

    like = like_for_like([1.0, gone], [gone, 1.0])

    assert (like.change.reason, like.pairs, like.of) == ("no_data", 0, 2)


def test_growth_from_nothing_is_missing() -> None:
    """R-CHANGE-7."""
    assert yearly_growth(0.0, 5.0, 2) == Missing("base_not_positive")


def test_a_small_change_of_a_large_number_has_only_digits_that_were_typed() -> None:
    assert compare(1000000.1, 1000000.0).absolute == 0.1


def test_as_far_above_a_target_as_below_is_neither_better_nor_worse() -> None:
    assert compare(1.1, 0.9, Criterion(Direction.EXACT, 1.0)).better is None
