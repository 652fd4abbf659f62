"""A list of KPIs with their departments: lines, targets and values stand at those (product rule:
a name listed for two departments is one definition on two lines)."""

import json
from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, months
from tests.cli.running import Run
from tests.cli.test_import_workbook import imported
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, Share, ods, xls, xlsx

LIST: list[list[Cell]] = [
    ["指標", "部門", "目標", "單位", "方向", "構面"],
    ["客訴件數", "品管部", 5, "件", "越低越好", "顧客"],
    ["檢驗準時率", "品管部", "≥95%", "%", "越高越好", "內部流程"],
    ["產量", "製造部", 1000, "件", "越高越好", "內部流程"],
    ["設備稼動率", "製造部", "≥80%", "%", "越高越好", "內部流程"],
]
MONTHS: list[list[Cell]] = [
    ["指標", "115年9月", "115年10月"],
    ["客訴件數", 4, 5],
    ["檢驗準時率", Share(0.97), Share(0.94)],
    ["產量", 1100, 800],
    ["設備稼動率", Share(0.79), Share(0.85)],
]
#: The values that stand in the workbook, by name, unit and month.
VALUES = {
    "客訴件數 品管部 2026-09": 4, "客訴件數 品管部 2026-10": 5,
    "檢驗準時率 品管部 2026-09": 0.97, "檢驗準時率 品管部 2026-10": 0.94,
    "產量 製造部 2026-09": 1100, "產量 製造部 2026-10": 800,
    "設備稼動率 製造部 2026-09": 0.79, "設備稼動率 製造部 2026-10": 0.85,
}  # fmt: skip
#: Each line by its name and unit: value, target and colour in October.
LINES = {
    "客訴件數 品管部": (5, 5, "green"),
    "檢驗準時率 品管部": (0.94, 0.95, "amber"),
    "產量 製造部": (800, 1000, "red"),
    "設備稼動率 製造部": (0.85, 0.8, "green"),
}
BOTH: list[list[Cell]] = [
    LIST[0],
    ["不良率", "品管部", "<=2%", "%", "越低越好", "內部流程"],
    ["不良率", "製造部", "<=3%", "%", "越低越好", "內部流程"],
]
BOTH_MONTHS: list[list[Cell]] = [
    ["指標", "部門", "115年9月", "115年10月"],
    ["不良率", "品管部", Share(0.019), Share(0.025)],
    ["不良率", "製造部", Share(0.031), Share(0.025)],
]
NEW = ("--new", "kpi")


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """A new document: nothing but its structure."""
    found = tmp_path / "own.scorecard"
    assert run("new", found).code == 0
    return found


def whole(run: Run, path: Path) -> Json:
    """The document as JSON."""
    out = path.parent / "out.json"
    run("export", path, "--what", "all", "--to", out)
    found: Json = json.loads(out.read_text("utf-8"))
    return found


def name_of(thing: Json) -> str:
    """What a unit or a measure is called."""
    name = thing["name"]
    return str(name["zh_TW"] if isinstance(name, dict) else name)


def units(run: Run, path: Path) -> dict[str, str]:
    """The names of the units by their ids."""
    return {unit["id"]: name_of(unit) for unit in whole(run, path).get("org", [])}


def values(run: Run, path: Path) -> dict[str, float]:
    """Every entry by the name of its measure, of its unit, and its month."""
    found, known = whole(run, path), units(run, path)
    names = {each["id"]: name_of(each) for each in found["measures"]}
    return {
        f"{names[each['measure']]} {known[each['org']]} {each['period']}": each["value"]
        for each in found["entries"]
    }


