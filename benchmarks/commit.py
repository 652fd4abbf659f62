"""How long one edit takes to be safe, against one fdatasync of a 4 KB append to a file: its commit
alone, and the whole of it, with check, history and reading back."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from benchmarks.pairs import Figure, Take
from scorecard.clock import SystemClock
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry, Measure, Org, Record
from scorecard.store import journal
from scorecard.store.closing import shut
from scorecard.store.holding import Connection
from scorecard.store.opening import opened
from scorecard.store.transaction import transaction
from scorecard.text import Said
from scorecard.vocabulary import Words
from scorecard.workspace import Command, Workspace

PAGE = b"x" * 4096
GOAL = 3.0

_NAME = Said("trouble.at")


@contextmanager
def commit(folder: Path) -> Iterator[Figure]:
    """The figure of the commit, with a document and a file in `folder`."""
    connection = opened(_document(folder), editing=True).connection
    with _appending(folder) as append:
        yield Figure("commit", GOAL, "fdatasync", "s", _committing(connection), append)
    shut(connection, editing=True)


@contextmanager
def whole_edit(folder: Path) -> Iterator[Figure]:
    """The figure of the whole edit, for the record."""
    path = _document(folder)
    workspace = Workspace.open(path, author="benchmark", clock=SystemClock())
    numbers = count(1)
    with _appending(folder) as append:
        ours = timed(lambda: workspace.run(_put(_entry(next(numbers)))))
        yield Figure("edit, saved", None, "fdatasync", "s", ours, append)
    workspace.close()


def timed(act: Callable[[], object]) -> Take:
    """The seconds that an act takes."""

    def take() -> float:
        begun = time.perf_counter()
        act()
        return time.perf_counter() - begun

    return take


@contextmanager
def _appending(folder: Path) -> Iterator[Take]:
    file = os.open(folder / "append", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append() -> None:
        os.write(file, PAGE)
        os.fdatasync(file)

    try:
        yield timed(append)
    finally:
        os.close(file)


def _committing(connection: Connection) -> Take:
    numbers = count(1)
    author = journal.Author("benchmark", "", SystemClock().now())

    def take() -> float:
        number = next(numbers)
        edits = [Edit(_entry(number - 1), _entry(number))]
        with transaction(connection):
            journal.write(connection, author, journal.Heading(_NAME), edits)
            begun = time.perf_counter()
        return time.perf_counter() - begun

    return take


def _document(folder: Path) -> Path:
    """A document with a measure, a unit and an entry."""
    path = folder / f"{len(list(folder.iterdir()))}.scorecard"
    workspace = Workspace.create(path, author="benchmark", clock=SystemClock())
    foundation = Org("co", Words("公司", "Company")), Measure("m", Words("量", "Amount"))
    workspace.run(_put(*foundation, _entry(0)))
    workspace.close()
    return path


def _entry(number: int) -> Entry:
    return Entry("m", "co", "2026-10", float(number))


def _put(*records: Record) -> Command:
    return lambda board: Change(
        _NAME, tuple(Edit(board.find(record.table, record.key), record) for record in records)
    )
