"""Where an exact second reading of the rules once disagreed: worked by hand."""

from datetime import date
from math import isnan

from scorecard.evaluation.courses import courses
from scorecard.evaluation.line import Cell
from scorecard.evaluation.valuation import Valuation
from scorecard.model.records import Org, Record
from scorecard.period import Period
from scorecard.vocabulary import Direction, Frequency, Method, Missing, Words
from tests.evaluation.boards import LATER, board, cell, kpi, line, looking_at, measure, target

MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]


def _aimed(found: Cell) -> float | None:
    assert found.criterion is not None
    return found.criterion.target


def test_a_years_target_is_compared_by_the_months_that_have_values() -> None:
    entries = {"a": dict.fromkeys(MONTHS[:4], 200_000.0)}
    yearly = kpi("a", frequency=Frequency.YEAR)
    there = board([measure("a"), yearly, target(">=2000000")], entries)

    found = cell(there, "2026-04", today=date(2026, 5, 20))

    assert _aimed(found) == 666666.666667


def test_a_year_to_date_of_monthly_parts_is_exact_to_the_last_digit() -> None:
    entries = {"a": dict.fromkeys(MONTHS, 10.0)}
    yearly = target(">=100")
    yearly = type(yearly)(yearly.kpi, yearly.org, yearly.start, yearly.value, Frequency.YEAR)
    there = board([measure("a"), kpi("a"), yearly], entries)

    assert _aimed(cell(there, "2026-04", upto=True)) == 33.3333333333


def test_the_target_of_a_rate_is_that_of_the_views_last_period() -> None:
    records: list[Record] = [measure("a", time=Method.AVERAGE), kpi("a"), target(">=10")]
    there = board([*records, target(">=20", start="2026-06")], {"a": {"2026-04": 15.0}})

    assert _aimed(cell(there, "2026-Q2")) == 20


def test_what_a_sum_cannot_pass_grows_with_the_view() -> None:
    records: list[Record] = [measure("a"), kpi("a", high_bound=120.0), target(">=100")]
    there = board(records, {"a": dict.fromkeys(MONTHS[:3], 98.0)})

    criterion = cell(there, "2026-Q1").criterion

    assert criterion is not None
    assert criterion.ceiling == 360


def test_the_limit_of_a_zero_target_that_nobody_typed_grows_with_the_view() -> None:
    records: list[Record] = [measure("a"), kpi("a", Direction.ZERO, amber="<=2")]
    there = board(records, {"a": dict.fromkeys(MONTHS[:3], 2.0)})

    assert cell(there, "2026-Q1").status == "amber"


def test_a_count_that_is_not_due_yet_is_not_nought() -> None:
    records: list[Record] = [measure("a", time=Method.COUNT), kpi("a")]
    there = board(records, {"a": {"2026-01": 5.0}})

    assert cell(there, "2026-03", today=date(2026, 3, 20)).value == Missing("not_due")


def test_inputs_that_share_no_month_make_no_ratio() -> None:
    records: list[Record] = [measure("a"), measure("b"), kpi("a / b")]
    there = board(records, {"a": {"2026-01": 5.0}, "b": {"2026-02": 10.0}})

    assert cell(there, "2026-Q1").value == Missing("no_data")


def test_a_single_value_without_weight_has_no_weighted_average() -> None:
    records: list[Record] = [measure("a", time=Method.WEIGHTED, weight="w"), measure("w"), kpi("a")]
    there = board(records, {"a": {"2026-01": 80.0}, "w": {"2026-01": 0.0}})

    assert cell(there, "2026-01").value == Missing("zero_weight")


def test_an_array_knows_that_a_single_value_without_weight_has_none() -> None:
    records: list[Record] = [measure("a", time=Method.WEIGHTED, weight="w"), measure("w"), kpi("a")]
    there = board(records, {"a": {"2026-01": 80.0}, "w": {"2026-01": 0.0}})
    january = Period.parse("2026-01").number

    months = range(january, january + 1)
    found = courses(Valuation(there, LATER), [("K", "co")], Frequency.MONTH, months)

    assert isnan(found.values[0, 0])


