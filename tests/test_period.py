"""Periods, the fiscal calendar, and what is due: every worked case, and by hand."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.period import Calendar, Period, Span
from scorecard.period_due import due, latest_due, next_turn, stale
from scorecard.vocabulary import Frequency

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "time.json"
CASES = [
    c for c in json.loads(EXAMPLES.read_text("utf-8")) if not c["given"]["op"].startswith("parse_")
]
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
GRACE = 10


def dated(period: Period, calendar: Calendar, name: str) -> dict[str, object]:
    span = calendar.span(period)
    return {
        name: period.code,
        "start": span.first.isoformat(),
        "end": span.last.isoformat(),
        "days": span.days,
    }


def weeks_in(asked: dict[str, Any], calendar: Calendar) -> dict[str, object]:
    weeks = calendar.within(calendar.span(Period.parse(asked["period"])), Frequency.WEEK)
    first, last = (Period(Frequency.WEEK, weeks[place]).code for place in (0, -1))
    return {"count": len(weeks), "first": first, "last": last}


def parents(asked: dict[str, Any], calendar: Calendar) -> dict[str, object]:
    week = Period.parse(asked["week"])
    kinds = (Frequency.MONTH, Frequency.QUARTER, Frequency.HALF, Frequency.YEAR)
    return {kind.value: calendar.belongs(week, kind).code for kind in kinds}


def last_year(asked: dict[str, Any], _: Calendar) -> dict[str, object]:
    base = Period.parse(asked["period"]).year_before
    return {"period": base.code} if base else {"period": None, "reason": "no_such_period"}


def staleness(asked: dict[str, Any], calendar: Calendar) -> dict[str, object]:
    today = date.fromisoformat(asked["as_of"])
    latest = latest_due(Frequency(asked["kind"]), today, GRACE, calendar)
    return {"latest_due": latest.code, "stale": stale(Period.parse(asked["newest"]), latest)}


def dueness(asked: dict[str, Any], calendar: Calendar) -> dict[str, object]:
    today = date.fromisoformat(asked["as_of"])
    is_due = due(Period.parse(asked["period"]), GRACE, today, calendar)
    return {"state": "due" if is_due else "not_due"}


ANSWERS: dict[str, Callable[[dict[str, Any], Calendar], dict[str, object]]] = {
    "period_range": lambda a, c: dated(Period.parse(a["period"]), c, "period"),
    "week_of": lambda a, c: dated(
        c.containing(date.fromisoformat(a["date"]), Frequency.WEEK), c, "week"
    ),
    "period_of": lambda a, c: dated(
        c.containing(date.fromisoformat(a["date"]), Frequency(a["kind"])), c, "period"
    ),
    "week_belongs": parents,
    "weeks_in": weeks_in,
    "same_period_last_year": last_year,
    "previous": lambda a, _: {"period": Period.parse(a["period"]).shifted(-1).code},
    "due": dueness,
    "stale": staleness,
}


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_time_runs_as_in_the_worked_case(case: dict[str, Any]) -> None:
    asked = case["given"]

    found = ANSWERS[asked["op"]](asked, Calendar(asked.get("fy_start", 1)))

    assert {key: found[key] for key in case["expect"]} == case["expect"]


@pytest.mark.parametrize("code", ["2025-13", "2025-00", "2025-W53", "2025-02-29", "0000", "25", ""])
def test_a_period_that_does_not_exist_has_no_code(code: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Period.parse(code)


@pytest.mark.parametrize(
    ("kind", "until", "expected"),
    [
        pytest.param(Frequency.MONTH, date(2025, 3, 31), "2025-03", id="an old month"),
        pytest.param(Frequency.MONTH, date(2025, 3, 30), "2025-02", id="a month that runs on"),
        pytest.param(Frequency.MONTH, date(2025, 12, 31), "2025-05", id="a view to come"),
        pytest.param(Frequency.YEAR, date(2025, 3, 31), "2024", id="a year that runs on"),
        pytest.param(Frequency.WEEK, date(2025, 4, 30), "2025-W17", id="Thursday 1 May is May"),
        pytest.param(Frequency.WEEK, date(2025, 5, 1), "2025-W18", id="a week by its Thursday"),
    ],
)
def test_a_view_of_an_old_period_knows_nothing_later(
    kind: Frequency, until: date, expected: str
) -> None:
    assert latest_due(kind, date(2025, 6, 11), GRACE, Calendar(), until).code == expected


def test_a_kpi_with_the_latest_due_value_is_fresh() -> None:
    latest = latest_due(Frequency.MONTH, date(2025, 6, 10), GRACE, Calendar())

    assert not stale(Period.parse("2025-04"), latest)


def test_a_project_is_due_on_the_day_after_its_plan() -> None:
    planned = Period.parse("2025-09-30")

    assert not due(planned, 0, date(2025, 9, 30), Calendar())
    assert due(planned, 0, date(2025, 10, 1), Calendar())


@given(
    DAYS, st.sampled_from([Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR]), st.integers(1, 12)
)
def test_a_week_belongs_to_exactly_one_period(day: date, kind: Frequency, start: int) -> None:
    calendar = Calendar(start)
    week = calendar.containing(day, Frequency.WEEK)
    home = calendar.belongs(week, kind)

    holders = [
        home.shifted(step)
        for step in (-1, 0, 1)
        if week.number in calendar.within(calendar.span(home.shifted(step)), Frequency.WEEK)
    ]

    assert holders == [home]


@given(DAYS, st.sampled_from(list(Frequency)[:6]), st.integers(1, 12))
def test_every_day_is_in_the_period_that_holds_it(day: date, kind: Frequency, start: int) -> None:
    calendar = Calendar(start)
    period = calendar.containing(day, kind)
    span = calendar.span(period)

    assert span.first <= day <= span.last
    assert Period.parse(period.code) == period


@given(DAYS, st.sampled_from(list(Frequency)[:6]), st.integers(0, 60))
def test_the_latest_due_period_is_due_and_the_next_is_not(
    today: date, kind: Frequency, grace: int
) -> None:
    calendar = Calendar()
    latest = latest_due(kind, today, grace, calendar)

    assert due(latest, grace, today, calendar)
    assert not due(latest.shifted(1), grace, today, calendar)


@given(DAYS, st.sampled_from(list(Frequency)[:6]))
def test_periods_follow_each_other_without_a_gap(day: date, kind: Frequency) -> None:
    calendar = Calendar(4)
    period = calendar.containing(day, kind)

    after = calendar.span(period.shifted(1)).first

    assert after - calendar.span(period).last == timedelta(days=1)


@pytest.mark.parametrize(
    ("kinds", "today", "expected"),
    [
        pytest.param({"month": 10}, "2026-11-10", "2026-11-11", id="October becomes due"),
        pytest.param({"month": 10}, "2026-11-11", "2026-12-01", id="another month begins"),
        pytest.param({"month": 10, "week": 2}, "2026-11-12", "2026-11-16", id="another week"),
        pytest.param({"month": 10, "week": 2}, "2026-11-16", "2026-11-18", id="the week is due"),
        pytest.param({"month": 10, "project": 10}, "2026-11-12", "2026-11-13", id="a project"),
        pytest.param({"week": 2, "month": 10}, "2026-11-12", "2026-11-16", id="the first named"),
        pytest.param({"quarter": 45}, "2026-11-12", "2026-11-15", id="the third quarter is due"),
    ],
)
def test_what_is_true_today_is_true_until_the_next_turn(
    kinds: dict[str, int], today: str, expected: str
) -> None:
    graces = {Frequency(kind): grace for kind, grace in kinds.items()}

    assert next_turn(graces, date.fromisoformat(today), Calendar()) == date.fromisoformat(expected)


@given(
    st.sampled_from([kind for kind in Frequency if kind is not Frequency.PROJECT]),
    st.integers(0, 60),
    st.dates(date(2019, 1, 1), date(2031, 12, 31)),
    st.integers(1, 12),
)
def test_before_the_next_turn_no_period_begins_and_none_becomes_due(
    kind: Frequency, grace: int, today: date, fiscal_start: int
) -> None:
    calendar = Calendar(fiscal_start)
    last = next_turn({kind: grace}, today, calendar) - timedelta(days=1)

    assert calendar.containing(last, kind) == calendar.containing(today, kind)
    assert latest_due(kind, last, grace, calendar) == latest_due(kind, today, grace, calendar)


def test_where_no_period_counts_the_next_day_is_the_next_turn() -> None:
    assert next_turn({}, date(2026, 11, 12), Calendar()) == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("code", "fiscal_start", "first", "last"),
    [
        ("2025-03", 1, "2025-01-01", "2025-03-31"),
        ("2025-03", 7, "2024-07-01", "2025-03-31"),
        ("2025-Q1", 4, "2025-04-01", "2025-06-30"),
        ("2025-W01", 1, "2025-01-01", "2025-01-05"),
        ("2025-06-15", 6, "2025-06-01", "2025-06-15"),
    ],
)
def test_a_year_to_date_runs_from_the_fiscal_year_to_the_end_of_the_period(
    code: str, fiscal_start: int, first: str, last: str
) -> None:
    span = Calendar(fiscal_start).year_to_date(Period.parse(code))

    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("outer", "kind", "codes"),
    [
        ("2025-Q1", Frequency.MONTH, ["2025-01", "2025-02", "2025-03"]),
        ("2025-02", Frequency.QUARTER, []),
        ("2025-Q2", Frequency.HALF, []),
        ("2025", Frequency.HALF, ["2025-H1", "2025-H2"]),
        ("2025-H2", Frequency.QUARTER, ["2025-Q3", "2025-Q4"]),
        ("2025-W18", Frequency.MONTH, []),
        ("2025-W18", Frequency.WEEK, ["2025-W18"]),
        ("2025-05", Frequency.WEEK, ["2025-W18", "2025-W19", "2025-W20", "2025-W21", "2025-W22"]),
        ("2025-07", Frequency.WEEK, ["2025-W27", "2025-W28", "2025-W29", "2025-W30", "2025-W31"]),
    ],
)
def test_only_periods_that_lie_in_another_are_within_it(
    outer: str, kind: Frequency, codes: list[str]
) -> None:
    calendar = Calendar()
    inside = calendar.within(calendar.span(Period.parse(outer)), kind)

    assert [Period(kind, number).code for number in inside] == codes


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        (date(2025, 2, 1), date(2025, 6, 30), ["2025-Q2"]),
        (date(2025, 1, 1), date(2025, 5, 31), ["2025-Q1"]),
        (date(2025, 1, 1), date(2025, 6, 30), ["2025-Q1", "2025-Q2"]),
    ],
)
def test_a_period_that_is_cut_off_is_not_within(first: date, last: date, codes: list[str]) -> None:
    inside = Calendar().within(Span(first, last), Frequency.QUARTER)

    assert [Period(Frequency.QUARTER, number).code for number in inside] == codes


def test_a_week_whose_thursday_ends_a_month_counts_there() -> None:
    # 28 July to 3 August 2025: its Thursday is the last of July, its Friday the first of August.
    assert Calendar().belongs(Period.parse("2025-W31"), Frequency.MONTH).code == "2025-07"


def test_the_first_year_of_all_has_periods() -> None:
    assert Period.parse("0001-01").code == "0001-01"
