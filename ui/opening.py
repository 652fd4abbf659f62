"""Which document to open, the sample for the first start, and the period to begin with."""

import os
import shutil
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation import Evaluation, of
from scorecard.evaluation.view import View
from scorecard.period import Period
from scorecard.period_due import next_turn
from scorecard.progress import Tell, untold
from scorecard.store.opening import is_older
from scorecard.text import say
from scorecard.trouble import CannotOpen, Trouble
from scorecard.vocabulary import Frequency
from scorecard.workspace import Workspace
from ui.arrays import has_long_series
from ui.surroundings import Surroundings

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "sample.scorecard"
ENDING = ".scorecard"
#: A document of so many bytes is opened beside the window.
LONG = 4_000_000
#: So many lines have room in a window at first.
_SEEN = 40


def open_document(path: Path, around: Surroundings, tell: Tell = untold) -> Workspace:
    """The document at `path`. Raises CannotOpen, and Stopped as `tell` does."""
    author, clock, backups = around.author, around.clock, around.backups
    return Workspace.open(path, author=author, clock=clock, backups=backups, tell=tell)


class Opening(NamedTuple):
    """An open document, and what is shown of it first."""

    workspace: Workspace
    evaluation: Evaluation


def open_beside(path: Path, around: Surroundings, tell: Tell) -> Opening | Trouble:
    """The document at `path`, with the lines that are shown first, or why it cannot be opened;
    beside the window. Raises Stopped as `tell` does."""
    try:
        workspace = open_document(path, around, tell)
    except CannotOpen as refusal:
        return refusal.trouble
    today = around.today()
    evaluation = of(workspace.board, View(first_month(workspace.board, today)), today)
    _look_first(evaluation)
    if has_long_series(workspace.board):
        import_module("numpy")  # which the forecast of the chosen line asks for
    return Opening(workspace, evaluation)


def _look_first(evaluation: Evaluation) -> None:
    """Work out what the first pictures ask for and what takes long."""
    parents = [line for line in evaluation.lines() if line.cell is None]
    for line in parents:
        _ = line.previous, line.last_year
    for line in parents[:_SEEN]:
        evaluation.flips(line.node.id)


def takes_long(path: Path, *, is_start: bool) -> bool:
    """Whether to open a document would stop the window: one so large, at a start only where an
    older version made it, for the first picture waits for everything else."""
    try:
        return path.stat().st_size >= LONG and (not is_start or is_older(path))
    except (OSError, CannotOpen):
        return False  # which is told when it is opened


def sample_file(around: Surroundings, language: str) -> Path:
    """The user's own copy of the sample; made where it is not there yet. Raises CannotOpen."""
    folder = around.documents if around.documents.is_dir() else around.own
    path = folder / say("window.sample.file", language)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part")
        try:
            shutil.copyfile(SAMPLE, half)
            half.chmod(0o600)
            os.replace(half, path)
        except OSError as error:
            raise CannotOpen(Trouble("cannot_create", path.name)) from error
    return path


def is_sample(path: Path) -> bool:
    """Whether a document is the copy of the sample, by its name."""
    return path.name in {say("window.sample.file", language) for language in ("zh_TW", "en")}


def first_month(board: Board, today: date) -> Period:
    """The newest month that holds an entry and is not after today; without any the last
    month that is over, which is the one that somebody begins with."""
    calendar = board.settings.calendar
    newest = calendar.containing(today, Frequency.MONTH)
    months = (
        calendar.belongs(Period(measure.frequency, number), Frequency.MONTH)
        for (of, _), series in board.series.items()
        if (measure := board.measures.get(of)) and measure.frequency is not Frequency.PROJECT
        for number in _last(series, calendar.containing(today, measure.frequency).number)
    )
    found = [month for month in months if month <= newest]
    return max(found, default=newest.shifted(-1))


def same_until(board: Board, today: date) -> date:
    """The last day on which a start shows what it shows today, if nothing is changed."""
    kinds = {measure.frequency for measure in board.measures.values()}
    kinds |= {version.frequency for versions in board.versions.values() for version in versions}
    graces = {kind: board.settings.grace(kind) for kind in kinds | {Frequency.MONTH}}
    return next_turn(graces, today, board.settings.calendar) - timedelta(days=1)


def with_ending(name: str) -> Path:
    """A file name as typed, with the ending of documents."""
    return Path(name if name.endswith(ENDING) else name + ENDING)


def _last(series: "dict[int, float | None] | object", limit: int) -> tuple[int, ...]:
    numbers = [number for number in series if number <= limit] if isinstance(series, dict) else []
    return (max(numbers),) if numbers else ()
