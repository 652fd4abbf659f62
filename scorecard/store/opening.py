"""Opening a document: everything that can be wrong with a file is found before it is shown (R9)."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.progress import Stage, Stopped, Tell, untold
from scorecard.store.examining import damaged, examine
from scorecard.store.holding import Connection
from scorecard.store.leftover import is_hot, journal_trouble
from scorecard.store.load import load
from scorecard.store.schema import APPLICATION_ID, VERSION, number_of, own_shape, version_text
from scorecard.trouble import CannotOpen, Trouble

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "synchronous = EXTRA",
)


class Opened(NamedTuple):
    """An open document: the connection and all that it says.

    `older` is the version of the program whose form it had, empty for the present one; `refused`
    says why such a document, which was to be edited, can only be read.
    """

    connection: Connection
    board: Board
    older: str = ""
    refused: Trouble | None = None


def first_look(path: Path) -> Path:
    """The path without links of a file that says it is a document of this version or an older.

    Only its header is read, without locks and without its journal. Raises CannotOpen.
    """
    found = path.resolve()
    _regular(found)
    application, version = _header(found)
    _ours(found, application, version)
    strange = journal_trouble(found)
    if strange:
        raise CannotOpen(strange)
    if _is_write_ahead(found):  # three files to mail, and unsafe on network drives
        raise CannotOpen(Trouble("write_ahead", found.name))
    return found


def is_older(path: Path) -> bool:
    """Whether a file says that it is a document of an older form. Raises CannotOpen."""
    return _header(first_look(path))[1] != VERSION


def obstacle(path: Path) -> Trouble | None:
    """Why a document cannot be edited where it lies (R4); None where it can.

    A file or folder marked read-only counts as that for everybody, the administrator too.
    """
    if not _writable(path):
        return Trouble("file_read_only", path.name)
    if not _writable(path.parent):
        return Trouble("folder_read_only", path.name)
    return None


def opened(
    path: Path,
    *,
    editing: bool,
    keep: Callable[[], object] | None = None,
    tell: Tell = untold,
) -> Opened:
    """The document at `path`, after `first_look`.

    One of an older form is brought to the present one after `keep` has kept a backup (R7). Where
    it is only read, or that cannot be done, the connection is one to a copy of it in memory, in
    the present form, and the file is as before.

    Raises CannotOpen for a damaged file, which is not written to, and Stopped as `tell` does.
    """
    writable = obstacle(path) is None
    if is_hot(path) and not writable:
        raise CannotOpen(Trouble("journal_needs_writing", path.name))
    connection, refused = _connected(path, "mode=rw" if writable else "mode=ro"), None
    try:
        _set_up(connection, editing=False)
        number = number_of(connection)
        if number == VERSION:
            tell(Stage.EXAMINING, 0)
            examine(connection, path, own_shape())
        else:
            refused = _bring_up(connection, path, keep, tell) if editing else None
            editing = editing and refused is None
            connection = connection if editing else _brought_up_copy(connection, path, tell)
        tell(Stage.LOADING, 0)
        board = load(connection)
        connection.execute("PRAGMA shrink_memory")  # its pages are all in the board now
        _set_up(connection, editing=editing)
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        connection.close()
        raise CannotOpen(damaged(path, str(error))) from error
    except (CannotOpen, Stopped):
        connection.close()
        raise
    older = "" if number == VERSION else version_text(number)
    return Opened(connection, board, older, refused)


def _bring_up(
    connection: Connection, path: Path, keep: Callable[[], object] | None, tell: Tell
) -> Trouble | None:
    """Bring a document of an older form up where it lies; why not, where that cannot be done."""
    from scorecard.store.migration import bring_up, recognised  # few documents are older

    recognised(connection, path)
    connection.execute("PRAGMA query_only = OFF")
    return bring_up(connection, path, keep, tell)


def _brought_up_copy(connection: Connection, path: Path, tell: Tell) -> Connection:
    from scorecard.store.migration import brought_up_copy  # few documents are older

    copy = brought_up_copy(connection, path, tell)
    connection.close()
    return copy


def second_reader(path: Path) -> Connection:
    """One more connection to a document that is open here, only for reading.

    Raises CannotOpen or sqlite3.Error.
    """
    connection = _connected(path, "mode=ro")
    _set_up(connection, editing=False)
    return connection


def immutable_reader(path: Path) -> Connection:
    """A connection to a file that may be damaged: without locks, without its journal, and past
    what of its structure cannot be read.

    Raises CannotOpen or sqlite3.Error.
    """
    connection = _connected(path.resolve(), "mode=ro&immutable=1")
    for pragma in ("writable_schema = ON", "trusted_schema = OFF", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _connected(path: Path, how: str) -> Connection:
    where = f"{path.as_uri()}?{how}"
    try:
        return sqlite3.connect(
            where,
            uri=True,
            isolation_level=None,
            factory=Connection,
            check_same_thread=False,  # long imports are written beside the window
        )
    except sqlite3.Error as error:
        raise CannotOpen(Trouble("no_permission", path.name)) from error


def _set_up(connection: sqlite3.Connection, *, editing: bool) -> None:
    if sys.version_info >= (3, 12):  # before that Python has no way to ask for it
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA query_only = {'OFF' if editing else 'ON'}")
    if editing:
        connection.execute("PRAGMA journal_mode = TRUNCATE")


def _header(found: Path) -> tuple[int, int]:
    """Application and version as a file says them. Raises CannotOpen."""
    connection = _connected(found, "mode=ro&immutable=1")
    try:
        # A program that was killed may leave a header that tells of pages yet to come. SQLite
        # calls that damage, unless the structure could be written; the journal mends it.
        connection.execute("PRAGMA writable_schema = ON")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        return application, connection.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError) as error:  # a garbled name in SQLite's sentence
        raise CannotOpen(_unreadable(found, error)) from error
    finally:
        connection.close()


def _regular(path: Path) -> None:
    try:
        state = path.stat()
    except FileNotFoundError as error:
        raise CannotOpen(Trouble("no_such_file", path.name)) from error
    except OSError as error:
        raise CannotOpen(Trouble("no_permission", path.name)) from error
    if not stat.S_ISREG(state.st_mode):
        raise CannotOpen(Trouble("not_a_file", path.name))
    if state.st_size == 0:
        raise CannotOpen(Trouble("empty_file", path.name))


def _ours(path: Path, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise CannotOpen(Trouble("not_a_document", path.name))
    if version > VERSION:
        facts = {"needed": version_text(version), "here": version_text(VERSION)}
        raise CannotOpen(Trouble("newer_version", path.name, facts))
    if version != VERSION:
        from scorecard.store.migration import is_older  # few documents are older

        if not is_older(version):
            raise CannotOpen(damaged(path, f"user_version {version}"))


def _is_write_ahead(path: Path) -> bool:
    """Whether the header asks for write-ahead logging: SQLite cannot do that without locks."""
    connection = _connected(path, "mode=ro&nolock=1")
    try:
        connection.execute("PRAGMA application_id").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return _code(error) == sqlite3.SQLITE_CANTOPEN
    finally:
        connection.close()
    return False


def _code(error: Exception) -> int:
    """SQLite's number of an error; 0 where Python itself complains."""
    return error.sqlite_errorcode if hasattr(error, "sqlite_errorcode") else 0


def _unreadable(path: Path, error: Exception) -> Trouble:
    if _code(error) == sqlite3.SQLITE_NOTADB:
        return Trouble("not_a_document", path.name)
    if _code(error) == sqlite3.SQLITE_CANTOPEN:
        return Trouble("no_permission", path.name)
    return damaged(path, str(error))


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _ANY_WRITE)
