"""A new document: whole from the start, and never over an existing file."""

import os
import sqlite3
from pathlib import Path

from scorecard.store.leftover import stranger
from scorecard.store.schema import lay
from scorecard.trouble import CannotOpen, Trouble
from scorecard.whole_file import keep_folder, standing_in


def created(path: Path) -> None:
    """Put an empty document at `path`, readable by its owner alone (S12).

    Raises CannotOpen where something is there already, or nothing can be written there.
    """
    if path.exists() or path.is_symlink():
        raise CannotOpen(Trouble("file_exists", path.name))
    strange = stranger(path)
    if strange:
        raise CannotOpen(strange)
    try:
        with standing_in(path) as beside:
            _fill(beside)
            _publish(beside, path)
            keep_folder(path.parent)
    except FileExistsError as error:
        raise CannotOpen(Trouble("file_exists", path.name)) from error
    except (OSError, sqlite3.Error) as error:
        raise CannotOpen(Trouble("cannot_create", path.name)) from error


def _fill(beside: Path) -> None:
    connection = sqlite3.connect(beside, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = EXTRA")
        lay(connection)
    finally:
        connection.close()


def _publish(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a USB stick's
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        beside.replace(path)
