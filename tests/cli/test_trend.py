"""`trend`: limits, signals, forecast and landing, as the rules say them."""

import json
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
    assert any(sentence.startswith("Outside process limits 101 to 149") for sentence in said)


def test_more_than_ten_years_of_months_are_looked_back_over(tmp_path: Path, run: Run) -> None:
    values = [10.0, 12.0] * 12 + [30.0] * 120
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")],
        "kpis": [kpi("K", "m")], "entries": months("m", values, "2015-01"),
    })  # fmt: skip

    course = trend(run, path, "2027-01-15")

    assert len(course["points"]) == 144
    assert [(each["from"], each["mean"]) for each in course["limits"]] == [("2015-01", 11)]


LINE = {"id": "n", "parent": None, "kind": "kpi", "kpi": "K", "org": "co"}
NEW_MACHINE = {"kpi": "K", "org": "co", "from": "2026-01", "by": "amy",
               "reason": {"zh_TW": "新機台", "en": "New machine"}}  # fmt: skip


def two_years(folder: Path, run: Run) -> Path:
    """A KPI around 11, and around 22 since the new machine."""
    return document(folder, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=1")], "tree": [LINE], "segments": [NEW_MACHINE],
        "entries": months("m", [10, 12] * 6 + [20, 24] * 6, "2025-01"),
    })  # fmt: skip


def test_limits_start_anew_where_somebody_agreed_on_it_and_say_why(
    tmp_path: Path, run: Run
) -> None:
    course = trend(run, two_years(tmp_path, run), "2027-01-15")

    first, second = course["limits"]
    # 11 ± 2.66 · 2 and 22 ± 2.66 · 4; the step between them is in neither.
    assert (first["from"], first["to"]) == ("2025-01", "2025-12")
    assert (first["lower"], first["upper"], first["quality"]) == (5.68, 16.32, "full")
    assert (second["from"], second["to"]) == ("2026-01", "2026-12")
    assert (second["lower"], second["upper"], second["quality"]) == (11.36, 32.64, "full")
    assert (first.get("reason"), second["reason"]["en"]) == (None, "New machine")
    assert course["signals"] == []


def test_explain_says_the_limits_since_the_agreed_start(tmp_path: Path, run: Run) -> None:
    path = two_years(tmp_path, run)

    view = ("--period", "2026-12", "--today", "2027-01-15")
    said = run("explain", path, "--kpi", "K", *view, "--json").json["sentences"]["en"]

    assert "Inside process limits 11 to 33: ordinary variation." in said


def test_a_segment_starts_without_limits(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "segments": [{**NEW_MACHINE, "from": "2026-07-01"}],
        "entries": months("m", [10, 12, 10, 12, 10, 12, 50, 51]),
    })  # fmt: skip

    first, second = trend(run, path, "2026-09-15")["limits"]

    assert (first["from"], first["to"], first["upper"]) == ("2026-01", "2026-06", 16.32)
    assert (second["from"], second["quality"], second["upper"]) == ("2026-07", "none", None)


def test_a_start_in_the_middle_of_a_month_counts_from_the_next(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "segments": [{**NEW_MACHINE, "from": "2026-06-15"}],
        "entries": months("m", [10, 12, 10, 12, 10, 12, 50, 51]),
    })  # fmt: skip

    assert [each["from"] for each in trend(run, path, "2026-09-15")["limits"]] == [
        "2026-01", "2026-07",
    ]  # fmt: skip


def test_limits_are_made_from_the_median_range_where_the_document_says_so(
    tmp_path: Path, run: Run
) -> None:
    path = document(tmp_path, run, {
        "settings": {"limits": "median"}, "measures": [measure("m", over_time="average")],
        "kpis": [kpi("K", "m")], "entries": months("m", [90, 92, 91, 93, 92, 94]),
    })  # fmt: skip

    (limits,) = trend(run, path, "2026-07-15")["limits"]

    # The ranges 2 1 2 1 2 have the median 2: 92 ± 3.145 · 2 and 3.865 · 2.
    assert (limits["mean"], limits["mr_bar"]) == (92, 2)
    assert (limits["lower"], limits["upper"], limits["range_upper"]) == (85.71, 98.29, 7.73)


