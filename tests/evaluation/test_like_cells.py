"""A sum is judged over the cells that something stands against (R-VALUE-6), by hand."""

import pytest

from scorecard.evaluation.line import Cell
from scorecard.model.records import Org, Record
from scorecard.vocabulary import Direction, Frequency, Method, Status, Words
from tests.evaluation.boards import board, cell, kpi, line, looking_at, measure, target

SIX = [f"2026-{month:02d}" for month in range(1, 7)]
YEAR_BEFORE = [f"2025-{month:02d}" for month in range(1, 7)]
UNITS: list[Record] = [Org("a", Words("A"), "co"), Org("b", Words("B"), "co")]


def held(found: Cell) -> tuple[object, ...]:
    """The value, what of it is judged over how many of its cells, the target and the colour."""
    assert found.criterion is not None
    return found.value, found.part, found.criterion.target, found.status


def test_a_target_that_begins_inside_the_view_is_compared_with_its_own_months() -> None:
    """April to June 3·5 = 15 of 27: A = 24.3, F = 13.5, so 60·(15 − 13.5)/10.8 = 8.33333333333."""
    there = board([measure("m"), kpi("m"), target(">=9", start="2026-04")],
                  {"m": dict.fromkeys(SIX, 5.0)})  # fmt: skip

    found = cell(there, "2026-H1")

    assert held(found) == (30, (15, 3, 6), 27, Status.RED)
    assert (found.score, found.attainment) == (8.33333333333, 0.555555555556)


def test_a_year_to_date_is_compared_with_the_months_of_its_target_too() -> None:
    there = board([measure("m"), kpi("m"), target(">=9", start="2026-04")],
                  {"m": dict.fromkeys(SIX, 9.0)})  # fmt: skip

    assert held(cell(there, "2026-05", upto=True)) == (45, (18, 2, 5), 18, Status.GREEN)


def test_a_month_without_a_value_takes_its_target_away() -> None:
    entries = dict.fromkeys([*SIX[:4], SIX[5]], 10.0)
    there = board([measure("m"), kpi("m"), target(">=12", start="2026-03")], {"m": entries})

    # March, April and June: 30 against 36.
    assert held(cell(there, "2026-H1")) == (50, (30, 3, 5), 36, Status.RED)


def test_values_before_the_target_alone_are_not_judged() -> None:
    there = board([measure("m"), kpi("m"), target(">=1", start="2026-04")],
                  {"m": dict.fromkeys(SIX[:3], 5.0)})  # fmt: skip

    found = cell(there, "2026-H1")

    assert (found.value, found.criterion, found.status) == (15, None, Status.BLUE)


def test_targets_of_another_kind_do_not_add_up_with_the_newest() -> None:
    there = board([measure("m"), kpi("m"), target("4..6"), target(">=9", start="2026-04")],
                  {"m": dict.fromkeys(SIX, 5.0)})  # fmt: skip

    assert held(cell(there, "2026-H1")) == (30, (15, 3, 6), 27, Status.RED)


def test_a_bare_number_is_of_the_kind_that_the_kpi_says() -> None:
    there = board([measure("m"), kpi("m"), target("5"), target(">=9", start="2026-04")],
                  {"m": dict.fromkeys(SIX, 7.0)})  # fmt: skip

    assert held(cell(there, "2026-H1")) == (42, None, 42, Status.GREEN)


def test_a_zero_target_stands_against_every_month_whenever_it_was_typed() -> None:
    records: list[Record] = [measure("m"), kpi("m", Direction.ZERO, amber="<=2")]
    there = board([*records, target("=0", start="2026-04")], {"m": dict.fromkeys(SIX, 2.0)})

    assert cell(there, "2026-H1").status is Status.AMBER  # 12 of 6·2


def test_improvement_to_date_counts_only_the_months_of_both_years() -> None:
    """2025 lacks March: 45 of five months against 50, a tenth worse, which is the amber limit."""
    entries = dict.fromkeys(SIX, 9.0) | dict.fromkeys(YEAR_BEFORE, 10.0)
    del entries["2025-03"]
    records: list[Record] = [measure("m"), kpi("m", Direction.IMPROVE), line("n")]
    there = board([*records, target("improve:last_year")], {"m": entries})

    seen = looking_at(there, "2026-06", upto=True).line("n")

    assert seen.cell is not None
    assert held(seen.cell) == (54, (45, 5, 6), 50, Status.AMBER)
    assert seen.last_year is not None
    assert (seen.last_year.absolute, seen.last_year.better) == (-5, False)


def test_improvement_of_a_quarter_counts_only_the_months_of_both_years() -> None:
    entries = {"2026-02": 45.0, "2026-03": 45.0, "2025-03": 40.0}
    there = board([measure("m"), kpi("m", Direction.IMPROVE), target("improve:last_year")],
                  {"m": entries})  # fmt: skip

    assert held(cell(there, "2026-Q1")) == (90, (45, 1, 2), 40, Status.GREEN)


