"""XLS: looked over record by record before the library sees it, which trusts what it reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from struct import error, unpack_from
from typing import NamedTuple

from scorecard.exchange.workbook.compound import Compound
from scorecard.exchange.workbook.grid import (
    LONGEST_TEXT,
    MOST_CELLS,
    Area,
    Grid,
    Percent,
    Row,
    Value,
    Workbook,
)
from scorecard.exchange.workbook.package import damaged
from scorecard.exchange.workbook.styles import Format, built_in, coded
from scorecard.trouble import Refused, Trouble

_BEGIN, _LOCKED, _FORMAT, _STYLE, _SHEET = 0x809, 0x2F, 0x41E, 0xE0, 0x85
_TEXTS, _MORE, _TEXT_CELL, _MANY = 0xFC, 0x3C, 0xFD, 0xBD
#: Records of one cell; each begins with row, column and style.
_CELLS = frozenset({0x203, 0x27E, 0xFD, 0x204, 0x06, 0x205, 0xD6})
_FORMULA, _TRUTH = 0x06, 0x205
#: The errors of a cell by their codes, as every spreadsheet shows them.
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_OTHER_ERROR = "#ERR!"
_ROWS, _COLUMNS = 65_536, 256
#: All texts of a workbook together, as each cell gets a copy of its own.
_MOST_TEXT = 256 * 1024 * 1024


Place = tuple[int, int]


@dataclass(slots=True)
class _Marks:
    """What the records say of a sheet beside its values: which cells show a percentage, and which
    an error, of which the library tells nothing."""

    percents: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)


class _Looked(NamedTuple):
    """What the records say beside the values, by sheet."""

    marks: list[_Marks]
    hidden: list[bool]


def read_xls(data: bytes, name: str) -> Workbook:
    """The sheets of a workbook. Raises Refused."""
    compound = Compound(data)
    if "EncryptedPackage" in compound.streams:
        raise Refused([Trouble("workbook_locked")])
    stream = compound.read("Workbook") or compound.read("Book")
    if not stream:
        raise damaged("Workbook")
    try:
        looked = _look(stream)
    except (error, IndexError):
        raise damaged("Workbook") from None
    return _read(data, name, looked)


def _read(data: bytes, name: str, looked: _Looked) -> Workbook:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(BytesIO(data))
        sheets = [book.get_sheet_by_name(title) for title in book.sheet_names]
        read = [(s.name, s.to_python(skip_empty_area=False), s.merged_cell_ranges) for s in sheets]
    except CalamineError:
        raise damaged("Workbook") from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # how the library fails inside
            raise
        raise damaged("Workbook") from None
    grids, hidden = [], []
    for at, (title, rows, merged) in enumerate(read):
        if at < len(looked.hidden) and looked.hidden[at]:
            hidden.append(title)
            continue
        marks = looked.marks[at] if at < len(looked.marks) else _Marks()
        areas = tuple(Area(*first, *last) for first, last in merged or ())
        grids.append(Grid(title, list(_rows(rows, marks)), areas, f"sheet {title}!"))
    return Workbook(name, tuple(grids), tuple(hidden))


def _rows(rows: Sequence[Sequence[object]], marks: _Marks) -> Iterator[Row]:
    percents, errors = marks.percents, marks.errors
    for at, row in enumerate(rows):
        cells = [
            errors.get((at, column)) or _value(cell, (at, column) in percents)
            for column, cell in enumerate(row)
        ]
        while cells and cells[-1] is None:
            cells.pop()
        yield cells


def _value(cell: object, is_percent: bool) -> Value:
    match cell:
        case bool():
            return cell
        case int() | float():
            return Percent(cell) if is_percent else float(cell)
        case datetime():
            return cell.date()
        case date():
            return cell
    return str(cell) or None


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record. Raises struct.error where one is cut off."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        if kind == 0 and length == 0:
            return
        if at + 4 + length > len(stream):
            raise error(at)
        yield kind, at + 4, length
        at += 4 + length


def _look(stream: bytes) -> _Looked:
    """Raises Refused where the cells lie too far apart, are too many or swell."""
    formats: dict[int, Format] = {}
    styles: list[Format] = []
    marks: list[_Marks] = []
    hidden: list[bool] = []
    texts = text_cells = cells = 0
    for kind, at, length in _records(stream):
        if kind == _LOCKED:
            raise Refused([Trouble("workbook_locked")])
        if kind == _BEGIN:
            marks.append(_Marks())
        elif kind == _FORMAT:
            formats[unpack_from("<H", stream, at)[0]] = _code(stream[at + 2 : at + length])
        elif kind == _STYLE:
            number = unpack_from("<H", stream, at + 2)[0]
            styles.append(formats.get(number, built_in(str(number))))
        elif kind == _SHEET:
            hidden.append(stream[at + 4] != 0)
        elif kind in (_TEXTS, _MORE):
            texts += length
        elif kind in _CELLS or kind == _MANY:
            cells += 1
            text_cells += kind == _TEXT_CELL
            _examine(unpack_from("<HH", stream, at), cells)
            if marks:
                _mark(marks[-1], kind, stream[at : at + length], styles)
    _bound(texts, text_cells)
    return _Looked(marks[1:], hidden)


def _mark(marks: _Marks, kind: int, body: bytes, styles: Sequence[Format]) -> None:
    """Notes what one record of cells says beside their values."""
    row, column = unpack_from("<HH", body)
    # a row of numbers: its first column, then a style and four bytes for each
    last = (len(body) - 6) // 6 if kind == _MANY else 1
    for at in range(last):
        style = unpack_from("<H", body, 4 + 6 * at)[0]
        if style < len(styles) and styles[style] is Format.PERCENT:
            marks.percents.add((row, column + at))
    is_error = (kind == _TRUTH and body[7:8] == b"\x01") or (
        kind == _FORMULA and body[6:7] == b"\x02" and body[12:14] == b"\xff\xff"
    )
    if is_error:
        code = body[6] if kind == _TRUTH else body[8]
        marks.errors[row, column] = _ERRORS.get(code, _OTHER_ERROR)


def _examine(place: tuple[int, int], cells: int) -> None:
    if place[1] >= _COLUMNS or cells > MOST_CELLS:
        raise Refused([Trouble("workbook_too_large", facts={"limit": f"{MOST_CELLS:,}"})])


def _bound(texts: int, cells: int) -> None:
    """Every cell may repeat the longest text: refused where that could fill the memory, unless
    the texts are so many that they cannot be long."""
    if min(texts, LONGEST_TEXT) * cells > _MOST_TEXT * 8:
        raise Refused([Trouble("workbook_swells", facts={"limit": str(_MOST_TEXT // 1024**2)})])


def _code(said: bytes) -> Format:
    """The format of a code: length, how wide its signs are, the signs."""
    length, wide = unpack_from("<HB", said)
    signs = said[3:]
    text = (
        signs[: 2 * length].decode("utf-16-le", "replace")
        if wide & 1
        else signs[:length].decode("latin-1")
    )
    return coded(text)
