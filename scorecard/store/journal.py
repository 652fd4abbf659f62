"""The journal: every change ever made, append-only, in the order of its numbers (R14)."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Literal, NamedTuple

from scorecard.model.edits import Edit
from scorecard.model.records import Key, Record
from scorecard.progress import Stage, Tell, untold
from scorecard.store.blocks import write_blocks
from scorecard.store.images import image, key_text, record_of, said_of, said_text
from scorecard.store.looking import Condition, touching
from scorecard.store.rows import Row, Table
from scorecard.store.tables import TABLES
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble

Kind = Literal["do", "undo", "redo", "begin"]
#: Edits between two looks whether somebody wants to stop.
_LOOK = 64
#: Characters of images that are read in a blink.
_LONG = 500_000
#: Rows that take longer than that, however short they are.
_MANY = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """One change as the journal tells it; `of` is the step that an undo or redo is about.
    A `begin` changes nothing: undo does not reach behind it.

    `at` is ISO 8601 with the offset from UTC; order is by `seq`, never by `at`.
    """

    seq: int
    kind: Kind
    of: int | None
    at: str
    by: str
    host: str
    name: Said
    _edits: Callable[[], tuple[Edit, ...]] = field(repr=False, compare=False)
    _count: Callable[[], int] = field(repr=False, compare=False)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What the step changed, read from the file at each call; an import in blocks."""
        return self._edits()

    @property
    def count(self) -> int:
        """How many records the step changed, counted in the file at each call."""
        return self._count()


class Author(NamedTuple):
    """Who makes a change, when and on which computer."""

    name: str
    host: str
    at: datetime


class Heading(NamedTuple):
    """What a step is: its name, and the step that an undo or redo is about."""

    name: Said
    kind: Kind = "do"
    of: int | None = None


def write(
    connection: sqlite3.Connection,
    author: Author,
    heading: Heading,
    edits: Sequence[Edit],
    tell: Tell = untold,
) -> int:
    """Write rows and journal of one step in the open transaction; its number.

    Raises sqlite3.Error where a row cannot be stored, ValueError for a number that is none.
    """
    name, kind, of = heading
    at = author.at.isoformat(timespec="seconds")
    seq = newest(connection) + 1
    connection.execute(
        "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq, kind, of, at, author.name, author.host, said_text(name)),
    )
    connection.executemany(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
        _changes(seq, edits, tell),
    )
    _write_rows(connection, edits, tell)
    return seq


def _changes(seq: int, edits: Sequence[Edit], tell: Tell) -> Iterator[tuple[object, ...]]:
    for at, edit in enumerate(edits):
        if at % _LOOK == 0:
            tell(Stage.RECORDING, at / len(edits))
        yield seq, at, edit.table, key_text(edit.key), image(edit.before), image(edit.after)


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest step, 0 before the first."""
    found: int = connection.execute("SELECT coalesce(max(seq), 0) FROM step").fetchone()[0]
    return found


def read_step(connection: sqlite3.Connection, seq: int) -> Step:
    """The step of that number."""
    return steps_where(connection, "WHERE seq = ?", (seq,))[0]


def history(
    connection: sqlite3.Connection,
    limit: int | None = None,
    table: str | None = None,
    key: Key | None = None,
) -> tuple[Step, ...]:
    """Steps, newest first: all, or those that touched a table, or one record of it."""
    where, facts = "", list[str]()
    if table is not None:
        where, facts = "tbl = ?", [table]
    if key is not None:
        with_it, found = touching(key)
        where, facts = f"{where} AND {with_it}", [*facts, *found]
    if where:
        where = f"WHERE seq IN (SELECT step FROM change WHERE {where})"  # noqa: S608  own words
    return steps_where(
        connection, f"{where} ORDER BY seq DESC LIMIT ?", (*facts, -1 if limit is None else limit)
    )


def edits_of(
    connection: sqlite3.Connection, seq: int, about: Condition | None = None
) -> tuple[Edit, ...]:
    """What a step changed, in its order: all of it, or what `touching` or `of_series` asks for.
    Raises Refused where its images cannot be read."""
    return tuple(read_edits(connection, seq, about))


def read_edits(
    connection: sqlite3.Connection, seq: int, about: Condition | None = None
) -> Iterator[Edit]:
    """The same, one after the other."""
    with_it, facts = about or ("1", [])
    rows = connection.execute(
        f"SELECT tbl, before, after FROM change WHERE step = ? AND {with_it} ORDER BY position",  # noqa: S608  own words
        (seq, *facts),
    )
    try:
        for table, before, after in rows:
            yield Edit(record_of(table, before), record_of(table, after))
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        raise Refused([Trouble("step_unreadable", facts={"seq": str(seq)})]) from error


def count(connection: sqlite3.Connection, seq: int) -> int:
    """How many records a step changed, those in blocks too. Raises Refused where an image cannot
    be read."""
    sides = [f"coalesce(json_array_length({side}, '$.period'), 0)" for side in ("before", "after")]
    block = "tbl = 'entry' AND json_array_length(key) = 2"
    try:
        row = connection.execute(
            f"SELECT total(CASE WHEN {block} THEN max({', '.join(sides)}) ELSE 1 END)"  # noqa: S608  own words
            " FROM change WHERE step = ?",
            (seq,),
        ).fetchone()
    except sqlite3.Error as error:
        raise Refused([Trouble("step_unreadable", facts={"seq": str(seq)})]) from error
    return int(row[0])


def is_long(connection: sqlite3.Connection, seq: int) -> bool:
    """Whether a step is so large that to read it and do it again takes a while; told by its
    beginning."""
    rows, size = connection.execute(
        "SELECT count(*), total(length(before)) + total(length(after))"
        " FROM (SELECT before, after FROM change WHERE step = ? LIMIT ?)",
        (seq, _MANY),
    ).fetchone()
    return bool(rows == _MANY or size > _LONG)


def provenance(connection: sqlite3.Connection, key: Key) -> tuple[str, str] | None:
    """Who changed an entry last, and when (ISO 8601); None where nobody did."""
    with_it, facts = touching(key)
    found: tuple[str, str] | None = connection.execute(
        f"SELECT done_by, done_at FROM change JOIN step ON seq = step WHERE {with_it}"  # noqa: S608  own words
        " AND tbl = 'entry' ORDER BY step DESC LIMIT 1",
        facts,
    ).fetchone()
    return found


class Standing:
    """Which steps stand and which are undone, the next one last; worked out from the journal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.done: list[int] = []
        self.undone: list[int] = []
        for step in connection.execute("SELECT seq, kind, undoes FROM step ORDER BY seq"):
            self.add(*step)

    def add(self, seq: int, kind: Kind, of: int | None) -> None:
        """Take the next step in; a new `do` forgets what could be redone, `begin` all."""
        if kind == "do":
            self.done.append(seq)
            self.undone.clear()
        elif kind == "begin":
            self.done.clear()
            self.undone.clear()
        elif kind == "undo" and self.done and self.done[-1] == of:
            self.undone.append(self.done.pop())
        elif kind == "redo" and self.undone and self.undone[-1] == of:
            self.done.append(self.undone.pop())


