"""Values of KPIs in a view, by hand calculation."""

from datetime import date

import pytest

from scorecard.model.records import Org, Record, Target
from scorecard.vocabulary import Direction, Frequency, Method, Missing, Status, Words
from tests.evaluation.boards import board, cell, kpi, measure, target

YIELD: list[Record] = [measure("good"), measure("total"), kpi("good / total", unit="%")]
UNITS: list[Record] = [Org("a", Words("A"), "co"), Org("b", Words("B"), "co")]


def test_a_quarter_of_a_ratio_is_the_ratio_of_the_sums() -> None:
    there = board(
        YIELD,
        {
            "good": {"2025-01": 90, "2025-02": 990},
            "total": {"2025-01": 100, "2025-02": 1000},
        },
    )

    assert cell(there, "2025-Q1").value == 0.981818181818


def test_a_month_that_lacks_one_input_is_left_out_of_both() -> None:
    there = board(
        YIELD,
        {"good": {"2025-01": 90, "2025-02": 10}, "total": {"2025-01": 100, "2025-03": 500}},
    )

    seen = cell(there, "2025-Q1")

    assert (seen.value, seen.have, seen.of, seen.partial) == (0.9, 1, 3, True)


def test_a_unit_that_lacks_one_input_is_left_out_of_both() -> None:
    there = board(
        [*UNITS, *YIELD],
        {
            "good@a": {"2025-01": 90},
            "good@b": {"2025-01": 1},
            "total@a": {"2025-01": 100},
            "total@b": {"2025-02": 5},
        },
    )

    seen = cell(there, "2025-01")

    assert (seen.value, seen.have, seen.of) == (0.9, 1, 2)


def test_units_are_put_together_before_periods() -> None:
    head = measure("head", time=Method.LAST)
    there = board(
        [*UNITS, head, kpi("head")],
        {"head@a": {"2025-01": 10, "2025-02": 12}, "head@b": {"2025-01": 20, "2025-02": 19}},
    )

    assert cell(there, "2025-Q1").value == 31


def test_a_weighted_average_leaves_out_what_has_no_value() -> None:
    rate = measure("rate", time=Method.WEIGHTED, weight="size")
    there = board(
        [rate, measure("size"), kpi("rate")],
        {
            "rate": {"2025-01": 80, "2025-02": 90},
            "size": {"2025-01": 1, "2025-02": 3, "2025-03": 5},
        },
    )

    assert cell(there, "2025-Q1").value == 87.5


def test_what_is_not_yet_due_is_to_date_and_not_partial() -> None:
    there = board(
        [measure("m"), kpi("m"), target(">=12")],
        {"m": {"2025-01": 10, "2025-02": 10, "2025-04": 10, "2025-05": 10}},
    )

    seen = cell(there, "2025", today=date(2025, 6, 11))

    assert (seen.value, seen.have, seen.of, seen.partial) == (40, 4, 5, True)
    assert seen.criterion is not None
    assert seen.criterion.target == 48


def test_a_value_that_is_not_due_has_no_colour() -> None:
    there = board([measure("m"), kpi("m"), target(">=12")], {"m": {"2025-04": 1}})

    assert cell(there, "2025-05", today=date(2025, 6, 10)).reason == "not_due"
    assert cell(there, "2025-05", today=date(2025, 6, 11)).reason == "no_data"


def test_daily_output_over_a_monthly_head_count_uses_the_month_of_the_day() -> None:
    output = measure("output", frequency=Frequency.DAY)
    head = measure("head", time=Method.LAST)
    there = board(
        [output, head, kpi("output / head", frequency=Frequency.DAY)],
        {"output": {"2025-01-15": 100, "2025-01-16": 60}, "head": {"2025-01": 10}},
    )

    assert cell(there, "2025-01-16").value == 6
    assert cell(there, "2025-01").value == 16


def test_weeks_count_in_the_month_of_their_thursday() -> None:
    there = board(
        [measure("m", frequency=Frequency.WEEK), kpi("m")],
        {"m": {"2025-W01": 1, "2025-W05": 2, "2025-W06": 4}},
    )

    assert cell(there, "2025-01").value == 3


def test_growth_to_date_compares_the_same_months_of_both_years() -> None:
    there = board(
        [measure("m"), kpi("(m - LY(m)) / LY(m)", unit="%")],
        {"m": {"2024-01": 100, "2024-02": 100, "2025-01": 110, "2025-02": 130, "2025-03": 999}},
    )

    assert cell(there, "2025-02", upto=True).value == 0.2
    assert cell(there, "2025-03", upto=True).value == 0.2


