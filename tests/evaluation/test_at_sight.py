"""Two whole values of one definition are compared as they are; it makes no difference."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import event, given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.evaluation import View
from scorecard.evaluation.comparable import compared
from scorecard.evaluation.valuation import Valuation
from scorecard.model.records import Org, Record
from scorecard.period import Period
from scorecard.vocabulary import Direction, Frequency, Method, Words
from tests.evaluation.boards import board, kpi, measure, target

UNITS = (Org("a", Words("甲", "A"), "co"), Org("b", Words("乙", "B"), "co"))
FORMULAS = (
    "A",
    "A / B × 100%",
    "A - B",
    "SUM(A, B)",
    "MAX(A, B)",
    "COUNT(A, B)",
    "(A - LY(A)) / LY(A)",
    "A - PREV(B)",
    "ROLLAVG(A, 3)",
    "YTD(A)",
    "A / DAYS()",
    "L / B",
)
VIEWS = st.builds(
    View,
    st.sampled_from(
        ["2026-02", "2026-01", "2025-12", "2025-Q4", "2026-Q1", "2025-H2", "2025", "2026-01-31"]
    ).map(Period.parse),
    st.booleans(),
)
#: One day on which the newest month is not yet due, and one long after.
DAYS = st.sampled_from([date(2026, 2, 20), date(2027, 6, 1)])
MONTHS = tuple(
    Period(Frequency.MONTH, number).code
    for number in range(Period.parse("2024-01").number, Period.parse("2026-04").number)
)
OFTEN = st.sampled_from([Frequency.MONTH] * 6 + [Frequency.QUARTER, Frequency.DAY])
METHODS = st.sampled_from([Method.SUM, Method.SUM, *Method])


@st.composite
def entries(draw: st.DrawFn) -> Mapping[str, float | None]:
    """One for each month, but for up to two: there they are lacking, or said not to be."""
    numbers = draw(st.lists(st.integers(1, 9), min_size=len(MONTHS), max_size=len(MONTHS)))
    found: dict[str, float | None] = dict(zip(MONTHS, map(float, numbers), strict=True))
    for month in draw(st.sets(st.sampled_from(MONTHS[-15:]), max_size=2)):
        if draw(st.booleans()):
            found[month] = None
        else:
            del found[month]
    return found


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """KPIs L and K, which may name it, over measures kept at the company or at two units."""
    records: list[Record] = [*UNITS, target(">=1", name="K")]
    records += [
        measure(name, frequency=draw(OFTEN), time=draw(METHODS), org=draw(METHODS)) for name in "AB"
    ]
    records.append(kpi("A", name="L"))
    for number, start in enumerate(["2000-01", *draw(st.sampled_from([(), (), ("2025-12",)]))]):
        formula, direction = draw(st.sampled_from(FORMULAS)), draw(st.sampled_from(Direction))
        own = draw(st.sampled_from([Frequency.MONTH, Frequency.MONTH, Frequency.QUARTER]))
        records.append(
            kpi(
                formula,
                direction,
                name="K",
                frequency=own,
                version=f"v{number}",
                effective=start,
                window=draw(st.sampled_from(["", "", "trailing_12m"])),
            )
        )
    keepers = draw(st.sampled_from([("co",), ("a", "b"), ("a",)]))
    return board(records, {f"{name}@{unit}": draw(entries()) for name in "AB" for unit in keepers})


@settings(deadline=None, max_examples=300)
@given(boards(), VIEWS, DAYS, st.booleans(), st.sampled_from(["co", "a"]))
def test_whole_values_are_compared_as_when_each_of_their_cells_is_looked_into(
    there: Board, view: View, today: date, last_year: bool, org: str
) -> None:
    valuation, base = Valuation(there, today), view.year_before if last_year else view.shifted(-1)
    cell = valuation.cell("K", org, view)

    at_sight = compared(valuation, cell, org, (view, base), "to_date")

    event(f"entire: {cell.entire}")
    looked_into = compared(valuation, replace(cell, entire=False), org, (view, base), "to_date")
    assert at_sight == looked_into
