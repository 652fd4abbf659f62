"""Workbooks of a test, written by libraries that are not the program's own."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt
from xlsxwriter.worksheet import Worksheet

from scorecard.exchange.workbook.grid import Workbook
from scorecard.exchange.workbook.opening import read_workbook

Cell = str | float | bool | date | None
Sheet = Sequence[Sequence[Cell]]


class Share(float):
    """A number that its cell shows as a percentage."""


def xlsx(sheets: Mapping[str, Sheet], merged: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """A workbook; `merged` are ranges such as `B1:D1` by sheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    percent = book.add_format({"num_format": "0.0%"})
    day = book.add_format({"num_format": "mmm-yy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for area in (merged or {}).get(name, ()):
            sheet.merge_range(area, "")
        _write(sheet, rows, percent, day)
    book.close()
    return target.getvalue()


def _write(sheet: Worksheet, rows: Sheet, percent: object, day: object) -> None:
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Share):
                sheet.write_number(at, column, cell, percent)
            elif isinstance(cell, date):
                sheet.write_datetime(at, column, cell, day)
            elif cell is not None:
                sheet.write(at, column, cell)


def xls(sheets: Mapping[str, Sheet]) -> bytes:
    """The same in the form of before 2007."""
    book = xlwt.Workbook()
    percent, day = xlwt.easyxf(num_format_str="0.0%"), xlwt.easyxf(num_format_str="yyyy-mm")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                style = percent if isinstance(cell, Share) else day
                plain = xlwt.Style.default_style
                is_formed = isinstance(cell, Share | date)
                if cell is not None:
                    sheet.write(at, column, cell, style if is_formed else plain)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(sheets: Mapping[str, Sheet]) -> bytes:
    """The same as LibreOffice writes it, as far as the reader looks at it."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    manifest = f'<manifest:manifest xmlns:manifest="{MANIFEST}"/>'
    content = ods_content(tables)
    held = {"mimetype": ODS_KIND, "META-INF/manifest.xml": manifest, "content.xml": content}
    return zipped(held)


MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def ods_content(tables: str) -> str:
    """The content of an ODS file around its tables."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    inner = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<office:document-content {spaces}>{inner}</office:document-content>"


def _ods_row(row: Sequence[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: Cell) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case Share():
            facts = f'office:value-type="percentage" office:value="{cell!r}"'
        case date():
            facts = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
        case bool():
            facts = f'office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
        case int() | float():
            facts = f'office:value-type="float" office:value="{cell!r}"'
        case _:
            facts = 'office:value-type="string"'
    return f"<table:table-cell {facts}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def zipped(parts: Mapping[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packed) as package:
        for name, part in parts.items():
            package.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else packed)
    return target.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zip with one part changed."""
    held = parts(data)
    return zipped({**held, part: change(held[part])})


def opened(data: bytes, name: str = "a.xlsx") -> Workbook:
    """A workbook as the program reads it."""
    return read_workbook(data, name)


def cells(workbook: Workbook) -> dict[str, object]:
    """Every filled cell of a workbook by its address."""
    return {
        grid.address(row, column): value
        for grid in workbook.grids
        for row, cells_of_row in enumerate(grid.rows)
        for column, value in enumerate(cells_of_row)
        if value is not None and value != ""
    }
