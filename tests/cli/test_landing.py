"""`trend`: where the year will land, by the measure's own rule, worked out by hand."""

from pathlib import Path

from tests.cli.documents import document, kpi, measure, months, target, trend
from tests.cli.running import Run
from tests.exchange.documents import Json


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


def test_a_year_to_date_lands_where_what_it_adds_up_does(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-8, R-FORMULA-7: 101 so far and three times 12 by the last value."""
    values = [10, 12, 11, 10, 13, 12, 11, 10, 12]
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "YTD(m)")],
        "targets": [target("K", ">=200", basis="year")], "entries": months("m", values),
    })  # fmt: skip

    found = landing(run, path, "2026-10-15")

    assert (found["value"], found["target"]) == (137, 200)
    # (200 - 101) / 3; no month had so much.
    assert (found["needed_per_period"], found["out_of_reach"]) == (33, True)
    assert found["outlook"] == "off_course"


def test_a_month_missing_in_a_year_to_date_is_not_made_up(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-8."""
    values = [10, 12, None, 10, 13, 12, 11, 10, 12]
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "YTD(m)")],
        "targets": [target("K", ">=200", basis="year")], "entries": months("m", values),
    })  # fmt: skip

    found = landing(run, path, "2026-10-15")

    assert (found["value"], found["missing"]) == (126, 1)


def test_why_a_year_does_not_land_is_told(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-8: growth on the month before is not made of the months of a year."""
    values = [10, 12, 11, 10, 13, 12, 11, 10, 12]
    path = document(tmp_path, run, {
        "measures": [measure("m")], "kpis": [kpi("K", "m - PREV(m)"), kpi("L", "m")],
        "targets": [target("K", ">=0")], "entries": months("m", values),
    })  # fmt: skip

    grown, plain = trend(run, path, "2026-10-15"), trend(run, path, "2026-10-15", "L")

    assert (grown["landing"], grown["landing_reason"]) == (None, "other_periods")
    assert (plain["landing"], plain["landing_reason"]) == (None, "no_target")


def test_a_yearly_target_per_head_is_that_of_the_whole_year(tmp_path: Path, run: Run) -> None:
    """R-FORECAST-9: 100 a month by 2 heads, ten months gone: 600 per head in the year against
    640, which ten twelfths of it would be met by. Needed: (2 · 640 - 1000) / 2 / 2."""
    parts: Json = {
        "measures": [measure("r"), measure("h", over_time="last")],
        "kpis": [kpi("K", "r / h")],
        "targets": [target("K", ">=640", basis="year")],
        "entries": [*months("r", [100] * 10), *months("h", [2] * 10)],
    }

    found = landing(run, document(tmp_path, run, parts))

    assert (found["value"], found["target"], found["outlook"]) == (600, 640, "off_course")
    assert found["needed_per_period"] == 70
