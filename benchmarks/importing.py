"""A long CSV into a document, against sqlite3's own `.import` of the file into an equal table.

Ours are checked against the document, compared with what is there, kept in the history so that
undo takes them back, and put on the board; `.import` does none of that.
Run: python -m benchmarks.importing, with FILE and DOCUMENT. It prints the MB that it takes.
"""

import csv
import gc
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from benchmarks import data
from benchmarks.commit import timed
from benchmarks.evaluating import ROOT
from benchmarks.launch import greatest_memory
from benchmarks.pairs import Figure, Take
from scorecard.clock import SystemClock
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.source_file import planned_file
from scorecard.model.edits import Edit
from scorecard.model.records import Measure, Org
from scorecard.period import Period
from scorecard.workspace import Workspace

GOAL = 1.3
#: Four times as fast as sqlite-utils.
GOAL_UTILS = 0.25
#: What an import may take above the start, in MB, the board of 1.2 million entries included.
MOST_MEMORY = 150.0
TABLE = """CREATE TABLE entry (measure TEXT NOT NULL, org TEXT NOT NULL, period TEXT NOT NULL,
value REAL, note TEXT NOT NULL, PRIMARY KEY (measure, org, period)) STRICT, WITHOUT ROWID"""
COLUMNS = ("measure", "org", "period", "value", "note")


@contextmanager
def import_time(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """Planned and written by a program that has the document open."""
    ours = _ours(size, folder)
    tool = shutil.which("sqlite3")
    if tool is None:
        file = _table(size, folder)
        peer = _emptied(folder, lambda place: _inserted(place, file))
        yield Figure(f"import {name}", None, "no sqlite3 here", "s", ours, peer)
    else:
        yield Figure(f"import {name}", GOAL, ".import", "s", ours, _tool(tool, size, folder))


@contextmanager
def import_verb(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """The whole verb, from the start of Python to its end, the backup before it included."""
    file, base, tool = _table(size, folder), _base(size, folder), shutil.which("sqlite3")
    numbers = count()

    def take() -> float:
        document = folder / f"verb{next(numbers)}.scorecard"
        shutil.copyfile(base, document)
        command = [sys.executable, "main.py", "import", str(document), str(file)]
        quiet = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        seconds = timed(lambda: subprocess.run(command, **quiet, check=False))()  # type: ignore[call-overload]  # by name
        document.unlink()
        return seconds

    if tool is not None:
        yield Figure(f"import verb {name}", None, ".import", "s", take, _tool(tool, size, folder))


@contextmanager
def import_utils(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """Against sqlite-utils in one transaction."""
    file = _table(size, folder)
    peer = _emptied(folder, lambda place: _by_utils(place, file))
    yield Figure(f"import {name}", GOAL_UTILS, "sqlite-utils", "s", _ours(size, folder), peer)


@contextmanager
def import_memory(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """The greatest memory above that before the import."""
    file, base = _table(size, folder), _base(size, folder)
    document = folder / "memory.scorecard"

    def take() -> float:
        shutil.copyfile(base, document)
        command = [sys.executable, "-m", "benchmarks.importing", str(file), str(document)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        document.unlink()
        return float(done.stdout)

    yield Figure(f"import {name} takes", 1.0, "the most", "MB", take, lambda: MOST_MEMORY)


def _ours(size: data.Size, folder: Path) -> Take:
    file, base = _table(size, folder), _base(size, folder)
    document = folder / "imported.scorecard"

    def take() -> float:
        shutil.copyfile(base, document)
        workspace = _opened(document)
        gc.disable()  # as the command line and the window's thread do
        try:
            return timed(lambda: _import(workspace, file))()
        finally:
            gc.enable()
            workspace.close()
            document.unlink()

    return take


def _import(workspace: Workspace, file: Path) -> None:
    planned = planned_file(file, workspace.board)
    workspace.run(ImportBoard(file.name, planned.edits_on))


def _tool(tool: str, size: data.Size, folder: Path) -> Take:
    script = f".mode csv\n.import --skip 1 '{_table(size, folder)}' entry\n"

    def bring_in(place: Path) -> None:
        subprocess.run([tool, str(place)], input=script, text=True, check=True)

    return _emptied(folder, bring_in)


def _emptied(folder: Path, bring_in: Callable[[Path], None]) -> Take:
    """The seconds that it takes to fill a database that has the empty table."""
    place = folder / "peer.db"

    def take() -> float:
        place.unlink(missing_ok=True)
        connection = sqlite3.connect(place)
        connection.execute(TABLE)
        connection.close()
        return timed(lambda: bring_in(place))()

    return take


def _inserted(place: Path, file: Path) -> None:
    with file.open(newline="", encoding="utf-8") as lines:
        rows = csv.reader(lines)
        next(rows)
        connection = sqlite3.connect(place)
        with connection:
            connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", rows)
        connection.close()


def _by_utils(place: Path, file: Path) -> None:
    from sqlite_utils import Database

    database = Database(place)
    with file.open(newline="", encoding="utf-8") as lines, database.atomic():
        database["entry"].insert_all(csv.DictReader(lines))  # type: ignore[union-attr]  # a table
    database.close()


def _table(size: data.Size, folder: Path) -> Path:
    """The entries of a size as `entries.csv`, written once."""
    path = folder / f"{size.kpis}x{size.months}.csv"
    if not path.exists():
        codes = {number: Period(data.LAST.kind, number).code for number in data.months(size)}
        with path.open("w", newline="", encoding="utf-8") as file:
            written = csv.writer(file, lineterminator="\n")
            written.writerow(COLUMNS)
            for (measure, org), series in data.series(size).items():
                written.writerows([measure, org, codes[at], v, ""] for at, v in series.items())
    return path


def _base(size: data.Size, folder: Path) -> Path:
    """A document with the measures and no entries."""
    path = folder / f"base{size.kpis}.scorecard"
    if not path.exists():
        workspace = Workspace.create(path, author="benchmark", clock=SystemClock())
        records = [each for each in data.records(size) if isinstance(each, Measure | Org)]
        workspace.run(ImportBoard("", lambda _: tuple(Edit(None, each) for each in records)))
        workspace.close()
    return path


def _opened(document: Path) -> Workspace:
    return Workspace.open(document, author="benchmark", clock=SystemClock())


def main(file: Path, document: Path) -> None:
    """Import once, and tell what that took above what was there before."""
    import numpy  # noqa: F401  the window has it by then

    workspace = _opened(document)
    before = greatest_memory()
    _import(workspace, file)
    print(greatest_memory() - before)
    workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
