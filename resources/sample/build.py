"""Makes sample.scorecard from sample.json: `python -m resources.sample.build`."""

from datetime import datetime
from pathlib import Path

from scorecard.board import Board
from scorecard.clock import FixedClock
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.store import lock, opening
from scorecard.store.creating import created
from scorecard.trouble import Refused
from scorecard.workspace import Workspace, content_check

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "sample.json"
DOCUMENT = HERE / "sample.scorecard"

#: Who signs the sample's entries, and when: the same at each build.
AUTHOR = "範例 Sample"
MOMENT = datetime.fromisoformat("2026-11-03T09:00:00+08:00")


def build(path: Path) -> None:
    """The sample as a document at `path`, over any that is there. Raises Refused."""
    planned = plan(read_board(SOURCE.read_bytes(), SOURCE.name), Board())
    if planned.refused or planned.unknown:
        raise Refused([refusal.why for refusal in planned.refused])
    path.unlink(missing_ok=True)
    created(path)
    # Put together by hand, so that the name of the computer it is built on is not in it.
    holder = lock.this_process(AUTHOR, "sample", MOMENT.isoformat())
    lock.take(path, holder)
    connection, board = opening.opened(path, editing=True)
    workspace = Workspace(
        path,
        connection,
        board,
        author=AUTHOR,
        clock=FixedClock(MOMENT),
        check=content_check,
        holder=holder,
        read_only=None,
    )
    try:
        workspace.run(ImportBoard(SOURCE.name, planned.edits_on))
    finally:
        workspace.close()


if __name__ == "__main__":
    build(DOCUMENT)
