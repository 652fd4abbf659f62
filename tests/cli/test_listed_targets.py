"""A list that says another target of a KPI the document has: told, taken from then on, or kept."""

from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, months, target
from tests.cli.running import Run
from tests.cli.test_import_workbook import imported, said
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, Share, xlsx

LIST: list[list[Cell]] = [
    ["指標名稱", "單位", "目標"],
    ["良率", "%", ">=95%"],
    ["客訴件數", "件", 5],
    ["毛利率", "%", "40%"],
]
MONTHS: list[list[Cell]] = [
    ["指標", "2026-09", "2026-10"],
    ["良率", Share(0.93), Share(0.94)],
    ["客訴件數", 4, 6],
]
BOOK = xlsx({"指標表": LIST, "115 年": MONTHS})


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """良率 aims at 90 %, 客訴件數 at 5 as the list does, 毛利率 is computed and has no target."""
    named = [
        {**measure("yield", unit="%", over_time="average"), "name": "良率"},
        {**measure("complaints", unit="件"), "name": "客訴件數"},
        {**measure("profit"), "name": "毛利"},
        {**measure("revenue"), "name": "營收"},
    ]
    kpis = [
        kpi("QAD-001", "良率", unit="%"),
        kpi("QAD-002", "客訴件數", unit="件", direction="lower"),
        kpi("毛利率", "毛利 / 營收", unit="%"),
    ]
    targets = [target("QAD-001", ">=0.9"), target("QAD-002", "<=5")]
    lines = [
        {"id": f"n-{each['id']}", "parent": None, "kind": "kpi", "kpi": each["id"], "org": "co"}
        for each in kpis
    ]
    entries = months("yield", [0.92], "2026-08")
    parts: Json = {"measures": named, "kpis": kpis, "targets": targets, "tree": lines}
    return document(tmp_path, run, {**parts, "entries": entries})


def targets(run: Run, path: Path, period: str) -> dict[str, object]:
    answer = run("values", path, "--period", period, "--json", "--today", "2026-11-12").json
    return {line["kpi"]: line["target"] for line in answer["lines"]}


def test_a_differing_target_is_told_and_counts_from_the_newest_period_on(
    path: Path, run: Run
) -> None:
    answer = imported(run, path, BOOK)

    assert answer["refused"] == []
    assert [(each["where"], each["what"]) for each in answer["targets"]] == [
        ("sheet 指標表!C2", "QAD-001"), ("sheet 指標表!C4", "毛利率"),
    ]  # fmt: skip
    assert ">=0.95" in answer["targets"][0]["why"]
    assert targets(run, path, "2026-09") == {"QAD-001": 0.9, "QAD-002": 5, "毛利率": None}
    assert targets(run, path, "2026-10") == {"QAD-001": 0.95, "QAD-002": 5, "毛利率": 0.4}


def test_importing_the_list_again_changes_nothing(path: Path, run: Run) -> None:
    imported(run, path, BOOK)

    answer = imported(run, path, BOOK)

    assert (answer["created"], answer["updated"], answer["targets"]) == (0, 0, [])


@pytest.mark.parametrize("way", ["option", "mapping"])
def test_the_documents_targets_are_kept_where_somebody_says_so(
    path: Path, run: Run, way: str
) -> None:
    mapping = ("--map", said(path, {"targets": "keep"}))

    answer = imported(run, path, BOOK, *(("--targets", "keep") if way == "option" else mapping))

    assert [each["what"] for each in answer["targets"]] == ["QAD-001", "毛利率"]
    assert targets(run, path, "2026-10") == {"QAD-001": 0.9, "QAD-002": 5, "毛利率": None}


def test_one_step_takes_values_and_targets_back(path: Path, run: Run) -> None:
    imported(run, path, BOOK)

    run("undo", path)

    assert targets(run, path, "2026-10")["QAD-001"] == 0.9


def test_a_list_alone_counts_from_this_month_on(path: Path, run: Run) -> None:
    answer = imported(run, path, xlsx({"指標表": LIST}), "--today", "2026-11-12")

    assert "2026-11" in answer["targets"][0]["why"]
    assert targets(run, path, "2026-10")["QAD-001"] == 0.9


def test_a_target_against_the_direction_is_refused_at_its_cell(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [["指標名稱", "單位", "目標"], ["良率", "%", "<=95%"]]
    before = path.read_bytes()

    answer = imported(run, path, xlsx({"指標表": rows}))

    assert [refusal["where"] for refusal in answer["refused"]] == ["sheet 指標表!C2"]
    assert path.read_bytes() == before
