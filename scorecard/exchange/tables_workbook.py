"""Tables of plain data as a workbook: a sheet for each."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from scorecard.exchange.entries_csv import is_guarded
from scorecard.exchange.tables import Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

#: The column of an entries table whose texts are numbers, as CSV wants them.
_NUMBERS = "value"
_WIDTH = 16


def workbook_bytes(tables: Mapping[str, Table]) -> bytes:
    """A workbook with a sheet for each table, headed by the names of its columns. Texts stay
    texts, whatever they begin with (S4), and numbers numbers."""
    from xlsxwriter import Workbook  # takes a while to import: only where one is made

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(written, options) as workbook:
        head = workbook.add_format({"bold": True, "bottom": 1})
        for name, table in tables.items():
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, table.columns, head)
            for at, row in enumerate(table.rows, 1):
                for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                    _write(sheet, at, place, _meant(column, cell))
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(table.columns) - 1, _WIDTH)
    return written.getvalue()


def _meant(column: str, cell: Cell) -> Cell:
    return float(cell) if column == _NUMBERS and isinstance(cell, str) and cell else cell


def _write(sheet: "Worksheet", row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        is_own = cell[:1] == "'" and is_guarded(cell)  # one more, as reading takes one off
        sheet.write_string(row, column, f"'{cell}" if is_own else cell)
