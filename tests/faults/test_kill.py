"""Killed at any moment: every edit the screen had shown as saved is there (R1)."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard.model.records import Key, Record
from scorecard.workspace import Workspace
from tests.faults.editor import PERIODS
from tests.store.documents import FOUNDATION, closed, reopened

KILLS = {"short": 200, "full": 1000}
LONGEST = 0.12  # seconds until a kill from outside
MOST_BYTES = 1_000_000  # a fresh document after that keeps the test quick


class Server:
    """The program that makes a child for every kill."""

    def __init__(self, document: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.editor", str(document)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def killed(self, kind: str, seed: int) -> list[str]:
        """The words of a child that was killed, without those about its beginning and end."""
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError("the pipes were asked for")
        self._process.stdin.write(f"{kind} {seed}\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline().split()[1])
        if kind == "outside":
            time.sleep(random.Random(seed).uniform(0.0, LONGEST))
            os.kill(pid, signal.SIGKILL)
        words = []
        while (line := self._process.stdout.readline()) != "killed\n":
            assert line.startswith("step"), "the child ended by itself"
            words.append(line)
        return words

    def end(self) -> None:
        self._process.communicate()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return closed(tmp_path, *FOUNDATION)


@pytest.fixture
def server(document: Path) -> Iterator[Server]:
    running = Server(document)
    yield running
    running.end()


def test_a_program_killed_at_any_moment_loses_no_confirmed_edit(
    document: Path, server: Server, request: pytest.FixtureRequest
) -> None:
    confirmed = 0
    for seed in range(KILLS[request.config.getoption("--faults")]):
        steps, snapshots = counted(document)
        words = server.killed(("outside", "within")[seed % 2], seed)
        for line in words:
            steps, snapshots = (int(number) for number in line.split()[1:])
            confirmed += 1

        found = counted(document)

        assert steps <= found[0] <= steps + 1, (seed, words)
        assert snapshots <= found[1] <= snapshots + 1, (seed, words)
        if document.stat().st_size > MOST_BYTES:
            document.unlink()
            closed(document.parent, *FOUNDATION)
    assert confirmed > 0


def counted(document: Path) -> tuple[int, int]:
    """How many steps and snapshots the document has; it opens, and says what its journal says."""
    workspace = reopened(document)
    assert workspace.read_only is None
    for period in PERIODS:
        key = ("revenue", "co", period)
        assert workspace.board.find("entry", key) == told(workspace, key)
    counts = workspace.history(limit=1)[0].seq, len(workspace.snapshots())
    workspace.close()
    return counts


def told(workspace: Workspace, key: Key) -> Record | None:
    """What the journal says that an entry is."""
    for step in workspace.history(limit=1, table="entry", key=key):
        return next(edit.after for edit in reversed(step.edits) if edit.key == key)
    return None
