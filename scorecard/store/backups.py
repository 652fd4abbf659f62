"""The backups of a document: the ten newest, numbered in the order in which they were made (R8)."""

import contextlib
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Lock
from time import sleep
from typing import BinaryIO, NamedTuple, TypeVar
from zlib import crc32

from scorecard.board import Board
from scorecard.store.holding import Connection
from scorecard.store.opening import first_look, opened, second_reader
from scorecard.store.transaction import failure
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.vocabulary import BackupReason
from scorecard.whole_file import keep_folder, put_in_place, standing_in, written_whole

KEPT = 10
#: Pages copied at a time; between two of them an edit of the document gets its turn.
_PAGES, _WAIT = 256, 0.02
_TRIES = 50
_NAME = re.compile(r"(\d{6,})-(daily|import|restore|migration|asked)-(\d+)-(\d+)\.scorecard")
_ABOUT = "document.json"
#: Numbers are given one by one, also while the daily backup is being made beside the window.
_one_at_a_time = Lock()
T = TypeVar("T")


class Mark(NamedTuple):
    """How far a document had come: its newest step, and how many snapshots it holds."""

    step: int
    snapshots: int


class Backup(NamedTuple):
    """One backup, a whole document at `path`. `number` orders them; `at` is what the clock said.

    `document` is the path of the document it was made of, as it was called then.
    """

    path: Path
    number: int
    why: BackupReason
    mark: Mark
    at: datetime
    document: str


class Shelf:
    """The backups of `document` in a folder of its own below `root`, which the program owns."""

    def __init__(self, root: Path, document: Path) -> None:
        self._root, self._document = root, document
        self.folder = root / _folder_of(document)

    def listed(self) -> tuple[Backup, ...]:
        """The backups of this document, newest first."""
        return _in_folder(self.folder, str(self._document))

    def related(self) -> tuple[Backup, ...]:
        """Those of documents with the same beginning: this one where it lay before, or the one
        that it is a copy of. Raises Refused where the document cannot be read."""
        origin, found = self._reading(_origin), list[Backup]()
        for about in sorted(self._root.glob(f"*/{_ABOUT}")):
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                told = json.loads(about.read_text("utf-8"))
                if about.parent != self.folder and told["origin"] == origin:
                    found += _in_folder(about.parent, str(told["path"]))
        return tuple(found)

    def keep_daily(self, at: datetime) -> Backup | None:
        """The first backup of the day of `at`; None where there is one of that day, or where the
        newest one holds all that the document does. Raises Refused as `keep` does."""
        newest = next(iter(self.listed()), None)
        if newest is not None and newest.at.date() == at.astimezone().date():
            return None
        known = newest is not None and newest.mark == self._reading(_mark)
        return None if known else self.keep(BackupReason.DAILY, at)

    def keep(self, why: BackupReason, at: datetime) -> Backup:
        """Keep what the document holds now; only then does the oldest beyond ten go. Where the
        newest backup holds the same, that one is it. It may run in any thread: whoever edits
        meanwhile goes on.

        Raises Refused, with the earlier backups as they were, where the copy cannot be written or
        does not open whole.
        """
        with _one_at_a_time:
            return self._reading(lambda connection: self._keep(connection, why, at))

    def _reading(self, act: Callable[[Connection], T]) -> T:
        """What `act` does with a connection of its own to the document. Raises Refused."""
        for left in reversed(range(_TRIES)):
            try:
                with contextlib.closing(second_reader(self._document)) as connection:
                    return act(connection)
            except sqlite3.Error as error:
                if left and failure(error).code == "busy":  # somebody's edit is just being written
                    sleep(_WAIT)
                    continue
                raise Refused([_not_kept(failure(error).code, str(error))]) from error
            except CannotOpen as refusal:
                raise Refused([_not_kept("unsound", str(refusal))]) from refusal
            except OSError as error:
                raise Refused([_not_kept("cannot_write", error.strerror or str(error))]) from error
        raise AssertionError("the last try returns or raises")

    def _keep(self, connection: Connection, why: BackupReason, at: datetime) -> Backup:
        newest = next(iter(self.listed()), None)
        if newest is not None and _holds(newest, _mark(connection), why) and _is_whole(newest.path):
            return newest
        self._make_folder(connection)
        number = newest.number + 1 if newest is not None else 1
        with standing_in(self.folder / "backup") as beside:
            mark = _copy(connection, beside)
            board_of(beside)
            os.utime(beside, (at.timestamp(), at.timestamp()))
            name = f"{number:06d}-{why}-{mark.step}-{mark.snapshots}.scorecard"
            put_in_place(beside, self.folder / name)
        for old in self.listed()[KEPT:]:
            old.path.unlink(missing_ok=True)
        return self.listed()[0]

    def _make_folder(self, connection: Connection) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root.chmod(0o700)
        for left in self.folder.glob(".backup.*"):  # by a program that was killed
            left.unlink(missing_ok=True)
        about = self.folder / _ABOUT
        if not about.exists():
            told = {"path": str(self._document), "origin": _origin(connection)}
            _write_json(about, told)
            keep_folder(self._root)


