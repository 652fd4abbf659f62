"""A program that edits a document until it is killed; it says each step that is in the file.

Run as `python -m tests.faults.editor DOCUMENT`. Each line on standard input, `KIND SEED`, makes
a child that edits; the child's own number comes first, then each confirmed step. A child of
kind `within` kills itself at a random moment inside SQLite; one of kind `outside` waits for that.
"""

import os
import random
import signal
import sqlite3
import sys
from pathlib import Path

from scorecard.model.records import Entry
from scorecard.store.snapshots import Frozen
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK, accepted, put

INSTRUCTIONS_BETWEEN_LOOKS = 97
MOST_LOOKS = 600
FOUNDATION_STEP = 1  # not undone: the edits need what it put there
STATEMENTS = ("BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT", "PRAGMA", "VACUUM")
PERIODS = [f"{year}-{month:02d}" for year in range(2024, 2027) for month in range(1, 13)]


def serve(document: Path) -> None:
    """Make a child for every line, and wait for its end."""
    for line in sys.stdin:
        kind, seed = line.split()
        child = os.fork()
        if child == 0:
            edit(document, kind, random.Random(int(seed)))
        _, status = os.waitpid(child, 0)
        tell("killed" if status == signal.SIGKILL else "failed")


def tell(*words: object) -> None:
    """Say a line at one stroke: half a line of a killed child would spoil the next one's."""
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def edit(document: Path, kind: str, chance: random.Random) -> None:
    """Edit, undo, paste, copy, freeze and reopen in random order for ever."""
    tell("pid", os.getpid())
    workspace = opened(document, kind, chance)
    while True:
        act = chance.choices((one, paste, back, copy, freeze, again), (60, 8, 20, 4, 4, 4))[0]
        if act is again:
            workspace.close()
            workspace = opened(document, kind, chance)
        else:
            act(workspace, chance)
        tell("step", workspace.history(limit=1)[0].seq, len(workspace.snapshots()))


def opened(document: Path, kind: str, chance: random.Random) -> Workspace:
    workspace = Workspace.open(document, author="amy", clock=CLOCK, check=accepted)
    if workspace.read_only is not None:
        raise RuntimeError(workspace.read_only)
    if kind == "within":
        die_within(workspace._connection, chance)
    return workspace


def die_within(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Kill this process at a random instruction of SQLite, or at the start of a statement."""
    left = chance.randrange(MOST_LOOKS)
    word = chance.choice(STATEMENTS)
    rounds = chance.randrange(1, 30)

    def look() -> int:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def listen(statement: str) -> None:
        nonlocal rounds
        rounds -= statement.startswith(word)
        if rounds < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connection.set_progress_handler(look, INSTRUCTIONS_BETWEEN_LOOKS)
    connection.set_trace_callback(listen)


def one(workspace: Workspace, chance: random.Random) -> None:
    workspace.run(put(entry(chance, chance.choice(PERIODS))))


def paste(workspace: Workspace, chance: random.Random) -> None:
    workspace.run(put(*(entry(chance, period) for period in PERIODS)))


def back(workspace: Workspace, chance: random.Random) -> None:
    if workspace.redo_step is not None and chance.random() < 0.5:
        workspace.redo()
    elif workspace.undo_step is not None and workspace.undo_step.seq > FOUNDATION_STEP:
        workspace.undo()


def copy(workspace: Workspace, _: random.Random) -> None:
    workspace.save_copy(workspace.path.with_name("copy.scorecard"))


def freeze(workspace: Workspace, chance: random.Random) -> None:
    body = "x" * chance.randrange(5000)
    number = str(chance.getrandbits(60))
    workspace.freeze(Frozen(number, "2026-10", False, "co", "", "amy", "", body))


def again(_: Workspace, __: random.Random) -> None:
    """Close and open; done by `edit`, which holds the workspace."""


def entry(chance: random.Random, period: str) -> Entry:
    return Entry(
        "revenue", "co", period, float(chance.randrange(10**9)), "註" * chance.randrange(9)
    )


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
