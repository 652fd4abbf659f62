"""Entry blocks in the journal and in their table: a thousandth of the work for each entry."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from json.encoder import encode_basestring
from math import isfinite

from scorecard.model.edits import Edit
from scorecard.model.records import EntryBlock
from scorecard.progress import Stage, Tell

#: Rows in one statement. More save nothing, and SQLite would have to read longer statements.
_ROWS = 128
#: Blocks between two looks whether somebody wants to stop.
_LOOK = 64


def block_image(block: EntryBlock) -> str:
    """A block as JSON by column, `{"measure":"m","org":"co","period":["2026-10",…],…}`.

    Raises ValueError for a number that is none.
    """
    names = encode_basestring(block.measure), encode_basestring(block.org)
    periods = ",".join([f'"{period}"' for period in block.periods])
    notes = ",".join(map(encode_basestring, block.notes))
    return (
        f'{{"measure":{names[0]},"org":{names[1]},"period":[{periods}],'
        f'"value":[{_numbers(block.values)}],"note":[{notes}]}}'
    )


def block_of(cells: Mapping[str, object]) -> EntryBlock:
    """The block of an image. Raises KeyError, ValueError or TypeError where it is none."""
    periods, values, notes = (_list(cells[column]) for column in ("period", "value", "note"))
    if len(periods) != len(values) or (notes and len(notes) != len(periods)):
        raise ValueError("columns of different length")
    return EntryBlock(
        str(cells["measure"]),
        str(cells["org"]),
        tuple(map(str, periods)),
        tuple([None if value is None else float(value) for value in values]),  # type: ignore[arg-type]  # raises TypeError
        tuple(map(str, notes)),
    )


def write_blocks(connection: sqlite3.Connection, edits: Sequence[Edit], tell: Tell) -> None:
    """Put, replace and remove the rows of blocks in the open transaction.

    Raises sqlite3.Error where a row is not there that should go, or is where one should come.
    """
    for at, edit in enumerate(edits):
        if at % _LOOK == 0:
            tell(Stage.WRITING, at / len(edits))
        if isinstance(edit.before, EntryBlock):
            _delete(connection, edit.before)
        if isinstance(edit.after, EntryBlock):
            _insert(connection, edit.after)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _numbers(values: Iterable[float | None]) -> str:
    text = ",".join(map(repr, values))
    if "n" not in text:  # as in None, nan and inf
        return text
    return ",".join("null" if value is None else _number(value) for value in values)


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError(value)
    return repr(value)


def _delete(connection: sqlite3.Connection, block: EntryBlock) -> None:
    gone = connection.execute(
        "DELETE FROM entry WHERE measure = ? AND org = ?"
        " AND period IN (SELECT value FROM json_each(?))",
        (*block.key, json.dumps(block.periods)),
    )
    if gone.rowcount != len(block.periods):
        raise sqlite3.IntegrityError("a row to be changed is not there")


def _insert(connection: sqlite3.Connection, block: EntryBlock) -> None:
    columns = (block.periods, block.values, *([block.notes] if block.notes else []))
    for start in range(0, len(block.periods), _ROWS):
        part = [column[start : start + _ROWS] for column in columns]
        cells = chain.from_iterable(zip(*part, strict=True))
        connection.execute(_insertion(len(part[0]), len(columns)), (*block.key, *cells))


@cache
def _insertion(rows: int, width: int) -> str:
    """The statement for so many rows of one series, with a note each where `width` is 3."""
    without = "" if width == len(("period", "value", "note")) else ",''"
    groups = []
    for first in range(3, 3 + rows * width, width):
        cells = ",".join(f"?{first + at}" for at in range(width))
        groups.append(f"(?1,?2,{cells}{without})")
    return f"INSERT INTO entry VALUES {','.join(groups)}"  # noqa: S608  places only
