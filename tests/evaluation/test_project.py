"""A project has a planned and an actual date, and nothing before or after it (R-TIME-11)."""

from collections.abc import Mapping
from datetime import date

import pytest

from scorecard.board import Board
from scorecard.evaluation.line import Line
from scorecard.figures.prospect import prospect
from scorecard.figures.trend import history, sparks
from scorecard.figures.variation import variation
from scorecard.figures.why import why
from scorecard.model.records import Node, Org, Record
from scorecard.text import tell
from scorecard.vocabulary import Direction, Frequency, Method, NodeKind, Status, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure, target

PLANNED = "2025-09-30"


def launch(entries: Mapping[str, float | None], planned: str = PLANNED) -> Board:
    """Days from idea to market, at most 10."""
    days = measure("days", frequency=Frequency.PROJECT, time=Method.LAST)
    project = kpi("days", Direction.LOWER, frequency=Frequency.PROJECT, planned=planned)
    return board([days, project, target("<=10"), line("n")], {"days": entries})


def seen(there: Board, code: str, today: date = LATER) -> Line:
    """The line in a view."""
    return looking_at(there, code, today=today).line("n")


@pytest.mark.parametrize(
    ("today", "reason"),
    [(date(2025, 9, 1), "not_due"), (date(2025, 9, 30), "not_due"), (date(2025, 10, 1), "overdue")],
    ids=["before", "on the planned day", "on the day after"],
)
def test_it_is_not_due_to_its_planned_day_and_overdue_the_day_after(
    today: date, reason: str
) -> None:
    found = seen(launch({}), "2025-09", today)

    assert (found.status, found.reason, found.stale) == (Status.GREY, reason, False)


def test_a_view_that_ends_before_the_planned_day_knows_nothing_of_it() -> None:
    assert seen(launch({}), "2025-08").reason == "not_due"


def test_without_a_planned_day_it_is_never_due() -> None:
    assert seen(launch({}, planned=""), "2026").reason == "not_due"


@pytest.mark.parametrize("code", ["2025-09", "2025-Q3", "2025", "2025-10", "2026-03"])
def test_its_value_is_whole_and_stays_with_its_day(code: str) -> None:
    found = seen(launch({"2025-09-12": 5.0}), code)

    assert found.cell is not None
    assert (found.cell.value, found.cell.have, found.cell.of) == (5, 1, 1)
    assert (found.cell.period.code, found.cell.partial, found.stale) == ("2025-09-12", False, False)
    assert found.status is Status.GREEN


def test_a_view_before_its_actual_day_does_not_show_it() -> None:
    assert seen(launch({"2025-10-05": 5.0}), "2025-09").reason == "overdue"


def test_it_is_judged_by_the_target_of_its_day() -> None:
    days = measure("days", frequency=Frequency.PROJECT, time=Method.LAST)
    project = kpi("days", Direction.LOWER, frequency=Frequency.PROJECT)
    targets = [target("<=10"), target("<=4", start="2025-10-01")]
    there = board([days, project, *targets, line("n")], {"days": {"2025-09-12": 5.0}})

    assert seen(there, "2025-12").status is Status.GREEN


def test_it_has_nothing_before_it_and_nothing_last_year() -> None:
    changes = seen(launch({"2025-09-12": 5.0, "2024-09-12": 9.0}), "2025-09").changes

    assert changes is not None
    assert changes.previous.change.reason == changes.last_year.change.reason == "project"


def test_it_has_no_trend_no_limits_and_no_forecast() -> None:
    entries: dict[str, float | None] = {f"2025-09-{day:02d}": float(day) for day in range(1, 13)}
    there = looking_at(launch(entries), "2025-09")

    assert len(history(there, "K", "co", 13)) == 1
    assert sparks(there, ["n"]) == {}
    assert variation(there, "K", "co").cells == ()
    assert prospect(there, "K", "co") is None


def test_an_overdue_project_lowers_the_coverage_of_its_parent() -> None:
    days = measure("days", frequency=Frequency.PROJECT, time=Method.LAST)
    project = kpi("days", Direction.LOWER, frequency=Frequency.PROJECT, planned=PLANNED)
    records: list[Record] = [
        Node("g", None, NodeKind.GOAL, Words("G")),
        *(days, measure("m"), project, kpi("m", name="L"), target("<=10")),
        *(target(">=1", name="L"), line("n", parent="g"), line("l", parent="g", name="L")),
    ]
    there = board(records, {"m": {"2025-09": 5.0}})

    assert looking_at(there, "2025-09").line("g").coverage == 0.5
    assert looking_at(there, "2025-09", today=date(2025, 9, 30)).line("g").coverage == 1


def test_a_unit_without_an_actual_day_does_not_make_it_partial() -> None:
    days = measure("days", frequency=Frequency.PROJECT, time=Method.LAST)
    project = kpi("days", Direction.LOWER, frequency=Frequency.PROJECT, planned=PLANNED)
    units = [Org("a", Words("A"), "co"), Org("b", Words("B"), "co")]
    entries: dict[str, dict[str, float | None]] = {
        "days@a": {"2025-09-12": 5.0},
        "days@b": {"2025-09-10": 7.0},
    }
    there = board([*units, days, project, target("<=10"), line("n")], entries)

    found = seen(there, "2025-10")

    assert found.cell is not None
    assert (found.cell.value, found.cell.have, found.cell.of, found.cell.partial) == (
        5,
        1,
        1,
        False,
    )


def test_it_says_that_it_is_overdue() -> None:
    there = looking_at(launch({}), "2025-10")

    (said, *_) = why(there, there.line("n"))

    assert tell(said, "en") == (
        "Planned for 2025-09-30, which is over, without an actual date: overdue."
    )
