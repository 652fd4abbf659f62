"""Killed while a commit writes its pages: the header may tell of pages that are not there (R1)."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.store.documents import FOUNDATION, closed, reopened

PAGE = 4096


def _half_committed(folder: Path, pages: int) -> Path:
    """A document at the moment at which a commit that makes it longer has written its first
    `pages` pages, with the journal that takes them back."""
    whole = closed(folder, *FOUNDATION)
    half = folder / "half.scorecard"
    connection = sqlite3.connect(whole, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA cache_size = 5")  # so that the journal is on the disk before the end
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO step VALUES (?, 'do', NULL, '2026', 'amy', 'here', ?)",
        [(number, "x" * 900) for number in range(1000, 1200)],
    )
    shutil.copy(whole, half)
    shutil.copy(f"{whole}-journal", f"{half}-journal")
    length = half.stat().st_size
    connection.execute("COMMIT")
    connection.close()
    with half.open("r+b") as file:
        file.write(whole.read_bytes()[: pages * PAGE])
    assert length < whole.stat().st_size
    os.truncate(half, max(length, pages * PAGE))
    return half


@pytest.mark.parametrize("pages", [0, 1, 2, 10])
def test_a_commit_that_was_killed_between_its_pages_is_taken_back(
    tmp_path: Path, pages: int
) -> None:
    half = _half_committed(tmp_path, pages)

    workspace = reopened(half)

    assert [step.seq for step in workspace.history()] == [1]
    assert workspace.read_only is None
    workspace.close()
