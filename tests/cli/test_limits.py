"""`trend` and `explain`: process limits, where they start, and where they start anew."""

import json
from pathlib import Path

from tests.cli.documents import document, kpi, measure, months, target, trend
from tests.cli.running import Run


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
