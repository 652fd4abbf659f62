"""Plain data as a workbook, read by another program's library."""

import json
from pathlib import Path

import openpyxl
import pytest

from scorecard.cli.answering import Exit
from tests.cli.running import Run, run, sample
from tests.exchange.workbooks import Cell, xlsx

__all__ = ["run", "sample"]


def sheet(path: Path, name: str) -> list[list[object]]:
    rows = openpyxl.load_workbook(path)[name].iter_rows()
    return [[cell.value for cell in row] for row in rows]


@pytest.mark.parametrize("what", ["entries", "definitions", "values"])
def test_a_workbook_says_what_the_csv_says(
    sample: Path, tmp_path: Path, run: Run, what: str
) -> None:
    for ending in ("csv", "xlsx"):
        asked = ("--what", what, "--period", "2026-10", "--to", tmp_path / f"a.{ending}")
        assert run("export", sample, *asked).code == 0

    rows = sheet(tmp_path / "a.xlsx", what)
    lines = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert ",".join(map(str, rows[0])) == lines[0]
    assert len(rows) >= len(lines) - sum(line.startswith(" ") for line in lines)
    assert any(isinstance(cell, int | float) for row in rows for cell in row)


def test_all_has_a_sheet_for_each(sample: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", sample, "--what", "all", "--to", tmp_path / "a.xlsx").code == 0

    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names == ["entries", "definitions", "values"]


def test_a_text_that_looks_like_a_formula_stays_a_text(
    sample: Path, tmp_path: Path, run: Run
) -> None:
    entry = tmp_path / "note.csv"
    entry.write_text("measure,org,period,value,note\norders_shipped,co,2026-10,167,=1+1\n", "utf-8")
    assert run("import", sample, entry).code == 0

    run("export", sample, "--what", "entries", "--to", tmp_path / "a.xlsx")

    cells = [
        cell
        for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["entries"].iter_rows()
        for cell in row
        if cell.value == "=1+1"
    ]
    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.parametrize(
    ("what", "ending"), [("all", "xlsx"), ("entries", "xlsx"), ("entries", "csv")]
)
def test_what_is_exported_comes_back_the_same_and_asks_nothing(
    sample: Path, tmp_path: Path, run: Run, what: str, ending: str
) -> None:
    """Quarters and months, what was said to be none, every note."""
    file = tmp_path / f"a.{ending}"
    run("export", sample, "--what", "entries", "--to", tmp_path / "a.json")
    count = len(json.loads((tmp_path / "a.json").read_text("utf-8")))
    run("export", sample, "--what", what, "--to", file)

    answer = run("import", sample, file, "--json").json

    assert (answer["created"], answer["updated"], answer["same"]) == (0, 0, count)
    assert (answer["refused"], answer["unknown"], answer["unlikely"]) == ([], [], [])
    left = [each["what"] for each in answer["left_out"]]
    assert left == (["definitions", "values"] if what == "all" else [])


@pytest.mark.parametrize("what", ["definitions", "values"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_worked_out_is_no_import(
    sample: Path, tmp_path: Path, run: Run, what: str, ending: str
) -> None:
    run("export", sample, "--what", what, "--to", tmp_path / f"a.{ending}")

    answer = run("import", sample, tmp_path / f"a.{ending}", "--json")

    assert answer.code == Exit.REFUSED
    assert ["entries" in each["why"] for each in answer.json["refused"]] == [True]


def test_a_list_with_the_same_words_in_another_order_is_no_export(
    sample: Path, tmp_path: Path, run: Run
) -> None:
    rows: list[list[Cell]] = [["KPI", "Version", "Formula", "Target"], ["Yield", "v1", "x", "≥99%"]]
    (tmp_path / "a.xlsx").write_bytes(xlsx({"KPIs": rows}))

    answer = run("import", sample, tmp_path / "a.xlsx", "--json").json

    assert (answer["refused"], answer["left_out"]) == ([], [])
