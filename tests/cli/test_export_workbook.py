"""Plain data as a workbook, read by another program's library."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Run, run, sample

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


def test_exported_entries_come_back_without_a_change(
    sample: Path, tmp_path: Path, run: Run
) -> None:
    run("export", sample, "--what", "entries", "--to", tmp_path / "a.xlsx")

    answer = run("import", sample, tmp_path / "a.xlsx", "--json")

    assert answer.code == 0
    assert (answer.json["created"], answer.json["updated"]) == (0, 0)
    assert answer.json["same"] > 1000
