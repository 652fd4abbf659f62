"""Sheets that this program's own export wrote, told by their headings."""

from scorecard.exchange.entries_csv import COLUMNS
from scorecard.exchange.layout.headings import plain_heading
from scorecard.exchange.workbook.grid import Grid

#: Somebody may have put a title above them.
_TOP = 40
_ENTRIES = frozenset(COLUMNS)
#: How tables of definitions and of values begin, as no list of somebody else does.
_WORKED_OUT = (("kpi", "version", "effective"), ("period", "node", "parent", "kind", "kpi", "org"))


def entries_head(grid: Grid) -> int | None:
    """The row of the headings of exported entries; None where the sheet is none."""
    return next((row for row in range(_top(grid)) if _headings(grid, row) >= _ENTRIES), None)


def is_worked_out(grid: Grid) -> bool:
    """Whether a sheet holds exported definitions or values, of which none is entered."""
    heads = [tuple(grid.rows[row]) for row in range(_top(grid))]
    return any(head[: len(begin)] == begin for head in heads for begin in _WORKED_OUT)


def column_of(grid: Grid, head: int, name: str) -> int:
    """The column with a heading. Raises ValueError where there is none."""
    return [plain_heading(cell) for cell in grid.rows[head]].index(name)


def _top(grid: Grid) -> int:
    return min(len(grid.rows), _TOP)


def _headings(grid: Grid, row: int) -> frozenset[str]:
    return frozenset(map(plain_heading, grid.rows[row]))
