"""How long one edit takes to be safe, against one fdatasync of a 4 KB append to a file."""

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
from scorecard.text import Said
from scorecard.vocabulary import Words
from scorecard.workspace import Command, Workspace

PAGE = b"x" * 4096
GOAL = 3.0


@contextmanager
def commit(folder: Path) -> Iterator[Figure]:
    """The figure, with a document and a file in `folder`."""
    workspace = Workspace.create(folder / "a.scorecard", author="benchmark", clock=SystemClock())
    file = os.open(folder / "append", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        yield Figure("commit", GOAL, "fdatasync", "s", _committing(workspace), _appending(file))
    finally:
        workspace.close()
        os.close(file)


def timed(act: Callable[[], object]) -> Take:
    """The seconds that an act takes."""

    def take() -> float:
        begun = time.perf_counter()
        act()
        return time.perf_counter() - begun

    return take


def _appending(file: int) -> Take:
    def append() -> None:
        os.write(file, PAGE)
        os.fdatasync(file)

    return timed(append)


def _committing(workspace: Workspace) -> Take:
    workspace.run(_put(Org("co", Words("公司", "Company")), Measure("m", Words("量", "Amount"))))
    numbers = count(1)
    return timed(lambda: workspace.run(_put(Entry("m", "co", "2026-10", float(next(numbers))))))


def _put(*records: Record) -> Command:
    return lambda board: Change(
        Said("trouble.at"),
        tuple(Edit(board.find(record.table, record.key), record) for record in records),
    )
