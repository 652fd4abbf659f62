"""The blank workbook as XLSX: what is to be filled in is open, all else is locked."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scorecard.exchange.blank import FORM, HIDDEN, Asked
from scorecard.text import say
from scorecard.unit_words import unit_shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

COLUMNS = ("id", "name", "org", "unit", "period", "before", "value", "note", "owner")
_WIDTHS = (16, 28, 16, 10, 12, 14, 16, 32, 16)
_VALUE, _NOTE = COLUMNS.index("value"), COLUMNS.index("note")
#: The heading stands below a line that says what to do.
_HEAD = 1
_LONGEST_NOTE = 4000


def blank_workbook(rows: Sequence[Asked], language: str) -> bytes:
    """The workbook of `rows`. Whatever was typed stays text (S4). The ids of all rows are in a
    hidden sheet too, with the form: row of the sheet, counted from 1, measure, unit, period."""
    from xlsxwriter import Workbook  # takes a while to import: only where one is made

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(written, options) as workbook:
        sheet = workbook.add_worksheet(say("blank.sheet", language))
        _Blank(workbook, sheet, language).fill(rows)
        _hide_ids(workbook.add_worksheet(HIDDEN), rows)
    return written.getvalue()


class _Blank:
    """The sheet that people see."""

    def __init__(self, workbook: "Workbook", sheet: "Worksheet", language: str) -> None:
        self._sheet, self._language, self._workbook = sheet, language, workbook
        head = {"bold": True, "bottom": 1, "bg_color": "#EEF1F5"}
        self._head = workbook.add_format(head)
        self._locked = workbook.add_format({"bg_color": "#F5F6F8", "num_format": "@"})
        self._open_text = workbook.add_format({"locked": False, "text_wrap": True})
        self._numbers: dict[tuple[bool, bool], Format] = {}

    def fill(self, rows: Sequence[Asked]) -> None:
        """Heading, rows, validation, protection without a password: it guards against slips."""
        sheet = self._sheet
        sheet.write_string(0, 0, say("blank.hint", self._language))
        for at, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.write_string(_HEAD, at, say(f"blank.column.{name}", self._language), self._head)
            sheet.set_column(at, at, width)
        for at, row in enumerate(rows, _HEAD + 1):
            self._write(at, row)
        sheet.freeze_panes(_HEAD + 1, 2)
        sheet.protect("", {"select_locked_cells": True, "format_columns": True})
        sheet.set_landscape()
        sheet.repeat_rows(_HEAD)
        sheet.fit_to_pages(1, 0)

    def _write(self, at: int, row: Asked) -> None:
        language, sheet, unit = self._language, self._sheet, row.measure.unit
        shown = unit_shown(unit, language)
        name, org = row.measure.name.show(language), row.org_name.show(language)
        texts = (row.measure.id, name or row.measure.id, org, shown, row.period.code)
        for column, text in enumerate(texts):
            sheet.write_string(at, column, text, self._locked)
        is_percent = unit == "%"
        self._number(at, _VALUE - 1, row.before, self._format(is_percent, is_open=False))
        self._number(at, _VALUE, row.value, self._format(is_percent, is_open=True))
        sheet.write_string(at, _NOTE, row.note, self._open_text)
        sheet.write_string(at, _NOTE + 1, row.measure.owner.show(language), self._locked)
        message = say("blank.input", language, unit=shown) if shown else ""
        if is_percent:
            message = say("blank.input.percent", language)
        sheet.data_validation(at, _VALUE, at, _VALUE, _any_number(message, language))
        length = {"validate": "length", "criteria": "<=", "value": _LONGEST_NOTE}
        sheet.data_validation(at, _NOTE, at, _NOTE, length)

    def _number(self, at: int, column: int, value: float | None, form: "Format") -> None:
        if value is None:
            self._sheet.write_blank(at, column, None, form)
        else:
            self._sheet.write_number(at, column, value, form)

    def _format(self, is_percent: bool, *, is_open: bool) -> "Format":
        if (is_percent, is_open) not in self._numbers:
            digits = "0.##%" if is_percent else "#,##0.######"
            ground = {"border": 1} if is_open else {"bg_color": "#F5F6F8"}
            form = {"num_format": digits, "locked": not is_open, **ground}
            self._numbers[is_percent, is_open] = self._workbook.add_format(form)
        return self._numbers[is_percent, is_open]


def _any_number(message: str, language: str) -> dict[str, object]:
    most = 1e300
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -most,
        "maximum": most,
        "input_message": message,
        "error_message": say("blank.error", language),
    }


def _hide_ids(sheet: "Worksheet", rows: Sequence[Asked]) -> None:
    sheet.write_string(0, 0, FORM)
    for at, row in enumerate(rows, 1):
        sheet.write_number(at, 0, at + _HEAD + 1)
        for column, text in enumerate((row.measure.id, row.org, row.period.code), 1):
            sheet.write_string(at, column, text)
    sheet.very_hidden()
