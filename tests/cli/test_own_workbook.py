"""From one's own workbook to a coloured tree: a list of KPIs in one sheet, months in another."""

from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, Share, xlsx

LIST: list[list[Cell]] = [
    ["編號", "指標名稱", "構面", "單位", "目標", "方向", "負責人"],
    ["OPS-007", "交期達成率", "內部流程", "%", "≥95%", "越高越好", "王"],
    ["OPS-008", "平均交期", "內部流程", "天", 7, "越低越好", "李"],
    ["CUS-1", "客訴件數", "顧客", "件", "<=5", None, "張"],
    ["FIN-1", "營收", "財務", "仟元", 1000, "越高越好", "林"],
]
MONTHS: list[list[Cell]] = [
    ["指標", "單位", "115年9月", "115年10月"],
    ["交期達成率", "%", Share(0.946), Share(0.898)],
    ["平均交期", "天", 7.1, 6.5],
    ["客訴件數", "件", 9, 17],
    ["營收", "仟元", 1234.5, "3.2萬"],
]


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    found = tmp_path / "own.scorecard"
    assert run("new", found).code == 0
    (tmp_path / "own.xlsx").write_bytes(xlsx({"指標表": LIST, "115 年": MONTHS}))
    return found


def imported(run: Run, path: Path, *options: object) -> Json:
    answer: Json = run("import", path, path.parent / "own.xlsx", "--json", *options).json
    return answer


def lines(run: Run, path: Path) -> dict[str, Json]:
    answer = run("values", path, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    return {line["kpi"]: line for line in answer["lines"] if line["kind"] == "kpi"}


def test_unknown_names_are_asked_by_name_before_anything_is_made(path: Path, run: Run) -> None:
    answer = imported(run, path)

    assert [refusal["what"] for refusal in answer["refused"]] == [
        "交期達成率", "平均交期", "客訴件數", "營收",
    ]  # fmt: skip
    assert lines(run, path) == {}


@pytest.mark.parametrize("heading", ["面向", "構面", "Perspective"])
def test_the_perspectives_of_a_list_become_those_of_the_tree(
    path: Path, run: Run, heading: str
) -> None:
    head = [heading if cell == "構面" else cell for cell in LIST[0]]
    (path.parent / "own.xlsx").write_bytes(xlsx({"指標表": [head, *LIST[1:]], "115 年": MONTHS}))

    imported(run, path, "--new", "kpi")

    answer = run("values", path, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    kinds = [line["name"]["zh_TW"] for line in answer["lines"] if line["kind"] == "perspective"]
    assert kinds == ["內部營運面向", "客戶面向", "財務面向"]


def test_one_command_makes_a_coloured_tree(path: Path, run: Run) -> None:
    answer = imported(run, path, "--new", "kpi")

    found = lines(run, path)
    assert answer["refused"] == []
    assert {
        kpi: (line["value"], line["target"], line["status"]) for kpi, line in found.items()
    } == {
        "OPS-007": (0.898, 0.95, "amber"),
        "OPS-008": (6.5, 7, "green"),
        "CUS-1": (17, 5, "red"),
        "FIN-1": (32000, 1000, "green"),
    }


def test_lines_stand_under_their_perspectives_and_these_under_a_goal(path: Path, run: Run) -> None:
    imported(run, path, "--new", "kpi")

    answer = run("values", path, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    kinds = {line["node"]: line["kind"] for line in answer["lines"]}
    parents = {line["kind"]: kinds.get(line["parent"]) for line in answer["lines"]}
    assert parents == {"goal": None, "perspective": "goal", "kpi": "perspective"}


def test_the_whole_is_one_step_and_repeating_it_changes_nothing(path: Path, run: Run) -> None:
    imported(run, path, "--new", "kpi")

    again = imported(run, path, "--new", "kpi")
    run("undo", path)

    assert (again["created"], again["updated"], again["same"]) == (0, 0, 8)
    assert lines(run, path) == {}


def test_a_target_beside_the_months_is_taken_too(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "b.scorecard"
    run("new", path)
    rows: list[list[Cell]] = [
        ["指標", "單位", "目標", "2026-09", "2026-10"],
        ["良率", "%", ">=95%", Share(0.9), Share(0.96)],
    ]
    (tmp_path / "own.xlsx").write_bytes(xlsx({"月報": rows}))

    imported(run, path, "--new", "kpi")

    assert [line["status"] for line in lines(run, path).values()] == ["green"]


def test_a_target_of_which_nobody_says_what_is_better_is_warned_of(
    tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "b.scorecard"
    run("new", path)
    rows: list[list[Cell]] = [["指標", "單位", "目標"], ["客訴件數", "件", 5]]
    (tmp_path / "own.xlsx").write_bytes(xlsx({"指標表": rows}))

    answer = imported(run, path, "--new", "kpi", "--today", "2026-11-12")

    assert [warning["what"] for warning in answer["unlikely"]] == ["客訴件數"]


def test_a_cell_of_a_closed_month_is_refused_with_its_address(path: Path, run: Run) -> None:
    imported(run, path, "--new", "kpi")
    assert run("close", path, "--period", "2026-09").code == 0
    changed = [row.copy() for row in MONTHS]
    changed[3][2] = 10
    (path.parent / "own.xlsx").write_bytes(xlsx({"指標表": LIST, "115 年": changed}))

    answer = imported(run, path)

    assert [refusal["where"] for refusal in answer["refused"]] == ["sheet 115 年!C4"]


def listed(run: Run, folder: Path, *rows: list[Cell]) -> tuple[Json, dict[str, Json]]:
    """What a list of KPIs with values of two months says, and the lines that it makes."""
    path = folder / "b.scorecard"
    run("new", path)
    (folder / "own.xlsx").write_bytes(xlsx({"月報": rows}))
    return imported(run, path, "--new", "kpi", "--today", "2026-11-12"), lines(run, path)


@pytest.mark.parametrize("heading", ["黃燈門檻", "Threshold (amber)", "警戒值"])
def test_the_amber_limit_of_a_list_judges_as_the_list_says(
    tmp_path: Path, run: Run, heading: str
) -> None:
    _, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "目標", heading, "方向", "2026-09", "2026-10"],
        ["結案率", "%", Share(0.95), Share(0.93), "望大", Share(0.96), Share(0.92)],
        ["等候", "秒", "≤45", "60", "望小", 50, 59],
        ["首次解決率", "%", "≥95%", "90–95%", None, Share(0.96), Share(0.91)],
    )

    assert [line["status"] for line in found.values()] == ["red", "amber", "amber"]


@pytest.mark.parametrize("limit", ["97%", "再議", "≤ 90%"])
def test_an_amber_limit_that_is_none_is_told_and_left_out(
    tmp_path: Path, run: Run, limit: str
) -> None:
    answer, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "目標", "黃燈門檻", "方向", "2026-09", "2026-10"],
        ["結案率", "%", "≥95%", limit, "望大", Share(0.96), Share(0.96)],
    )

    assert [warning["what"] for warning in answer["unlikely"]] == [limit]
    assert [line["status"] for line in found.values()] == ["green"]


@pytest.mark.parametrize("sign", ["％", "﹪", " % "])
def test_a_percent_sign_means_a_share_however_wide_it_is(
    tmp_path: Path, run: Run, sign: str
) -> None:
    answer, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "目標", "方向", "2026-09", "2026-10"],
        ["來電率", sign, "≤ 8", "望小", Share(0.076), 7.9],
    )

    assert answer["refused"] == []
    assert [(line["value"], line["unit"]) for line in found.values()] == [(0.079, "%")]


