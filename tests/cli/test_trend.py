"""`trend`: limits, signals, forecast and landing, as the rules say them."""

from pathlib import Path

from tests.cli.documents import document, kpi, measure, months
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