def test_a_rolling_year_needs_every_month() -> None:
    months = {f"2024-{month:02d}": 10.0 for month in range(1, 13)}
    there = board([measure("m"), kpi("ROLLSUM(m, 12)")], {"m": months})
    gap = board([measure("m"), kpi("ROLLSUM(m, 12)")], {"m": {**months, "2024-05": None}})

    assert cell(there, "2024-12").value == 120
    assert cell(gap, "2024-12").value == Missing("incomplete_window")


def test_a_trailing_window_aggregates_inputs_over_twelve_months() -> None:
    profit = {f"2024-{month:02d}": 1.0 for month in range(1, 13)}
    capital = {f"2024-{month:02d}": 100.0 for month in range(1, 13)}
    there = board(
        [
            measure("profit"),
            measure("capital", time=Method.AVERAGE),
            kpi("profit / capital", unit="%", window="trailing_12m"),
        ],
        {"profit": profit, "capital": capital},
    )

    assert cell(there, "2024-12").value == 0.12


def test_a_kpi_may_name_another_whose_inputs_are_added_first() -> None:
    quality = kpi("good / total", name="quality", unit="%")
    there = board(
        [measure("good"), measure("total"), quality, kpi("quality × 100")],
        {
            "good": {"2025-01": 90, "2025-02": 990},
            "total": {"2025-01": 100, "2025-02": 1000},
        },
    )

    assert cell(there, "2025-Q1").value == 98.1818181818


def test_kpis_that_lead_back_to_themselves_have_no_value() -> None:
    there = board([kpi("[other] + 1"), kpi("K + 1", name="other")], {})

    assert cell(there, "2025-01").reason == "formula_circular"


def test_a_fiscal_year_runs_from_its_own_first_month() -> None:
    values = {"2025-06": 5.0, "2025-07": 1.0, "2025-08": 2.0}
    there = board([measure("m"), kpi("m")], {"m": values}, fiscal_start=7)

    assert cell(there, "2025-08", upto=True).value == 3


def test_an_old_month_looks_as_it_looked_then() -> None:
    values = {"2025-01": 10.0, "2025-02": 20.0, "2025-03": 70.0}
    there = board([measure("m"), kpi("m", frequency=Frequency.QUARTER)], {"m": values})

    assert cell(there, "2025-02").value == 30


@pytest.mark.parametrize(
    ("value", "status"),
    [(50.1, Status.GREEN), (50, Status.AMBER), (45, Status.AMBER), (44.9, Status.RED)],
)
def test_improvement_is_judged_against_the_same_month_last_year(
    value: float, status: Status
) -> None:
    there = board(
        [measure("m"), kpi("m", Direction.IMPROVE), target("improve:last_year")],
        {"m": {"2024-03": 50, "2025-03": value}},
    )

    assert cell(there, "2025-03").status is status


@pytest.mark.parametrize(
    ("value", "status"),
    [(100_000, Status.GREEN), (110_000, Status.AMBER), (110_001, Status.RED)],
)
def test_a_budget_is_the_sum_of_the_same_cells(value: float, status: Status) -> None:
    there = board(
        [measure("m"), measure("plan"), kpi("m", Direction.BUDGET), target("budget:plan")],
        {
            "m": {"2025-01": 0, "2025-02": value},
            "plan": {"2025-01": 40_000, "2025-02": 60_000, "2025-03": 90_000},
        },
    )

    assert cell(there, "2025-Q1").status is status


def test_a_target_counts_from_the_first_period_that_begins_after_its_date() -> None:
    there = board(
        [
            measure("m"),
            kpi("m"),
            target(">=10", start="2025-01-01"),
            target(">=12", start="2025-04-15"),
        ],
        {"m": {"2025-04": 10, "2025-05": 10}},
    )

    assert cell(there, "2025-04").status is Status.GREEN
    assert cell(there, "2025-05").status is Status.RED


def test_a_yearly_target_of_an_additive_kpi_is_compared_by_its_elapsed_months() -> None:
    months = {f"2025-{month:02d}": 1.0 for month in range(1, 5)}
    yearly = Target("K", "co", "2025-01", ">=2000000", Frequency.YEAR)
    there = board([measure("m"), kpi("m"), yearly], {"m": months})

    seen = cell(there, "2025-04", upto=True).criterion

    assert seen is not None
    assert seen.target == pytest.approx(666_666.666667, abs=1e-5)


