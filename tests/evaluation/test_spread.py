"""A yearly target that is spread over the months of its year (R-TARGET-6, R-TARGET-7), by hand."""

import pytest

from scorecard.board import Board
from scorecard.evaluation.line import Cell
from scorecard.figures.why import why
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Record, Spread, Target
from scorecard.text import tell
from scorecard.vocabulary import Frequency, Method, SpreadRule, Status
from tests.evaluation.boards import board, cell, kpi, line, looking_at, measure

MONTHS = range(1, 13)
#: 100 in twelve parts without decimals, as R-TARGET-6 says.
EVEN = (8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9, 8)


def months(year: int, *values: float | None) -> dict[str, float | None]:
    """Entries from January on."""
    return {f"{year}-{month:02d}": value for month, value in enumerate(values, 1)}


def yearly(value: str, spread: Spread | None, basis: Frequency = Frequency.YEAR) -> Target:
    return Target("K", "co", "2000-01", value, basis, spread)


def spread_over(
    rule: Spread | None, value: str, entries: dict[str, float | None], **fields: int
) -> Board:
    """A monthly sum with that yearly target."""
    records: list[Record] = [measure("m"), kpi("m", decimals=fields.get("decimals"))]
    return board([*records, yearly(value, rule), line("n")], {"m": entries})


def asked(found: Cell) -> float | None:
    assert found.criterion is not None
    return found.criterion.target


@pytest.mark.parametrize("month", MONTHS)
def test_an_even_spread_asks_each_month_for_its_whole_part(month: int) -> None:
    there = spread_over(SpreadRule.EVEN, ">=100", months(2026, *[8] * 12))

    assert asked(cell(there, f"2026-{month:02d}")) == EVEN[month - 1]


@pytest.mark.parametrize(("month", "sum_"), [(1, 8), (2, 17), (5, 42), (12, 100)])
def test_to_date_it_is_the_sum_of_the_parts(month: int, sum_: float) -> None:
    there = spread_over(SpreadRule.EVEN, ">=100", months(2026, *[8] * 12))

    assert asked(cell(there, f"2026-{month:02d}", upto=True)) == sum_


def test_a_month_without_a_value_takes_its_own_part_away() -> None:
    there = spread_over(SpreadRule.EVEN, ">=100", months(2026, 8, None, 8))

    assert asked(cell(there, "2026-Q1")) == 16


def test_the_parts_have_the_decimals_of_the_kpi() -> None:
    there = spread_over(SpreadRule.EVEN, ">=100", months(2026, *[8] * 12), decimals=1)

    # 100/12 = 8.33, 16.67, 25: 8.3, 8.4, 8.3
    assert [asked(cell(there, f"2026-{month:02d}")) for month in (1, 2, 3)] == [8.3, 8.4, 8.3]


def test_a_season_follows_the_quarters_of_last_year() -> None:
    """1,000 over quarters that were 10, 20, 30, 40: 100, 200, 300, 400 (R-TARGET-7)."""
    quarterly = measure("m", frequency=Frequency.QUARTER)
    quarters = {f"2025-Q{q}": 10.0 * q for q in range(1, 5)} | {"2026-Q1": 90.0, "2026-Q2": 230.0}
    records: list[Record] = [quarterly, kpi("m", frequency=Frequency.QUARTER)]
    there = board([*records, yearly(">=1000", SpreadRule.SEASON)], {"m": quarters})

    parts = [asked(cell(there, f"2026-Q{q}")) for q in range(1, 5)]

    assert parts == [100, 200, 300, 400]
    assert asked(cell(there, "2026-Q2", upto=True)) == 300
    assert cell(there, "2026-Q1").status is Status.AMBER


@pytest.mark.parametrize(
    "last_year",
    [[10.0] * 11 + [None], [10.0] * 11 + [-1.0], [0.0] * 12],
    ids=["a month is missing", "a month is negative", "nothing in all"],
)
def test_without_a_whole_year_before_it_is_spread_evenly_and_says_so(
    last_year: list[float | None],
) -> None:
    entries = months(2025, *last_year) | months(2026, *[8] * 12)
    there = spread_over(SpreadRule.SEASON, ">=100", entries)
    seen = looking_at(there, "2026-02")

    sentences = [tell(each, "en") for each in why(seen, seen.line("n"))]

    assert asked(cell(there, "2026-02")) == 9
    assert "The yearly target is spread evenly: last year’s values show no season to follow." in (
        sentences
    )


def test_a_season_that_there_is_needs_no_word() -> None:
    there = spread_over(
        SpreadRule.SEASON, ">=1200", months(2025, *[10] * 12) | months(2026, *[95] * 12)
    )

    found = cell(there, "2026-03")

    assert (asked(found), found.note) == (100, "")


def test_last_year_by_another_definition_is_no_season() -> None:
    later = kpi("m * 2", version="v2", effective="2026-01")
    entries = months(2025, *range(1, 13)) | months(2026, *[8] * 12)
    there = board([measure("m"), kpi("m"), later, yearly(">=100", SpreadRule.SEASON)],
                  {"m": entries})  # fmt: skip

    assert cell(there, "2026-02").note == "even_instead"


def test_typed_parts_are_kept_as_typed() -> None:
    typed = tuple(float(part) for part in (5, 5, 10, 5, 5, 10, 5, 5, 10, 5, 5, 20))
    there = spread_over(typed, ">=100", months(2026, *[8] * 12))

    assert asked(cell(there, "2026-03")) == 10
    assert asked(cell(there, "2026-H1")) == 40
    assert asked(cell(there, "2026")) == 90  # what they add up to, not the 100


def test_typed_parts_that_are_too_few_are_not_used() -> None:
    there = spread_over((10.0, 20.0), ">=120", months(2026, *[8] * 12))

    assert asked(cell(there, "2026-01")) == 10


def test_without_a_spread_it_is_shared_out_by_months() -> None:
    there = spread_over(None, ">=100", months(2026, *[8] * 12))

    assert asked(cell(there, "2026-04", upto=True)) == 33.3333333333


def test_what_does_not_add_up_is_not_spread() -> None:
    records: list[Record] = [measure("m", time=Method.AVERAGE), kpi("m")]
    there = board([*records, yearly(">=100", SpreadRule.EVEN)], {"m": months(2026, 8)})

    assert asked(cell(there, "2026-01")) == 100


def test_a_correction_of_last_year_changes_the_parts_of_this_one() -> None:
    there = spread_over(
        SpreadRule.SEASON, ">=1200", months(2025, *[10] * 12) | months(2026, *[95] * 12)
    )
    before = looking_at(there, "2026-03")
    assert asked(before.cell("K", "co")) == 100
    edit = Edit(Entry("m", "co", "2025-03", 10), Entry("m", "co", "2025-03", 40))

    after = before.after(there.after([edit]), [edit])

    # 60 of 150 to March and 20 of 150 before it: 480 − 160 = 320.
    assert asked(after.cell("K", "co")) == 320
