"""Laws of values over time and over units, for any entries of a year."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.model.records import Org, Record
from scorecard.number import snap
from scorecard.vocabulary import Direction, Method, Missing, Value, Words
from tests.evaluation.boards import board, cell, kpi, measure

MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]
QUARTERS = [f"2026-Q{quarter}" for quarter in range(1, 5)]
UNITS = ["a", "b"]
OVER = date(2027, 6, 30)
NUMBERS = st.integers(1, 10**6).map(lambda n: n / 100)
#: The entries of a measure by unit and month; some are not there.
Entries = Mapping[tuple[str, str], float]
ENTRIES: st.SearchStrategy[Entries] = st.dictionaries(
    st.tuples(st.sampled_from(UNITS), st.sampled_from(MONTHS)), NUMBERS, max_size=24
)


def company(formula: str, time: Method, **entries: Entries) -> Board:
    """A company of two units with one KPI."""
    records: list[Record] = [Org(unit, Words(unit, unit), "co") for unit in UNITS]
    records += [measure(name, time=time) for name in entries]
    said: dict[str, dict[str, float | None]] = {}
    for name, values in entries.items():
        for (unit, month), value in values.items():
            said.setdefault(f"{name}@{unit}", {})[month] = value
    return board([*records, kpi(formula, Direction.NONE)], said)


def value(there: Board, period: str) -> Value:
    return cell(there, period, today=OVER).value


@settings(deadline=None)
@given(ENTRIES)
def test_the_quarters_of_a_sum_add_up_to_the_year(entries: Entries) -> None:
    there = company("m", Method.SUM, m=entries)

    parts = [value(there, quarter) for quarter in QUARTERS]

    year = value(there, "2026")
    known = [Fraction(repr(part)) for part in parts if not isinstance(part, Missing)]
    assert year == (snap(float(sum(known))) if entries else Missing("no_data"))


@settings(deadline=None)
@given(ENTRIES)
def test_the_units_of_a_sum_add_up_to_the_company(entries: Entries) -> None:
    whole = value(company("m", Method.SUM, m=entries), "2026")

    parts = [
        value(
            company("m", Method.SUM, m={at: v for at, v in entries.items() if at[0] == unit}),
            "2026",
        )
        for unit in UNITS
    ]

    known = [Fraction(repr(part)) for part in parts if not isinstance(part, Missing)]
    assert whole == (snap(float(sum(known))) if known else Missing("no_data"))


@settings(deadline=None)
@given(ENTRIES, ENTRIES)
def test_a_years_ratio_is_that_of_the_sums_of_its_whole_cells(
    above: Entries, below: Entries
) -> None:
    # Both measures are kept by both units, so that a cell is a unit in a month.
    kept = dict.fromkeys(((unit, "2025-12") for unit in UNITS), 1.0)
    found = value(company("n / d", Method.SUM, n={**kept, **above}, d={**kept, **below}), "2026")

    whole = above.keys() & below.keys()
    if whole:
        sums = [sum(Fraction(repr(side[at])) for at in whole) for side in (above, below)]
        assert found == pytest.approx(float(Fraction(sums[0]) / sums[1]), rel=1e-11)
    else:
        assert isinstance(found, Missing)


@settings(deadline=None)
@given(ENTRIES)
def test_the_last_value_of_a_year_is_that_of_its_last_quarter_with_one(entries: Entries) -> None:
    there = company("m", Method.LAST, m=entries)

    quarters = [value(there, quarter) for quarter in QUARTERS]

    known = [quarter for quarter in quarters if not isinstance(quarter, Missing)]
    assert value(there, "2026") == (known[-1] if known else Missing("no_data"))


@settings(deadline=None)
@given(ENTRIES, st.sampled_from([Method.MAX, Method.MIN]))
def test_the_extreme_of_a_year_is_that_of_its_quarters(entries: Entries, method: Method) -> None:
    there = company("m", method, m=entries)

    quarters = [value(there, quarter) for quarter in QUARTERS]

    known = [quarter for quarter in quarters if not isinstance(quarter, Missing)]
    extreme = max if method is Method.MAX else min
    assert value(there, "2026") == (extreme(known) if known else Missing("no_data"))
