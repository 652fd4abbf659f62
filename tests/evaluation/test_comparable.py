"""What may be compared, and what is said or offered where it may not (R-CHANGE), by hand."""

from datetime import date

import pytest

from scorecard.board import Board
from scorecard.evaluation.line import Comparison, Redefined
from scorecard.model.records import Record
from scorecard.vocabulary import Frequency, Method, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure

MAY = date(2026, 5, 20)


def since(
    there: Board, code: str, *, last_year: bool = False, upto: bool = False, today: date = LATER
) -> Comparison:
    """How the line `n` of the KPI changed."""
    changes = looking_at(there, code, upto=upto, today=today).line("n").changes
    assert changes is not None
    return changes.last_year if last_year else changes.previous


def months(year: int, *values: float | None) -> dict[str, float | None]:
    """Entries from January on, none for None."""
    pairs = enumerate(values, 1)
    return {f"{year}-{month:02d}": value for month, value in pairs if value is not None}


def plain(entries: dict[str, float | None], time: Method = Method.SUM) -> Board:
    """One KPI over one measure."""
    return board([measure("m", time=time), kpi("m"), line("n")], {"m": entries})


def test_sums_are_compared_over_the_cells_of_both_years() -> None:
    """This year 10, 20, –; last year 8, –, 9: 10 against 8, one of three pairs (R-CHANGE-4)."""
    found = since(plain(months(2026, 10, 20) | months(2025, 8, None, 9)), "2026-Q1", last_year=True)

    assert (found.change.absolute, found.change.relative) == (2, 0.25)
    assert (found.pairs, found.of) == (1, 3)


def test_whole_months_of_different_length_are_compared_by_their_totals() -> None:
    """2,800 in the 28 days of February against 3,100 in the 31 of January (R-CHANGE-6)."""
    days = {date(2025, 1, 1).fromordinal(n).isoformat(): 100.0
            for n in range(date(2025, 1, 1).toordinal(), date(2025, 3, 1).toordinal())}  # fmt: skip
    daily = measure("m", frequency=Frequency.DAY)
    there = board([daily, kpi("m"), line("n")], {"m": days})

    change = since(there, "2025-02").change

    assert (change.absolute, change.relative) == (-300, -0.0967741935484)


def test_a_month_to_its_twelfth_day_is_compared_with_the_first_twelve_of_the_month_before() -> None:
    days = {f"2025-{month:02d}-{day:02d}": 100.0 for month, last in ((3, 31), (4, 12))
            for day in range(1, last + 1)}  # fmt: skip
    there = board([measure("m", frequency=Frequency.DAY), kpi("m"), line("n")], {"m": days})

    found = since(there, "2025-04", today=date(2025, 4, 13))

    assert (found.change.absolute, found.pairs, found.of) == (0, 12, 31)


def test_an_average_of_one_month_is_not_compared_with_a_full_quarter() -> None:
    there = plain(months(2026, 60, 62, 64, 70), time=Method.AVERAGE)

    found = since(there, "2026-Q2", today=MAY)

    assert found.change.reason == "incomplete_period"
    assert found.change.absolute is None
    assert (found.pairs, found.of) == (1, 3)
    assert found.offered is not None
    assert found.offered.absolute == 10  # April against January


def test_averages_of_the_same_months_are_compared() -> None:
    there = plain(months(2026, 60, None, 64) | months(2025, 50, None, 52), time=Method.AVERAGE)

    found = since(there, "2026-Q1", last_year=True)

    assert (found.change.absolute, found.pairs, found.of) == (11, 2, 3)


def test_a_ratio_with_daily_output_so_far_is_not_compared_with_a_whole_month() -> None:
    output = {f"2025-{month:02d}-{day:02d}": 10.0 for month, last in ((3, 31), (4, 12))
              for day in range(1, last + 1)}  # fmt: skip
    records: list[Record] = [measure("out", frequency=Frequency.DAY)]
    records += [measure("staff", time=Method.LAST), kpi("out / staff"), line("n")]
    there = board(records, {"out": output, "staff": {"2025-03": 5.0, "2025-04": 5.0}})

    found = since(there, "2025-04", today=date(2025, 4, 13))

    assert (found.change.reason, found.offered) == ("incomplete_period", None)


def test_a_sum_of_a_list_that_lacks_a_term_is_not_compared_with_a_whole_one() -> None:
    records: list[Record] = [measure("a"), measure("b"), kpi("SUM(a, b)"), line("n")]
    there = board(records, {"a": months(2026, 5, 5), "b": months(2026, 7)})

    assert since(there, "2026-02").change.reason == "incomplete_period"


def test_a_year_to_date_that_skips_a_month_is_not_compared_with_a_whole_one() -> None:
    entries = months(2026, 5, None, 5) | months(2025, 5, 5, 5)
    there = board([measure("m"), kpi("YTD(m)"), line("n")], {"m": entries})

    assert since(there, "2026-03", last_year=True).change.reason == "incomplete_period"


