"""Yearly targets during the year (R-TARGET-5), from a file to the numbers that are printed."""

from pathlib import Path

import pytest

from tests.cli.documents import kpi, made, measure, months, seen, target
from tests.cli.running import Run
from tests.exchange.documents import Json

PER_HEAD: Json = {
    "measures": [
        measure("r", unit="TWD"),
        measure("h", over_time="last"),
        measure("avg", over_time="average"),
        measure("c"),
    ],
    "entries": [
        *months("r", [1_000_000] * 12),
        *months("h", [5] * 12),
        *months("avg", [5] * 12),
        *months("c", [200_000] * 12),
    ],
}


def per_head(formula: str, value: str = ">=2000000", **fields: object) -> Json:
    """A document with one KPI and its yearly target."""
    targets = [target("K", value, **({"basis": "year"} | fields))]
    return {**PER_HEAD, "kpis": [kpi("K", formula)], "targets": targets}


@pytest.mark.parametrize(
    ("formula", "value"),
    [("r / h", 800_000), ("r / avg", 800_000), ("(r - c) / h", 640_000), ("r / h × 2", 1_600_000)],
)
def test_revenue_per_head_in_april_is_compared_with_four_twelfths(
    run: Run, tmp_path: Path, formula: str, value: float
) -> None:
    """≥ $2M/人/年 in April: 666,666.666667, the worked case of R-TARGET-5."""
    path = made(run, tmp_path, per_head(formula))

    line = seen(run, path, "2026-04", "--upto")["K"]

    assert (line["value"], line["target"]) == (value, 666666.666667)


@pytest.mark.parametrize(
    ("period", "asked", "value"),
    [("2026-04", 166666.666667, 200_000), ("2026-Q2", 500_000, 600_000),
     ("2026-H1", 1_000_000, 1_200_000), ("2026", 2_000_000, 2_400_000)],
)  # fmt: skip
def test_a_yearly_target_per_head_is_shared_out_over_any_view(
    run: Run, tmp_path: Path, period: str, asked: float, value: float
) -> None:
    line = seen(run, made(run, tmp_path, per_head("r / h")), period)["K"]

    assert (line["value"], line["target"]) == (value, asked)


def test_a_yearly_kpi_per_head_is_compared_with_what_of_its_year_has_gone(
    run: Run, tmp_path: Path
) -> None:
    parts = per_head("r / h") | {"kpis": [kpi("K", "r / h", frequency="year")]}
    path = made(run, tmp_path, parts)

    line = seen(run, path, "2026-04", "--today", "2026-05-20")["K"]

    assert (line["value"], line["target"]) == (800_000, 666666.666667)


def test_a_fiscal_year_has_its_own_four_months(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, per_head("r / h"), fiscal_start=7)

    line = seen(run, path, "2026-10", "--upto")["K"]

    assert (line["value"], line["target"]) == (800_000, 666666.666667)


def test_a_month_without_values_takes_its_twelfth_away(run: Run, tmp_path: Path) -> None:
    parts = per_head("r / h")
    parts["entries"] = [e for e in parts["entries"] if e["period"] != "2026-02"]

    line = seen(run, made(run, tmp_path, parts), "2026-04", "--upto")["K"]

    assert (line["value"], line["target"]) == (600_000, 500_000)


@pytest.mark.parametrize(
    "formula", ["c / r", "AVG(h, avg)", "h", "ROLLSUM(r, 3) / h", "r / DAYS()"]
)
def test_what_does_not_grow_with_time_is_compared_unchanged(
    run: Run, tmp_path: Path, formula: str
) -> None:
    path = made(run, tmp_path, per_head(formula, ">=0.2"))

    assert seen(run, path, "2026-04", "--upto")["K"]["target"] == 0.2


def test_a_target_for_the_kpis_own_month_is_the_same_in_every_view(
    run: Run, tmp_path: Path
) -> None:
    path = made(run, tmp_path, per_head("r / h", ">=190000", basis="month"))

    assert seen(run, path, "2026-Q1")["K"]["target"] == 190_000


