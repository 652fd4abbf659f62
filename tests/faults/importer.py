"""A program that imports a long table into a document, undoes and redoes it, until it is killed.

Run as `python -m tests.faults.importer DOCUMENT TABLE SEED`. It kills itself at a random moment
inside SQLite, or lives if that moment does not come.
"""

import os
import random
import signal
import sys
from pathlib import Path

from scorecard.commands.importing import ImportBoard
from scorecard.exchange import source_file
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK

#: Instructions of SQLite, of which an import of the test has some 30 million.
EVERY = 1_000
MOST = 3_000


def main(document: Path, table: Path, seed: int) -> None:
    """Import, undo, redo."""
    source_file.LONG = 0
    workspace = Workspace.open(document, author="amy", clock=CLOCK)
    left = random.Random(seed).randrange(MOST)

    def look() -> int:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    workspace._connection.set_progress_handler(look, EVERY)
    planned = source_file.planned_file(table, workspace.board)
    workspace.run(ImportBoard(table.name, planned.edits_on))
    workspace.undo()
    workspace.redo()
    workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
