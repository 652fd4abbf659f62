"""R-SIGNAL and R-FORECAST: limits, signals, forecasts, intervals and landings."""

from pathlib import Path

import pytest

from tests.cli.documents import made, measure, trend
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, one

AVERAGE = [measure("m", over_time="average")]


def course(run: Run, folder: Path, parts: Json, today: str) -> Json:
    """What `trend` says of K."""
    return trend(run, made(run, folder, parts), today)


@pytest.mark.parametrize(
    ("values", "quality"),
    [([90, 92, 91, 93, 92], None), ([90, 92, 91, 93, 92, 94], "provisional"),
     ([1, 2] * 5 + [1], "provisional"), ([1, 2] * 6, "full")],
)  # fmt: skip
def test_how_many_values_make_limits(
    tmp_path: Path, run: Run, values: list[float], quality: str | None
) -> None:
    """R-SIGNAL-3."""
    found = course(run, tmp_path, one(values=values, measures=AVERAGE), "2027-06-20")["limits"]

    assert [each["quality"] for each in found] == ([] if quality is None else [quality])


def test_limits_are_made_of_the_moving_ranges(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-1, R-SIGNAL-2: mean 92, ranges 2 1 2 1 2."""
    parts = one(values=[90, 92, 91, 93, 92, 94], measures=AVERAGE)

    (found,) = course(run, tmp_path, parts, "2026-07-20")["limits"]

    assert (found["mean"], found["mr_bar"], found["lower"], found["upper"]) == (
        92, 1.6, 87.744, 96.256,
    )  # fmt: skip
    assert found["range_upper"] == 5.2288


def test_no_range_is_taken_across_a_gap(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-1: 10, 12, –, 11, 14, 12, 13, 11: ranges 2, 3, 2, 1, 2; mean 83/7."""
    parts = one(values=[10, 12, None, 11, 14, 12, 13, 11], measures=AVERAGE)

    (found,) = course(run, tmp_path, parts, "2026-09-20")["limits"]

    assert (found["mean"], found["mr_bar"]) == (11.8571428571, 2)


def test_a_count_has_no_limit_below_nought(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-6: mean 2, ranges 2 2 2 1 0: 2 - 2.66·1.4 is below 0."""
    parts = one(values=[1, 3, 1, 3, 2, 2], measures=[measure("m", unit="件")], unit="件")

    (found,) = course(run, tmp_path, parts, "2026-07-20")["limits"]

    assert (found["lower"], found["upper"]) == (0, 5.724)


def test_eight_values_on_one_side_are_a_signal(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-4: nine values above the mean from the sixth on; rule 2 holds at the last two."""
    values = [10, 12, 10, 12, 10, 16, 16.5, 16, 16.5, 16, 16.5, 16, 16.5, 16]

    found = course(run, tmp_path, one(values=values, measures=AVERAGE), "2027-03-20")["signals"]

    assert [each["period"] for each in found if each["rule"] == 2] == ["2027-01", "2027-02"]


def test_a_gap_ends_a_run(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-5: the mean is 219/21; seven above it, one missing, seven above."""
    values = [5, 15, 5, 15, 5, 15, 5, *[11] * 7, None, *[11] * 7]

    found = course(run, tmp_path, one(values=values, measures=AVERAGE), "2028-01-20")["signals"]

    assert [each for each in found if each["rule"] == 2] == []


def test_a_new_segment_is_judged_by_itself(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-7, R-SIGNAL-3: six values keep their limits, one value has none."""
    parts = one(values=[90, 92, 91, 93, 92, 94, 50], measures=AVERAGE) | {
        "segments": [{"kpi": "K", "org": "co", "from": "2026-07", "reason": "新機台"}]
    }

    first, second = course(run, tmp_path, parts, "2026-08-20")["limits"]

    assert (first["to"], first["mean"]) == ("2026-06", 92)
    assert (second["from"], second["quality"], second["mean"]) == ("2026-07", "none", None)


def test_six_rising_values_are_no_signal(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-8: 4 5 6 7 8 9 after 9 4 9 4 9 4."""
    values = [9, 4, 9, 4, 9, 4, 4, 5, 6, 7, 8, 9]

    assert (
        course(run, tmp_path, one(values=values, measures=AVERAGE), "2027-01-20")["signals"] == []
    )


def test_a_few_values_are_carried_on_with_the_width_of_their_errors(
    tmp_path: Path, run: Run
) -> None:
    """R-FORECAST-1, R-FORECAST-4, R-FORECAST-5: errors 2 1 2 1 2, the fifth smallest is 2; four
    ahead 2·√4."""
    parts = one(values=[90, 92, 91, 93, 92, 94], measures=AVERAGE)

    found = course(run, tmp_path, parts, "2026-07-20")["forecast"]

    points = {
        each["period"]: (each["value"], each["low"], each["high"]) for each in found["points"]
    }
    assert found["method"] == "naive"
    assert (points["2026-07"], points["2026-10"]) == ((94, 92, 96), (94, 90, 98))


def test_theta_is_taken_where_it_is_better_on_what_was_held_out(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-2, R-FORECAST-4: held out 7 and 8: naive is off by 1 and 2, Theta (6.5, 7) by
    0.5 and 1; refitted on eight values it says 8.5, 9, 9.5."""
    found = course(run, tmp_path, one(values=range(1, 9)), "2026-09-20")["forecast"]

    assert (found["method"], found["mae"]) == ("theta", {"naive": 1.5, "theta": 0.75})
    assert [each["value"] for each in found["points"]] == [8.5, 9, 9.5, 10]
    # Theta has errors from the seventh value on: two are too few for an interval.
    assert found["points"][0]["low"] is None


def test_a_season_is_carried_on(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-1, R-FORECAST-4: three years of 10, 20, 30, 40; seasonal Theta is no better."""
    values = {f"{2023 + at // 4}-Q{at % 4 + 1}": 10.0 * (at % 4 + 1) for at in range(12)}
    parts = one(
        measures=[measure("m", frequency="quarter")], frequency="quarter", more=entries("m", values)
    )

    found = course(run, tmp_path, parts, "2026-01-20")["forecast"]

    assert found["method"] == "seasonal_naive"
    assert [(each["value"], each["low"]) for each in found["points"]] == [
        (10, 10),
        (20, 20),
        (30, 30),
    ]


def test_forecasts_end_at_natural_bounds(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-6: 2 ± 2·√2 pieces."""
    parts = one(values=[1, 3, 1, 3, 2, 2], measures=[measure("m", unit="件")], unit="件")

    points = course(run, tmp_path, parts, "2026-07-20")["forecast"]["points"]

    assert (points[1]["low"], points[1]["high"]) == (0, 4.82842712475)


def test_one_gap_is_filled_and_two_start_anew(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-7: 10, –, 14 has three values; 10, 11, –, –, 14, 15 has two."""
    filled = course(run, tmp_path, one(values=[10, None, 14]), "2026-04-20")["forecast"]
    (tmp_path / "other").mkdir()
    anew = course(run, tmp_path / "other", one(values=[10, 11, None, None, 14, 15]), "2026-07-20")

    assert filled["points"][0]["value"] == 14
    assert anew["forecast"] is None


@pytest.mark.parametrize(
    ("values", "direction"), [([1, 0, 1, 1], "yes"), ([10, 12], "higher")], ids=["yes", "two"]
)
def test_yes_or_no_and_two_values_have_no_forecast(
    tmp_path: Path, run: Run, values: list[float], direction: str
) -> None:
    """R-FORECAST-1."""
    parts = one(values=values, direction=direction, measures=[measure("m", over_time="last")])

    assert course(run, tmp_path, parts, "2026-05-20")["forecast"] is None


@pytest.mark.parametrize(
    ("aim", "outlook"), [(">=120", "on_course"), (">=121", "off_course"), (">=10", "on_course")]
)
def test_a_year_lands_at_what_is_there_and_what_is_forecast(
    tmp_path: Path, run: Run, aim: str, outlook: str
) -> None:
    """R-FORECAST-8, R-FORECAST-9: seven tens, and five more without any error."""
    parts = one(aim, [10] * 7, aimed={"basis": "year"})

    found = course(run, tmp_path, parts, "2026-08-20")["landing"]

    assert (found["value"], found["low"], found["high"], found["outlook"]) == (
        120, 120, 120, outlook,
    )  # fmt: skip


def test_what_is_needed_is_what_is_lacking_by_the_periods_left(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-9: (150 - 70) / 5; past gaps are counted and not filled."""
    parts = one(">=150", [10, 10, None, 10, 10, 10, 10, 10], aimed={"basis": "year"})

    found = course(run, tmp_path, parts, "2026-09-20")["landing"]

    assert (found["needed_per_period"], found["missing"]) == (20, 1)


def test_a_year_that_is_over_still_says_how_many_cells_it_lacks(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-8, for an average: eleven tens and a gap, and no period left."""
    parts = one(">=9", [10, 10, 10, None, *[10] * 8], measures=AVERAGE)

    found = course(run, tmp_path, parts, "2027-01-20")["landing"]

    assert (found["value"], found["missing"]) == (10, 1)


def test_a_daily_course_that_ended_long_ago_is_still_forecast(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-7: the forecast follows the newest value, however many days are missing since."""
    days = {f"2026-01-{day:02d}": 5.0 for day in range(1, 11)}
    parts = one(measures=[measure("m", frequency="day")], frequency="day", more=entries("m", days))

    found = course(run, tmp_path, parts, "2027-06-30")["forecast"]

    assert found["points"][0] == {"period": "2026-01-11", "value": 5, "low": 5, "high": 5}