def board_of(path: Path) -> Board:
    """What a document says that is not open here. Raises CannotOpen."""
    found = opened(first_look(path), editing=False)
    found.connection.close()
    return found.board


def _holds(newest: Backup, mark: Mark, why: BackupReason) -> bool:
    """Whether a backup makes another one needless. Before a migration only one of its own kind
    does: what is being written of a definition is changed by it too, and leaves no mark."""
    alike = newest.why is why or why is not BackupReason.MIGRATION
    return newest.mark == mark and alike


def _is_whole(path: Path) -> bool:
    try:
        board_of(path)
    except CannotOpen:
        return False
    return True


def _copy(connection: Connection, beside: Path) -> Mark:
    copy = sqlite3.connect(beside, isolation_level=None)
    try:
        copy.execute("PRAGMA journal_mode = OFF")  # nobody sees it before it is whole
        connection.backup(copy, pages=_PAGES, sleep=_WAIT)
        return _mark(copy)
    finally:
        copy.close()


def _write_json(path: Path, told: object) -> None:
    def write(file: BinaryIO) -> None:
        file.write(json.dumps(told).encode())

    written_whole(path, write)


def _mark(connection: sqlite3.Connection) -> Mark:
    step, snapshots = connection.execute(
        "SELECT coalesce(max(seq), 0), (SELECT count(*) FROM snapshot) FROM step"
    ).fetchone()
    return Mark(step, snapshots)


def _origin(connection: Connection) -> list[str]:
    """What the first step says: the same in a document, in its copies and wherever it lies."""
    found = connection.execute("SELECT done_at, done_by, host, name FROM step WHERE seq = 1")
    return [str(cell) for cell in found.fetchone() or ()]


def _folder_of(document: Path) -> str:
    """Sixteen digits that tell documents apart by their paths. Check sums do: nobody gains by two
    that are alike, the folder says whose it is, and a digest would load 4 MB at every start."""
    path = str(document).encode("utf-8", "surrogatepass")
    return f"{crc32(path):08x}{crc32(path[::-1]):08x}"


def _in_folder(folder: Path, document: str) -> tuple[Backup, ...]:
    return tuple(sorted(_each(folder, document), key=lambda each: each.number, reverse=True))


def _each(folder: Path, document: str) -> Iterator[Backup]:
    for path in folder.glob("*.scorecard"):
        told = _NAME.fullmatch(path.name)
        with contextlib.suppress(OSError):
            if told is not None:
                number, why, step, snapshots = told.groups()
                mark = Mark(int(step), int(snapshots))
                at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                yield Backup(path, int(number), BackupReason(why), mark, at, document)


def _not_kept(cause: str, reason: str) -> Trouble:
    code = "backup_no_room" if cause == "disk_full" else "backup_not_kept"
    return Trouble(code, facts={"reason": reason})
