"""`trend`: limits, signals, forecast and landing, as the rules say them."""

from pathlib import Path

from tests.cli.documents import document, kpi, measure, months, target
from tests.cli.running import Run
from tests.exchange.documents import Json


def trend(run: Run, path: Path, today: str, name: str = "K") -> Json:
    """What `trend --json` says of a KPI of the company."""
    answer: Json = run("trend", path, "--kpi", name, "--today", today, "--json").json
    return answer


def test_limits_are_computed_exactly_and_rounded_once(tmp_path: Path, run: Run) -> None:
    values = [10, 12, None, 11, 14, 10, 12, 11]
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")],
        "kpis": [kpi("K", "m")], "entries": months("m", values),
    })  # fmt: skip

    (limits,) = trend(run, path, "2026-09-15")["limits"]

    # The mean is 80/7; the ranges 2, 3, 4, 2, 1 have the mean 2.4; 2.66 · 2.4 is 6.384.
    assert (limits["mean"], limits["mr_bar"]) == (11.4285714286, 2.4)
    assert (limits["lower"], limits["upper"]) == (5.04457142857, 17.8125714286)


def test_trend_and_explain_know_the_same_limits_from_the_start_of_the_segment(
    tmp_path: Path, run: Run
) -> None:
    values = [100 + 2 * (-1) ** at for at in range(12)]
    values += [*(150 + 5 * (-1) ** at for at in range(35)), 160]
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=140")], "entries": months("m", values, "2023-01"),
        "tree": [{"id": "n", "parent": None, "kind": "kpi", "kpi": "K", "org": "co"}],
    })  # fmt: skip

    (limits,) = trend(run, path, "2027-01-15")["limits"]
    view = ("--period", "2026-12", "--today", "2027-01-15")
    said = run("explain", path, "--kpi", "K", *view, "--json").json["sentences"]["en"]

    # 125 ± 2.66 · 211/23, of the first 24 values.
    assert (limits["from"], limits["lower"], limits["upper"]) == (
        "2023-01", 100.597391304, 149.402608696,
    )  # fmt: skip
    assert said[-1].startswith("Outside process limits 101 to 149")


def test_more_than_ten_years_of_months_are_looked_back_over(tmp_path: Path, run: Run) -> None:
    values = [10.0, 12.0] * 12 + [30.0] * 120
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")],
        "kpis": [kpi("K", "m")], "entries": months("m", values, "2015-01"),
    })  # fmt: skip

    course = trend(run, path, "2027-01-15")

    assert len(course["points"]) == 144
    assert [(each["from"], each["mean"]) for each in course["limits"]] == [("2015-01", 11)]
