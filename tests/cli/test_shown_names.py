"""A workbook may use any name that the program itself shows: a measure with its unit in brackets
(the entry sheet), a line of the tree. What can be read in two ways is asked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from resources.sample.build import SOURCE
from scorecard.board import Board
from scorecard.check.readers import readers
from scorecard.entering.sheet import Asked, columns, groups, own_period
from scorecard.entry_name import entry_name
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.period import Period
from scorecard.text import LANGUAGES
from scorecard.vocabulary import Frequency
from tests.cli.documents import document, kpi, measure
from tests.cli.running import Run
from tests.cli.test_import_workbook import imported, where
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, ods, xlsx

Book = Callable[[dict[str, list[list[Cell]]]], bytes]


def entries(run: Run, path: Path) -> dict[tuple[str, str, str], object]:
    out = path.parent / "out.json"
    run("export", path, "--what", "all", "--to", out)
    said = json.loads(out.read_text("utf-8"))["entries"]
    return {(each["measure"], each["org"], each["period"]): each["value"] for each in said}


@pytest.mark.parametrize(("written", "name"), [(xlsx, "a.xlsx"), (ods, "a.ods")], ids=["x", "o"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_under_the_names_of_the_sheet_comes_in_without_a_question(
    run: Run, sample: Path, language: str, written: Book, name: str
) -> None:
    """Every row of the entry sheet, with a value of its own in each."""
    month, calendar = Period.parse("2026-12"), Board().settings.calendar
    board = Board().after(plan(read_board(SOURCE.read_bytes(), SOURCE.name), Board()).edits)
    (now,) = columns(month, Frequency.MONTH, calendar)[-1:]
    expected, rows = {}, list[list[Cell]]()
    for group in groups(board, readers(board), Frequency.MONTH, Asked()):
        for row in group.rows:
            own = own_period(row.measure, now, calendar)
            assert own is not None
            called = row.measure.name.show(language)
            value = 1000 + len(rows)
            rows.append([entry_name(called, row.org.show(language), language), value])
            expected[(*row.place, own.code)] = value

    answer = imported(run, sample, written({"月報": [["指標", "115年12月"], *rows]}), name=name)

    assert (answer["refused"], answer["left_out"]) == ([], [])
    assert answer["created"] + answer["updated"] == len(expected)
    said = entries(run, sample)
    assert {key: said[key] for key in expected} == expected


def test_a_csv_of_the_own_form_may_use_them_too(run: Run, sample: Path) -> None:
    rows = [
        "measure,period,value",
        "分區營收（北區）,2026-12,7",
        "Revenue (Business unit B),2026-12,8",
    ]

    answer = imported(run, sample, "\n".join(rows).encode(), name="a.csv")

    assert answer["refused"] == []
    said = entries(run, sample)
    assert said["revenue_by_region", "north", "2026-12"] == 7
    assert said["revenue", "bu-b", "2026-12"] == 8


def test_the_lines_of_the_tree_are_names_too(run: Run, sample: Path) -> None:
    rows: list[list[Cell]] = [["KPI", "2026-12"], ["North revenue", 7], ["產品線 A1 營收", 8]]

    answer = imported(run, sample, xlsx({"a": rows}))

    assert answer["refused"] == []
    said = entries(run, sample)
    assert said["revenue_by_region", "north", "2026-12"] == 7
    assert said["revenue", "a1", "2026-12"] == 8


@pytest.fixture
def regions(tmp_path: Path, run: Run) -> Path:
    """One KPI at two units, a unit whose name two have, a measure with brackets in its name."""
    units = [
        {"id": "co", "name": "公司", "parent": None},
        {"id": "n", "name": {"zh_TW": "北區", "en": "North"}, "parent": "co"},
        {"id": "s", "name": "南區", "parent": "co"},
        {"id": "x1", "name": "海外", "parent": "co"},
        {"id": "x2", "name": "海外", "parent": "co"},
    ]
    named = [
        {**measure("sales", unit="元"), "name": {"zh_TW": "銷售額", "en": "Sales"}},
        {**measure("net", unit="元"), "name": "銷售額（淨額）"},
        {**measure("odd", unit="元"), "name": "運費（南區）"},
        {**measure("freight", unit="元"), "name": "運費"},
    ]
    lines = [
        {"id": f"l-{org}", "parent": None, "kind": "kpi", "kpi": "銷售", "org": org}
        for org in ("n", "s")
    ]
    kpis = [kpi("銷售", "sales", unit="元")]
    parts: Json = {"org": units, "measures": named, "kpis": kpis, "tree": lines}
    return document(tmp_path, run, parts)


def book(*rows: list[Cell]) -> bytes:
    return xlsx({"月報": [["指標", "2026-10"], *rows]})


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("銷售額（北區）", ("sales", "n")),
        ("銷售額 (N)", ("sales", "n")),
        ("Sales（南區）", ("sales", "s")),
        ("1. 銷售額（元）", ("sales", "co")),
        ("銷售額（北區）（元）", ("sales", "n")),
        ("銷售額（元）（北區）", ("sales", "n")),
        ("銷售額（淨額）", ("net", "co")),
        ("銷售額（淨額）（北區）", ("net", "n")),
        ("運費（南區）", ("odd", "co")),
        ("運費（s）", ("freight", "s")),
    ],
)
def test_the_unit_in_brackets_is_where_the_number_belongs(
    run: Run, regions: Path, name: str, place: tuple[str, str]
) -> None:
    answer = imported(run, regions, book([name, 5]), *(["--org", "co"] if place[1] == "co" else []))

    assert answer["refused"] == []
    assert entries(run, regions) == {(*place, "2026-10"): 5}


def test_a_unit_that_two_are_called_is_asked_and_can_be_said(run: Run, regions: Path) -> None:
    data = book(["銷售額（海外）", 5])

    answer = imported(run, regions, data)

    assert where(answer) == [("sheet 月報!A2", "銷售額（海外）")]
    assert all(each in answer["refused"][0]["why"] for each in ("x1", "x2"))
    said = {"format": "scorecard.map/1", "names": {"銷售額（海外）": {"to": "sales", "org": "x2"}}}
    chosen = regions.parent / "map.json"
    chosen.write_text(json.dumps(said), "utf-8")
    assert imported(run, regions, data, "--map", chosen)["refused"] == []
    assert entries(run, regions) == {("sales", "x2", "2026-10"): 5}
    again = imported(run, regions, book(["銷售額(海外)", 6]))
    assert (again["refused"], again["updated"]) == ([], 1)


def test_a_name_and_a_column_that_say_two_units_are_refused_once(run: Run, regions: Path) -> None:
    rows: list[list[Cell]] = [
        ["指標", "部門", "2026-09", "2026-10"],
        ["銷售額（北區）", "南區", 1, 2],
    ]

    answer = imported(run, regions, xlsx({"a": rows}))

    assert where(answer) == [("sheet a!A2", "銷售額（北區）")]
    assert "南區" in answer["refused"][0]["why"]


def test_a_column_of_a_name_that_two_units_have_is_asked(run: Run, regions: Path) -> None:
    rows: list[list[Cell]] = [
        ["指標", "部門", "2026-10"],
        ["銷售額", "海外", 1],
        ["銷售額", "北區", 2],
    ]

    answer = imported(run, regions, xlsx({"a": rows}))

    assert [each["what"] for each in answer["refused"]] == ["海外"]
    assert "x1, x2" in answer["refused"][0]["why"]


def test_a_mapping_may_say_a_shown_name(run: Run, regions: Path) -> None:
    said = {"format": "scorecard.map/1", "names": {"北部業績": "銷售額（北區）"}}
    chosen = regions.parent / "map.json"
    chosen.write_text(json.dumps(said), "utf-8")

    assert imported(run, regions, book(["北部業績", 5]), "--map", chosen)["refused"] == []

    assert entries(run, regions) == {("sales", "n", "2026-10"): 5}
    assert imported(run, regions, book(["北部業績", 6]))["updated"] == 1


def test_the_words_of_a_mapping_for_units_count_in_brackets(run: Run, regions: Path) -> None:
    said = {"format": "scorecard.map/1", "orgs": {"台北營業所": "n"}}
    chosen = regions.parent / "map.json"
    chosen.write_text(json.dumps(said), "utf-8")

    answer = imported(run, regions, book(["銷售額（台北營業所）", 5]), "--map", chosen)

    assert answer["refused"] == []
    assert entries(run, regions) == {("sales", "n", "2026-10"): 5}


def test_a_near_name_with_its_unit_is_asked_as_that_unit(run: Run, regions: Path) -> None:
    answer = imported(run, regions, book(["銷售額度（北區）", 5]))

    assert where(answer) == [("sheet 月報!A2", "銷售額度（北區）")]
    assert "Sales (sales, n)" in answer["refused"][0]["why"]


def test_a_list_of_kpis_says_targets_under_such_names(run: Run, regions: Path) -> None:
    """The list and the months beside it."""
    names: list[list[Cell]] = [["指標", "單位", "目標"], ["銷售額（北區）", "元", "≥100"]]
    names.append(["Sales（南區）", "元", "≥80"])
    months: list[list[Cell]] = [
        ["指標", "2026-10"],
        ["銷售額（北區）", 120],
        ["銷售額（南區）", 70],
    ]

    answer = imported(run, regions, xlsx({"指標表": names, "月報": months}))

    assert answer["refused"] == []
    shown = run("values", regions, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    lines = {line["org"]: (line["value"], line["target"]) for line in shown["lines"]}
    assert lines == {"n": (120, 100), "s": (70, 80)}


def test_a_new_name_at_two_units_is_one_definition_on_two_lines(run: Run, regions: Path) -> None:
    names: list[list[Cell]] = [["指標", "單位", "目標"], ["退貨率（北區）", "%", "≤5%"]]
    names.append(["退貨率（南區）", "%", "≤4%"])
    months: list[list[Cell]] = [
        ["指標", "2026-10"],
        ["退貨率（北區）", "3%"],
        ["退貨率（南區）", "4.5%"],
    ]

    answer = imported(run, regions, xlsx({"指標表": names, "月報": months}), "--new", "kpi")

    assert answer["refused"] == []
    shown = run("values", regions, "--period", "2026-10", "--json", "--today", "2026-11-12").json
    lines = {
        line["org"]: (line["name"]["zh_TW"], line["value"], line["target"], line["status"])
        for line in shown["lines"]
        if line["kpi"] not in (None, "銷售")
    }
    assert lines["n"] == ("退貨率", 0.03, 0.05, "green")
    assert lines["s"][:3] == ("退貨率", 0.045, 0.04)


@pytest.mark.parametrize(
    ("language", "measure", "units"),
    [("zh_TW", "良品數", "事業部A、"), ("en", "Good units", "Business unit A, ")],
)
def test_what_may_be_meant_is_named_in_the_words_of_the_reader(
    run: Run, sample: Path, language: str, measure: str, units: str
) -> None:
    source = sample.parent / "a.xlsx"
    source.write_bytes(book(["良品數量", 5], ["營收", 7]))

    said = run("import", sample, source, "--lang", language).err

    assert f"{measure} (good_units)" in said
    assert units in said