def all_lines(run: Run, path: Path) -> list[Json]:
    answer = run("values", path, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    return list(answer["lines"])


def lines(run: Run, path: Path) -> dict[str, tuple[object, ...]]:
    """The lines of KPIs by their name and unit: value, target and colour in October."""
    known = units(run, path)
    return {
        f"{name_of(line)} {known[line['org']]}": (line["value"], line["target"], line["status"])
        for line in all_lines(run, path)
        if line["kind"] == "kpi"
    }


def with_departments(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The sheet of months with the department of each row."""
    said = {str(row[0]): row[1] for row in LIST}
    head: list[Cell] = [rows[0][0], "部門", *rows[0][1:]]
    return [head, *([row[0], said[str(row[0])], *row[1:]] for row in rows[1:])]


def downwards(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The same numbers with a row for each."""
    body: list[list[Cell]] = [
        [month, row[0], value]
        for row in rows[1:]
        for month, value in zip(rows[0][1:], row[1:], strict=True)
    ]
    return [["年月", "指標", "數值"], *body]


@pytest.mark.parametrize(
    "months_of",
    [
        pytest.param(MONTHS, id="no departments"),
        pytest.param(with_departments(MONTHS), id="departments"),
        pytest.param(downwards(MONTHS), id="downwards"),
    ],
)
def test_lines_targets_and_values_stand_at_the_department_of_the_list(
    path: Path, run: Run, months_of: list[list[Cell]]
) -> None:
    answer = imported(run, path, xlsx({"指標表": LIST, "月報": months_of}), *NEW)

    assert (answer["refused"], answer["unlikely"]) == ([], [])
    assert values(run, path) == VALUES
    assert lines(run, path) == LINES


@pytest.mark.parametrize(("written", "name"), [(ods, "a.ods"), (xls, "a.xls")], ids=["ods", "xls"])
def test_other_spreadsheets_say_the_same(path: Path, run: Run, written: object, name: str) -> None:
    data = written({"月報": MONTHS, "指標表": LIST})  # type: ignore[operator]  # one of two

    imported(run, path, data, *NEW, name=name)

    assert (values(run, path), lines(run, path)) == (VALUES, LINES)


def test_the_units_are_made_once_below_the_first_one(path: Path, run: Run) -> None:
    imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW)

    parents = {name_of(unit): unit["parent"] for unit in whole(run, path)["org"]}
    assert parents == {"公司": None, "品管部": "co", "製造部": "co"}


def test_the_colours_roll_up_from_the_departments(path: Path, run: Run) -> None:
    """95 points and 45 for amber 94 of 95 % and red 800 of 1000 are worked out elsewhere; here: the
    perspective shows the worst of its own three, the customers' only their green one."""
    imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW)

    found = {name_of(line): line for line in all_lines(run, path) if line["kind"] == "perspective"}
    assert {name: line["worst"] for name, line in found.items()} == {
        "客戶面向": "green", "內部營運面向": "red",
    }  # fmt: skip
    assert found["客戶面向"]["status"] == "green"
    assert found["內部營運面向"]["coverage"] == 1


@pytest.mark.parametrize("options", [NEW, ()], ids=["as before", "plain"])
def test_repeating_it_changes_nothing(path: Path, run: Run, options: tuple[str, ...]) -> None:
    book = xlsx({"指標表": LIST, "月報": MONTHS})
    imported(run, path, book, *NEW)
    before = run("history", path, "--json").json

    answer = imported(run, path, book, *options)

    assert (answer["created"], answer["updated"], answer["same"]) == (0, 0, 8)
    assert run("history", path, "--json").json == before


def test_one_step_takes_all_of_it_back(path: Path, run: Run) -> None:
    before = whole(run, path)
    imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW)

    run("undo", path)

    assert whole(run, path) == before


def test_a_dry_run_counts_the_units_among_what_is_new(path: Path, run: Run) -> None:
    """3 units, 4 measures, 4 definitions, goal and 2 perspectives, 4 lines, 4 targets, 8 values."""
    answer = imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW, "--dry-run")

    assert answer["created"] == 3 + 4 + 4 + 3 + 4 + 4 + 8
    assert units(run, path) == {}


def test_the_months_alone_find_the_department_of_their_kpi(path: Path, run: Run) -> None:
    imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW)
    following: list[list[Cell]] = [["指標", "115年11月"], ["客訴件數", 3], ["產量", 1200]]

    answer = imported(run, path, xlsx({"月報": following}))

    assert answer["refused"] == []
    assert values(run, path) == {
        **VALUES, "客訴件數 品管部 2026-11": 3, "產量 製造部 2026-11": 1200,
    }  # fmt: skip


def test_a_name_of_two_departments_is_one_definition_on_two_lines(path: Path, run: Run) -> None:
    answer = imported(run, path, xlsx({"指標表": BOTH, "月報": BOTH_MONTHS}), *NEW)

    assert answer["refused"] == []
    assert len(whole(run, path)["kpis"]) == 1
    assert lines(run, path) == {
        "不良率 品管部": (0.025, 0.02, "red"), "不良率 製造部": (0.025, 0.03, "green"),
    }  # fmt: skip
    assert imported(run, path, xlsx({"指標表": BOTH, "月報": BOTH_MONTHS}))["created"] == 0


