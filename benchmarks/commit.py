"""How long one edit takes to be safe, against one fdatasync of a 4 KB append to a file.

Run: python -m benchmarks.commit [FOLDER]. The goal is a ratio of at most 3.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scorecard.clock import SystemClock
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry, Measure, Org, Record
from scorecard.text import Said
from scorecard.vocabulary import Words
from scorecard.workspace import Command, Workspace

ROUNDS = 60
PAGE = b"x" * 4096


def main() -> None:
    """Print medians in milliseconds and their ratio."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=folder) as name:
        appends = _timed(_appending(Path(name) / "append"))
        commits = _timed(_committing(Path(name) / "a.scorecard"))
    append, commit = statistics.median(appends), statistics.median(commits)
    print(f"append and fdatasync of 4 KB: {append * 1000:.2f} ms")
    print(f"one edit, confirmed:          {commit * 1000:.2f} ms")
    print(f"ratio:                        {commit / append:.2f}")


def _timed(act: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        act(number)
        times.append(time.perf_counter() - begun)
    return times


def _appending(path: Path) -> Callable[[int], object]:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append(_: int) -> None:
        os.write(file, PAGE)
        os.fdatasync(file)

    return append


def _committing(path: Path) -> Callable[[int], object]:
    workspace = Workspace.create(path, author="benchmark", clock=SystemClock())
    workspace.run(_put(Org("co", Words("公司", "Company")), Measure("m", Words("量", "Amount"))))
    return lambda number: workspace.run(_put(Entry("m", "co", "2026-10", float(number + 1))))


def _put(*records: Record) -> Command:
    return lambda board: Change(
        Said("trouble.at"),
        tuple(Edit(board.find(record.table, record.key), record) for record in records),
    )


if __name__ == "__main__":
    main()
