"""Salvage: all that can still be read of a damaged document, for a new one (R9)."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import Entry, Record
from scorecard.period import Period
from scorecard.store.images import key_text, record_of
from scorecard.store.ladder import Columns, came_since, lacking
from scorecard.store.opening import immutable_reader
from scorecard.store.rows import Row, Table
from scorecard.store.schema import lay, shape
from scorecard.store.snapshots import Frozen
from scorecard.store.tables import TABLES
from scorecard.store.taken_back import taken_back
from scorecard.trouble import CannotOpen, Trouble

#: What reading a damaged row or page raises.
_UNREADABLE = (sqlite3.Error, ValueError, TypeError, KeyError, OverflowError)
Found = dict[tuple[str, str], Record]


class Salvaged(NamedTuple):
    """The records that were read, how many of them only in the history, and the snapshots."""

    records: tuple[Record, ...]
    from_history: int
    snapshots: tuple[Frozen, ...]

    @property
    def is_anything(self) -> bool:
        """Whether anything was read."""
        return bool(self.records or self.snapshots)


def salvaged(path: Path) -> Salvaged:
    """Reads a damaged document row by row, from both ends of each table, and what is in no table
    any more from its history. The file is not written to; what a plain journal beside it takes
    back is taken back in a private copy, any other journal is passed over.

    Raises CannotOpen where nothing at all can be read, or where there is no room for the copy.
    """
    own = path.resolve()
    try:
        with taken_back(own) as place:
            found = _read(place)
            if not found.is_anything and place != own:
                found = _read(own)
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise CannotOpen(Trouble("salvage_no_copy", path.name, facts)) from error
    if not found.is_anything:
        raise CannotOpen(Trouble("nothing_salvaged", path.name))
    return found


def _read(path: Path) -> Salvaged:
    try:
        reader = immutable_reader(path)
    except (sqlite3.Error, UnicodeDecodeError):  # not even its header
        return Salvaged((), 0, ())
    with closing(reader) as connection, closing(_Sieve()) as sieve:
        own = _own_tables(connection)
        found: Found = {}
        for table in TABLES.values():
            if table.name in own:
                found.update(_records(connection, table, own[table.name], sieve))
        before = len(found)
        if "change" in own:
            _add_history(connection, found, sieve)
        snapshots = tuple(_snapshots(connection)) if "snapshot" in own else ()
    return Salvaged(tuple(found.values()), len(found) - before, snapshots)


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


def _own_tables(connection: sqlite3.Connection) -> dict[str, Columns]:
    """The tables that are word for word ours or were once, with what their rows lack of the
    present ones: of another text nothing is read (S3)."""
    with suppress(*_UNREADABLE):
        known = [(name, lacking(name, text)) for _, name, _, text in shape(connection)]
        return {name: came for name, came in known if came is not None}
    return {}


def _records(
    connection: sqlite3.Connection, table: Table, came: Columns, sieve: _Sieve
) -> Iterator[tuple[tuple[str, str], Record]]:
    there = [column for column in table.columns if column not in came]
    order = table.columns[: table.keys]
    for cells in _from_both_ends(connection, ", ".join(there), table.name, order):
        with suppress(*_UNREADABLE):
            row = {**came, **dict(zip(there, cells, strict=True))}
            record = table.read(tuple(row[column] for column in table.columns))
            if sieve.passes(record):
                yield (table.name, key_text(record.key)), record


def _add_history(connection: sqlite3.Connection, found: Found, sieve: _Sieve) -> None:
    """What the newest change of a record left, where its table no longer says it."""
    newest: dict[tuple[str, str], tuple[float, float]] = {}
    left: dict[tuple[str, str], Record | str] = {}
    columns = "step, position, tbl, key, coalesce(before, ''), coalesce(after, '')"
    for row in _from_both_ends(connection, columns, "change", ("step", "position")):
        with suppress(*_UNREADABLE):
            when = (float(str(row[0])), float(str(row[1])))
            table, key, before, after = map(str, row[2:])
            for place, image in _images(table, key, before, after):
                if when >= newest.get(place, when):
                    newest[place], left[place] = when, image
    came = came_since(0)
    for place, image in left.items():
        if image and place not in found and place[0] in TABLES:
            with suppress(*_UNREADABLE):
                lacking = came.get(place[0], {})
                record = record_of(place[0], image, lacking) if isinstance(image, str) else image
                if record is not None and sieve.passes(record):
                    found[place] = record


def _images(
    table: str, key: str, before: str, after: str
) -> Iterator[tuple[tuple[str, str], Record | str]]:
    """What a change left of each record that it is about; an empty text where it left none."""
    if table != "entry" or len(json.loads(key)) > len(("measure", "org")):
        yield (table, key), after
        return
    block = Edit(record_of(table, before or None), record_of(table, after or None))
    for edit in one_by_one([block]):
        yield (table, key_text(edit.key)), edit.after or ""


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
