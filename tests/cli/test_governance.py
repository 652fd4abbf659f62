"""What `check` tells of governance: contradictions by name, the rest counted."""

import json
from pathlib import Path

from tests.cli.documents import document, kpi, measure, months, target
from tests.cli.running import Run
from tests.exchange.documents import Json

GOAL = {"id": "g", "parent": None, "kind": "goal", "name": "成長"}
TODAY = ("--today", "2026-11-12")


def line(name: str) -> Json:
    """A line of the company below the goal."""
    return {"id": f"n-{name}", "parent": "g", "kind": "kpi", "kpi": name, "org": "co"}


def company(folder: Path, run: Run, **more: object) -> Path:
    """Two KPIs of one formula, one of them red in October; a third one with the name of one."""
    namesake = kpi("M", "w")
    namesake["versions"][0]["name"] = "K"
    parts: Json = {
        "measures": [measure("m"), measure("w")],
        "kpis": [kpi("K", "m / w"), kpi("L", "m ÷ w"), namesake],
        "targets": [target("K", ">=1"), target("L", ">=0.1"), target("M", ">=1")],
        "tree": [GOAL, line("K"), line("L"), line("M")],
        "entries": [*months("m", [5], "2026-10"), *months("w", [10], "2026-10")],
    }
    return document(folder, run, parts | more)


def told(run: Run, path: Path, *start: str) -> list[tuple[str, str, str]]:
    """The level, the place and the beginning of each English sentence."""
    found = run("check", path, *TODAY, "--lang", "en", "--json").json["findings"]
    return [(f["level"], f["where"], f["what"]) for f in found if f["what"].startswith(start)]


def test_check_tells_a_red_that_nobody_spoke_of(tmp_path: Path, run: Run) -> None:
    path = company(tmp_path, run)

    assert [each[:2] for each in told(run, path, "Red at co in 2026-10")] == [("warning", "kpi K")]


def test_check_tells_one_name_with_two_formulas_and_two_names_with_one(
    tmp_path: Path, run: Run
) -> None:
    path = company(tmp_path, run)

    named = told(run, path, "Has the name of")
    alike = told(run, path, "Its formula means the same as that of")

    assert {(level, where) for level, where, _ in named} == {
        ("warning", "kpi K"),
        ("warning", "kpi M"),
    }
    assert {(level, where) for level, where, _ in alike} == {("note", "kpi K"), ("note", "kpi L")}


def test_check_counts_what_is_not_reviewed_and_what_is_not_smart(tmp_path: Path, run: Run) -> None:
    reviews = [{"kpi": "K", "day": "2026-10-08", "outcome": "kept"}]
    path = company(tmp_path, run, reviews=reviews)

    (unreviewed,) = told(run, path, "KPIs not reviewed for a quarter")

    assert unreviewed[0] == "note"
    assert "2 (L, M)" in unreviewed[2]


def test_reviews_leave_and_enter_a_document_unchanged(tmp_path: Path, run: Run) -> None:
    reviews = [
        {"kpi": "K", "day": "2026-07-02", "outcome": "changed", "by": "amy"},
        {"kpi": "K", "day": "2026-10-08", "outcome": "retire", "note": {"en": "No use"}},
    ]
    path = company(tmp_path, run, reviews=reviews)
    whole = tmp_path / "whole.json"

    run("export", path, "--what", "all", "--to", whole)

    assert json.loads(whole.read_text("utf-8"))["reviews"] == reviews


def test_a_document_without_reviews_says_nothing_of_them(tmp_path: Path, run: Run) -> None:
    path = company(tmp_path, run)
    whole = tmp_path / "whole.json"

    run("export", path, "--what", "all", "--to", whole)

    assert "reviews" not in json.loads(whole.read_text("utf-8"))