def steps_where(
    connection: sqlite3.Connection, rest: str, facts: Iterable[object]
) -> tuple[Step, ...]:
    """The steps that the `rest` of a SELECT, own words, says."""
    rows = connection.execute(
        f"SELECT seq, kind, undoes, done_at, done_by, host, name FROM step {rest}",  # noqa: S608  own
        tuple(facts),
    )
    return tuple(
        Step(
            *(seq, kind, of, at, by, host, said_of(name)),
            partial(edits_of, connection, seq),
            partial(count, connection, seq),
        )
        for seq, kind, of, at, by, host, name in rows.fetchall()
    )


def _write_rows(connection: sqlite3.Connection, edits: Iterable[Edit], tell: Tell) -> None:
    for (name, put, gone, blocks), group in groupby(edits, _sort_of):
        table, some = TABLES[name], list(group)
        if blocks:
            write_blocks(connection, some, tell)
        elif gone:
            _expect(len(some), connection.executemany(*_delete(table, some)))
        elif put:
            _expect(len(some), connection.executemany(*_insert(table, some)))
        else:
            _expect(len(some), connection.executemany(*_update(table, some)))


def _sort_of(edit: Edit) -> tuple[str, bool, bool, bool]:
    if edit.is_block:
        return edit.table, False, False, True
    return edit.table, edit.before is None, edit.after is None, False


def _expect(count: int, cursor: sqlite3.Cursor) -> None:
    if cursor.rowcount != count:
        raise sqlite3.IntegrityError("a row to be changed is not there")


def _insert(table: Table, edits: list[Edit]) -> tuple[str, list[Row]]:
    places = ", ".join("?" * len(table.columns))
    rows = [table.row(_held(edit.after)) for edit in edits]
    return f"INSERT INTO {table.name} VALUES ({places})", rows  # noqa: S608  declared names


def _update(table: Table, edits: list[Edit]) -> tuple[str, list[Row]]:
    puts = ", ".join(f"{column} = ?" for column in table.columns[table.keys :])
    rows = [table.row(_held(edit.after)) for edit in edits]
    turned = [(*row[table.keys :], *row[: table.keys]) for row in rows]
    return f"UPDATE {table.name} SET {puts} WHERE {_where(table)}", turned  # noqa: S608  same


def _delete(table: Table, edits: list[Edit]) -> tuple[str, list[Row]]:
    keys: list[Row] = [edit.key for edit in edits]
    return f"DELETE FROM {table.name} WHERE {_where(table)}", keys  # noqa: S608  same


def _where(table: Table) -> str:
    return " AND ".join(f"{column} = ?" for column in table.columns[: table.keys])


def _held(record: Record | None) -> Record:
    if record is None:
        raise ValueError("no record to store")
    return record
