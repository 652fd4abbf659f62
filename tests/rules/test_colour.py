"""R-COLOUR and R-SCORE: each direction at, above and below its limits."""

import json
from pathlib import Path

import pytest

from tests.cli.documents import kpi, made, measure, months, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, line, one, told

#: Direction, target, further fields, value → status, score, attainment.
Case = tuple[str, str, Json, float, str, float | None, float | None]
CASES: list[Case] = [
    # R-COLOUR-2, R-SCORE-2: T = G = 10M, A = 9M, F = 10M - 5·1M = 5M.
    ("higher", ">=10000000", {}, 10_000_000, "green", 100, 1),
    ("higher", ">=10000000", {}, 9_999_999, "amber", 89.99997, 0.9999999),
    ("higher", ">=10000000", {}, 9_500_000, "amber", 75, 0.95),
    ("higher", ">=10000000", {}, 9_000_000, "amber", 60, 0.9),
    ("higher", ">=10000000", {}, 8_999_999, "red", 59.999985, 0.8999999),
    ("higher", ">=10000000", {}, 7_000_000, "red", 30, 0.7),
    ("higher", ">=10000000", {}, 5_000_000, "red", 0, 0.5),
    ("higher", ">=10000000", {}, 1, "red", 0, 1e-7),
    ("higher", ">=10000000", {}, 11_500_000, "green", 100, 1.15),
    # R-SCORE-1: T 10, G 9.5, A 9.
    (
        "higher",
        ">=10",
        {"thresholds": {"green": ">=9.5", "amber": ">=9"}},
        9.75,
        "green",
        95,
        0.975,
    ),
    (
        "higher",
        ">=10",
        {"thresholds": {"green": ">=9.5", "amber": ">=9"}},
        9.25,
        "amber",
        75,
        0.925,
    ),
    # R-COLOUR-3: green alone: amber is 10 % of T below it.
    ("higher", ">=10", {"thresholds": {"green": ">=9"}}, 8, "amber", 60, 0.8),
    ("higher", ">=10", {"thresholds": {"green": ">=9"}}, 7.99, "red", 59.85, 0.799),
    # R-COLOUR-4, mirrored for less is better.
    ("lower", "<=5", {}, 5, "green", 100, 1),
    ("lower", "<=5", {}, 5.5, "amber", 60, 0.9),
    ("lower", "<=5", {}, 5.51, "red", 59.7, 0.898),
    ("lower", "<=5", {}, 6, "red", 45, 0.8),
    ("lower", "<=5", {}, 8, "red", 0, 0.4),
    ("lower", "<=5", {}, 4, "green", 100, 1.2),
    ("lower", "<=5", {}, 0, "green", 100, 2),
    # R-SCORE-8: the other convention.
    ("lower", "<=5", {"attainment": "target_over_actual"}, 6, "red", 45, 0.833333333333),
    ("lower", "<=5", {"attainment": "target_over_actual"}, 4, "green", 100, 1.25),
    ("lower", "<=5", {"attainment": "target_over_actual"}, 0, "green", 100, None),
    # R-COLOUR-4: shares of a whole, and a plan that may be passed.
    ("higher", ">=0.995", {"unit": "%", "bounds": {"high": 1}}, 0.99, "amber", 60, 0.994974874372),
    (
        "higher",
        ">=0.995",
        {"unit": "%", "bounds": {"high": 1}},
        0.9899,
        "red",
        59.7,
        0.994874371859,
    ),
    ("higher", ">=0.95", {"unit": "%", "bounds": {"high": 1}}, 0.9, "amber", 60, 0.947368421053),
    ("higher", ">=1", {"unit": "%", "bounds": {"high": 1}}, 0.95, "amber", 60, 0.95),
    ("higher", ">=1", {"unit": "%"}, 0.9, "amber", 60, 0.9),
    # R-COLOUR-5, R-SCORE-4: band and exact.
    ("range", "0.95..1.05", {}, 0.95, "green", 100, 1),
    ("range", "0.95..1.05", {}, 1.05, "green", 100, 1),
    ("range", "0.95..1.05", {}, 0.93, "amber", 78, 0.978947368421),
    ("range", "0.95..1.05", {}, 0.9, "amber", 60, 0.947368421053),
    ("range", "0.95..1.05", {}, 0.899, "red", 59.7, 0.946315789474),
    ("range", "0.95..1.05", {}, 1.1, "amber", 60, 0.952380952381),
    ("range", "0.95..1.05", {}, 1.14, "red", 48, 0.914285714286),
    ("range", "0.05..0.08", {}, 0.04, "amber", 70, 0.8),
    ("range", "0.05..0.08", {}, 0.035, "amber", 60, 0.7),
    ("exact", "=1", {}, 1, "green", 100, 1),
    ("exact", "=1", {}, 0.98, "amber", 78, 0.98),
    ("exact", "=1", {}, 0.94, "red", 57, 0.94),
    ("exact", "=1", {}, 1.03, "amber", 72, 0.97),
    # R-COLOUR-6, R-SCORE-4: zero.
    ("zero", "=0", {}, 0, "green", 100, None),
    ("zero", "=0", {}, 1, "red", 0, None),
    ("zero", "=0", {"thresholds": {"amber": "<=2"}}, 2, "amber", 60, None),
    ("zero", "=0", {"thresholds": {"amber": "<=2"}}, 1, "amber", 75, None),
    ("zero", "=0", {"thresholds": {"amber": "<=2"}}, 3, "red", 52.5, None),
    ("zero", "=0", {"baseline": 4}, 1, "red", 45, None),
    ("zero", "=0", {"baseline": 4}, 4, "red", 0, None),
    # R-COLOUR-7, R-SCORE-5: strict.
    ("higher", ">0", {}, 0, "red", 0, None),
    ("higher", ">0", {}, 1, "green", 100, None),
    ("lower", "<0.02", {"unit": "%"}, 0.02, "amber", 89, 1),
    ("lower", "<0.02", {"unit": "%"}, 0.019, "green", 100, 1.05),
    ("higher", ">100", {}, 100, "amber", 89, 1),
    # R-SCORE-3: a baseline worse than amber is the floor; a better one is none.
    ("higher", ">=100", {"baseline": 50}, 70, "red", 30, 0.7),
    ("higher", ">=100", {"baseline": 95}, 70, "red", 30, 0.7),
    ("lower", "<=5", {"baseline": 15.5}, 10.5, "red", 30, -0.1),
    # R-COLOUR-8: yes.
    ("yes", "yes", {}, 1, "green", 100, 1),
    ("yes", "yes", {}, 0, "red", 0, 0),
    # R-SCORE-7: no attainment of a target that is not above 0; amber is 10 % of |T| below it.
    ("higher", ">=-10", {}, -10, "green", 100, None),
    ("higher", ">=-10", {}, -11, "amber", 60, None),
    ("higher", ">=-10", {}, -12, "red", 45, None),
    # R-COLOUR-1: without a target blue.
    ("none", "", {}, 7, "blue", None, None),
    ("higher", "", {}, 7, "blue", None, None),
]


