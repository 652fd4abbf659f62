"""Giving a document back."""

import contextlib
import sqlite3

from scorecard.store.holding import Connection


def shut(connection: Connection, *, editing: bool) -> None:
    """Close a connection; nothing is left beside the document.

    The empty journal that TRUNCATE leaves would be mailed with the document.
    """
    connection.let_go()
    if editing:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