def test_only_units_with_a_value_lend_their_weight_to_a_month() -> None:
    rate = measure("a", time=Method.WEIGHTED, org=Method.WEIGHTED, weight="w")
    entries = {
        "a@east": {"2026-01": 80.0, "2026-02": 90.0},
        "a@west": {"2026-02": 90.0},
        "w@east": {"2026-01": 1.0, "2026-02": 1.0},
        "w@west": {"2026-01": 7.0, "2026-02": 2.0},
    }
    there = board([*_units(), rate, measure("w"), kpi("a")], entries)

    assert cell(there, "2026-Q1").value == 87.5  # (80·1 + 90·3) / 4


def test_a_year_to_date_inside_a_longer_period_uses_nothing_later() -> None:
    entries = {"a": {"2026-01": 1.0, "2026-02": 2.0, "2026-03": 4.0, "2026-04": 8.0}}
    there = board([measure("a"), kpi("YTD(a)", frequency=Frequency.HALF)], entries)

    assert cell(there, "2026-Q1").value == 7


def test_a_quarter_seen_by_month_improves_on_the_quarter_before() -> None:
    quarterly = measure("a", frequency=Frequency.QUARTER)
    better = kpi("a", Direction.IMPROVE, frequency=Frequency.QUARTER)
    records: list[Record] = [quarterly, better, target("improve:previous")]
    there = board(records, {"a": {"2026-Q1": 5.0, "2026-Q2": 8.0}})

    assert _aimed(cell(there, "2026-06")) == 5


def test_units_that_are_not_due_yet_do_not_make_a_quarter_partial() -> None:
    records: list[Record] = [
        *_units(),
        measure("a", org=Method.AVERAGE),
        kpi("a", frequency=Frequency.QUARTER),
    ]
    there = board(records, {"a@east": {"2026-01": 1.0, "2026-02": 2.0}, "a@west": {"2026-01": 3.0}})

    assert not cell(there, "2026-02", today=date(2026, 2, 20)).partial


def test_a_month_said_to_be_none_before_a_late_one_does_not_excuse_it() -> None:
    there = board(
        [measure("a"), kpi("a"), target(">=10"), line("n")],
        {"a": {"2026-01": 9.5, "2026-02": None}},
    )

    assert looking_at(there, "2026-03").line("n").stale


def test_a_value_given_early_keeps_the_kpi_fresh() -> None:
    records: list[Record] = [measure("a"), kpi("a"), target(">=10"), line("n")]
    there = board(records, {"a": {"2026-01": 9.5, "2026-03": 9.5}})

    found = looking_at(there, "2026-04", today=date(2026, 4, 5))

    assert not found.line("n").stale


def test_a_year_so_far_is_compared_with_the_same_months_of_the_year_before() -> None:
    records: list[Record] = [measure("a"), kpi("a"), line("n")]
    entries = {"2025-01": 8.0, "2025-03": 9.0, "2026-01": 10.0, "2026-02": 20.0}
    there = board(records, {"a": entries})

    change = looking_at(there, "2026").line("n").last_year

    assert change is not None
    assert (change.absolute, change.relative) == (2, 0.25)  # 10 against 8; the rest has no pair


def test_a_quarter_seen_by_month_changes_since_the_quarter_before() -> None:
    quarterly = kpi("a", frequency=Frequency.QUARTER)
    records: list[Record] = [measure("a", frequency=Frequency.QUARTER), quarterly, line("n")]
    there = board(records, {"a": {"2026-Q1": 5.0, "2026-Q2": 8.0}})

    change = looking_at(there, "2026-06").line("n").previous

    assert change is not None
    assert change.absolute == 3


def _units() -> list[Record]:
    return [Org(name, Words(name, name), "co") for name in ("east", "west")]
