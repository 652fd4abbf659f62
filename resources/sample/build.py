"""Makes sample.scorecard from sample.json: `python -m resources.sample.build`.

The journal tells what a real one would: definitions first, then each month entered by those
who own the measures, on the third of the month after.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import groupby
from pathlib import Path

from scorecard.board import Board
from scorecard.clock import FixedClock
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.model.edits import Edit
from scorecard.model.records import Comment, Entry, Review
from scorecard.period import Calendar, Period
from scorecard.store import lock, opening
from scorecard.store.creating import created
from scorecard.store.taking import Taken
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.workspace import Workspace, content_check

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "sample.json"
DOCUMENT = HERE / "sample.scorecard"

#: The head of finance keeps the definitions.
AUTHOR = "王立群"
TAIPEI = timezone(timedelta(hours=8))
DEFINED = datetime(2023, 10, 16, 9, tzinfo=TAIPEI)
FINISHED = datetime(2026, 11, 4, 17, 30, tzinfo=TAIPEI)


def build(path: Path) -> None:
    """The sample as a document at `path`, over any that is there. Raises Refused."""
    planned = plan(read_board(SOURCE.read_bytes(), SOURCE.name), Board())
    if planned.refused or planned.unknown:
        raise Refused([refusal.why for refusal in planned.refused])
    path.unlink(missing_ok=True)
    created(path)
    workspace = _opened(path)
    try:
        for author, moment, source, edits in _acts(planned.edits):
            workspace.author, workspace.clock = author, FixedClock(moment)
            workspace.run(ImportBoard(source, partial(_whatever_the_board, edits)))
        workspace.author, workspace.clock = AUTHOR, FixedClock(FINISHED)
        workspace.begin(Said("command.begin_sample"))
    finally:
        workspace.close()


def _whatever_the_board(edits: tuple[Edit, ...], _board: Board) -> tuple[Edit, ...]:
    return edits


def _opened(path: Path) -> Workspace:
    """The workspace, put together by hand so that the name of the computer it is built on is
    not in it."""
    holder = lock.this_process(AUTHOR, "sample", DEFINED.isoformat())
    lock.take(path, holder)
    found = opening.opened(path, editing=True)
    taken = Taken(path, found.connection, found.board, holder)
    return Workspace(
        taken, author=AUTHOR, clock=FixedClock(DEFINED), check=content_check, backups=None
    )


def _acts(
    edits: tuple[Edit, ...],
) -> Iterator[tuple[str, datetime, str, tuple[Edit, ...]]]:
    """Who did what when, in the order of the calendar."""
    late = (Entry, Comment, Review)
    defined = tuple(edit for edit in edits if not isinstance(edit.after, late))
    yield AUTHOR, DEFINED, SOURCE.name, defined
    owners = _owners(defined)
    entered = sorted(
        (edit for edit in edits if isinstance(edit.after, Entry)),
        key=lambda edit: (_typed_at(edit), owners[edit.key[0]], edit.key),
    )
    for (moment, owner), group in groupby(
        entered, key=lambda edit: (_typed_at(edit), owners[edit.key[0]])
    ):
        some = tuple(group)
        yield owner, moment, f"{some[0].key[2]}.csv", some
    said = tuple(edit for edit in edits if isinstance(edit.after, Comment | Review))
    yield AUTHOR, FINISHED, SOURCE.name, said


def _owners(defined: tuple[Edit, ...]) -> dict[str, str]:
    """By measure the name of its owner, who types it."""
    owners = {}
    for edit in defined:
        if edit.table == "measure" and edit.after is not None:
            owner = getattr(edit.after, "owner", None)
            owners[edit.key[0]] = (owner.zh_TW or owner.en) if owner else AUTHOR
    return owners


def _typed_at(edit: Edit) -> datetime:
    """The morning of the third day after the entry's period."""
    last = Calendar().span(Period.parse(edit.key[2])).last
    typed = datetime(last.year, last.month, last.day, 9, 12, tzinfo=TAIPEI) + timedelta(days=3)
    return min(typed, FINISHED)


if __name__ == "__main__":
    build(DOCUMENT)
