"""R-TARGET: versions, bases and views, the year so far, spreads."""

from pathlib import Path

import pytest

from tests.cli.documents import document, made, measure, months, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, line, one, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("≥ 98%", {"kind": "higher", "value": 0.98, "strict": False}),
        ("80-90%", {"kind": "range", "low": 0.8, "high": 0.9}),
        ("100%", {"kind": "exact", "value": 1}),
        ("0 件", {"kind": "zero", "value": 0, "unit": "件"}),
        ("＞０", {"kind": "higher", "value": 0, "strict": True}),
        ("< 2%", {"kind": "lower", "value": 0.02, "strict": True}),
        ("≥ $2M/人/年", {"kind": "higher", "value": 2_000_000, "per_head": True, "basis": "year"}),
        ("≥ 3:1", {"kind": "higher", "value": 3}),
        ("4.2/5", {"ask": ["higher", "lower"], "value": 4.2, "scale": 5}),
        ("≤ 3 件/週", {"kind": "lower", "value": 3, "unit": "件", "basis": "week"}),
        ("≥ 1.5億/半年", {"kind": "higher", "value": 150_000_000, "basis": "half"}),
        ("持續改善", {"kind": "improve", "value": None}),
        ("improve:previous", {"kind": "improve", "base": "previous"}),
        ("budget:plan", {"kind": "budget", "measure": "plan"}),
        ("符合預算", {"kind": "budget", "value": None}),
        ("是", {"kind": "yes", "value": 1}),
        ("98%", {"ask": ["higher", "lower"], "value": 0.98}),
        ("≥ −5%", {"kind": "higher", "value": -0.05}),
    ],
)
def test_a_target_is_read_as_people_write_it(run: Run, text: str, said: Json) -> None:
    """R-TARGET-1, R-TARGET-2."""
    answer = run("read", "--as", "target", "--json", "--", text).json

    assert {name: answer[name] for name in said} == said


@pytest.mark.parametrize(
    ("period", "asked", "status"), [("2026-04", 10, "green"), ("2026-05", 12, "amber")]
)
def test_a_target_counts_from_the_first_period_that_begins_with_it(
    tmp_path: Path, run: Run, period: str, asked: float, status: str
) -> None:
    """R-TARGET-3: 10 from January, 12 from the middle of April; 11 of 12 is amber (10.8)."""
    parts = one(values=[11] * 6) | {
        "targets": [
            target("K", ">=10", **{"from": "2026-01-01"}),
            target("K", ">=12", **{"from": "2026-04-15"}),
        ]
    }

    assert told(line(run, tmp_path, parts, period), "target", "status") == (asked, status)


@pytest.mark.parametrize(
    ("period", "asked"), [("2026-01", 10), ("2026-Q1", 30), ("2026-H1", 60), ("2026", 120)]
)
def test_a_monthly_target_of_a_sum_grows_with_the_view(
    tmp_path: Path, run: Run, period: str, asked: float
) -> None:
    """R-TARGET-4."""
    assert line(run, tmp_path, one(">=10", [10] * 12), period)["target"] == asked


@pytest.mark.parametrize("method", ["average", "last", "max", "min"])
@pytest.mark.parametrize("period", ["2026-Q1", "2026"])
def test_the_target_of_what_does_not_add_up_is_the_same_in_every_view(
    tmp_path: Path, run: Run, method: str, period: str
) -> None:
    """R-TARGET-4."""
    parts = one(">=10", [10] * 12, measures=[measure("m", over_time=method)])

    assert line(run, tmp_path, parts, period)["target"] == 10


def test_a_yield_has_its_target_in_every_view(tmp_path: Path, run: Run) -> None:
    """R-TARGET-4, R-VALUE-3."""
    parts = one(
        ">=0.98",
        formula="good / all",
        measures=[measure("good"), measure("all")],
        more=[*months("good", [98, 97, 99]), *months("all", [100] * 3)],
        unit="%",
    )

    assert told(line(run, tmp_path, parts, "2026-Q1"), "value", "target") == (0.98, 0.98)


@pytest.mark.parametrize(("period", "asked"), [("2025-01", 15), ("2025-02", 12), ("2025-Q1", 39)])
def test_a_weekly_target_is_added_over_the_weeks_of_the_month(
    tmp_path: Path, run: Run, period: str, asked: float
) -> None:
    """R-TARGET-4, R-TIME-3: January 2025 has five Thursdays, February and March four each."""
    parts = one(
        "<=3",
        aimed={"basis": "week"},
        direction="lower",
        more=entries("m", {"2025-01": 3, "2025-02": 3, "2025-03": 3}),
    )

    assert line(run, tmp_path, parts, period)["target"] == asked


def test_a_daily_target_is_added_over_the_days(tmp_path: Path, run: Run) -> None:
    """R-TARGET-4: 29 days of February 2024."""
    parts = one(
        "<=2", aimed={"basis": "day"}, direction="lower", more=entries("m", {"2024-02": 50})
    )

    assert told(line(run, tmp_path, parts, "2024-02"), "target", "status") == (58, "green")


@pytest.mark.parametrize(
    ("period", "upto", "asked"),
    [("2026-04", True, 40), ("2026-04", False, 10), ("2026-Q2", False, 30)],
)
def test_a_yearly_target_is_compared_with_the_part_that_has_gone(
    tmp_path: Path, run: Run, period: str, upto: bool, asked: float
) -> None:
    """R-TARGET-5: four twelfths of 120."""
    parts = one(">=120", [10] * 12, aimed={"basis": "year"})

    said = line(run, tmp_path, parts, period, *(["--upto"] if upto else []))

    assert said["target"] == asked