def test_a_rolling_sum_is_compared_with_the_whole_yearly_target() -> None:
    months = {f"2024-{month:02d}": 1.0 for month in range(1, 13)}
    yearly = Target("K", "co", "2020-01", ">=12", Frequency.YEAR)
    there = board([measure("m"), kpi("m", window="trailing_12m"), yearly], {"m": months})

    seen = cell(there, "2024-12")

    assert seen.criterion is not None
    assert (seen.value, seen.criterion.target) == (12, 12)


def test_limits_of_an_additive_kpi_grow_with_the_view() -> None:
    there = board(
        [measure("m"), kpi("m", green=">=10", amber=">=9"), target(">=10")],
        {"m": {"2025-01": 10, "2025-02": 10, "2025-03": 7}},
    )

    assert cell(there, "2025-Q1").status is Status.AMBER


def test_the_past_keeps_the_definition_that_was_in_force() -> None:
    first = kpi("a", version="v1", effective="2025-01")
    second = kpi("b", version="v2", effective="2025-03")
    there = board(
        [measure("a"), measure("b"), first, second],
        {"a": {"2025-02": 1, "2025-03": 2}, "b": {"2025-02": 10, "2025-03": 20}},
    )

    assert cell(there, "2025-02").value == 1
    assert cell(there, "2025-03").value == 20


def test_a_strict_green_limit_stays_strict_under_a_tighter_target() -> None:
    there = board(
        [measure("m"), kpi("m", Direction.LOWER, green="<10", amber="<=12"), target("<8")],
        {"m": {"2025-01": 10}},
    )

    assert cell(there, "2025-01").status is Status.AMBER


def test_eleven_months_are_no_rolling_year() -> None:
    months = {f"2025-{month:02d}": 10.0 for month in range(1, 12)}
    stock = {f"2025-{month:02d}": 5.0 for month in range(1, 12)}
    there = board(
        [
            measure("cost"),
            measure("stock", time=Method.AVERAGE),
            kpi("stock / (cost / 365)", Direction.LOWER, window="trailing_12m"),
        ],
        {"cost": {"2024-12": 10.0, **months}, "stock": {"2024-12": 5.0, **stock}},
    )

    assert cell(there, "2025-11").value == pytest.approx(5 / (120 / 365))
    assert cell(there, "2025-12", today=date(2026, 1, 5)).reason == "not_due"
    assert cell(there, "2025-10").value == Missing("incomplete_window")


@pytest.mark.parametrize(
    ("value", "status", "score"),
    [
        (51, Status.GREEN, 100),
        (50, Status.AMBER, 89),
        (42, Status.AMBER, 66),
        (40, Status.AMBER, 60),
        (39.9, Status.RED, 59.85),
        (10, Status.RED, 15),
    ],
)
def test_typed_limits_of_an_improvement_win_over_derived_ones(
    value: float, status: Status, score: float
) -> None:
    """Base 50, A 40, floor 50 − 5·10 = 0: 60 + 30·2/10 = 66; 60·39.9/40 = 59.85; 60·10/40 = 15."""
    records: list[Record] = [
        measure("m"),
        kpi("m", Direction.IMPROVE, amber=">=40"),
        target("improve:last_year"),
    ]
    there = board(records, {"m": {"2024-03": 50, "2025-03": value}})

    found = cell(there, "2025-03")

    assert (found.status, found.score) == (status, score)


def test_a_typed_baseline_of_a_budget_scores_nothing_there() -> None:
    """Budget 100 in each of two months, A 110, floor 2·150: 60·(300 − 260)/(300 − 220) = 30."""
    records: list[Record] = [
        measure("m"),
        measure("plan"),
        kpi("m", Direction.BUDGET, baseline=150.0),
    ]
    months = ("2025-01", "2025-02")
    entries = {"m": dict.fromkeys(months, 130.0), "plan": dict.fromkeys(months, 100.0)}
    there = board([*records, target("budget:plan")], entries)

    assert cell(there, "2025-Q1").score == 30


def test_limits_that_a_moving_base_has_passed_leave_it_without_judgement() -> None:
    records: list[Record] = [
        measure("m"),
        kpi("m", Direction.IMPROVE, amber=">=40"),
        target("improve:last_year"),
    ]
    there = board(records, {"m": {"2024-03": 38, "2025-03": 39}})

    assert cell(there, "2025-03").reason == "threshold_order"
