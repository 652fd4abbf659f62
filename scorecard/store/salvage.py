"""Salvage: all that can still be read of a damaged document, for a new one (R9)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Record
from scorecard.period import Period
from scorecard.store.images import key_text, record_of
from scorecard.store.opening import immutable_reader
from scorecard.store.rows import Row, Table
from scorecard.store.schema import lay, own_shape, shape
from scorecard.store.snapshots import Frozen
from scorecard.store.tables import TABLES
from scorecard.trouble import CannotOpen, Trouble

#: What reading a damaged row or page raises.
_UNREADABLE = (sqlite3.Error, ValueError, TypeError, KeyError, OverflowError)
Found = dict[tuple[str, str], Record]


class Salvaged(NamedTuple):
    """The records that were read, how many of them only in the history, and the snapshots."""

    records: tuple[Record, ...]
    from_history: int
    snapshots: tuple[Frozen, ...]


def salvaged(path: Path) -> Salvaged:
    """Reads a damaged document row by row, from both ends of each table, and what is in no table
    any more from its history. The file is not written to; its journal is passed over.

    Raises CannotOpen where nothing at all can be read.
    """
    try:
        reader = immutable_reader(path)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # not even its header
        raise CannotOpen(Trouble("nothing_salvaged", path.name)) from error
    with closing(reader) as connection, closing(_Sieve()) as sieve:
        own = _own_tables(connection)
        found: Found = {}
        for table in TABLES.values():
            if table.name in own:
                found.update(_records(connection, table, sieve))
        before = len(found)
        if "change" in own:
            _add_history(connection, found, sieve)
        snapshots = tuple(_snapshots(connection)) if "snapshot" in own else ()
    records = tuple(found.values())
    if not records and not snapshots:
        raise CannotOpen(Trouble("nothing_salvaged", path.name))
    return Salvaged(records, len(records) - before, snapshots)


class _Sieve:
    """Lets through what an own document takes: a damaged cell may hold anything."""

    def __init__(self) -> None:
        self._taken = sqlite3.connect(":memory:", isolation_level=None)
        lay(self._taken)

    def passes(self, record: Record) -> bool:
        """Whether a record can be stored, and be put on a board."""
        table = TABLES[record.table]
        places = ", ".join("?" * len(table.columns))
        try:
            self._taken.execute(
                f"INSERT OR REPLACE INTO {table.name} VALUES ({places})",  # noqa: S608  declared
                table.row(record),
            )
            if isinstance(record, Entry):
                return Period.parse(record.period).code == record.period
            Board().after([Edit(None, record)])
        except _UNREADABLE:
            return False
        return True

    def close(self) -> None:
        """Forget what passed."""
        self._taken.close()


def _own_tables(connection: sqlite3.Connection) -> frozenset[str]:
    """The tables that are word for word ours: of another text nothing is read (S3)."""
    with suppress(*_UNREADABLE):
        ours = set(own_shape())
        return frozenset(each[1] for each in shape(connection) if each in ours)
    return frozenset()


def _records(
    connection: sqlite3.Connection, table: Table, sieve: _Sieve
) -> Iterator[tuple[tuple[str, str], Record]]:
    columns = ", ".join(table.columns)
    order = table.columns[: table.keys]
    for row in _from_both_ends(connection, columns, table.name, order):
        with suppress(*_UNREADABLE):
            record = table.read(row)
            if sieve.passes(record):
                yield (table.name, key_text(record.key)), record


def _add_history(connection: sqlite3.Connection, found: Found, sieve: _Sieve) -> None:
    """What the newest change of a record left, where its table no longer says it."""
    newest: dict[tuple[str, str], tuple[float, float]] = {}
    left: dict[tuple[str, str], str] = {}
    columns = "step, position, tbl, key, coalesce(after, '')"
    for row in _from_both_ends(connection, columns, "change", ("step", "position")):
        with suppress(*_UNREADABLE):
            when, place = (float(str(row[0])), float(str(row[1]))), (str(row[2]), str(row[3]))
            if when >= newest.get(place, when):
                newest[place], left[place] = when, str(row[4])
    for place, after in left.items():
        if after and place not in found and place[0] in TABLES:
            with suppress(*_UNREADABLE):
                record = record_of(place[0], after)
                if record is not None and sieve.passes(record):
                    found[place] = record


def _snapshots(connection: sqlite3.Connection) -> Iterator[Frozen]:
    columns = "id, period, upto, org, frozen_at, frozen_by, digest, body"
    seen: set[str] = set()
    for row in _from_both_ends(connection, columns, "snapshot", ("rowid",)):
        own_id, period, upto, *rest = map(str, row)
        if own_id not in seen:
            seen.add(own_id)
            yield Frozen(own_id, period, upto == "1", *rest)


def _from_both_ends(
    connection: sqlite3.Connection, columns: str, table: str, order: tuple[str, ...]
) -> Iterator[Row]:
    """The rows before the first bad page, and, going backwards, those behind the last one."""
    for direction in ("", " DESC"):
        way = ", ".join(column + direction for column in order)
        try:
            yield from connection.execute(
                f"SELECT {columns} FROM {table} ORDER BY {way}"  # noqa: S608  declared names
            )
        except _UNREADABLE:
            continue
        return
