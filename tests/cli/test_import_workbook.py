"""Any workbook into a document by the command line: planned, then all or nothing (R12)."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.exchange.workbooks import Cell, Share, ods, xls, xlsx

HEAD: list[Cell] = ["指標", "單位", "115年8月", "115年9月", "115年10月", "合計"]
ROWS: list[list[Cell]] = [
    ["生管部 KPI 月報"],
    [],
    HEAD,
    ["良率", "%", Share(0.95), "96%", Share(0.97), None],
    ["產量", "件", 1000, "1,234", "3.2萬", 35234],
    ["營收", "元", 5, None, 7, 12],
    ["合計", None, 1, 2, 3, 4],
    [],
    ["註：初稿"],
]


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """A document of three measures; 良率 is a KPI typed directly, 單價 is computed."""
    named = [
        {**measure("yield", unit="%"), "name": {"zh_TW": "良率", "en": "Yield"}},
        {**measure("units", unit="件"), "name": {"zh_TW": "產量", "en": "Output"}},
        {**measure("revenue", unit="元"), "name": {"zh_TW": "營收", "en": "Revenue"}},
    ]
    kpis = [kpi("QAD-001", "良率", unit="%"), kpi("單價", "營收 / 產量")]
    targets = [target("QAD-001", ">=0.9")]
    return document(tmp_path, run, {"measures": named, "kpis": kpis, "targets": targets})


def imported(run: Run, path: Path, data: bytes, *options: object, name: str = "a.xlsx") -> Json:
    """The answer of importing a file with these bytes."""
    source = path.parent / name
    source.write_bytes(data)
    answer: Json = run("import", path, source, "--json", *options).json
    return answer


def book(*rows: list[Cell], sheet: str = "月報") -> bytes:
    return xlsx({sheet: [["指標", "2026-09", "2026-10"], *rows]})


def values(run: Run, path: Path) -> dict[str, object]:
    """Every entry of the document by measure and period."""
    out = path.parent / "out.json"
    run("export", path, "--what", "all", "--to", out)
    entries = json.loads(out.read_text("utf-8"))["entries"]
    out.unlink()
    return {f"{entry['measure']} {entry['period']}": entry["value"] for entry in entries}


def where(answer: Json) -> list[tuple[str, str]]:
    return [(refusal["where"], refusal["what"]) for refusal in answer["refused"]]


@pytest.mark.parametrize(
    ("written", "name"),
    [(xlsx, "a.xlsx"), (xls, "a.xls"), (ods, "a.ods")],
    ids=["xlsx", "xls", "ods"],
)
def test_a_month_report_is_read_with_its_percentages_texts_and_totals(
    path: Path, run: Run, written: object, name: str
) -> None:
    data = written({"月報": ROWS})  # type: ignore[operator]  # one of three

    answer = imported(run, path, data, name=name)

    assert (answer["created"], answer["refused"], answer["unknown"]) == (8, [], [])
    assert values(run, path) == {
        "yield 2026-08": 0.95, "yield 2026-09": 0.96, "yield 2026-10": 0.97,
        "units 2026-08": 1000, "units 2026-09": 1234, "units 2026-10": 32000,
        "revenue 2026-08": 5, "revenue 2026-10": 7,
    }  # fmt: skip
    assert [left["where"] for left in answer["left_out"]] == ["sheet 月報!F3", "sheet 月報!A7"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh_TW", "工作表「月報」B2：「abc」"), ("en", "sheet 月報!B2: “abc”")],
)
def test_a_cell_is_named_in_the_words_of_the_reader(
    path: Path, run: Run, language: str, said: str
) -> None:
    book = path.parent / "a.xlsx"
    book.write_bytes(xlsx({"月報": [["指標", "2026-10"], ["良率", "abc"]]}))

    assert said in run("import", path, book, "--lang", language).err


def test_importing_it_again_changes_nothing(path: Path, run: Run) -> None:
    imported(run, path, xlsx({"月報": ROWS}))
    before = run("history", path, "--json").json

    answer = imported(run, path, xlsx({"月報": ROWS}))

    assert (answer["created"], answer["updated"], answer["same"]) == (0, 0, 8)
    assert run("history", path, "--json").json == before


def test_one_step_takes_the_import_back(path: Path, run: Run) -> None:
    imported(run, path, xlsx({"月報": ROWS}))

    run("undo", path)

    assert values(run, path) == {}


def test_a_dry_run_plans_the_same_and_writes_nothing(path: Path, run: Run) -> None:
    before = path.read_bytes()

    answer = imported(run, path, xlsx({"月報": ROWS}), "--dry-run")

    assert (answer["created"], path.read_bytes() == before) == (8, True)


def test_every_refused_cell_is_named_and_nothing_is_written(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["產量", "abc", 5], ["營收", "1,23", "#DIV/0!"]))

    assert where(answer) == [
        ("sheet 月報!B2", "abc"), ("sheet 月報!B3", "1,23"), ("sheet 月報!C3", "#DIV/0!"),
    ]  # fmt: skip
    assert all(refusal["why"] for refusal in answer["refused"])
    assert values(run, path) == {}


def test_a_fraction_in_a_percent_field_asks(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["良率", 0.95, 96]))

    assert where(answer) == [("sheet 月報!B2", "0.95")]


@pytest.mark.parametrize(("scale", "value"), [("fraction", 0.95), ("percent", 0.0095)])
def test_a_mapping_says_what_a_fraction_means(
    path: Path, run: Run, scale: str, value: float
) -> None:
    mapping = {"names": {"良率": {"to": "yield", "scale": scale}}}

    imported(run, path, book(["良率", 0.95, 0.95]), "--map", said(path, mapping))

    assert values(run, path) == {"yield 2026-09": value, "yield 2026-10": value}


def said(path: Path, mapping: Json) -> Path:
    """A mapping as a file."""
    file = path.parent / "map.json"
    file.write_text(json.dumps({"format": "scorecard.map/1", **mapping}), "utf-8")
    return file


@pytest.mark.parametrize(
    "name",
    [
        "units",
        "產量",
        "Output",
        " 產 量".replace(" ", ""),
        "OUTPUT",
        "1. 產量",
        "產量(件)",
        "產量（件）",
    ],
)
def test_a_row_is_found_by_id_or_name_in_either_language(path: Path, run: Run, name: str) -> None:
    assert imported(run, path, book([name, 1, 2]))["created"] == 2


def test_a_kpi_that_is_typed_directly_takes_its_values(path: Path, run: Run) -> None:
    assert imported(run, path, book(["QAD-001", 95, 96]))["created"] == 2


def test_a_row_is_found_by_its_id_where_the_document_calls_it_otherwise(
    path: Path, run: Run
) -> None:
    rows: list[list[Cell]] = [
        ["編號", "指標", "2026-09", "2026-10"],
        ["units", "生產數量", 1, 2],
        ["1", "營收", 5, 6],
    ]

    answer = imported(run, path, xlsx({"月報": rows}))

    assert (answer["created"], answer["refused"]) == (4, [])


def test_a_computed_kpi_may_get_a_measure_of_its_own_values(path: Path, run: Run) -> None:
    mapping = said(path, {"names": {"單價": {"new": "measure"}}})

    answer = imported(run, path, book(["單價", 1, 2]), "--map", mapping)

    assert (answer["created"], answer["refused"]) == (3, [])


def test_a_computed_kpi_takes_none_and_says_what_does(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["單價", 1, 2]))

    assert where(answer) == [("sheet 月報!A2", "單價")]
    assert all(word in answer["refused"][0]["why"] for word in ("revenue", "units"))


def test_a_near_name_is_asked_and_never_guessed(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["總產量", 1, 2]))

    assert where(answer) == [("sheet 月報!A2", "總產量")]
    assert "units" in answer["refused"][0]["why"]


def test_a_name_of_another_unit_is_not_the_same_measure(path: Path, run: Run) -> None:
    assert where(imported(run, path, book(["良率(件)", 1, 2]))) == [("sheet 月報!A2", "良率(件)")]


def test_an_earlier_choice_is_remembered_in_the_document(path: Path, run: Run) -> None:
    mapping = said(path, {"names": {"總產量": "units"}})
    imported(run, path, book(["總產量", 1, 2]), "--map", mapping)

    answer = imported(run, path, book(["總產量", 1, 3]))

    assert (answer["updated"], answer["same"], answer["refused"]) == (1, 1, [])


def test_the_mapping_survives_columns_and_rows_that_move(path: Path, run: Run) -> None:
    mapping = said(path, {"names": {"總產量": "units"}})
    imported(run, path, book(["總產量", 1, 2], ["營收", 5, 6]), "--map", mapping)
    moved: list[list[Cell]] = [
        ["報表 第 2 版"],
        [],
        ["負責人", "單位", "指標名稱", date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)],
        ["王", "元", "營收", 5, 6, 7],
        ["李", "件", "總產量", 1, 2, 3],
    ]

    answer = imported(run, path, xlsx({"月報 11": moved}))

    assert (answer["created"], answer["same"], answer["refused"]) == (2, 4, [])


def test_a_row_that_is_gone_is_told_by_its_name(path: Path, run: Run) -> None:
    imported(run, path, book(["產量", 1, 2], ["營收", 5, 6]))

    answer = imported(run, path, book(["產量", 1, 3]))

    assert [warning["what"] for warning in answer["unlikely"]] == ["營收"]


def test_a_row_may_be_left_out(path: Path, run: Run) -> None:
    mapping = said(path, {"names": {"天氣": None}})

    answer = imported(run, path, book(["產量", 1, 2], ["天氣", 5, 6]), "--map", mapping)

    assert (answer["created"], answer["refused"]) == (2, [])


def test_a_row_that_goes_by_another_name_now_is_not_told_as_gone(path: Path, run: Run) -> None:
    imported(run, path, book(["良率", 95, 96], ["產量", 1, 2]))
    (path.parent / "map.json").write_text(
        json.dumps({"format": "scorecard.map/1", "names": {"合格率": "yield"}}), "utf-8"
    )

    new = book(["合格率", 95, 96], ["產量", 1, 2])
    answer = imported(run, path, new, "--map", path.parent / "map.json")

    assert (answer["same"], answer["unlikely"]) == (4, [])


def test_a_sheet_that_the_mapping_names_and_is_gone_is_refused_by_name(
    path: Path, run: Run
) -> None:
    answer = imported(
        run, path, book(["產量", 1, 2]), "--map", said(path, {"sheets": ["月報", "年報"]})
    )

    assert where(answer) == [("a.xlsx", "年報")]


@pytest.mark.parametrize(
    ("mapping", "place"),
    [
        pytest.param({"extra": 1}, "map.json extra", id="field"),
        pytest.param({"names": {"a": 5}}, "map.json names.a", id="value"),
        pytest.param({"names": {"a": {"scale": "x"}}}, "map.json names.a.scale", id="word"),
        pytest.param({"names": []}, "map.json names", id="no object"),
        pytest.param({"year": "115"}, "map.json year", id="year"),
        pytest.param({"format": "scorecard.map/2"}, "map.json", id="format"),
    ],
)
def test_a_mistake_in_a_mapping_is_named(path: Path, run: Run, mapping: Json, place: str) -> None:
    source = path.parent / "a.xlsx"
    source.write_bytes(book(["產量", 1, 2]))

    answer = run("import", path, source, "--map", said(path, mapping))

    assert (answer.code, answer.err.startswith(place)) == (2, True)


def test_thousands_of_a_sheet_become_ones_of_the_document(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [["指標", "單位", "2026-09", "2026-10"], ["營收", "仟元", 5, 6.5]]

    imported(run, path, xlsx({"月報": rows}))

    assert values(run, path) == {"revenue 2026-09": 5000, "revenue 2026-10": 6500}


def test_another_unit_is_warned_of(path: Path, run: Run) -> None:
    rows: list[list[Cell]] = [["指標", "單位", "2026-09", "2026-10"], ["產量", "噸", 5, 6.5]]

    answer = imported(run, path, xlsx({"月報": rows}))

    assert [warning["where"] for warning in answer["unlikely"]] == ["sheet 月報!C2"]


def test_numbers_of_a_spreadsheet_are_snapped_and_whole_ones_are_exact(
    path: Path, run: Run
) -> None:
    imported(run, path, book(["產量", 0.1 + 0.2, 123456789012345]))

    assert values(run, path) == {"units 2026-09": 0.3, "units 2026-10": 123456789012345}


def test_an_empty_cell_keeps_what_is_there(path: Path, run: Run) -> None:
    imported(run, path, book(["產量", 1, 2]))

    answer = imported(run, path, book(["產量", None, "-"], ["營收", 1, 2]))

    assert (answer["created"], answer["updated"]) == (2, 0)
    assert values(run, path)["units 2026-10"] == 2


def test_targets_by_month_belong_to_the_kpi_and_change_only_with_their_value(
    path: Path, run: Run
) -> None:
    rows: list[list[Cell]] = [
        ["指標", "2026-08", None, "2026-09", None, "2026-10", None],
        [None, "目標", "實際", "目標", "實際", "目標", "實際"],
        ["良率", 90, 95, 92, 96, 92, 97],
    ]

    answer = imported(run, path, xlsx({"月報": rows}))

    assert answer["created"] == 4
    lines = run("values", path, "--period", "2026-09", "--json", "--today", "2026-11-12").json
    assert lines["lines"] == []
    assert imported(run, path, xlsx({"月報": rows}))["created"] == 0


def test_the_same_cell_with_two_values_is_refused_with_both_places(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["產量", 1, 2], ["units", 1, 3]))

    assert where(answer) == [("sheet 月報!C3", "units co 2026-10")]
    assert "sheet 月報!C2" in answer["refused"][0]["why"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp950"])
def test_a_text_table_in_any_encoding_is_imported(path: Path, run: Run, encoding: str) -> None:
    data = "指標;115年9月;115年10月\n產量;1,000;2".encode(encoding)

    assert imported(run, path, data, name="a.csv")["created"] == 2


def test_a_refused_cell_of_a_text_table_has_its_address_too(path: Path, run: Run) -> None:
    answer = imported(run, path, "指標,115年9月,115年10月\n產量,1,x".encode(), name="a.csv")

    assert where(answer) == [("a.csv!C2", "x")]


def test_unknown_names_become_measures_when_asked(path: Path, run: Run) -> None:
    answer = imported(run, path, book(["缺料次數", 1, 2]), "--new", "measure")

    assert (answer["created"], answer["refused"]) == (3, [])
    assert imported(run, path, book(["缺料次數", 1, 2]))["same"] == 2


def test_a_quarterly_measure_takes_the_last_month_of_its_quarter(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, {"measures": [measure("稼動", frequency="quarter")]})

    answer = imported(run, path, book(["稼動", 5, None]))

    assert (answer["created"], values(run, path)) == (1, {"稼動 2026-Q3": 5})


def test_a_sheet_without_its_unit_asks_where_there_are_several(tmp_path: Path, run: Run) -> None:
    units = [{"id": "a", "name": "甲廠"}, {"id": "b", "name": "乙廠"}]
    path = document(tmp_path, run, {"org": units, "measures": [measure("產量")]})

    refused = imported(run, path, book(["產量", 1, 2]))
    by_option = imported(run, path, book(["產量", 1, 2]), "--org", "a")
    by_sheet = imported(run, path, book(["產量", 1, 2], sheet="乙廠"))

    assert [where(refused), by_option["created"], by_sheet["created"]] == [
        [("sheet 月報", "")], 2, 2,
    ]  # fmt: skip
