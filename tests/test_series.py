"""Aggregation of values: every worked case, and by hand."""

import json
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.series import Aggregate, aggregate, aggregate_grid, like_target, ratio
from scorecard.vocabulary import Method, Missing, Value

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "value.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
METHODS = {"avg": "average", "wavg": "weighted"}
GONE = Missing("no_data")


def values(texts: list[str | None] | None) -> list[Value]:
    return [GONE if text is None else float(text) for text in texts or []]


def worked(given: dict[str, Any]) -> Aggregate:
    if given["op"] == "aggregate_grid":
        rows = [values(row) for row in given["rows"]]
        return aggregate_grid(rows, Method(given["org"]), Method(given["time"]))
    if given["method"] == "ratio":
        return ratio(values(given["num"]), values(given["den"]))
    method = Method(METHODS.get(given["method"], given["method"]))
    cells, weights = values(given["cells"]), values(given.get("weights"))
    return aggregate(method, cells, weights, given.get("not_due", 0))


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_values_are_aggregated_as_in_the_worked_case(case: dict[str, Any]) -> None:
    found = worked(case["given"])

    expect = dict(case["expect"])
    if "value" in expect:
        number, reason = expect.pop("value"), expect.pop("reason", None)
        assert found.value == (Missing(reason) if number is None else float(number))
    assert expect == {name: getattr(found, name) for name in expect}


def test_a_mean_is_rounded_once() -> None:
    assert (
        aggregate(Method.AVERAGE, [999_999_999_999.0, 999_999_999_998.0]).value == 999_999_999_998
    )


def test_a_ratio_of_sums_is_rounded_once() -> None:
    found = ratio([999_999_999_999.0, 999_999_999_998.0], [2.0, 2.0])

    # 1999999999997 / 4; the sum alone has thirteen digits.
    assert found.value == 499_999_999_999


METHODS_BY_HAND = [("sum", 30), ("average", 15), ("last", 20), ("max", 20), ("min", 10)]


@pytest.mark.parametrize(("method", "value"), [*METHODS_BY_HAND, ("count", 2)])
def test_a_missing_cell_is_left_out(method: str, value: float) -> None:
    assert aggregate(Method(method), [10.0, GONE, 20.0]).value == value


def test_cells_not_due_make_a_total_to_date_not_partial() -> None:
    not_due = Missing("not_due")

    total = aggregate(Method.SUM, [10.0, 10.0, not_due])

    assert total == Aggregate(20, 2, 2, partial=False)


def test_a_gap_among_due_cells_makes_a_total_partial() -> None:
    cells: list[Value] = [10.0, 10.0, GONE, 10.0, 10.0, *[GONE] * 7]

    assert aggregate(Method.SUM, cells, not_due=7) == Aggregate(40, 4, 5, partial=True)


def test_a_partial_sum_is_compared_with_the_targets_of_its_cells() -> None:
    assert like_target([10.0, 10.0, GONE, 10.0, 10.0], [12.0] * 5) == 48


def test_a_value_entered_early_counts() -> None:
    assert aggregate(Method.SUM, [10.0, 5.0], not_due=1) == Aggregate(15, 2, 2, partial=False)


@pytest.mark.parametrize("reason", ["not_due", "na"])
def test_where_nothing_was_expected_nothing_is_called_missing(reason: str) -> None:
    cells = [Missing(reason), Missing(reason)]

    assert aggregate(Method.AVERAGE, cells) == Aggregate(Missing(reason), 0, 0, partial=False)


def test_ten_times_a_tenth_is_one() -> None:
    assert aggregate(Method.SUM, [0.1] * 10).value == 1


def test_a_sum_that_nearly_cancels_has_only_digits_that_were_typed() -> None:
    assert aggregate(Method.SUM, [1234567.89, -1234567.8]).value == 0.09


def test_a_negative_weight_is_refused() -> None:
    assert aggregate(Method.WEIGHTED, [1.0], [-1.0]).value == Missing("negative_weight")


def test_a_ratio_of_nothing_is_missing() -> None:
    assert ratio([1.0, 2.0], [5.0, -5.0]).value == Missing("zero_denominator")


def test_all_must_be_yes() -> None:
    assert aggregate(Method.MIN, [1.0, 1.0, 0.0]).value == 0


def test_the_share_of_yes_is_an_average() -> None:
    assert aggregate(Method.AVERAGE, [1.0, 1.0, 0.0]).value == 0.666666666667


def test_a_unit_that_is_missing_makes_the_quarter_partial() -> None:
    grid = aggregate_grid([[10.0, 12.0], [GONE, 19.0]], Method.SUM, Method.LAST)

    assert grid == Aggregate(31, 3, 4, partial=True)


def test_counts_of_units_are_added_over_time() -> None:
    assert aggregate_grid([[1.0, 1.0], [1.0, GONE]], Method.COUNT, Method.COUNT).value == 3


def test_weights_hold_in_both_steps() -> None:
    rows: list[list[Value]] = [[80.0, 90.0], [GONE, 70.0]]
    weights = [[1.0, 2.0], [5.0, 1.0]]

    grid = aggregate_grid(rows, Method.WEIGHTED, Method.WEIGHTED, weights)

    assert grid.value == 82.5


def test_periods_not_due_are_no_gap_in_a_grid() -> None:
    grid = aggregate_grid([[1.0, GONE], [2.0, GONE]], Method.SUM, Method.SUM, not_due=1)

    assert grid == Aggregate(3, 2, 2, partial=False)
