"""The rollback journal that a crash left beside a document, looked at before SQLite sees it."""

import os
import stat
from pathlib import Path

from scorecard.trouble import Trouble

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_LEAST = 28  # bytes of a journal's header


def journal_of(document: Path) -> Path:
    """Where SQLite keeps what a half-done transaction has to give back."""
    return document.with_name(document.name + "-journal")


def journal_trouble(document: Path) -> Trouble | None:
    """Why the journal beside a document may not be handed to SQLite (S3); None if it may.

    A journal that names a super-journal makes SQLite delete that other file, and a pipe
    hangs the opening: only a regular file with a plain header is let through. A write-ahead
    log is never ours, and SQLite would read it into any document.
    """
    ahead = _ahead_of(document)
    if os.path.lexists(ahead):
        return Trouble("journal_strange", document.name, {"journal": ahead.name})
    journal = journal_of(document)
    try:
        state = journal.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISREG(state.st_mode) and (state.st_size == 0 or _is_plain(journal)):
        return None
    return Trouble("journal_strange", document.name, {"journal": journal.name})


def is_hot(document: Path) -> bool:
    """Whether a half-done transaction waits to be taken back."""
    try:
        with journal_of(document).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except FileNotFoundError:
        return False


def stranger(document: Path) -> Trouble | None:
    """What lies beside a place for a new file that SQLite would read into it; None if nothing."""
    for leftover in (journal_of(document), _ahead_of(document)):
        empty = leftover.is_file() and leftover.stat().st_size == 0
        if os.path.lexists(leftover) and not empty:
            return Trouble("journal_strange", document.name, {"journal": leftover.name})
    return None


def _ahead_of(document: Path) -> Path:
    return document.with_name(document.name + "-wal")


def _is_plain(journal: Path) -> bool:
    with journal.open("rb") as file:
        start = file.read(_LEAST)
        file.seek(-min(len(_MAGIC), file.seek(0, os.SEEK_END)), os.SEEK_END)
        end = file.read()
    if start[:1] == b"\0":  # not yet made safe when the program died: SQLite passes over it
        return end != _MAGIC
    return len(start) == _LEAST and start.startswith(_MAGIC) and end != _MAGIC