def test_another_way_to_make_limits_is_refused(tmp_path: Path, run: Run) -> None:
    path, source = tmp_path / "d.scorecard", tmp_path / "d.json"
    source.write_text('{"format": "scorecard.board/1", "settings": {"limits": "mode"}}', "utf-8")
    run("new", path)

    answer = run("import", path, source, "--json")

    assert (answer.code, answer.json["refused"][0]["where"]) == (2, "settings.limits")
    assert "mean / median" in answer.json["refused"][0]["why"]


def test_segments_leave_and_enter_a_document_unchanged(tmp_path: Path, run: Run) -> None:
    path, first, second = two_years(tmp_path, run), tmp_path / "1.json", tmp_path / "2.json"
    other = tmp_path / "other.scorecard"

    run("export", path, "--what", "all", "--to", first)
    run("new", other)
    assert run("import", other, first, "--json").json["unknown"] == []
    run("export", other, "--what", "all", "--to", second)

    assert json.loads(first.read_text("utf-8"))["segments"] == [NEW_MACHINE]
    assert first.read_bytes() == second.read_bytes()
    assert run("check", other, "--today", "2027-01-15", "--json").json["ok"] is True


def landing(run: Run, path: Path, today: str = "2026-11-15") -> Json:
    """Where the KPI of a document will land."""
    found: Json = trend(run, path, today)["landing"]
    return found


def test_a_ratio_lands_where_its_numerator_and_its_denominator_do(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("good"), measure("all")], "kpis": [kpi("K", "good / all", unit="%")],
        "targets": [target("K", ">=0.9")],
        "entries": [*months("good", range(81, 91)), *months("all", [100] * 10)],
    })  # fmt: skip

    found = landing(run, path)

    # 81 … 90 add up to 855. Theta goes on with 90.5 and 91: half of the line, half of the last.
    assert found["value"] == 0.86375
    assert (found["target"], found["outlook"]) == (0.9, "off_course")
    # (0.9 · 1200 - 855) / 200; no month had so much.
    assert (found["needed_per_period"], found["out_of_reach"]) == (1.125, True)
    assert found["low"] < found["value"] < found["high"] < 0.9


def test_an_average_lands_at_the_mean_of_twelve_months(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average")], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=75")], "entries": months("m", [70, 74] * 5),
    })  # fmt: skip

    found = landing(run, path)

    # Ten months make 720; the last value 74 is the best that the methods know of the next two.
    assert (found["value"], found["target"]) == (72.3333333333, 75)
    # (75 · 12 - 720) / 2
    assert (found["needed_per_period"], found["out_of_reach"]) == (90, True)


def test_a_last_value_lands_at_the_last_month(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="last")], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=48")], "entries": months("m", [50] * 10),
    })  # fmt: skip

    found = landing(run, path)

    assert (found["value"], found["low"], found["high"]) == (50, 50, 50)
    assert (found["needed_per_period"], found["outlook"]) == (48, "on_course")


def test_the_highest_month_is_the_highest_of_the_year(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="max")], "kpis": [kpi("K", "m", direction="lower")],
        "targets": [target("K", "<=9")], "entries": months("m", [5, 8, 5, 5, 5, 5, 5, 5, 5, 5]),
    })  # fmt: skip

    found = landing(run, path)

    assert (found["value"], found["needed_per_period"], found["missing"]) == (8, 9, 0)


def test_a_zero_target_that_is_missed_is_off_course_and_asks_for_nothing(
    tmp_path: Path, run: Run
) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "m", direction="zero", unit="件")],
        "entries": months("m", [0, 0, 2, 0, 0, 0, 0, 0, 0]),
    })  # fmt: skip

    found = landing(run, path, "2026-10-20")

    assert (found["value"], found["target"], found["outlook"]) == (2, 0, "off_course")
    assert found["needed_per_period"] is None


def test_a_count_that_must_stay_low_may_have_the_rest(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "m", direction="lower", unit="件")],
        "targets": [target("K", "<=3")], "entries": months("m", [3, 3, 3, 3, 3, None, 3, 3, 3]),
    })  # fmt: skip

    found = landing(run, path, "2026-10-20")

    # 24 to date, one month missing and not made up; (36 - 24) / 3.
    assert (found["value"], found["target"], found["missing"]) == (33, 36, 1)
    assert (found["needed_per_period"], found["outlook"]) == (4, "on_course")


