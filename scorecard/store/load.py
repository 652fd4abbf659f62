"""The rows of a document as a board."""

import sqlite3
from collections.abc import Iterator

from scorecard.board import Board, Place, assembled
from scorecard.model.records import Key, Record
from scorecard.period import Period
from scorecard.store.rows import Table
from scorecard.store.tables import TABLES


def load(connection: sqlite3.Connection) -> Board:
    """Everything the document says.

    Raises sqlite3.Error, ValueError or TypeError where a row is not what its table promises.
    """
    series, notes = _entries(connection)
    return assembled(_records(connection), series, notes)


def _records(connection: sqlite3.Connection) -> Iterator[Record]:
    for table in TABLES.values():
        if table.name != "entry":
            yield from map(table.read, connection.execute(_select(table)))


def _entries(
    connection: sqlite3.Connection,
) -> tuple[dict[Place, dict[int, float | None]], dict[Key, str]]:
    series: dict[Place, dict[int, float | None]] = {}
    notes: dict[Key, str] = {}
    numbers: dict[str, int] = {}
    place, values = ("", ""), dict[int, float | None]()
    for measure, org, period, value, note in connection.execute(_select(TABLES["entry"])):
        if place != (measure, org):
            place, values = (measure, org), {}
            series[place] = values
        if period not in numbers:
            numbers[period] = Period.parse(period).number
        values[numbers[period]] = value
        if note:
            notes[measure, org, period] = note
    return series, notes


def _select(table: Table) -> str:
    columns, keys = ", ".join(table.columns), ", ".join(table.columns[: table.keys])
    return f"SELECT {columns} FROM {table.name} ORDER BY {keys}"  # noqa: S608  declared names
