"""A document of an older form is brought to the present one: a backup first, then one transaction.

Interrupted anywhere, the old file is whole (R7). What is only read stays as it is: a copy in
memory is brought up instead of it.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scorecard.progress import Stage, Tell, untold
from scorecard.store.examining import changed, check_pages, damaged, examine
from scorecard.store.holding import Connection
from scorecard.store.ladder import Columns, came_since, forms
from scorecard.store.load import load
from scorecard.store.schema import (
    SCHEMA,
    VERSION,
    number_of,
    own_shape,
    shape,
    statements,
    version_text,
)
from scorecard.store.stopping import stoppable
from scorecard.store.transaction import transaction
from scorecard.trouble import CannotOpen, Refused, Trouble

#: Keeps a backup of the document as it is; raises Refused where it cannot.
Keep = Callable[[], object]

#: What is said of a document that is not brought up, by what was in the way.
_CODES = {
    "disk_full": "older_no_room",
    "backup_no_room": "older_no_room",
    "backup_not_kept": "older_no_backup",
}


def is_older(number: int) -> bool:
    """Whether documents of that `user_version` can be brought to the present form."""
    return number != VERSION and any(form.number == number for form in forms())


def recognised(connection: sqlite3.Connection, path: Path) -> int:
    """Which of `forms` a document has, by its number and every letter of its structure; the
    document is examined as it is. Raises CannotOpen."""
    form = _form_of(connection, path)
    examine(connection, path, forms()[form].shape)
    return form


def bring_up(
    connection: Connection, path: Path, keep: Keep | None, tell: Tell = untold
) -> Trouble | None:
    """Bring a document up where it lies, which was `recognised` and is open for editing; why not,
    where no backup can be kept or the disk does not take it.

    Raises CannotOpen or what `load` raises where the result would not be sound, and Stopped as
    `tell` does. Whatever happens, the file is as before or whole in the present form.
    """
    version = {"version": version_text(number_of(connection))}
    if keep is None:
        return Trouble("older_no_backup", path.name, {**version, "reason": "–"})
    try:
        with _loose(connection), transaction(connection), stoppable(connection, tell) as at:
            form = _form_of(connection, path)  # again: from here on nobody else can change it
            at(Stage.KEEPING, 0)
            keep()
            _climb(connection, form, at)
            _must_be_sound(connection, path, at)
    except Refused as refusal:
        return _not_brought_up(refusal.troubles[0], path, version)
    connection.let_go()  # it is not set up for editing yet
    return None


def brought_up_copy(connection: Connection, path: Path, tell: Tell = untold) -> Connection:
    """A copy in memory of the document at `path`, in the present form; `connection` stays as it
    is. Raises CannotOpen, sqlite3.Error or what `load` raises, and Stopped as `tell` does."""
    with ExitStack() as unless_whole:
        copy = sqlite3.connect(
            ":memory:",
            isolation_level=None,
            factory=Connection,
            check_same_thread=False,  # large documents are opened beside the window
        )
        unless_whole.callback(copy.close)
        connection.backup(copy)
        form = recognised(copy, path)
        with _loose(copy), stoppable(copy, tell) as at:
            copy.execute("BEGIN")
            _climb(copy, form, at)
            _must_be_sound(copy, path, at)
            copy.execute("COMMIT")
        unless_whole.pop_all()
    return copy


def _not_brought_up(cause: Trouble, path: Path, version: dict[str, str]) -> Trouble:
    code = _CODES.get(cause.code, "older_not_brought_up")
    return Trouble(code, path.name, {**version, "reason": cause.facts.get("reason", "")})


def _form_of(connection: sqlite3.Connection, path: Path) -> int:
    number, found = number_of(connection), shape(connection)
    known = [at for at, form in enumerate(forms()) if form.number == number]
    if not known:
        raise CannotOpen(damaged(path, f"user_version {number}"))
    nearest = min(known, key=lambda at: len(set(forms()[at].shape) ^ set(found)))
    if found != forms()[nearest].shape:
        raise CannotOpen(changed(path, found, forms()[nearest].shape))
    return nearest


@contextmanager
def _loose(connection: sqlite3.Connection) -> Iterator[None]:
    """While tables are laid anew no row follows another table's, and no text a new name."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")
        connection.execute("PRAGMA foreign_keys = ON")


def _climb(connection: sqlite3.Connection, form: int, tell: Tell) -> None:
    came, laid = came_since(form), statements(SCHEMA)
    steps = len(laid) + len(came)
    for done, statement in enumerate(laid):
        tell(Stage.BRINGING_UP, done / steps)
        name = statement.split()[2]
        _lay_anew(connection, statement, came.get(name, {}))
    for done, (table, columns) in enumerate(came.items(), len(laid)):
        tell(Stage.BRINGING_UP, done / steps)
        _fill_images(connection, table, columns)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _lay_anew(connection: sqlite3.Connection, statement: str, came: Columns) -> None:
    """Let what `statement` makes be there word for word, with the rows that it had."""
    _, kind, name, *_ = statement.split()
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    if found == (statement,):
        return
    if found is None or kind != "TABLE":
        connection.execute(f"DROP {kind} IF EXISTS {name}")
        connection.execute(statement)
        return
    connection.execute(f"ALTER TABLE {name} RENAME TO older_{name}")
    connection.execute(statement)
    kept = [row[1] for row in connection.execute(f"PRAGMA table_info(older_{name})")]
    places = ", ".join([*kept, *("?" for _ in came)])
    connection.execute(
        f"INSERT INTO {name} ({', '.join([*kept, *came])}) SELECT {places} FROM older_{name}",  # noqa: S608  own names
        tuple(came.values()),
    )
    connection.execute(f"DROP TABLE older_{name}")


def _fill_images(connection: sqlite3.Connection, table: str, came: Columns) -> None:
    """Let the journal tell of rows as they are now, so that undo reaches behind this day. What is
    no JSON stays as it is: its step says that it cannot be read."""
    images = ", ".join(
        f"{image} = iif(json_valid({image}), json_insert({image}, ?, ?), {image})"
        for image in ("before", "after")
    )
    for column, cell in came.items():
        path = f"$.{column}"
        connection.execute(
            f"UPDATE change SET {images} WHERE tbl = ?",  # noqa: S608  own names
            (path, cell, path, cell, table),
        )


def _must_be_sound(connection: sqlite3.Connection, path: Path, tell: Tell) -> None:
    tell(Stage.EXAMINING, 0)
    if shape(connection) != own_shape():
        raise CannotOpen(changed(path, shape(connection), own_shape()))
    check_pages(connection, path)
    tell(Stage.EXAMINING, 0.5)
    load(connection)
