"""`trend`: forecasts within their bounds and after their gaps."""

from pathlib import Path

from tests.cli.documents import document, kpi, measure, months, trend
from tests.cli.running import Run


def test_forecast_and_limits_of_a_share_end_at_its_bounds(tmp_path: Path, run: Run) -> None:
    values = [0.9, 0.99, 0.92, 0.98, 0.91, 0.97, 0.99, 0.99]
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average", unit="%")],
        "kpis": [kpi("K", "m", unit="%", bounds={"high": 1})], "entries": months("m", values),
    })  # fmt: skip

    course = trend(run, path, "2026-09-15")

    # The mean is 7.65 / 8; the ranges .09 .07 .06 .07 .06 .02 .00 add up to .37.
    (limits,) = course["limits"]
    assert (limits["mean"], limits["mr_bar"]) == (0.95625, 0.0528571428571)
    assert (limits["lower"], limits["upper"]) == (0.81565, 1)
    assert {point["high"] for point in course["forecast"]["points"]} == {1}


def test_forecast_and_limits_of_a_count_end_at_nothing(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", unit="件")], "kpis": [kpi("K", "m", unit="件")],
        "entries": months("m", [8, 3, 8, 3, 8, 3]),
    })  # fmt: skip

    course = trend(run, path, "2026-07-15")

    # Each step was 5 off: 3 - 5 is cut at 0. The limits are 5.5 ± 13.3.
    points = course["forecast"]["points"]
    assert (points[0]["value"], points[0]["low"], points[0]["high"]) == (3, 0, 8)
    assert (course["limits"][0]["lower"], course["limits"][0]["upper"]) == (0, 18.8)


def test_a_difference_of_counts_may_go_below_nothing(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", unit="人")], "kpis": [kpi("K", "m", unit="人")],
        "entries": months("m", [2, -3, 2, -3, 2, -3]),
    })  # fmt: skip

    course = trend(run, path, "2026-07-15")

    assert course["forecast"]["points"][0]["low"] == -8
    assert course["limits"][0]["lower"] == -13.8


def test_a_forecast_starts_after_the_last_gap_and_fills_a_single_one(
    tmp_path: Path, run: Run
) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "entries": months("m", [90, 90, None, None, 10, None, 14, 12]),
    })  # fmt: skip

    course = trend(run, path, "2026-10-15")

    # 10, 12 (the mean of its neighbours), 14, 12 is the run; it says 12 from September on.
    points = course["forecast"]["points"]
    assert [(point["period"], point["value"]) for point in points] == [
        (f"2026-{month:02d}", 12) for month in (9, 10, 11, 12)
    ]
    assert course["points"][-1] == {
        "period": "2026-09", "value": None, "target": None, "status": "grey", "reason": "no_data"
    }  # fmt: skip