@pytest.mark.parametrize(
    ("direction", "aim", "fields", "value", "status", "score", "attained"), CASES
)
def test_a_value_is_judged(
    tmp_path: Path,
    run: Run,
    *,
    direction: str,
    aim: str,
    fields: Json,
    value: float,
    status: str,
    score: float | None,
    attained: float | None,
) -> None:
    """R-COLOUR-1 to R-COLOUR-7, R-SCORE-1 to R-SCORE-5, R-SCORE-7 to R-SCORE-9."""
    average = [measure("m", over_time="average")]
    parts = one(aim or None, [value], direction=direction, measures=average, **fields)

    said = line(run, tmp_path, parts, "2026-01")

    assert told(said, "status", "score", "attainment") == (status, score, attained)


@pytest.mark.parametrize(
    ("value", "status", "score"),
    [(50.1, "green", 100), (50, "amber", 89), (45, "amber", 60), (44.9, "red", 59.7)],
)
@pytest.mark.parametrize(
    ("aim", "at"), [("improve:last_year", "2025-03"), ("improve:previous", "2026-02")]
)
def test_what_is_to_improve_is_held_against_its_base(
    tmp_path: Path, run: Run, *, value: float, status: str, score: float, aim: str, at: str
) -> None:
    """R-COLOUR-8, R-SCORE-5: base 50, floor 25: 60·(44.9 - 25)/20 is 59.7."""
    parts = one(
        aim,
        direction="improve",
        measures=[measure("m", over_time="average")],
        more=entries("m", {at: 50, "2026-03": value}),
    )

    said = line(run, tmp_path, parts, "2026-03")

    assert told(said, "target", "status", "score") == (50, status, score)