def _sold(formula: str, frequency: str = "month", basis: str | None = "year") -> Json:
    aim = target("K", ">=120", **({"basis": basis} if basis else {}))
    sold = months("g", [8] * 6)
    kpis = [kpi("K", formula, frequency=frequency)]
    return {"measures": [measure("g")], "kpis": kpis, "targets": [aim], "entries": sold}


@pytest.mark.parametrize("options", [("--upto",), ()], ids=["to date", "the month alone"])
def test_a_year_to_date_by_formula_is_compared_with_the_months_so_far(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    line = seen(run, made(run, tmp_path, _sold("YTD(g)")), "2026-04", *options)["K"]

    assert (line["value"], line["target"]) == (32, 40)


def test_a_year_to_date_of_a_yearly_kpi_is_compared_with_the_months_so_far(
    run: Run, tmp_path: Path
) -> None:
    path = made(run, tmp_path, _sold("YTD(g)", "year", None))

    line = seen(run, path, "2026-04", "--today", "2026-05-20")["K"]

    assert (line["value"], line["target"]) == (32, 40)


def test_a_year_to_date_whose_target_begins_in_march_is_judged_from_march_on(
    run: Run, tmp_path: Path
) -> None:
    parts = _sold("YTD(g)")
    parts["targets"][0]["from"] = "2026-03"

    line = seen(run, made(run, tmp_path, parts), "2026-04")["K"]

    assert (line["value"], line["target"], line["status"]) == (32, 20, "red")
    assert line["judged"] == {"value": 16, "pairs": 2, "of": 4}


def test_a_score_under_a_part_of_a_target_is_right_to_the_twelfth_digit(
    run: Run, tmp_path: Path
) -> None:
    """87 in 30 of 31 days against 90·30/31: 60 + 30·(87·31 − 81·30)/(9·30) = 89.6666666667."""
    days = [
        {"measure": "s", "org": "co", "period": f"2026-03-{day:02d}", "value": day % 7}
        for day in range(1, 31)
    ]
    parts = {
        "measures": [measure("s", frequency="day")],
        "kpis": [kpi("B", "s")],
        "targets": [target("B", ">=90")],
        "entries": days,
    }

    line = seen(run, made(run, tmp_path, parts), "2026-03")["B"]

    assert (line["value"], line["target"], line["score"]) == (87, 87.0967741935, 89.6666666667)


def test_a_target_that_begins_inside_the_view_gives_no_false_green(
    run: Run, tmp_path: Path
) -> None:
    parts = {
        "measures": [measure("s")],
        "kpis": [kpi("A", "s")],
        "targets": [target("A", ">=9", **{"from": "2026-04"})],
        "entries": months("s", [5] * 6),
    }
    path = made(run, tmp_path, parts)

    line = seen(run, path, "2026-H1")["A"]

    assert (line["value"], line["target"], line["status"]) == (30, 27, "red")
    assert line["judged"] == {"value": 15, "pairs": 3, "of": 6}


def test_a_landing_is_judged_over_the_months_of_the_target(run: Run, tmp_path: Path) -> None:
    """Ten a month all year: 120. From April 90 against 9·11 = 99, so 9 months of 12 fall short."""
    parts = {
        "measures": [measure("s")],
        "kpis": [kpi("A", "s")],
        "targets": [target("A", ">=11", **{"from": "2026-04"})],
        "entries": months("s", [10] * 9),
    }
    path = made(run, tmp_path, parts)

    landing = run("trend", path, "--kpi", "A", "--today", "2026-10-15", "--json").json["landing"]

    assert (landing["value"], landing["target"], landing["outlook"]) == (120, 99, "off_course")
    assert landing["judged"] == {"value": 90, "pairs": 9, "of": 12}
    assert landing["needed_per_period"] == 13  # (99 − 60) over three months
