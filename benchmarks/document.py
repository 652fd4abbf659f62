"""Made-up documents as files, written once for a run."""

from pathlib import Path

from benchmarks import data
from scorecard.board import Board
from scorecard.clock import SystemClock
from scorecard.commands.importing import ImportBoard
from scorecard.model.edits import Edit
from scorecard.model.records import Entry
from scorecard.period import Period
from scorecard.workspace import Workspace


def written(size: data.Size, folder: Path) -> Path:
    """The document of a size in `folder`; one that is there already is taken as it is."""
    path = folder / f"{size.kpis}x{size.months}.scorecard"
    if not path.exists():
        workspace = Workspace.create(
            path, author="benchmark", clock=SystemClock(), check=lambda _board, _edits: ()
        )
        workspace.run(ImportBoard(path.name, lambda _: _edits(size)))
        workspace.close()
    return path


def _edits(size: data.Size) -> tuple[Edit, ...]:
    codes = {number: Period(data.LAST.kind, number).code for number in data.months(size)}
    entries = (
        Edit(None, Entry(measure, org, codes[number], value))
        for (measure, org), series in data.series(size).items()
        for number, value in series.items()
    )
    return (*(Edit(None, record) for record in data.records(size)), *entries)


def read(path: Path) -> Board:
    """The board of a document."""
    workspace = Workspace.open(path, author="benchmark", clock=SystemClock(), read_only=True)
    workspace.close()
    return workspace.board