def test_a_definition_that_changed_within_the_year_has_no_landing_but_a_sum(
    tmp_path: Path, run: Run
) -> None:
    ratio = kpi("K", "a / b")
    ratio["versions"].append({**ratio["versions"][0], "version": "v2", "effective": "2026-05",
                              "formula": "a / b * 2"})  # fmt: skip
    path = document(tmp_path, run, {
        "measures": [measure("a"), measure("b")], "kpis": [ratio],
        "targets": [target("K", ">=1")],
        "entries": [*months("a", [5] * 10), *months("b", [10] * 10)],
    })  # fmt: skip

    course = trend(run, path, "2026-11-15")

    assert [point["value"] for point in course["forecast"]["points"]] == [1, 1, 1]
    assert course["landing"] is None


def test_a_year_in_which_nothing_is_left_is_what_it_was(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("a"), measure("b")], "kpis": [kpi("K", "a / b")],
        "targets": [target("K", ">=1")],
        "entries": [*months("a", [5] * 12), *months("b", [10, 30] * 6)],
    })  # fmt: skip

    found = landing(run, path, "2027-01-15")

    # 60 / 240
    assert (found["value"], found["low"], found["high"]) == (0.25, 0.25, 0.25)
    assert (found["outlook"], found["needed_per_period"]) == ("off_course", None)


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


def test_a_product_of_ratios_lands_where_its_measures_do_without_an_interval(
    tmp_path: Path, run: Run
) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("a"), measure("b"), measure("c")],
        "kpis": [kpi("K", "a / b * c / b")], "targets": [target("K", ">=0.5")],
        "entries": [*months("a", [8] * 10), *months("b", [10] * 10), *months("c", [5, 5] * 5)],
    })  # fmt: skip

    found = landing(run, path)

    # 96 / 120 · 60 / 120
    assert (found["value"], found["low"], found["high"]) == (0.4, None, None)
    assert (found["outlook"], found["needed_per_period"]) == ("uncertain", None)


def test_a_formula_that_reads_other_periods_has_no_landing(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("a")], "kpis": [kpi("K", "a / PREV(a)")],
        "targets": [target("K", ">=1")], "entries": months("a", [8] * 10),
    })  # fmt: skip

    assert landing(run, path) is None


def test_a_weighted_average_lands_by_its_weights(tmp_path: Path, run: Run) -> None:
    weighted = measure("m", over_time="weighted", weight="w")
    path = document(tmp_path, run, {
        "measures": [measure("w"), weighted], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=76")],
        "entries": [*months("m", range(71, 81)), *months("w", [100] * 10)],
    })  # fmt: skip

    found = landing(run, path)

    # 755 in ten months, then 80.5 and 81 of the same weight; (76 · 12 - 755) / 2.
    assert (found["value"], found["needed_per_period"]) == (76.375, 78.5)


def test_an_average_of_weeks_counts_weeks(tmp_path: Path, run: Run) -> None:
    weeks = [{"measure": "m", "org": "co", "period": f"2026-W{week:02d}", "value": 10}
             for week in range(1, 45)]  # fmt: skip
    path = document(tmp_path, run, {
        "measures": [measure("m", over_time="average", frequency="week")],
        "kpis": [kpi("K", "m")], "targets": [target("K", ">=11")], "entries": weeks,
    })  # fmt: skip

    found = landing(run, path)

    # 44 of 53 weeks are over: (11 · 53 - 10 · 44) / 9.
    assert (found["value"], found["needed_per_period"]) == (10, 15.8888888889)


def test_a_fiscal_year_that_starts_in_april_ends_in_march(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "m")],
        "targets": [target("K", ">=12")], "entries": months("m", [10] * 7, "2026-04"),
    }, fiscal_start=4)  # fmt: skip

    course = trend(run, path, "2026-11-15")

    # 70 to date and 10 for each of five months; (144 - 70) / 5.
    assert course["forecast"]["points"][-1]["period"] == "2027-03"
    assert (course["landing"]["value"], course["landing"]["needed_per_period"]) == (120, 14.8)