def test_what_is_counted_per_so_many_is_not_added_up_over_months(tmp_path: Path, run: Run) -> None:
    listed(
        run,
        tmp_path,
        ["指標", "單位", "2026-09", "2026-10"],
        ["Picking errors", "per 1,000 lines", 2.0, 3.0],
        ["Damaged parcels", "ppm", 400, 500],
        ["Parcels", "thousand", 90, 91],
    )

    said = ("--period", "2026-10", "--upto", "--json", "--today", "2026-11-12")
    answer = run("values", tmp_path / "b.scorecard", *said).json
    kpis = [line for line in answer["lines"] if line["kind"] == "kpi"]
    assert [line["value"] for line in kpis] == [2.5, 450, 181]


def test_an_amber_limit_says_which_way_is_good_where_nothing_else_does(
    tmp_path: Path, run: Run
) -> None:
    answer, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "115年目標", "警戒值", "2026-09", "2026-10"],
        ["良率", "%", Share(0.98), Share(0.95), Share(0.97), Share(0.98)],
        ["報廢", "千元", 120, 150, 118, 160],
    )

    assert [line["status"] for line in found.values()] == ["green", "red"]
    assert [warning["what"] for warning in answer["unlikely"]] == ["115年目標"]


def test_targets_beside_the_months_may_say_their_own_way(tmp_path: Path, run: Run) -> None:
    answer, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "115年9月 目標", "115年9月 實際", "115年10月 目標", "115年10月 實際"],
        ["客訴件數", "件", "≤5", 4, "≤6", 7],
        ["良率", "%", "≥98%", "97.9%", "≥98%", "98.4%"],
    )

    assert answer["refused"] == []
    assert [(line["target"], line["status"]) for line in found.values()] == [
        (6, "red"),
        (0.98, "green"),
    ]


def test_a_list_may_say_its_targets_by_the_colours_alone(tmp_path: Path, run: Run) -> None:
    _, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "綠燈", "黃燈", "紅燈", "2026-09", "2026-10"],
        ["良率", "%", "≥98%", "95%~98%", "<95%", "97.2%", "98.1%"],
        ["客訴", "件", "≤5", "6~8", ">8", 6, 8],
        ["報廢", "千元", "≤120", "120~150", ">150", 118, 151],
    )

    assert [line["status"] for line in found.values()] == ["green", "amber", "red"]


def test_targets_beside_the_months_of_which_nobody_says_what_is_better_are_warned_of(
    tmp_path: Path, run: Run
) -> None:
    answer, found = listed(
        run,
        tmp_path,
        ["指標", "單位", "115年9月 目標", "115年9月 實際", "115年10月 目標", "115年10月 實際"],
        ["良率", "%", "98%", "97.9%", "98%", "98.4%"],
    )

    assert [line["status"] for line in found.values()] == ["blue"]
    assert [warning["what"] for warning in answer["unlikely"]] == ["良率"]
