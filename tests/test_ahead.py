"""A trend with its forecast and the year before."""

from datetime import date

import pytest

from scorecard.evaluation import Evaluation
from scorecard.figures import Coming, Trend
from scorecard.figures.ahead import looking_ahead, looking_back
from scorecard.figures.prospect import prospect
from scorecard.figures.trend import trend
from scorecard.model.records import Record
from scorecard.period import Period
from scorecard.vocabulary import Frequency
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target

PLACE = ("K", "co")


def evaluated(values: list[float | None], *more: Record, code: str = "2026-10") -> Evaluation:
    """A KPI of one measure from January 2025 on."""
    months = {f"{2025 + at // 12}-{at % 12 + 1:02d}": value for at, value in enumerate(values)}
    entered = {month: value for month, value in months.items() if value is not None}
    records = [measure("m"), kpi("m"), target(">=1"), line("n"), *more]
    return looking_at(board(records, {"m": entered}), code, today=date(2026, 11, 15))


def drawn(evaluation: Evaluation, count: int = 13) -> Trend:
    """The trend as the panel draws it."""
    course = trend(evaluation, *PLACE, count)
    coming = prospect(evaluation, *PLACE)
    return looking_back(looking_ahead(course, coming), evaluation, PLACE)


def test_the_forecast_follows_the_newest_value_to_the_end_of_the_year() -> None:
    course = drawn(evaluated([10.0] * 20, code="2026-08"))

    assert course.coming == tuple(
        Coming(Period.parse(f"2026-{month:02d}"), 10, 10, 10) for month in (9, 10, 11, 12)
    )
    assert [period.code for period in course.periods][-5:] == [
        "2026-08", "2026-09", "2026-10", "2026-11", "2026-12",
    ]  # fmt: skip


def test_a_missing_month_at_the_end_is_the_first_step() -> None:
    course = drawn(evaluated([10.0] * 21))

    assert course.points[-1].period.code == "2026-10"
    assert [each.period.code for each in course.coming] == ["2026-10", "2026-11", "2026-12"]
    assert course.place(course.coming[0].period) == len(course.points) - 1
    assert course.expected(len(course.points) - 1) == course.coming[0]


def test_the_year_before_stands_beside_every_period_in_sight() -> None:
    course = drawn(evaluated([float(at) for at in range(22)]), 12)

    # November 2025 to October 2026, and three months to come; 2024 had no values.
    assert course.last_year == (None, None, *map(float, range(13)))


def test_a_year_of_another_definition_is_not_beside_it() -> None:
    later = kpi("m * 2", version="v2", effective="2026-01")

    course = drawn(evaluated([10.0] * 22, later))

    assert course.last_year == ()


def test_a_yearly_value_has_its_year_before_beside_it_already() -> None:
    year = Frequency.YEAR
    records: list[Record] = [measure("m", frequency=year), kpi("m", frequency=year), line("n")]
    values = {str(at): float(at) for at in range(2015, 2026)}
    evaluation = looking_at(board(records, {"m": values}), "2025", today=date(2026, 11, 15))

    assert drawn(evaluation, 10).last_year == ()


@pytest.mark.parametrize(("count", "steps"), [(6, 2), (30, 9)])
def test_a_glance_has_the_newest_points_and_the_next_steps(count: int, steps: int) -> None:
    course = drawn(evaluated([float(at) for at in range(22)]), 12)

    seen = course.at_a_glance(count, steps)

    assert seen.points == course.points[-count:]
    assert seen.coming == course.coming[:steps]
    assert seen.last_year == ()
