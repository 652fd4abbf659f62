"""The blank workbook: one row for each value of a period, only what is to be filled in is open."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from scorecard.board import Board
from scorecard.exchange.blank import FORM, asked_rows
from scorecard.exchange.blank_workbook import blank_workbook
from scorecard.model.edits import Edit
from scorecard.model.records import Closing, Entry, KpiVersion, Measure, Node, Org, Record
from scorecard.period import Period
from scorecard.vocabulary import NO_WORDS, Frequency, NodeKind, Words
from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]
TODAY, NOVEMBER = date(2026, 12, 1), Period.parse("2026-11")
CO, PLANT = Org("co", Words("公司", "Company")), Org("plant", Words("廠", "Plant"), "co", 1)
UNITS = Measure("units", Words("良品數", "Good units"), "件", owner=Words("王", "Wang"))
YIELD = Measure("yield", Words("良率", "Yield"), "%", order=1)


def board(*records: Record) -> Board:
    return Board().after(Edit(None, record) for record in (CO, PLANT, UNITS, YIELD, *records))


def entry(measure: str, period: str, value: float = 1.0, org: str = "plant") -> Entry:
    return Entry(measure, org, period, value)


def asked(found: Board, period: Period = NOVEMBER, org: str = "", owner: str = "") -> list[str]:
    rows = asked_rows(found, period, TODAY, org, owner)
    return [f"{row.measure.id} {row.org} {row.period.code}" for row in rows]


def sheets(found: Board, language: str = "zh_TW") -> tuple[Worksheet, Worksheet]:
    """The sheet that is seen and the hidden one, as another program reads them."""
    data = blank_workbook(asked_rows(found, NOVEMBER, TODAY), language)
    seen, hidden = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return seen, hidden


def cells(sheet: Worksheet) -> Iterator[object]:
    return (cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_each_measure_is_asked_for_where_it_was_entered_before() -> None:
    found = board(entry("units", "2026-10"), entry("yield", "2026-10", org="co"))

    assert asked(found) == ["units plant 2026-11", "yield co 2026-11"]


def test_a_measure_without_any_entry_is_asked_for_where_its_kpi_stands() -> None:
    kpi = KpiVersion("K", "v1.0", "2020-01", Words("指標", "K"), formula="良品數")
    line = Node("n", None, NodeKind.KPI, NO_WORDS, "K", "plant")

    assert asked(board(kpi, line)) == ["units plant 2026-11", "yield co 2026-11"]


def test_what_only_archived_lines_read_is_asked_of_nobody() -> None:
    kpi = KpiVersion("K", "v1.0", "2020-01", Words("指標", "K"), formula="良品數")
    line = Node("n", None, NodeKind.KPI, NO_WORDS, "K", "plant", archived="2026-11")
    found = board(kpi, line, entry("units", "2026-09"))

    assert asked(found) == ["yield co 2026-11"]
    assert asked(found, Period.parse("2026-10")) == ["units plant 2026-10", "yield co 2026-10"]


@pytest.mark.parametrize(
    ("frequency", "period", "codes"),
    [
        (Frequency.WEEK, "2026-11", ["2026-W45", "2026-W46", "2026-W47", "2026-W48"]),
        (Frequency.QUARTER, "2026-11", []),
        (Frequency.QUARTER, "2026-12", ["2026-Q4"]),
        (Frequency.MONTH, "2026-Q4", ["2026-10", "2026-11", "2026-12"]),
        (Frequency.PROJECT, "2026-11", []),
    ],
)
def test_other_frequencies_are_asked_for_in_the_month_in_which_they_end(
    frequency: Frequency, period: str, codes: list[str]
) -> None:
    found = Board().after(Edit(None, r) for r in (CO, replace(UNITS, frequency=frequency)))

    assert asked(found, Period.parse(period)) == [f"units co {code}" for code in codes]


def test_a_closed_month_is_asked_of_nobody() -> None:
    closed = Closing("plant", "2026-11", closed=True)

    found = board(entry("units", "2026-10"), entry("yield", "2026-10", org="co"), closed)

    assert asked(found) == ["yield co 2026-11"]


def test_a_unit_or_an_owner_can_be_asked_alone() -> None:
    found = board(entry("units", "2026-10"), entry("yield", "2026-10", org="co"))

    assert asked(found, org="plant") == ["units plant 2026-11"]
    assert asked(found, org="co") == ["units plant 2026-11", "yield co 2026-11"]
    assert asked(found, owner="Wang") == ["units plant 2026-11"]


def test_only_value_and_note_are_open() -> None:
    seen, _ = sheets(board(entry("units", "2026-10")))

    locked = [cell.protection.locked for cell in seen[3]]

    assert seen.protection.sheet
    assert [cell.value for cell in seen[2]][6:8] == ["數值", "備註"]
    assert locked == [True] * 6 + [False, False] + [True]


def test_a_row_says_id_name_unit_and_the_value_before() -> None:
    seen, _ = sheets(board(entry("units", "2026-10", 7.0)), "en")

    row = [cell.value for cell in seen[3]]

    assert row[:7] == ["units", "Good units", "Plant", "pcs", "2026-11", 7, None]


def test_what_is_there_already_stands_in_it() -> None:
    there = Entry("units", "plant", "2026-11", 8.0, "含退貨")

    seen, _ = sheets(board(entry("units", "2026-10"), there))

    assert [cell.value for cell in seen[3]][6:8] == [8, "含退貨"]


def test_only_numbers_can_be_typed_and_percentages_look_like_some() -> None:
    seen, _ = sheets(board(entry("units", "2026-10"), entry("yield", "2026-10", 0.95)))

    kinds = {str(each.sqref): each.type for each in seen.data_validations.dataValidation}

    assert (kinds["G3"], kinds["G4"], kinds["H3"]) == ("decimal", "decimal", "textLength")
    assert (seen["F4"].value, seen["F4"].number_format) == (0.95, "0.##%")


def test_the_hidden_sheet_holds_form_and_ids_of_each_row() -> None:
    seen, hidden = sheets(board(entry("units", "2026-10"), entry("yield", "2026-10", org="co")))

    rows = [[cell.value for cell in row] for row in hidden.iter_rows(min_row=2)]

    assert (hidden.sheet_state, hidden["A1"].value) == ("veryHidden", FORM)
    assert rows == [[3, "units", "plant", "2026-11"], [4, "yield", "co", "2026-11"]]
    assert [seen.cell(row[0], 1).value for row in rows] == ["units", "yield"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "http://x.test", "\t=1"])
def test_a_name_that_a_spreadsheet_would_run_stays_text(text: str) -> None:
    evil = replace(UNITS, name=Words(text, text))
    found = Board().after(Edit(None, each) for each in (CO, evil))

    seen, _ = sheets(found)

    cell = seen["B3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_command_line_writes_it(sample: Path, run: Run, tmp_path: Path) -> None:
    answer = run("blank", sample, "--period", "2026-11", "--to", tmp_path / "b.xlsx", "--json")

    seen, *_ = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets
    assert answer.code == 0
    assert answer.json == {"file": "b.xlsx", "rows": seen.max_row - 2}
    assert answer.json["rows"] > 40


def test_where_there_is_nothing_to_ask_no_file_is_written(
    sample: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "b.xlsx"

    answer = run("blank", sample, "--period", "2026-11", "--owner", "nobody", "--to", out)

    assert (answer.code, out.exists()) == (2, False)
    assert "Choose another period or unit." in answer.err