def test_without_a_base_there_is_no_improvement(tmp_path: Path, run: Run) -> None:
    """R-COLOUR-8, R-CHANGE-3."""
    said = line(run, tmp_path, one("improve:last_year", [5], direction="improve"), "2026-01")

    assert told(said, "value", "status", "reason") == (5, "grey", "no_base")


@pytest.mark.parametrize(
    ("value", "status", "score", "attained"),
    [(100_000, "green", 100, 1), (110_000, "amber", 60, 0.9), (110_001, "red", 59.9985, 0.89999)],
)
def test_a_budget_is_an_upper_limit(
    tmp_path: Path, run: Run, *, value: float, status: str, score: float, attained: float
) -> None:
    """R-COLOUR-8, R-SCORE-9: 10 % above the budget is still amber; 60·39999/40000 beyond."""
    parts = one(
        "budget:plan",
        [value],
        direction="budget",
        measures=[measure("m"), measure("plan")],
    )
    parts["entries"] += months("plan", [100_000])

    said = line(run, tmp_path, parts, "2026-01")

    assert told(said, "target", "status", "attainment") == (100_000, status, attained)
    assert said["score"] == score


def test_a_budget_of_three_months_is_that_of_the_months_with_values(
    tmp_path: Path, run: Run
) -> None:
    """R-COLOUR-8, R-VALUE-6: 60 of two months against 30 + 30."""
    parts = one(
        "budget:plan", [30, None, 30], direction="budget", measures=[measure("m"), measure("plan")]
    )
    parts["entries"] += months("plan", [30, 40, 30])

    said = line(run, tmp_path, parts, "2026-Q1")

    assert told(said, "value", "target", "status", "partial") == (60, 60, "green", True)


def test_without_a_budget_there_is_no_colour(tmp_path: Path, run: Run) -> None:
    """R-COLOUR-8."""
    parts = one("budget:plan", [30], direction="budget", measures=[measure("m"), measure("plan")])

    assert told(line(run, tmp_path, parts, "2026-01"), "status", "reason") == ("grey", "no_budget")


def test_limits_in_the_wrong_order_are_refused(tmp_path: Path, run: Run) -> None:
    """R-COLOUR-3: less is better, T 5, green 5, amber 4."""
    path, source = tmp_path / "d.scorecard", tmp_path / "d.json"
    limits = {"green": "<=5", "amber": "<=4"}
    whole = {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": "公司", "parent": None}],
        "measures": [measure("m")],
        "kpis": [kpi("K", "m", direction="lower", thresholds=limits)],
        "targets": [target("K", "<=5")],
    }
    source.write_text(json.dumps(whole), "utf-8")
    run("new", path)

    answer = run("import", path, source, "--json")

    assert answer.code == 2
    assert answer.json["refused"] != []


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(0.9796, "%", "97.96"), (0.98, "%", "98.0"), (0.97, "%", "97.0")],
)
def test_what_is_shown_never_contradicts_the_colour(
    tmp_path: Path, run: Run, value: float, unit: str, shown: str
) -> None:
    """R-COLOUR-9: against ≥ 98 %."""
    parts = one(">=0.98", [value], measures=[measure("m", over_time="average")], unit=unit)
    path = made(run, tmp_path, parts)

    text = run("values", path, "--period", "2026-01", "--today", "2030-01-01", "--lang", "en").out

    assert f"\t{shown}" in text


def test_a_limit_is_said_with_all_its_decimals(tmp_path: Path, run: Run) -> None:
    """R-COLOUR-9: amber ends at 0.95; said as 1.0 it would be the target."""
    average = [measure("m", over_time="average")]
    path = made(run, tmp_path, one("=1", [0.9], direction="exact", measures=average))

    said = run(
        "explain", path, "--kpi", "K", "--period", "2026-01", "--today", "2030-01-01", "--json"
    )

    assert "0.9 沒有達到黃燈門檻 0.95，距綠燈 0.1。" in said.json["sentences"]["zh_TW"]
