"""R-TIME: weeks, fiscal years, what is due and what is stale."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.documents import kpi, made, measure, seen, target
from tests.cli.running import Run
from tests.rules.scenes import entries, line, one, told

WEEKLY = [measure("m", frequency="week")]


def weeks(first: date, count: int, value: float = 1) -> dict[str, float | None]:
    """So many weeks from the one of `first` on, by their code."""
    days = (first + timedelta(weeks=at) for at in range(count))
    return {f"{day.isocalendar()[0]}-W{day.isocalendar()[1]:02d}": value for day in days}


@pytest.mark.parametrize(
    ("period", "count"),
    [("2025-01", 5), ("2025-04", 4), ("2025-05", 5), ("2025-Q1", 13), ("2025-H1", 26),
     ("2025", 52), ("2026", 53), ("2024-12", 4)],
)  # fmt: skip
def test_a_week_counts_in_the_month_of_its_thursday(
    tmp_path: Path, run: Run, period: str, count: int
) -> None:
    """R-TIME-1, R-TIME-2, R-TIME-3: 2026 begins on a Thursday, so that it has 53 weeks; 2024-12
    has those of the 5th, 12th, 19th and 26th."""
    parts = one(measures=WEEKLY, frequency="week", more=entries("m", weeks(date(2024, 1, 4), 190)))

    assert told(line(run, tmp_path, parts, period), "value", "have", "of") == (count, count, count)


@pytest.mark.parametrize(
    ("period", "start", "count"),
    [("2024", 7, 52), ("2021", 7, 53), ("2019", 10, 52), ("2025-Q4", 4, 13), ("2025-H2", 4, 26)],
)
def test_weeks_of_a_fiscal_year_are_those_of_its_thursdays(
    tmp_path: Path, run: Run, period: str, start: int, count: int
) -> None:
    """R-TIME-3, R-TIME-4, R-TIME-5: both 2021-07-01 and 2022-06-30 are Thursdays. From April on,
    2025-Q4 is January to March 2026, with the Thursdays from the 1st to the 26th of March."""
    everything = entries("m", weeks(date(2019, 7, 4), 400))
    parts = one(measures=WEEKLY, frequency="week", more=everything)

    said = line(run, tmp_path, parts, period, fiscal_start=start)

    assert told(said, "value", "of") == (count, count)


@pytest.mark.parametrize(
    ("period", "value"),
    [("2025", 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18), ("2025-Q4", 16 + 17 + 18),
     ("2025-H2", 13 + 14 + 15 + 16 + 17 + 18), ("2024-H2", 1 + 2 + 3 + 4 + 5 + 6)],
)  # fmt: skip
def test_a_fiscal_year_is_called_by_the_year_in_which_it_starts(
    tmp_path: Path, run: Run, period: str, value: float
) -> None:
    """R-TIME-4, R-TIME-5: months 2025-01, -02 … are 1, 2 …; the year starts in July."""
    values = {f"{2025 + at // 12}-{at % 12 + 1:02d}": float(at + 1) for at in range(24)}

    said = line(run, tmp_path, one(more=entries("m", values)), period, fiscal_start=7)

    assert said["value"] == value


@pytest.mark.parametrize(
    ("kind", "period", "before", "year_before"),
    [
        ("month", "2025-01", "2024-12", "2024-01"),
        ("week", "2025-W10", "2025-W09", "2024-W10"),
        ("week", "2027-W01", "2026-W53", "2026-W01"),
        ("week", "2026-W53", "2026-W52", None),
        ("day", "2024-02-29", "2024-02-28", None),
        ("day", "2025-03-01", "2025-02-28", "2024-03-01"),
        ("quarter", "2025-Q1", "2024-Q4", "2024-Q1"),
        ("half", "2025-H1", "2024-H2", "2024-H1"),
        ("year", "2025", "2024", "2024"),
    ],
)
def test_a_value_is_compared_with_the_period_before_and_the_same_one_last_year(
    tmp_path: Path, run: Run, *, kind: str, period: str, before: str, year_before: str | None
) -> None:
    """R-TIME-6: a code that does not exist has no neighbour in its place."""
    values: dict[str, float | None] = {period: 100, before: 70}
    if year_before is not None:
        values[year_before] = 70 if year_before == before else 40
    parts = one(measures=[measure("m", frequency=kind)], frequency=kind, more=entries("m", values))

    change = line(run, tmp_path, parts, period)["change"]

    assert change["previous"]["absolute"] == 30
    if year_before is None:
        assert change["last_year"] is None
    else:
        assert change["last_year"]["absolute"] == (30 if year_before == before else 60)


@pytest.mark.parametrize(
    ("period", "days"), [("2024-02", 29), ("2025-Q1", 90), ("2024", 366), ("2025-W10", 7)]
)
def test_a_formula_knows_the_days_of_its_period(run: Run, period: str, days: int) -> None:
    """R-TIME-7, R-FORMULA-7."""
    assert run("formula", "DAYS()", "--period", period, "--json").json["value"] == days


@pytest.mark.parametrize(
    ("today", "status", "reason", "of"),
    [("2026-06-10", "grey", "not_due", 0), ("2026-06-11", "grey", "no_data", 1)],
)
def test_a_month_is_due_when_the_day_after_its_grace_has_come(
    tmp_path: Path, run: Run, *, today: str, status: str, reason: str, of: int
) -> None:
    """R-TIME-10: May ends on the 31st, ten days of grace end on the 10th."""
    parts = one(">=5", more=entries("m", {"2026-06": None}))

    said = line(run, tmp_path, parts, "2026-05", "--today", today)

    assert told(said, "status", "reason", "of") == (status, reason, of)


@pytest.mark.parametrize(
    ("period", "today", "stale", "value_period", "value"),
    [
        ("2026-05", "2026-06-10", False, "2026-05", None),
        ("2026-05", "2026-06-11", True, "2026-04", 4),
        ("2026-04", "2030-01-01", False, "2026-04", 4),
        ("2026-03", "2030-01-01", False, "2026-03", 3),
        ("2027-01", "2030-01-01", True, "2026-04", 4),
    ],
)
def test_a_value_that_is_too_old_is_kept_and_called_stale(
    tmp_path: Path,
    run: Run,
    *,
    period: str,
    today: str,
    stale: bool,
    value_period: str,
    value: float | None,
) -> None:
    """R-TIME-10, R-TIME-12: the newest value is of April; an old month looks as it looked then."""
    said = line(run, tmp_path, one(">=3", [1, 2, 3, 4]), period, "--today", today)

    assert told(said, "stale", "value_period", "value") == (stale, value_period, value)
    assert said["status"] == ("grey" if value is None else "green")


def test_grace_is_that_of_the_document(tmp_path: Path, run: Run) -> None:
    """R-TIME-10: two days of grace, so April is late on 3 May."""
    parts = one(">=3", [1, 2, 3]) | {"settings": {"grace_days": {"month": 2}}}

    late = line(run, tmp_path, parts, "2026-04", "--today", "2026-05-03")

    assert told(late, "stale", "value_period") == (True, "2026-03")


@pytest.mark.parametrize(
    ("period", "today", "status", "reason"),
    [
        ("2025-09", "2025-09-30", "grey", "not_due"),
        ("2025-09", "2025-10-01", "grey", "overdue"),
        ("2025-10", "2025-10-20", "green", None),
        ("2025-12", "2026-06-01", "green", None),
        ("2025-09", "2026-06-01", "grey", "overdue"),
    ],
)
def test_a_project_is_due_on_its_planned_day_without_grace(
    tmp_path: Path, run: Run, *, period: str, today: str, status: str, reason: str | None
) -> None:
    """R-TIME-11: planned for 30 September, done on 15 October: later data is not used before it."""
    parts = one(
        "yes",
        measures=[measure("m", frequency="project")],
        more=entries("m", {"2025-10-15": 1}),
        frequency="project",
        direction="yes",
        planned="2025-09-30",
    )

    said = line(run, tmp_path, parts, period, "--today", today)

    assert told(said, "status", "reason") == (status, reason)
    assert said["change"] == {"previous": None, "last_year": None}


def test_what_came_later_is_used_nowhere_in_an_older_view(tmp_path: Path, run: Run) -> None:
    """R-TIME-12, R-TARGET-3: March is judged by the target and the weight of March."""
    parts = one(">=10", [12, 12, 12, 1, 1]) | {
        "targets": [target("K", ">=10"), target("K", ">=50", **{"from": "2026-04"})],
    }

    said = line(run, tmp_path, parts, "2026-03")

    assert told(said, "value", "target", "status") == (12, 10, "green")


def test_a_longer_kpi_is_shown_as_far_as_the_month_that_is_looked_at(
    tmp_path: Path, run: Run
) -> None:
    """R-TIME-12, R-TARGET-4, R-VALUE-6: two of the three months of the quarter, two thirds of its
    target."""
    parts = one(">=30", [10, 11, 12], frequency="quarter")

    said = line(run, tmp_path, parts, "2026-02")

    assert told(said, "value", "target", "value_period") == (21, 20, "2026-Q1")


def test_daily_output_and_monthly_heads_go_into_one_formula(tmp_path: Path, run: Run) -> None:
    """R-TIME-3, R-VALUE-7, R-FORMULA-9: 28 days of 10 pieces over the heads of the month."""
    days = {f"2026-02-{day:02d}": 10.0 for day in range(1, 29)}
    parts = one(
        formula="pieces / heads",
        measures=[measure("pieces", frequency="day"), measure("heads", over_time="last")],
        more=[*entries("pieces", days), *entries("heads", {"2026-02": 4})],
    )

    assert told(line(run, tmp_path, parts, "2026-02"), "value", "partial") == (70, False)


def test_all_kinds_of_periods_stand_in_one_document(tmp_path: Path, run: Run) -> None:
    """R-TIME-1, R-TIME-3: W14 runs from 30 March to 5 April, its Thursday is 2 April, so it is no
    part of March."""
    kinds = {"day": "2026-03-31", "week": "2026-W14", "month": "2026-03", "quarter": "2026-Q1"}
    parts = {
        "measures": [measure(f"m{kind}", frequency=kind) for kind in kinds],
        "kpis": [kpi(f"K{kind}", f"m{kind}", frequency=kind) for kind in kinds],
        "entries": [e for kind, code in kinds.items() for e in entries(f"m{kind}", {code: 5})],
    }
    lines = seen(run, made(run, tmp_path, parts), "2026-03")

    assert [lines[f"K{kind}"]["value"] for kind in kinds] == [5, None, 5, 5]


@pytest.mark.parametrize(
    ("label", "shown"), [("start", "2025 (2025-07–2026-06)"), ("end", "2026 (2025-07–2026-06)")]
)
def test_a_fiscal_year_shows_its_range_and_may_be_called_by_its_end(
    tmp_path: Path, run: Run, label: str, shown: str
) -> None:
    """R-TIME-4: only the label changes; the code that is asked for does not."""
    parts = one(None, [1, 2, 3]) | {"settings": {"fiscal_label": label}}
    path = made(run, tmp_path, parts, 7)
    asked = ("--kpi", "K", "--period", "2025", "--today", "2030-01-01", "--lang", "en")

    said = run("explain", path, *asked).out.splitlines()[0]
    answer = run("explain", path, *asked, "--json").json

    assert said.endswith(shown)
    assert (answer["period"], answer["value"]) == ("2025", 6)


@pytest.mark.parametrize(
    ("period", "count"), [("2025-01", 5), ("2025-02", 4), ("2025-Q1", 13), ("2025-W05", None)]
)
def test_what_is_made_of_weeks_says_so(
    tmp_path: Path, run: Run, period: str, count: int | None
) -> None:
    """R-TIME-3."""
    parts = one(measures=WEEKLY, frequency="week", more=entries("m", weeks(date(2024, 12, 5), 30)))
    path = made(run, tmp_path, parts)

    asked = ("--kpi", "K", "--period", period, "--today", "2030-01-01", "--json")
    said = run("explain", path, *asked).json["sentences"]

    told_so = [sentence for sentence in said["zh_TW"] if sentence.startswith("依週四歸屬")]
    assert told_so == ([] if count is None else [f"依週四歸屬：由 {count} 週的數值組成。"])


def test_what_is_made_of_months_says_nothing_of_weeks(tmp_path: Path, run: Run) -> None:
    """R-TIME-3."""
    path = made(run, tmp_path, one(values=[1, 2, 3]))

    said = run("explain", path, "--kpi", "K", "--period", "2026-Q1", "--today", "2030-01-01").out

    assert "Thursday" not in said


def test_a_project_done_on_its_planned_day_is_not_done_before(tmp_path: Path, run: Run) -> None:
    """R-TIME-11, R-TIME-12: planned for and done on 30 September; in August it is not due."""
    parts = one(
        "yes",
        measures=[measure("m", frequency="project")],
        more=entries("m", {"2025-09-30": 1}),
        frequency="project",
        direction="yes",
        planned="2025-09-30",
    )
    path = made(run, tmp_path, parts)

    august, september = (seen(run, path, code)["K"] for code in ("2025-08", "2025-09"))

    assert told(august, "value", "status", "reason") == (None, "grey", "not_due")
    assert told(september, "value", "status") == (1, "green")