def test_a_row_of_months_that_could_be_either_department_is_asked_for(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [["指標", "115年9月", "115年10月"], ["不良率", Share(0.01), None]]

    answer = imported(run, path, xlsx({"指標表": BOTH, "月報": rows}), *NEW)

    assert [(each["where"], each["what"]) for each in answer["refused"]] == [
        ("sheet 月報!A2", "不良率")
    ]
    assert all(unit in answer["refused"][0]["why"] for unit in ("品管部", "製造部"))
    assert lines(run, path) == {}


def test_the_company_in_the_column_of_departments_is_the_first_unit(path: Path, run: Run) -> None:
    """An empty cell among departments is the company too."""
    rows: list[list[Cell]] = [
        LIST[0], ["營收", "全公司", 900, "仟元", "越高越好", "財務"],
        ["毛利", None, 90, "仟元", "越高越好", "財務"], LIST[1],
    ]  # fmt: skip
    body: list[list[Cell]] = [MONTHS[0], ["營收", 800, 950], ["毛利", 91, 92], MONTHS[1]]

    imported(run, path, xlsx({"指標表": rows, "月報": body}), *NEW)

    assert lines(run, path) == {
        "營收 公司": (950, 900, "green"),
        "毛利 公司": (92, 90, "green"),
        "客訴件數 品管部": (5, 5, "green"),
    }


def test_one_sheet_of_departments_targets_and_months_is_enough(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [
        ["指標", "部門", "單位", "目標", "115年9月", "115年10月"],
        ["不良率", "品管部", "%", "<=2%", Share(0.019), Share(0.025)],
        ["不良率", "製造部", "%", "<=3%", Share(0.031), Share(0.025)],
    ]

    imported(run, path, xlsx({"月報": rows}), *NEW)

    assert lines(run, path) == {
        "不良率 品管部": (0.025, 0.02, "red"), "不良率 製造部": (0.025, 0.03, "green"),
    }  # fmt: skip


def test_months_of_several_departments_without_a_list_stay_one_line_of_the_company(
    path: Path, run: Run
) -> None:
    rows: list[list[Cell]] = [
        ["指標", "部門", "115年9月", "115年10月"],
        ["產量", "一廠", 100, 200],
        ["產量", "二廠", 300, 500],
    ]

    imported(run, path, xlsx({"月報": rows}), *NEW)

    assert {line: said[0] for line, said in lines(run, path).items()} == {"產量 公司": 700}


def test_another_unit_beside_the_same_name_is_warned_of(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [
        BOTH[0],
        BOTH[1],
        ["不良率", "製造部", "<=3", "件", "越低越好", "內部流程"],
    ]

    answer = imported(run, path, xlsx({"指標表": rows, "月報": BOTH_MONTHS}), *NEW)

    assert [each["where"] for each in answer["unlikely"]] == ["sheet 指標表!A3"]


def test_values_kept_at_the_company_go_on_there(tmp_path: Path, run: Run) -> None:
    """The document keeps the numbers of the company, one department has a line of them."""
    parts: Json = {
        "org": [{"id": "co", "name": "公司"}, {"id": "q", "name": "品管部", "parent": "co"}],
        "measures": [{**measure("complaints"), "name": "客訴件數"}],
        "kpis": [kpi("K", "客訴件數")],
        "tree": [{"id": "n", "parent": None, "kind": "kpi", "kpi": "K", "org": "q"}],
        "entries": months("complaints", [7], "2026-08"),
    }
    path = document(tmp_path, run, parts)

    imported(run, path, xlsx({"月報": MONTHS[:2]}))

    assert values(run, path) == {
        "客訴件數 公司 2026-08": 7, "客訴件數 公司 2026-09": 4, "客訴件數 公司 2026-10": 5,
    }  # fmt: skip


def test_a_unit_that_somebody_chose_for_the_rows_counts_before_the_line(
    path: Path, run: Run
) -> None:
    imported(run, path, xlsx({"指標表": LIST, "月報": MONTHS}), *NEW)
    following: list[list[Cell]] = [["指標", "115年11月"], ["客訴件數", 3]]

    imported(run, path, xlsx({"月報": following}), "--org", "co")

    assert values(run, path)["客訴件數 公司 2026-11"] == 3
