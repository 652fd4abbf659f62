"""One transaction: all of it is in the file, or none of it (R2)."""

import contextlib
import sqlite3
from collections.abc import Iterator

from scorecard.store.holding import Connection
from scorecard.trouble import Refused, Trouble

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "not_writable",
    sqlite3.SQLITE_CANTOPEN: "not_writable",
    sqlite3.SQLITE_CONSTRAINT: "not_storable",
    sqlite3.SQLITE_MISMATCH: "not_storable",
}
_PRIMARY = 0xFF  # the byte of an extended code that says the family


@contextlib.contextmanager
def transaction(connection: Connection, *, links: bool = True) -> Iterator[None]:
    """Commit what the block writes, or leave the file as before and raise Refused.

    Without `links` it is not looked up row by row whether what a row refers to is there: for
    blocks, whose measure and unit are known to be.
    """
    try:
        if not links:
            connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.hold()
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        connection.let_go()
        raise Refused([failure(error)]) from error
    finally:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # the first trouble is the one to be told
                connection.execute("ROLLBACK")
        if not links:
            connection.execute("PRAGMA foreign_keys = ON")


def failure(error: sqlite3.Error) -> Trouble:
    """What SQLite could not do, as a trouble in a user's words."""
    code = getattr(error, "sqlite_errorcode", 0)  # absent where Python itself complains
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return Trouble("broken_link")
    return Trouble(_CODES.get(code & _PRIMARY, "not_saved"), facts={"reason": str(error)})
