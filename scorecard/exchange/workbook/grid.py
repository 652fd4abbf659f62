"""A sheet as a grid of plain values, each with the address that a spreadsheet gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import NamedTuple

from scorecard.trouble import Refused, Trouble

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
#: As many filled cells a workbook may have, and as many characters a cell.
MOST_CELLS, LONGEST_TEXT = 8_000_000, 32_767
_LETTERS = 26


_MOST_DIGITS = 7


class Percent(float):
    """The number of a cell that shows it with a percent sign: 0.342 for 34.2 %."""

    __slots__ = ()


class Stored(float):
    """A number on the stored scale, as this program's own export writes it."""

    __slots__ = ()


class StoredNone(str):
    """The empty value of a row that this program's own export wrote: somebody said none."""

    __slots__ = ()


class Uncomputed(str):
    """A formula that stands in a cell without its result."""

    __slots__ = ()


Value = str | float | bool | date | None
Row = Sequence[Value]


class Area(NamedTuple):
    """Cells that are merged into one; all four ends belong to it and count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. Rows are only as long as they are filled; rows and columns count from 0.

    `prefix` stands before the address of a cell: `sheet 月報!`.
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[Area, ...] = ()
    prefix: str = ""
    width: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Counted once: a sheet may have a million rows."""
        object.__setattr__(self, "width", max(map(len, self.rows), default=0))

    def at(self, row: int, column: int) -> Value:
        """The value of a cell; None where nothing stands."""
        if not 0 <= row < len(self.rows):
            return None
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def address(self, row: int, column: int) -> str:
        """Where a cell is: `sheet 月報!D14`."""
        return f"{self.prefix}{letters(column)}{row + 1}"


class Workbook(NamedTuple):
    """All the sheets of a file that a reader can see; `hidden` are the names of the others."""

    name: str
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


def finite(text: str) -> float | None:
    """A number as workbooks write them; None for any other text that Python takes for one, such as
    NaN, 1_000 or digits of other scripts."""
    if "_" in text or not text.isascii():
        return None
    try:
        found = float(text)
    except ValueError:
        return None
    return found if isfinite(found) else None


def stored(value: Value) -> Value:
    """A number or the text of one, marked as on the stored scale, and nothing as none; anything
    else as it is."""
    if value is None or value == "":
        return StoredNone()
    found = finite(value) if isinstance(value, str) else value
    return Stored(found) if isinstance(found, float) else value


def letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    said, rest = "", column + 1
    while rest:
        rest, sign = divmod(rest - 1, _LETTERS)
        said = chr(ord("A") + sign) + said
    return said


#: The columns that most sheets have, by their letters.
_COLUMNS = {letters(column): column for column in range(256)}


def place(reference: str) -> tuple[int, int]:
    """Row and column of `D14`, from 0. Raises Refused where a sheet has no such cell."""
    signs = reference.rstrip("0123456789")
    digits = reference[len(signs) :]
    if signs in _COLUMNS and 0 < len(digits) <= _MOST_DIGITS:
        return inside(int(digits) - 1, _COLUMNS[signs])
    if (
        not signs.isascii()
        or not signs.isalpha()
        or not digits
        or len(reference) > len("XFD1048576")
    ):
        raise Refused([Trouble("workbook_damaged", facts={"part": reference[:40]})])
    column = 0
    for sign in signs.upper():
        column = column * _LETTERS + ord(sign) - ord("A") + 1
    return inside(int(digits) - 1, column - 1)


def inside(row: int, column: int) -> tuple[int, int]:
    """The place itself. Raises Refused where no sheet reaches so far."""
    if not (0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS):
        raise Refused([Trouble("workbook_too_large", facts={"limit": f"{MOST_CELLS:,}"})])
    return row, column


class Cells:
    """The cells of a sheet while it is read, sparse, bounded over the whole workbook."""

    def __init__(self, room: list[int]) -> None:
        self._room = room
        self._rows: dict[int, dict[int, Value]] = {}

    def put(self, row: int, column: int, value: Value) -> None:
        """Keep a value. Raises Refused once the workbook has too many."""
        if value is None or value == "":
            return
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise Refused([Trouble("cell_too_long", facts={"limit": f"{LONGEST_TEXT:,}"})])
        self._room[0] -= 1
        if self._room[0] < 0:
            raise Refused([Trouble("workbook_too_large", facts={"limit": f"{MOST_CELLS:,}"})])
        self._rows.setdefault(row, {})[column] = value

    def rows(self) -> list[Row]:
        """All rows from the first of the sheet to the last filled one. Raises Refused where a few
        cells lie so far apart that the sheet would be mostly nothing."""
        spread = sum(max(cells) + 1 for cells in self._rows.values())
        if spread > MOST_CELLS * 4:
            raise Refused([Trouble("workbook_too_large", facts={"limit": f"{MOST_CELLS:,}"})])
        height = max(self._rows, default=-1) + 1
        empty: Row = ()
        return [_row(self._rows[at]) if at in self._rows else empty for at in range(height)]


def fresh_room() -> list[int]:
    """Room for the cells of one workbook."""
    return [MOST_CELLS]


def _row(cells: dict[int, Value]) -> Row:
    return [cells.get(at) for at in range(max(cells) + 1)]