@pytest.mark.parametrize(
    ("month", "part"),
    [
        (1, 8),
        (2, 9),
        (3, 8),
        (4, 8),
        (5, 9),
        (6, 8),
        (7, 8),
        (8, 9),
        (9, 8),
        (10, 8),
        (11, 9),
        (12, 8),
    ],
)
def test_an_even_spread_falls_in_whole_parts(
    tmp_path: Path, run: Run, month: int, part: float
) -> None:
    """R-TARGET-6: 100 a year."""
    parts = one(">=100", [9] * 12, aimed={"basis": "year", "spread": "even"}, decimals=0)

    assert line(run, tmp_path, parts, f"2026-{month:02d}")["target"] == part


@pytest.mark.parametrize(("quarter", "part"), [(1, 100), (2, 200), (3, 300), (4, 400)])
def test_a_seasonal_spread_follows_last_year(
    tmp_path: Path, run: Run, quarter: int, part: float
) -> None:
    """R-TARGET-7: 1,000 over quarters that were 10, 20, 30, 40."""
    last = {f"2025-Q{at}": at * 10.0 for at in range(1, 5)}
    parts = one(
        ">=1000",
        measures=[measure("m", frequency="quarter")],
        aimed={"basis": "year", "spread": "season"},
        frequency="quarter",
        decimals=0,
        more=entries("m", last | {f"2026-Q{quarter}": 50}),
    )

    assert line(run, tmp_path, parts, f"2026-Q{quarter}")["target"] == part


def test_a_season_with_a_gap_is_spread_evenly_and_says_so(tmp_path: Path, run: Run) -> None:
    """R-TARGET-7: last year lacks its third quarter; 1,000 in four is 250."""
    last = {"2025-Q1": 10.0, "2025-Q2": 20.0, "2025-Q4": 40.0}
    parts = one(
        ">=1000",
        measures=[measure("m", frequency="quarter")],
        aimed={"basis": "year", "spread": "season"},
        frequency="quarter",
        decimals=0,
        more=entries("m", last | {"2026-Q1": 50}),
    )

    assert line(run, tmp_path, parts, "2026-Q1")["target"] == 250


def test_typed_parts_stay_as_typed(tmp_path: Path, run: Run) -> None:
    """R-TARGET-7: 30 + 30 + 30 + 30 is 120, the year asks for 100; nothing is changed."""
    parts = one(
        ">=100",
        measures=[measure("m", frequency="quarter")],
        aimed={"basis": "year", "spread": [30, 30, 30, 30]},
        frequency="quarter",
        more=entries("m", {f"2026-Q{at}": 30 for at in range(1, 5)}),
    )

    assert line(run, tmp_path, parts, "2026")["target"] == 120


def explained(run: Run, path: Path, *options: object) -> Json:
    """What `explain` says of K in June."""
    asked = ("--period", "2026-06", "--today", "2030-01-01", "--json")
    answer: Json = run("explain", path, "--kpi", "K", *asked, *options).json
    return answer


@pytest.mark.parametrize(
    ("aim", "verdict"), [(">=87", "always_met"), (">=93", "by_chance"), (">=97", "needs_change")]
)
def test_the_values_so_far_say_whether_a_target_can_be_met(
    tmp_path: Path, run: Run, aim: str, verdict: str
) -> None:
    """R-TARGET-8: 90, 92, 91, 93, 92, 94: keep 92, stretch 92.75, limits 87.744 and 96.256."""
    parts = one(aim, [90, 92, 91, 93, 92, 94], measures=[measure("m", over_time="average")])

    said = explained(run, made(run, tmp_path, parts))["advice"]

    assert said == {"keep": 92, "stretch": 92.75, "limit": 96.256, "verdict": verdict}


def test_five_values_suggest_nothing(tmp_path: Path, run: Run) -> None:
    """R-TARGET-8."""
    parts = one(">=93", [None, 92, 91, 93, 92, 94], measures=[measure("m", over_time="average")])

    assert explained(run, made(run, tmp_path, parts))["advice"] is None


def test_a_kpi_is_held_against_the_five_letters(tmp_path: Path, run: Run) -> None:
    """R-TARGET-9: no parent, no definition, no owner, a target beyond the process."""
    parts = one(">=97", [90, 92, 91, 93, 92, 94], measures=[measure("m", over_time="average")])

    said = explained(run, made(run, tmp_path, parts))["smart"]

    assert {each["letter"]: each["verdict"] for each in said} == {
        "S": "fail", "M": "fail", "A": "fail", "R": "fail", "T": "pass",
    }  # fmt: skip
    assert {each["letter"]: each["sentence"]["zh_TW"] for each in said}["R"] == "未連結目標。"


def test_a_kpi_with_all_that_it_needs_passes(tmp_path: Path, run: Run) -> None:
    """R-TARGET-9."""
    parts = one(
        ">=93", [90, 92, 91, 93, 92, 94], measures=[measure("m", over_time="average")],
        definition="良率", unit="分", owner="品保部",
    ) | {"tree": [
        {"id": "g", "parent": None, "kind": "goal", "name": "目標"},
        {"id": "n", "parent": "g", "kind": "kpi", "kpi": "K", "org": "co"},
    ]}  # fmt: skip

    said = explained(run, document(tmp_path, run, parts))["smart"]

    assert {each["verdict"] for each in said} == {"pass"}
    assert (
        "S ✓" in run("explain", tmp_path / "d.scorecard", "--kpi", "K", "--period", "2026-06").out
    )
