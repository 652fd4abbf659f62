"""One transaction: all of it is in the file, or none of it (R2)."""

import contextlib
import sqlite3
from collections.abc import Iterator

from scorecard.trouble import Refused, Trouble

_BROKEN_LINK = "SQLITE_CONSTRAINT_FOREIGNKEY"
_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_READONLY": "not_writable",
    "SQLITE_CANTOPEN": "not_writable",
    "SQLITE_CONSTRAINT": "not_storable",
    "SQLITE_MISMATCH": "not_storable",
}


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block writes, or leave the file as before and raise Refused."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise Refused([failure(error)]) from error
    finally:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # the first trouble is the one to be told
                connection.execute("ROLLBACK")


def failure(error: sqlite3.Error) -> Trouble:
    """What SQLite could not do, as a trouble in a user's words."""
    name = getattr(error, "sqlite_errorname", "")  # absent where Python itself complains
    if name == _BROKEN_LINK:
        return Trouble("broken_link")
    family = "_".join(name.split("_")[:2])
    return Trouble(_CODES.get(family, "not_saved"), facts={"reason": name or str(error)})
