"""Whole arrays say cell by cell what single cells say."""

import math
from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from scorecard.board import Board
from scorecard.evaluation import View
from scorecard.evaluation.courses import Courses, courses
from scorecard.evaluation.line import Cell
from scorecard.evaluation.valuation import Valuation
from scorecard.figures.trend import spark, sparks
from scorecard.formula.writing import write
from scorecard.model.records import KpiVersion, Measure, Org, Record
from scorecard.period import Period
from scorecard.scoring_arrays import CODES
from scorecard.vocabulary import Direction, Frequency, Method, Missing, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure, target
from tests.formula.trees import NAMES, TREES

MONTHS = range(Period.parse("2025-01").number, Period.parse("2026-04").number)
NOW = date(2026, 2, 20)
UNITS = (Org("a", Words("甲", "A"), "co"), Org("b", Words("乙", "B"), "co"))
UPON = ("K", "L", "M")

TYPED = st.integers(-(10**6), 10**6).map(lambda n: n / 100)
NEAR = st.sampled_from([0.0, 0.1, 0.2, 0.3, 1.0, 2.0, 100.0, 1e15, -0.5])
SHAPES = st.sampled_from(
    [
        "A",
        "A / B × 100%",
        "（營收 − B）÷ B",
        "[Gross margin] / A",
        "SUM(A, B)",
        "COUNT(A, B)",
        "IF(A > B, A, 0.2)",
        "YTD(A)",
        "(A - LY(A)) / LY(A)",
        "ROLLAVG(A, 3)",
        "ROLLSUM(PREV(A), 2)",
        "A / DAYS()",
        "5",
        "A +",
        "nobody",
        "L",
        "A / M",
    ]
)
TARGETS = st.sampled_from(
    [">=1", "<=2", "<0.2", "0.1..0.4", "=1", "=0", "yes", "5", "improve:previous", "budget:B"]
)
STARTS = st.sampled_from(["2000-01", "2025-06", "2025-11-15", "2026-02"])
FREQUENCIES = st.sampled_from([Frequency.MONTH] * 18 + [Frequency.QUARTER, Frequency.DAY])
METHODS = st.sampled_from([Method.SUM] * 30 + list(Method))


@st.composite
def versions(draw: st.DrawFn, name: str) -> list[KpiVersion]:
    made = []
    starts = sorted({draw(STARTS) for _ in range(draw(st.integers(1, 2)))})
    for number, start in enumerate(starts):
        formula = draw(SHAPES | TREES.map(write))
        made.append(
            kpi(
                formula,
                draw(st.sampled_from(list(Direction))),
                name=name,
                version=f"v{number}",
                effective=start,
                frequency=draw(FREQUENCIES) if name == "M" else Frequency.MONTH,
                amber=draw(st.sampled_from(["", "", "0.9", "1"])),
                high_bound=draw(st.sampled_from([None, None, 1.0])),
                window=draw(st.sampled_from([""] * 9 + ["trailing_12m"])),
            )
        )
    return made


@st.composite
def measures(draw: st.DrawFn) -> list[Measure]:
    return [
        measure(name, frequency=draw(FREQUENCIES), time=draw(METHODS), org=draw(METHODS))
        for name in NAMES
    ]


@st.composite
def series(draw: st.DrawFn) -> Mapping[str, Mapping[str, float | None]]:
    """Entries of each measure at the company, at its units, or nowhere."""
    found = {}
    keepers = st.sampled_from([("co",), ("a", "b"), ("a",), ()])
    alike = draw(st.none() | keepers)
    for name in NAMES:
        for unit in draw(keepers) if alike is None else alike:
            gaps = st.sampled_from([False, False, False, True])
            found[f"{name}@{unit}"] = {
                Period(Frequency.MONTH, number).code: draw(st.none() | TYPED | NEAR)
                for number in range(MONTHS.start - 13, MONTHS.stop)
                if not draw(gaps)
            }
    return found


@st.composite
def boards(draw: st.DrawFn) -> Board:
    records: list[Record] = [*UNITS, *draw(measures())]
    for name in UPON:
        records += draw(versions(name))
        for start in draw(st.sets(STARTS, max_size=2)):
            records.append(target(draw(TARGETS), name=name, start=start))
    return board(records, draw(series()))


def one_by_one(valuation: Valuation, places: list[tuple[str, str]], kind: Frequency) -> Courses:
    cells = [
        [valuation.cell(name, org, View(Period(kind, number))) for number in MONTHS]
        for name, org in places
    ]

    def each(number: Callable[[Cell], float]) -> NDArray[np.float64]:
        return np.array([[number(cell) for cell in row] for row in cells])

    return Courses(
        each(lambda c: math.nan if isinstance(c.value, Missing) else c.value),
        each(lambda c: CODES.index(c.status)).astype(np.uint8),
        each(lambda c: math.nan if c.score is None else c.score),
        each(target_of),
    )


