"""A copy of the document elsewhere, whole or not at all (R13)."""

import sqlite3
from pathlib import Path

from scorecard.store.holding import Connection
from scorecard.store.leftover import stranger
from scorecard.store.lock import held_by_other
from scorecard.store.transaction import failure
from scorecard.trouble import Refused, Trouble
from scorecard.whole_file import put_in_place, standing_in


def save_copy(connection: Connection, document: Path, path: Path, computer: str) -> None:
    """Write the document as it stands to `path`, over an earlier file.

    Raises Refused, and leaves what was there: over itself, over a document that somebody is
    editing or that waits to be repaired, or where the disk does not take it.
    """
    trouble = _in_the_way(document, path, computer)
    if trouble:
        raise Refused([trouble])
    try:
        with standing_in(path) as beside:
            _copy(connection, beside)
            put_in_place(beside, path)
    except sqlite3.Error as error:
        raise Refused([failure(error)]) from error
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise Refused([Trouble("cannot_write", path.name, facts)]) from error


def _in_the_way(document: Path, path: Path, computer: str) -> Trouble | None:
    if path.resolve() == document:
        return Trouble("copy_onto_itself", path.name)
    return stranger(path.resolve()) or held_by_other(path.resolve(), computer)


def _copy(connection: Connection, beside: Path) -> None:
    locked = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = OFF")  # SQLite counts the copy as writing
    try:
        with connection.let_go_for_a_while():
            connection.execute("VACUUM INTO ?", (str(beside),))
    finally:
        connection.execute(f"PRAGMA query_only = {locked}")