CHANGES: list[tuple[str, dict[str, object]]] = [
    ("formula", {"formula": "m * 2"}),
    ("unit", {"unit": "千元"}),
    ("source", {"source": Words("新系統", "New")}),
    ("table", {"table_name": "SALES_2"}),
    ("nought added", {"formula": "m + 0"}),
]


@pytest.mark.parametrize("change", [c for _, c in CHANGES], ids=[name for name, _ in CHANGES])
def test_no_change_crosses_a_new_definition_and_which_one_is_said(
    change: dict[str, object],
) -> None:
    fields: dict[str, object] = {"formula": "m", "version": "v1.1", "effective": "2026-03"}
    later = kpi(**(fields | change))  # type: ignore[arg-type]  # fields by name
    records: list[Record] = [measure("m"), kpi("m", version="v1.0"), later, line("n")]
    there = board(records, {"m": months(2026, 60, 61, 63, 64)})

    found = since(there, "2026-03")

    assert (found.change.absolute, found.change.reason) == (None, "definition_changed")
    assert found.redefined == Redefined("K", "v1.0", "v1.1", "2026-03")
    assert since(there, "2026-04").change.absolute is not None


def test_another_formula_offers_the_base_worked_out_anew() -> None:
    later = kpi("m * 2", version="v2", effective="2026-03")
    records: list[Record] = [measure("m"), kpi("m"), later, line("n")]
    there = board(records, {"m": months(2026, 60, 61, 63)})

    offered = since(there, "2026-03").offered

    assert offered is not None
    assert offered.absolute == 4  # 126 against 2·61


def test_another_source_offers_nothing() -> None:
    later = kpi("m", version="v2", effective="2026-03", source=Words("B"))
    records: list[Record] = [measure("m"), kpi("m", source=Words("A")), later, line("n")]

    assert since(board(records, {"m": months(2026, 60, 61, 63)}), "2026-03").offered is None


def test_a_quarter_in_which_the_definition_changed_is_no_base() -> None:
    later = kpi("m", version="v2", effective="2026-03", source=Words("B"))
    records: list[Record] = [measure("m"), kpi("m", source=Words("A")), later, line("n")]
    there = board(records, {"m": months(2026, 60, 61, 63, 64, 65, 66)})

    assert since(there, "2026-Q2").change.reason == "definition_changed"


def test_a_year_to_date_is_not_compared_across_a_change_inside_it() -> None:
    later = kpi("m", version="v2", effective="2026-03", source=Words("B"))
    records: list[Record] = [measure("m"), kpi("m", source=Words("A")), later, line("n")]
    there = board(records, {"m": months(2026, 1, 1, 1, 1) | months(2025, 1, 1, 1, 1)})

    found = since(there, "2026-04", last_year=True, upto=True)

    assert found.change.reason == "definition_changed"


def test_a_change_of_a_kpi_that_the_formula_names_is_told_by_its_name() -> None:
    inner = [kpi("m", name="L"), kpi("m * 3", name="L", version="v2", effective="2026-03")]
    records: list[Record] = [measure("m"), *inner, kpi("L + 1"), line("n")]

    found = since(board(records, {"m": months(2026, 60, 61, 63)}), "2026-03")

    assert found.redefined == Redefined("L", "v1", "v2", "2026-03")


def test_a_formula_that_is_only_spelled_otherwise_is_the_same() -> None:
    later = kpi("[m]", version="v2", effective="2026-03")
    records: list[Record] = [measure("m"), kpi("m"), later, line("n")]

    assert since(board(records, {"m": months(2026, 60, 61, 63)}), "2026-03").change.absolute == 2


def test_each_way_of_having_nothing_to_compare_with_has_its_reason() -> None:
    there = plain({"2026-01": 5, "2026-02": None, "2026-03": 7})

    assert since(there, "2026-03").change.reason == "no_base"
    assert since(there, "2026-02").change.reason == "no_data"
    assert since(there, "2026-03", upto=True).change.reason == "to_date"
    assert since(there, "2026-03", last_year=True).change.reason == "no_base"


def test_a_stale_value_is_compared_with_nothing() -> None:
    board_of = board([measure("m"), kpi("m"), line("n")], {"m": {"2026-01": 5.0, "2025-12": 4.0}})

    assert since(board_of, "2026-02").change.reason == "stale"


def test_a_week_that_last_year_did_not_have_says_so() -> None:
    weekly = measure("m", frequency=Frequency.WEEK)
    records: list[Record] = [weekly, kpi("m", frequency=Frequency.WEEK), line("n")]
    there = board(records, {"m": {"2026-W53": 5.0, "2026-W52": 4.0, "2025-W52": 3.0}})

    assert since(there, "2026-W53", last_year=True).change.reason == "no_such_period"
    assert since(there, "2026-W53").change.absolute == 1
