"""Workbooks as LibreOffice writes them give exactly the entries that were written by hand."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, target
from tests.cli.running import Answer, Run, run
from tests.exchange.documents import Json
from tests.libreoffice.books import (
    ERRORS_REFUSED,
    LONG_ENTRIES,
    OWN_LINES,
    TWO_LINES_ENTRIES,
    TWO_LINES_TARGETS,
    UNITS_ENTRIES,
    WIDE_ENTRIES,
)
from tests.libreoffice.make import GOLDEN, KINDS

__all__ = ["run"]

ENTRIES = {
    "wide": WIDE_ENTRIES,
    "long": LONG_ENTRIES,
    "two_lines": TWO_LINES_ENTRIES,
    "units": UNITS_ENTRIES,
}


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """A document of a company with two plants, three measures and one KPI."""
    plants = [
        {"id": "co", "name": "公司", "parent": None},
        {"id": "tpe", "name": "台北廠", "parent": "co"},
        {"id": "khh", "name": "高雄廠", "parent": "co"},
    ]
    named = [
        {**measure("yield", unit="%"), "name": {"zh_TW": "良率", "en": "Yield"}},
        {**measure("units", unit="件"), "name": {"zh_TW": "產量", "en": "Output"}},
        {**measure("revenue", unit="元"), "name": {"zh_TW": "營收", "en": "Revenue"}},
    ]
    parts = {
        "org": plants,
        "measures": named,
        "kpis": [kpi("QAD-001", "良率", unit="%")],
        "targets": [target("QAD-001", ">=0.9")],
    }
    return document(tmp_path, run, parts)


def imported(run: Run, path: Path, file: str, *options: object) -> Answer:
    """The answer of importing a golden file."""
    source = path.parent / file
    shutil.copy(GOLDEN / file, source)
    return run("import", path, source, "--json", *options)


def whole(run: Run, path: Path) -> Json:
    """The document as JSON."""
    out = path.parent / "out.json"
    run("export", path, "--what", "all", "--to", out)
    found: Json = json.loads(out.read_text("utf-8"))
    out.unlink()
    return found


def entries(run: Run, path: Path) -> Mapping[str, object]:
    """Every value by measure, unit and period."""
    found = whole(run, path)["entries"]
    return {f"{e['measure']} {e['org']} {e['period']}": e["value"] for e in found}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ENTRIES)
def test_a_workbook_of_libreoffice_gives_the_entries_written_by_hand(
    path: Path, run: Run, name: str, kind: str
) -> None:
    answer = imported(run, path, f"{name}.{kind}")

    assert answer.json["refused"] == []
    assert entries(run, path) == ENTRIES[name]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hidden_sheet_is_left_out_and_told(path: Path, run: Run, kind: str) -> None:
    answer = imported(run, path, f"units.{kind}").json

    assert [left["where"] for left in answer["left_out"]] == ["sheet 草稿"]


@pytest.mark.parametrize("encoding", ["utf8", "utf16", "big5"])
@pytest.mark.parametrize("name", ["wide", "long"])
def test_a_text_table_of_libreoffice_gives_the_entries_written_by_hand(
    path: Path, run: Run, name: str, encoding: str
) -> None:
    answer = imported(run, path, f"{name}-{encoding}.csv")

    assert answer.json["refused"] == []
    assert entries(run, path) == ENTRIES[name]


@pytest.mark.parametrize("kind", KINDS)
def test_targets_below_actuals_change_from_the_month_in_which_they_differ(
    path: Path, run: Run, kind: str
) -> None:
    imported(run, path, f"two_lines.{kind}")

    found = whole(run, path)["targets"]
    assert {f"{t['kpi']} {t['org']} {t['from']}": t["value"] for t in found} == TWO_LINES_TARGETS


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_an_error_is_refused_with_its_address(
    path: Path, run: Run, kind: str
) -> None:
    before = path.read_bytes()

    answer = imported(run, path, f"errors.{kind}")

    assert {r["where"]: r["what"] for r in answer.json["refused"]} == ERRORS_REFUSED
    assert answer.code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_kpis_and_its_months_become_a_coloured_tree(
    tmp_path: Path, run: Run, kind: str
) -> None:
    path = tmp_path / "own.scorecard"
    run("new", path)

    answer = imported(run, path, f"own.{kind}", "--new", "kpi")

    view = ("--period", "2026-10", "--today", "2026-11-12", "--json")
    lines = run("values", path, *view).json["lines"]
    assert answer.json["refused"] == []
    assert {
        line["kpi"]: (line["value"], line["target"], line["status"])
        for line in lines
        if line["kind"] == "kpi"
    } == OWN_LINES


@pytest.mark.parametrize("kind", KINDS)
def test_importing_a_workbook_of_libreoffice_again_changes_nothing(
    path: Path, run: Run, kind: str
) -> None:
    imported(run, path, f"wide.{kind}")
    before = run("history", path, "--json").out

    answer = imported(run, path, f"wide.{kind}").json

    assert (answer["created"], answer["updated"]) == (0, 0)
    assert answer["same"] == len(WIDE_ENTRIES)
    assert run("history", path, "--json").out == before
