"""Which document to open, the sample for the first start, and the period to begin with."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

from scorecard.board import Board
from scorecard.period import Period
from scorecard.period_due import next_turn
from scorecard.text import say
from scorecard.trouble import CannotOpen, Trouble
from scorecard.vocabulary import Frequency
from scorecard.workspace import Workspace
from ui.surroundings import Surroundings

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "sample.scorecard"
ENDING = ".scorecard"


def open_document(path: Path, around: Surroundings) -> Workspace:
    """The document at `path`. Raises CannotOpen."""
    author, clock, backups = around.author, around.clock, around.backups
    return Workspace.open(path, author=author, clock=clock, backups=backups)


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
