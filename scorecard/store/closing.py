"""Giving a document back."""

import contextlib
import sqlite3


def shut(connection: sqlite3.Connection, *, editing: bool) -> None:
    """Close a connection; nothing is left beside the document.

    The empty journal that TRUNCATE leaves would be mailed with the document.
    """
    if editing:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
