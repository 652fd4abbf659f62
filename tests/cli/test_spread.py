"""Spread targets and planned projects from a file to the numbers, and back into a file."""

import json
from pathlib import Path

from tests.cli.documents import kpi, made, measure, months, seen, target
from tests.cli.running import Run
from tests.exchange.documents import Json

EVEN = {"basis": "year", "spread": "even"}


def sales(**fields: object) -> Json:
    """Eight a month against 100 a year."""
    return {
        "measures": [measure("s")],
        "kpis": [kpi("A", "s")],
        "targets": [target("A", ">=100", **fields)],
        "entries": months("s", [8] * 12),
    }


def test_an_even_spread_is_imported_and_judged_by_its_parts(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales(**EVEN))

    line = seen(run, path, "2026-02")["A"]

    assert (line["target"], line["status"]) == (9, "red")  # 8 of 9: A = 8.1
    assert seen(run, path, "2026-04", "--upto")["A"]["target"] == 33


def test_typed_parts_come_back_as_typed(run: Run, tmp_path: Path) -> None:
    parts = [5.5, 5, 10, 5, 5, 10, 5, 5, 10, 5, 5, 20]
    path = made(run, tmp_path, sales(basis="year", spread=parts))
    out = tmp_path / "out.json"

    assert run("export", path, "--what", "all", "--to", out).code == 0

    (written,) = json.loads(out.read_text("utf-8"))["targets"]
    assert written["spread"] == parts
    again = tmp_path / "again.scorecard"
    assert run("new", again).code == 0
    assert run("import", again, out, "--json").json["refused"] == []
    assert seen(run, again, "2026-03")["A"]["target"] == 10
    second = tmp_path / "second.json"
    run("export", again, "--what", "all", "--to", second)
    assert second.read_bytes() == out.read_bytes()


def test_typed_parts_that_do_not_add_up_are_a_finding(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales(basis="year", spread=[8] * 12))

    found = run("check", path, "--json").json["findings"]

    (said,) = (each for each in found if "add up" in each["what"])
    assert (said["level"], said["where"]) == ("warning", "target A co 2000-01")
    assert said["what"] == (
        "The typed parts add up to 96, -4 from the target 100; both are kept as typed."
    )


def test_too_few_parts_are_a_finding(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales(basis="year", spread=[50, 50]))

    found = run("check", path, "--json").json["findings"]

    assert any("2 typed parts where its period has 12" in each["what"] for each in found)


def test_a_spread_that_changes_nothing_is_a_finding(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales(spread="even"))

    found = run("check", path, "--json").json["findings"]

    assert any("The target is spread, which changes nothing" in each["what"] for each in found)


def test_a_spread_of_another_word_is_refused_with_its_place(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales())
    source = tmp_path / "wrong.json"
    wrong = {"format": "scorecard.board/1", "targets": [{**target("A", ">=1"), "spread": "odd"}]}
    source.write_text(json.dumps(wrong), "utf-8")

    refused = run("import", path, source, "--json").json["refused"]

    assert [each["where"] for each in refused] == ["targets[0].spread"]


def test_even_instead_of_a_season_is_said_by_explain(run: Run, tmp_path: Path) -> None:
    path = made(run, tmp_path, sales(basis="year", spread="season"))

    told = run("explain", path, "--kpi", "A", "--period", "2026-02", "--json").json["sentences"]

    assert "年度目標平均分配：去年的資料不足以看出季節性。" in told["zh_TW"]


def test_a_planned_day_is_imported_and_comes_back(run: Run, tmp_path: Path) -> None:
    parts = {
        "measures": [measure("days", frequency="project", over_time="last")],
        "kpis": [kpi("P", "days", frequency="project", direction="lower", planned="2025-09-30")],
        "targets": [target("P", "<=10")],
        "entries": [],
    }
    path, out = made(run, tmp_path, parts), tmp_path / "out.json"

    on_the_day = seen(run, path, "2025-09", "--today", "2025-09-30")["P"]
    the_day_after = seen(run, path, "2025-09", "--today", "2025-10-01")["P"]

    assert (on_the_day["status"], on_the_day["reason"]) == ("grey", "not_due")
    assert (the_day_after["status"], the_day_after["reason"]) == ("grey", "overdue")
    run("export", path, "--what", "all", "--to", out)
    (version,) = json.loads(out.read_text("utf-8"))["kpis"][0]["versions"]
    assert version["planned"] == "2025-09-30"


def test_a_project_that_is_done_is_whole(run: Run, tmp_path: Path) -> None:
    entry = {"measure": "days", "org": "co", "period": "2026-03-10", "value": 5}
    parts = {
        "measures": [measure("days", frequency="project", over_time="last")],
        "kpis": [kpi("P", "days", frequency="project", direction="lower")],
        "targets": [target("P", "<=10")],
        "entries": [entry],
    }
    path = made(run, tmp_path, parts)

    line = seen(run, path, "2026-03")["P"]
    trend = run("trend", path, "--kpi", "P", "--json").json

    assert (line["value"], line["have"], line["of"], line["partial"]) == (5, 1, 1, False)
    assert (line["stale"], line["value_period"]) == (False, "2026-03-10")
    assert line["change"] == {"previous": None, "last_year": None}
    assert (trend["forecast"], trend["limits"], trend["landing"]) == (None, [], None)


def test_a_planned_day_that_is_no_date_is_refused(run: Run, tmp_path: Path) -> None:
    path, source = made(run, tmp_path, sales()), tmp_path / "wrong.json"
    about = kpi("P", "s", frequency="project", planned="2025-09")
    source.write_text(json.dumps({"format": "scorecard.board/1", "kpis": [about]}), "utf-8")

    refused = run("import", path, source, "--json").json["refused"]

    assert [each["where"] for each in refused] == ["kpis[0].versions[0].planned"]
