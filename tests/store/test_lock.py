"""Opened twice: the second one reads, and is told who has it (R5)."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.store.lock import lock_of
from scorecard.text import sentence
from scorecard.trouble import Refused
from scorecard.workspace import Workspace
from tests.store.documents import (
    CLOCK,
    CO,
    FOUNDATION,
    OCTOBER,
    SALES,
    closed,
    new,
    put,
    reopened,
    why_refused,
)

OTHER = """
import sys
from pathlib import Path
from scorecard.clock import SystemClock
from scorecard.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), author="王小明", clock=SystemClock())
print(workspace.read_only is None, flush=True)
sys.stdin.read(1)
"""


def other_process(path: Path) -> "subprocess.Popen[str]":
    """A second program that has the document open; the first word it says is True if it edits."""
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: "subprocess.Popen[str]", *, killed: bool) -> None:
    if killed:
        process.kill()
    process.communicate()


def test_the_second_program_is_told_who_edits_and_where(tmp_path: Path) -> None:
    path = closed(tmp_path, CO)
    process = other_process(path)
    assert said(process) == "True"

    workspace = reopened(path)
    ended(process, killed=True)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "opened_elsewhere"
    told = sentence(workspace.read_only, "zh_TW")
    assert re.search(r"王小明自 \d{4}-\d\d-\d\d \d\d:\d\d 起", told)


def test_the_second_program_edits_nothing(tmp_path: Path) -> None:
    path = closed(tmp_path, CO)
    process = other_process(path)
    said(process)
    before = path.read_bytes()

    workspace = reopened(path)
    refused = why_refused(workspace, put(SALES))
    ended(process, killed=True)

    assert (refused, path.read_bytes()) == ("opened_elsewhere", before)


def test_a_lock_of_a_program_that_died_is_taken_over(tmp_path: Path) -> None:
    path = closed(tmp_path, CO)
    process = other_process(path)
    said(process)
    ended(process, killed=True)
    assert lock_of(path).exists()

    workspace = reopened(path)

    assert workspace.read_only is None
    assert workspace.run(put(SALES)) is not None


def test_a_lock_is_given_back_at_the_end(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    workspace.close()

    assert reopened(workspace.path).read_only is None


def test_the_same_program_too_edits_a_document_only_once(tmp_path: Path) -> None:
    first = new(tmp_path)
    second = reopened(first.path)
    second.close()

    third = reopened(first.path, author="amy")

    assert second.read_only is not None
    assert third.read_only is not None


def test_a_lock_of_another_computer_holds(tmp_path: Path) -> None:
    path = closed(tmp_path)
    _lock(path, computer="somewhere-else", pid=1)

    assert reopened(path).read_only is not None


def test_a_lock_of_an_earlier_process_with_the_same_number_does_not_hold(tmp_path: Path) -> None:
    first = new(tmp_path)
    words = json.loads(lock_of(first.path).read_text())
    first.close()
    lock_of(first.path).write_text(json.dumps({**words, "started": "1"}))

    assert reopened(first.path).read_only is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"who": 1}'])
def test_a_lock_that_says_nothing_does_not_hold(tmp_path: Path, content: bytes) -> None:
    path = closed(tmp_path)
    lock_of(path).write_bytes(content)

    assert reopened(path).read_only is None


def test_a_reader_takes_no_lock(tmp_path: Path) -> None:
    path = closed(tmp_path)
    reader = reopened(path, read_only=True)

    assert reader.read_only is not None
    assert reader.read_only.code == "asked_read_only"
    assert reopened(path).read_only is None


def test_a_reader_sees_what_is_there_while_somebody_edits(tmp_path: Path) -> None:
    writer = new(tmp_path, *FOUNDATION)
    writer.run(put(OCTOBER))

    assert reopened(writer.path, read_only=True).board == writer.board


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_a_reader_undoes_nothing(tmp_path: Path, verb: str) -> None:
    workspace = reopened(closed(tmp_path, CO), read_only=True)

    with pytest.raises(Refused, match="asked_read_only"):
        {"undo": Workspace.undo, "redo": Workspace.redo}[verb](workspace)


def test_a_file_that_is_refused_is_left_without_a_lock(tmp_path: Path) -> None:
    path = closed(tmp_path, CO)
    path.write_bytes(path.read_bytes()[:-4096])

    with pytest.raises(Exception, match="damaged"):
        Workspace.open(path, author="amy", clock=CLOCK)

    assert list(tmp_path.iterdir()) == [path]


def _lock(path: Path, *, computer: str, pid: int) -> None:
    words = {"who": "amy", "computer": computer, "since": "2026", "pid": pid, "started": ""}
    lock_of(path).write_text(json.dumps(words))