def target_of(cell: Cell) -> float:
    criterion = cell.criterion
    if criterion is not None and criterion.direction is Direction.ZERO:
        return 0.0
    return math.nan if criterion is None or criterion.target is None else criterion.target


def assert_same(found: Courses, expected: Courses) -> None:
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@settings(max_examples=60, deadline=None)
@given(boards())
def test_a_course_says_in_each_period_what_a_single_cell_says(there: Board) -> None:
    places = [(name, org) for name in UPON for org in ("co", "a")]

    found = courses(Valuation(there, NOW), places, Frequency.MONTH, MONTHS)

    assert_same(found, one_by_one(Valuation(there, NOW), places, Frequency.MONTH))


def by_month(*numbers: float | None) -> dict[str, float | None]:
    """Entries from 2025-01 on."""
    codes = (Period(Frequency.MONTH, number).code for number in MONTHS)
    return dict(zip(codes, numbers, strict=False))


def course_of(there: Board, kpi_id: str = "K", today: date = LATER) -> Courses:
    return courses(Valuation(there, today), [(kpi_id, "co")], Frequency.MONTH, MONTHS)


def values_of(there: Board, count: int, kpi_id: str = "K", today: date = LATER) -> list[float]:
    return [float(value) for value in course_of(there, kpi_id, today).values[0][:count]]


def test_a_unit_with_a_gap_in_one_measure_is_left_out_of_all() -> None:
    there = board(
        [*UNITS, measure("A"), measure("B"), kpi("A / B")],
        {
            "A@a": by_month(90, 90),
            "B@a": by_month(100, 100),
            "A@b": by_month(990, 990),
            "B@b": by_month(1000, None),
        },
    )

    assert values_of(there, 2) == [0.981818181818, 0.9]


def test_units_add_up_without_digits_that_nobody_typed() -> None:
    there = board(
        [*UNITS, measure("A"), kpi("A")],
        {"A@a": by_month(1000000.1, 0.1, 0.1), "A@b": by_month(-1000000, 0.2)},
    )

    assert values_of(there, 3) == [0.1, 0.3, 0.1]


def test_a_measure_that_counts_is_counted() -> None:
    there = board([measure("A", time=Method.COUNT), kpi("A")], {"A": by_month(7, None)})

    assert values_of(there, 2) == [1.0, 0.0]


def test_a_definition_counts_from_its_first_period_on_where_other_kpis_name_it() -> None:
    inner = [
        kpi("A", name="L"),
        kpi("A * 2", name="L", version="v2", effective="2025-02"),
    ]
    there = board([measure("A"), *inner, kpi("L + 1")], {"A": by_month(5, 5)})

    assert values_of(there, 2, "L") == [5, 10]
    assert values_of(there, 2) == [6, 11]


def test_a_target_counts_from_its_first_period_on() -> None:
    there = board(
        [
            measure("A"),
            kpi("A"),
            target(">=10", start="2025-01"),
            target(">=12", start="2025-02-15"),
        ],
        {"A": by_month(11, 11, 11)},
    )

    assert course_of(there).targets[0][:3].tolist() == [10, 10, 12]


def test_what_is_not_due_is_missing_even_where_a_formula_needs_no_value() -> None:
    there = board([measure("A"), kpi("COUNT(A)")], {"A": by_month(7)})

    found = values_of(there, 3, today=date(2025, 3, 11))

    assert found[:2] == [1, 0]
    assert math.isnan(found[2])


def test_a_kpi_that_there_is_not_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        course_of(board([], {}))


def test_no_places_make_empty_courses() -> None:
    found = courses(Valuation(board([], {}), LATER), [], Frequency.MONTH, MONTHS)

    assert found.values.shape == (0, len(MONTHS))


def test_the_sparks_of_many_lines_are_those_of_each() -> None:
    quarterly = kpi("B", name="L", frequency=Frequency.QUARTER)
    there = board(
        [
            *(measure("A"), measure("B")),
            *(kpi("A / B"), quarterly, target(">=0.5")),
            *(line("n1"), line("n2", name="L"), line("n3", name="gone")),
        ],
        {"A": by_month(1, 2, None, 4), "B": by_month(2, 4, 8, 0)},
    )
    now = looking_at(there, "2025-05")

    found = sparks(now, ["n1", "n2", "n3"])

    assert found == {"n1": spark(now, "K", "co"), "n2": spark(now, "L", "co")}
