"""R-CHANGE: against the period before and last year."""

from pathlib import Path

import pytest

from tests.cli.documents import measure, months
from tests.cli.running import Run
from tests.rules.scenes import entries, line, one

AVERAGE = [measure("m", over_time="average")]


@pytest.mark.parametrize(
    ("now", "before", "absolute", "relative"),
    [(120, 100, 20, 0.2), (5, -10, 15, None), (5, 0, 5, None), (-5, 10, -15, -1.5),
     (2800, 3100, -300, -0.0967741935484)],
)  # fmt: skip
def test_a_percent_change_needs_a_base_above_nought(
    tmp_path: Path, run: Run, *, now: float, before: float, absolute: float, relative: float | None
) -> None:
    """R-CHANGE-1, R-CHANGE-6."""
    said = line(run, tmp_path, one(values=[before, now], measures=AVERAGE), "2026-02")

    change = said["change"]["previous"]
    assert (change["absolute"], change["relative"]) == (absolute, relative)


def test_percentages_change_by_points(tmp_path: Path, run: Run) -> None:
    """R-CHANGE-2: 96.5 % from 95.0 %, never percent of percent."""
    parts = one(values=[0.95, 0.965], measures=AVERAGE, unit="%")

    change = line(run, tmp_path, parts, "2026-02")["change"]["previous"]

    assert (change["absolute"], change["relative"], change["points"]) == (0.015, None, 1.5)


def test_the_first_month_has_no_change(tmp_path: Path, run: Run) -> None:
    """R-CHANGE-3."""
    change = line(run, tmp_path, one(values=[5]), "2026-01")["change"]

    assert change == {"previous": None, "last_year": None}


def test_sums_are_compared_over_the_months_of_both_years(tmp_path: Path, run: Run) -> None:
    """R-CHANGE-4: 10, 20, – against 8, –, 9: 10 against 8."""
    now, last = {"2026-01": 10, "2026-02": 20}, {"2025-01": 8, "2025-03": 9}

    change = line(run, tmp_path, one(more=entries("m", now | last)), "2026-Q1")["change"]

    assert (change["last_year"]["absolute"], change["last_year"]["relative"]) == (2, 0.25)


@pytest.mark.parametrize(
    ("direction", "aim", "before", "now", "better"),
    [
        ("lower", "<=5", 5, 3, True),
        ("higher", ">=5", 5, 3, False),
        ("range", "10..20", 5, 8, True),
        ("range", "10..20", 25, 28, False),
        ("range", "10..20", 12, 18, None),
        ("exact", "=10", 12, 11, True),
        ("zero", "=0", 2, 1, True),
        ("none", None, 2, 1, None),
        ("higher", None, 2, 1, False),
        ("lower", None, 2, 1, True),
    ],
)
def test_better_is_said_by_the_direction(
    tmp_path: Path, run: Run, *, direction: str, aim: str | None, before: float, now: float,
    better: bool | None,
) -> None:  # fmt: skip
    """R-CHANGE-5."""
    parts = one(aim, [before, now], direction=direction, measures=AVERAGE)

    assert line(run, tmp_path, parts, "2026-02")["change"]["previous"]["better"] is better


def test_a_year_to_date_is_compared_with_the_same_months_last_year(
    tmp_path: Path, run: Run
) -> None:
    """R-TIME-6, R-CHANGE-1."""
    parts = one(more=months("m", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 11, 12, 13], "2025-01"))

    change = line(run, tmp_path, parts, "2026-03", "--upto")["change"]

    assert (change["previous"], change["last_year"]["absolute"]) == (None, 30)