def test_improvement_of_a_unit_that_is_new_is_no_improvement() -> None:
    records: list[Record] = [*UNITS, measure("m"), kpi("m", Direction.IMPROVE)]
    entries = {"m@a": {"2025-03": 50.0, "2026-03": 49.0}, "m@b": {"2026-03": 30.0}}
    there = board([*records, target("improve:last_year")], entries)

    assert held(cell(there, "2026-03")) == (79, (49, 1, 2), 50, Status.AMBER)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"formula": "m * 2"}, "no_base"),
        ({"unit": "千"}, "no_base"),
        ({"table_name": "B"}, "no_base"),
        ({"formula": " m "}, None),
        ({"owner": Words("王")}, None),
    ],
    ids=["formula", "unit", "table", "spelling", "owner"],
)
def test_nothing_improves_across_a_change_of_definition(
    change: dict[str, object], reason: str | None
) -> None:
    later: dict[str, object] = {"version": "v2", "effective": "2026-03", **change}
    versions: list[Record] = [
        kpi(**fields, direction=Direction.IMPROVE)
        for fields in ({"formula": "m"}, {"formula": "m", **later})
    ]
    there = board([measure("m"), *versions, target("improve:previous")],
                  {"m": {"2026-02": 62.0, "2026-03": 63.0}})  # fmt: skip

    assert cell(there, "2026-03").reason == reason


def test_an_average_of_one_month_improves_on_no_full_quarter() -> None:
    records: list[Record] = [measure("m", time=Method.AVERAGE), kpi("m", Direction.IMPROVE)]
    entries = dict.fromkeys(SIX[:4], 10.0) | {"2026-04": 99.0}
    there = board([*records, target("improve:previous")], {"m": entries})

    assert cell(there, "2026-Q2").reason == "no_base"


def test_a_budget_that_lacks_months_is_compared_with_its_own() -> None:
    records: list[Record] = [measure("m"), measure("plan"), kpi("m", Direction.BUDGET)]
    entries = {"m": dict.fromkeys(SIX, 10.0), "plan": dict.fromkeys(SIX[3:], 9.5)}
    there = board([*records, target("budget:plan")], entries)

    # 30 against 28.5; a tenth above is 31.35.
    assert held(cell(there, "2026-H1")) == (60, (30, 3, 6), 28.5, Status.AMBER)


def test_a_budget_of_each_unit_is_that_of_the_units_with_values() -> None:
    records: list[Record] = [*UNITS, measure("m"), measure("plan"), kpi("m", Direction.BUDGET)]
    entries = {"m@a": {"2026-03": 10.0, "2026-02": 5.0}, "m@b": {"2026-02": 5.0},
               "plan@a": {"2026-03": 9.0}, "plan@b": {"2026-03": 90.0}}  # fmt: skip
    there = board([*records, target("budget:plan")], entries)

    assert held(cell(there, "2026-03")) == (10, None, 9, Status.RED)


def test_no_budget_for_any_of_the_months_is_no_budget() -> None:
    records: list[Record] = [measure("m"), measure("plan"), kpi("m", Direction.BUDGET)]
    entries = {"m": {"2026-01": 10.0}, "plan": {"2026-02": 9.0}}
    there = board([*records, target("budget:plan")], entries)

    assert cell(there, "2026-Q1").reason == "no_budget"


def test_what_cannot_be_worked_out_for_the_part_is_not_judged() -> None:
    records: list[Record] = [measure("m"), measure("n"), measure("plan", time=Method.AVERAGE)]
    ratio = kpi("m / n", Direction.BUDGET)
    entries = {"m": {"2026-01": 4.0, "2026-02": 4.0}, "n": {"2026-01": 2.0, "2026-02": 0.0},
               "plan": {"2026-02": 3.0}}  # fmt: skip
    there = board([*records, ratio, target("budget:plan")], entries)

    found = cell(there, "2026-Q1")

    assert (found.value, found.status, found.reason) == (4, Status.GREY, "zero_denominator")


def test_a_weekly_target_begins_with_its_first_whole_week() -> None:
    weekly = measure("m", frequency=Frequency.WEEK)
    there = board([weekly, kpi("m", frequency=Frequency.WEEK), target(">=3", start="2026-02-01")],
                  {"m": {f"2026-W{week:02d}": 2.0 for week in range(1, 10)}})  # fmt: skip

    # 1 February is the Sunday of W05; W06 to W09 are the four weeks with a target.
    assert held(cell(there, "2026-Q1")) == (18, (8, 4, 9), 12, Status.RED)
