"""A target listed for a unit where its KPI has no line would be seen by nobody: it is asked."""

import json
from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, target
from tests.cli.running import Run
from tests.cli.test_import_workbook import imported, where
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, xlsx

LIST: list[list[Cell]] = [
    ["指標名稱", "部門", "目標"],
    ["產量", "台北廠", 1000],
    ["產量", "高雄廠", 800],
]
MONTHS: list[list[Cell]] = [["指標", "部門", "2026-10"], ["產量", "高雄廠", 700]]
BOOK = xlsx({"指標表": LIST, "月報": MONTHS})


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """產量 has its line for one plant, 庫存 for none."""
    units = [
        {"id": "co", "name": "公司", "parent": None},
        {"id": "tp", "name": {"zh_TW": "台北廠", "en": "Taipei"}, "parent": "co"},
        {"id": "ks", "name": {"zh_TW": "高雄廠", "en": "Kaohsiung"}, "parent": "co"},
        {"id": "ks-1", "name": "高雄一線", "parent": "ks"},
    ]
    named = [
        {**measure("units", unit="件"), "name": {"zh_TW": "產量", "en": "Output"}},
        {**measure("stock", unit="件"), "name": "庫存"},
    ]
    kpis = [kpi("PRD-001", "units", unit="件"), kpi("庫存", "stock", unit="件")]
    kpis[0]["versions"][0]["name"] = {"zh_TW": "產量", "en": "Output"}
    goal: Json = {"id": "g", "parent": None, "kind": "goal", "name": "目標"}
    line: Json = {"id": "n-tp", "parent": "g", "kind": "kpi", "kpi": "PRD-001", "org": "tp"}
    aims = [{**target("PRD-001", ">=1000"), "org": "tp"}]
    parts: Json = {"org": units, "measures": named, "kpis": kpis, "tree": [goal, line]}
    return document(tmp_path, run, {**parts, "targets": aims})


def lines(run: Run, path: Path) -> dict[str, Json]:
    answer = run("values", path, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    return {line["org"]: line for line in answer["lines"] if line["kpi"]}


def test_it_is_refused_with_what_would_be_right_and_nothing_is_taken(path: Path, run: Run) -> None:
    answer = imported(run, path, BOOK)

    assert where(answer) == [("sheet 指標表!C3", "產量")]
    assert all(word in answer["refused"][0]["why"] for word in ("Kaohsiung", "Taipei", "--lines"))
    assert lines(run, path).keys() == {"tp"}


def test_the_line_is_added_where_somebody_says_so(path: Path, run: Run) -> None:
    answer = imported(run, path, BOOK, "--lines", "add")

    assert answer["refused"] == []
    made = lines(run, path)["ks"]
    assert (made["value"], made["target"], made["status"]) == (700, 800, "red")
    assert (made["name"], made["parent"]) == (
        {"zh_TW": "高雄廠：產量", "en": "Kaohsiung: Output"},
        "g",
    )
    again = imported(run, path, BOOK)
    assert (again["refused"], again["created"], again["updated"]) == ([], 0, 0)


def test_it_is_left_out_and_told_where_somebody_says_so(path: Path, run: Run) -> None:
    answer = imported(run, path, BOOK, "--lines", "leave")

    assert (answer["refused"], answer["created"]) == ([], 1)
    assert [(each["where"], each["what"]) for each in answer["left_out"]] == [
        ("sheet 指標表!C3", "產量")
    ]
    assert lines(run, path).keys() == {"tp"}


def test_where_targets_are_kept_nothing_is_asked(path: Path, run: Run) -> None:
    assert imported(run, path, BOOK, "--targets", "keep")["refused"] == []


def test_a_line_of_a_part_stands_below_that_of_the_whole(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [*LIST, ["產量", "高雄一線", 300]]

    imported(run, path, xlsx({"指標表": LIST}), "--lines", "add")
    answer = imported(run, path, xlsx({"指標表": rows}), "--lines", "add")

    assert answer["refused"] == []
    found = lines(run, path)
    assert found["ks-1"]["parent"] == found["ks"]["node"]


def test_targets_by_month_are_asked_once_for_a_row(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [
        ["指標", "部門", "2026-09", None, "2026-10", None],
        [None, None, "目標", "實際", "目標", "實際"],
        ["產量", "高雄廠", 700, 650, 800, 700],
    ]
    data = xlsx({"月報": rows})

    assert where(imported(run, path, data)) == [("sheet 月報!C3", "產量")]
    assert imported(run, path, data, "--lines", "add")["refused"] == []
    assert lines(run, path)["ks"]["target"] == 800


def test_a_kpi_without_any_line_gets_one_where_its_unit_is_said(path: Path, run: Run) -> None:
    data = xlsx({"指標表": [["指標名稱", "部門", "目標"], ["庫存", "高雄廠", 50]]})

    assert where(imported(run, path, data)) == [("sheet 指標表!C2", "庫存")]
    assert imported(run, path, data, "--lines", "add")["refused"] == []
    assert lines(run, path)["ks"]["name"]["zh_TW"] == "庫存"


def test_a_row_of_no_unit_for_a_kpi_of_another_one_is_taken_there(path: Path, run: Run) -> None:
    data = xlsx({"指標表": [["指標名稱", "單位", "目標"], ["產量", "件", "≥1200"]]})

    assert imported(run, path, data, "--today", "2026-10-20")["refused"] == []
    assert lines(run, path)["tp"]["target"] == 1200


def test_a_unit_that_the_list_brings_along_gets_its_line_too(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [*LIST[:2], ["產量", "台中廠", 500], ["良率", "台中廠", "≥95%"]]

    answer = imported(run, path, xlsx({"指標表": rows}), "--new", "kpi", "--lines", "add")

    assert answer["refused"] == []
    made = [line for line in lines(run, path).values() if "台中廠" in line["name"]["zh_TW"]]
    assert [line["kpi"] for line in made] == ["PRD-001"]


def test_an_archived_line_is_a_line(path: Path, run: Run) -> None:
    """Its target belongs to the time in which it counted."""
    again = {"id": "n-ks", "kind": "kpi", "kpi": "PRD-001", "org": "ks", "archived": "2026-01"}
    said = {"format": "scorecard.board/1", "tree": [{**again, "parent": "g"}]}
    imported(run, path, json.dumps(said).encode(), name="a.json")

    assert imported(run, path, BOOK)["refused"] == []
