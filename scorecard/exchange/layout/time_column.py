"""The column that names the periods of a sheet that has them below each other."""

from typing import NamedTuple

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.moment import moment_of, settled
from scorecard.exchange.layout.own_export import column_of, entries_head
from scorecard.exchange.layout.table import Filled, Hints, text_of

#: So many rows and columns are looked at.
_SAMPLE, _WIDEST, _HEADINGS = 400, 200, 40
_MONTHS = range(1, 13)


class Clock(NamedTuple):
    """Where the time of a row stands: one column, or a year and a month; the row of headings."""

    head: int
    column: int
    year: int | None = None


def clock_of(filled: Filled, hints: Hints) -> Clock | None:
    """The column of periods; None where none names any."""
    own = entries_head(filled.grid)
    if own is not None:
        return Clock(own, column_of(filled.grid, own, "period"))
    for row in range(min(len(filled.grid.rows), _HEADINGS)):
        cells = filled.grid.rows[row]
        roles = [hints.role(cell) for cell in cells[:_WIDEST]]
        if Role.YEAR in roles and Role.MONTH in roles:
            year, month = roles.index(Role.YEAR), roles.index(Role.MONTH)
            if _is_number_of(filled, row, month, _MONTHS):
                return Clock(row, month, year)
        for column, role in enumerate(roles):
            if role in (Role.PERIOD, Role.MONTH) and _moments(filled, row + 1, column):
                return Clock(row, column)
    return _unnamed_clock(filled)


def _unnamed_clock(filled: Filled) -> Clock | None:
    """The column with the most times, whatever its heading says."""
    best, most = None, 1
    for column in range(min(filled.grid.width, _WIDEST)):
        found = _moments(filled, 0, column)
        if len(found) > most and found[0] > 0:
            best, most = Clock(found[0] - 1, column), len(found)
    return best


def _moments(filled: Filled, start: int, column: int) -> list[int]:
    """The rows in which a column names a time."""
    rows = range(start, min(len(filled.grid.rows), start + _SAMPLE))
    said = [moment_of(filled.at(row, column)) for row in rows]
    in_order = list(dict.fromkeys(m for m in said if m is not None))
    taken = {m for m in settled(in_order) if m is not None}
    return [row for row, moment in zip(rows, said, strict=True) if moment in taken]


def _is_number_of(filled: Filled, row: int, column: int, numbers: range) -> bool:
    found = [text_of(filled.at(at, column)) for at in range(row + 1, row + 1 + _SAMPLE)]
    said = [text for text in found if text]
    return bool(said) and all(text.isdigit() and int(text) in numbers for text in said)
