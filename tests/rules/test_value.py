"""R-VALUE: what is missing, methods over time and units, parts, corrections."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.documents import kpi, made, measure, months, seen, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, line, one, told

TWO_UNITS: Json = {
    "org": [
        {"id": "co", "name": "公司", "parent": None},
        {"id": "a", "name": "甲", "parent": "co"},
        {"id": "b", "name": "乙", "parent": "co"},
    ]
}


@pytest.mark.parametrize(
    ("method", "value"),
    [("sum", 30), ("average", 15), ("last", 20), ("max", 20), ("min", 10), ("count", 2)],
)
def test_missing_cells_are_left_out_by_every_method(
    tmp_path: Path, run: Run, method: str, value: float
) -> None:
    """R-VALUE-1, R-VALUE-2: 10, missing, 20 as a quarter."""
    parts = one(values=[10, None, 20], measures=[measure("m", over_time=method)])

    assert line(run, tmp_path, parts, "2026-Q1")["value"] == value


@pytest.mark.parametrize(
    ("method", "value", "reason"), [("sum", None, "no_data"), ("count", 0, None)]
)
def test_a_count_of_nothing_is_nought_and_a_sum_of_nothing_is_missing(
    tmp_path: Path, run: Run, method: str, value: float | None, reason: str | None
) -> None:
    """R-VALUE-2, R-COLOUR-1."""
    parts = one(measures=[measure("m", over_time=method)])

    assert told(line(run, tmp_path, parts, "2026-Q1"), "value", "reason") == (value, reason)


def test_zero_is_a_value(tmp_path: Path, run: Run) -> None:
    """R-VALUE-1: defects 0, missing, 4 are 2 on average, not 1.333."""
    parts = one(values=[0, None, 4], measures=[measure("m", over_time="average")])

    assert line(run, tmp_path, parts, "2026-Q1")["value"] == 2


def test_ratios_are_made_of_sums(tmp_path: Path, run: Run) -> None:
    """R-VALUE-3: (90 + 990) / (100 + 1000)."""
    parts = one(
        formula="good / all × 100%",
        measures=[measure("good"), measure("all")],
        more=[*months("good", [90, 990]), *months("all", [100, 1000])],
        unit="%",
    )

    assert line(run, tmp_path, parts, "2026-Q1")["value"] == 0.981818181818


def test_a_month_that_lacks_one_input_of_a_ratio_is_left_out_of_both(
    tmp_path: Path, run: Run
) -> None:
    """R-VALUE-3, R-VALUE-6: February has no total, so its 50 good ones do not count."""
    parts = one(
        formula="good / all",
        measures=[measure("good"), measure("all")],
        more=[*months("good", [90, 50, 80]), *months("all", [100, None, 100])],
    )

    said = line(run, tmp_path, parts, "2026-Q1")

    assert told(said, "value", "have", "of", "partial") == (0.85, 2, 3, True)


def test_nought_divided_by_nought_has_a_reason(tmp_path: Path, run: Run) -> None:
    """R-VALUE-3, R-FORMULA-4."""
    parts = one(
        ">=1",
        formula="good / all",
        measures=[measure("good"), measure("all")],
        more=[*months("good", [0]), *months("all", [0])],
    )

    said = line(run, tmp_path, parts, "2026-01")

    assert told(said, "value", "reason", "status") == (None, "zero_denominator", "grey")


def weighted(weights: list[float | None], values: list[float | None]) -> Json:
    """A satisfaction weighted by answers."""
    m = measure("m", over_time="weighted", over_org="weighted", weight="w")
    return one(measures=[m, measure("w")], more=[*months("m", values), *months("w", weights)])


@pytest.mark.parametrize(
    ("weights", "value", "reason"),
    [([1, 3, 5], 87.5, None), ([0, 0, 5], None, "zero_weight"), ([1, 0, 5], 80, None),
     ([-1, 3, 5], None, "negative_weight"), ([None, 3, 5], 90, None)],
)  # fmt: skip
def test_a_weighted_average_is_over_what_has_value_and_weight(
    tmp_path: Path, run: Run, weights: list[float | None], value: float | None, reason: str | None
) -> None:
    """R-VALUE-4: 80, 90 and a missing one; (80·1 + 90·3) / 4."""
    said = line(run, tmp_path, weighted(weights, [80, 90, None]), "2026-Q1")

    assert told(said, "value", "reason") == (value, reason)


def test_the_last_value_stands_for_a_quarter_whose_end_is_missing(tmp_path: Path, run: Run) -> None:
    """R-VALUE-5: 50, 52, missing."""
    parts = one(values=[50, 52], measures=[measure("m", over_time="last")])

    said = line(run, tmp_path, parts, "2026-Q1")

    assert told(said, "value", "have", "of", "partial", "stale") == (52, 2, 3, True, False)


def test_a_partial_year_is_judged_by_the_targets_of_its_months(tmp_path: Path, run: Run) -> None:
    """R-VALUE-6: as of May, March missing, 12 a month: 40 against 48; 0.9 · 48 = 43.2 is red."""
    parts = one(">=12", [10, 10, None, 10, 10])

    said = line(run, tmp_path, parts, "2026-05", "--upto", "--today", "2026-06-20")

    assert told(said, "value", "target", "have", "of", "partial") == (40, 48, 4, 5, True)
    assert said["status"] == "red"


def test_months_that_are_not_due_make_a_year_to_date_and_not_partial(
    tmp_path: Path, run: Run
) -> None:
    """R-VALUE-6, R-TIME-10: on 5 June, May is not due."""
    parts = one(">=12", [12, 12, 12, 12])

    said = line(run, tmp_path, parts, "2026", "--today", "2026-06-05")

    assert told(said, "value", "target", "have", "of", "partial", "status") == (
        48, 48, 4, 4, False, "green",
    )  # fmt: skip


@pytest.mark.parametrize(("period", "value"), [("2026-01", 30), ("2026-02", 31), ("2026-Q1", 31)])
def test_units_are_put_together_before_months(
    tmp_path: Path, run: Run, period: str, value: float
) -> None:
    """R-VALUE-7: head count of 10 and 20, then 12 and 19; the quarter is its newest month."""
    heads = measure("m", over_time="last")
    more = [
        *entries("m", {"2026-01": 10, "2026-02": 12}, "a"),
        *entries("m", {"2026-01": 20, "2026-02": 19}, "b"),
    ]

    assert (
        line(run, tmp_path, TWO_UNITS | one(measures=[heads], more=more), period)["value"] == value
    )


def test_a_unit_that_lacks_makes_a_total_partial(tmp_path: Path, run: Run) -> None:
    """R-VALUE-6, R-VALUE-7: one of two units has no February."""
    more = [
        *entries("m", {"2026-01": 10, "2026-02": 12}, "a"),
        *entries("m", {"2026-01": 20}, "b"),
    ]

    said = line(run, tmp_path, TWO_UNITS | one(">=20", more=more), "2026-02")

    assert told(said, "value", "partial", "have", "of") == (12, True, 1, 2)


@pytest.mark.parametrize(
    ("third", "over_org", "over_time", "value"),
    [(0, "min", "last", 0), (1, "min", "last", 1), (0, "average", "average", 0.666666666667)],
)
def test_all_plants_must_say_yes(
    tmp_path: Path, run: Run, *, third: float, over_org: str, over_time: str, value: float
) -> None:
    """R-VALUE-8: yes, yes, no."""
    units = [{"id": "co", "name": "公司", "parent": None}] + [
        {"id": name, "name": name, "parent": "co"} for name in ("x", "y", "z")
    ]
    parts = one(
        measures=[measure("m", over_org=over_org, over_time=over_time)],
        more=[
            e
            for unit, said in (("x", 1), ("y", 1), ("z", third))
            for e in entries("m", {"2026-01": said}, unit)
        ],
    )

    assert line(run, tmp_path, {"org": units} | parts, "2026-01")["value"] == value


def test_a_mean_goes_on_with_all_its_digits(tmp_path: Path, run: Run) -> None:
    """R-NUMBER-1, R-NUMBER-2: 301/3 - 300/3 is a third, exactly, and is snapped once."""
    parts = one(
        formula="m - PREV(m)",
        measures=[measure("m", over_time="average")],
        more=months("m", [100, 100, 100, 100, 100, 101]),
    )

    assert line(run, tmp_path, parts, "2026-Q2")["value"] == 0.333333333333


def test_a_count_of_nothing_by_an_older_definition_is_the_newest_value(
    tmp_path: Path, run: Run
) -> None:
    """R-VALUE-2, R-TIME-10: until March the KPI counted, and counted none; since April nobody has
    entered what it averages."""
    counted = {**kpi("K", "COUNT(m)")["versions"][0], "direction": "lower"}
    averaged = {**counted, "version": "v2", "effective": "2026-04", "formula": "AVG(m)"}
    parts: Json = {
        "measures": [measure("m")],
        "kpis": [{"id": "K", "versions": [counted, averaged]}],
        "targets": [target("K", "<=3")],
    }

    said = line(run, tmp_path, parts, "2026-06")

    assert told(said, "value", "value_period", "stale", "status") == (0, "2026-03", True, "green")


def test_none_because_is_not_late(tmp_path: Path, run: Run) -> None:
    """R-TIME-10: of May somebody said that there is none, beside a unit that has a value without
    a weight."""
    m = measure("m", over_time="weighted", over_org="weighted", weight="w")
    more = [
        *entries("m", {"2026-04": 7, "2026-05": 8}, "a"),
        *entries("m", {"2026-04": 9, "2026-05": None}, "b"),
        *entries("w", {"2026-04": 1}, "a"),
        *entries("w", {"2026-04": 1}, "b"),
    ]

    said = line(run, tmp_path, TWO_UNITS | one(measures=[m, measure("w")], more=more), "2026-05")

    assert told(said, "value", "stale") == (None, False)


def test_the_newest_entry_counts_and_earlier_ones_stay_readable(tmp_path: Path, run: Run) -> None:
    """R-VALUE-9: 95 corrected to 93."""
    path = made(run, tmp_path, one(values=[95]))

    run("set", path, "--measure", "m", "--period", "2026-01", "93")

    journal = sqlite3.connect(path).execute("SELECT before, after FROM change WHERE tbl = 'entry'")
    images = [[image and json.loads(image)["value"] for image in row] for row in journal]

    assert seen(run, path, "2026-01")["K"]["value"] == 93
    assert images == [[None, 95], [95, 93]]


def test_a_year_to_date_of_a_fiscal_year_begins_with_it(tmp_path: Path, run: Run) -> None:
    """R-TIME-4, R-VALUE-6: the year starts in April; January to May are 1 to 5."""
    parts = one(values=[1, 2, 3, 4, 5])

    said = line(run, tmp_path, parts, "2026-05", "--upto", fiscal_start=4)

    assert told(said, "value", "of") == (9, 2)


def published(run: Run, path: Path, language: str = "en") -> tuple[object, str]:
    """What `explain` says was published of January, as data and in sentences."""
    asked = ("--kpi", "K", "--period", "2026-01", "--today", "2030-01-01")
    said = run("explain", path, *asked, "--json").json
    return said["published"], run("explain", path, *asked, "--lang", language).out


def test_a_value_that_was_published_otherwise_is_called_corrected(tmp_path: Path, run: Run) -> None:
    """R-VALUE-9: the snapshot keeps 95, the value is 93."""
    path, out = made(run, tmp_path, one(values=[95])), tmp_path / "s.json"
    run("snapshot", path, "--period", "2026-01", "--to", out)
    before, _ = published(run, path)
    run("set", path, "--measure", "m", "--period", "2026-01", "93")

    said, text = published(run, path)

    assert before is None
    assert isinstance(said, dict)
    assert (said["value"], said["snapshot"]) == (95, "2026-01-1")
    assert "published 95" in text
    assert "已更正" in published(run, path, "zh_TW")[1]
    assert json.loads(out.read_text("utf-8"))["body"]["lines"][0]["value"] == 95
    assert seen(run, path, "2026-01")["K"]["value"] == 93


def test_the_newest_snapshot_of_the_period_says_what_was_published(
    tmp_path: Path, run: Run
) -> None:
    """R-VALUE-9: 95 was corrected to 93 and published again; nothing is to be said."""
    path = made(run, tmp_path, one(values=[95, 80]))
    run("snapshot", path, "--period", "2026-01", "--to", tmp_path / "1.json")
    run("set", path, "--measure", "m", "--period", "2026-01", "93")
    run("snapshot", path, "--period", "2026-01", "--to", tmp_path / "2.json")
    run("snapshot", path, "--period", "2026-02", "--to", tmp_path / "3.json")

    assert published(run, path)[0] is None
