"""A journal beside a document is looked at before SQLite sees it (S3)."""

import os
import sqlite3
from pathlib import Path

import pytest

from scorecard.store.leftover import journal_of
from scorecard.trouble import CannotOpen
from scorecard.workspace import Workspace
from tests.store.documents import (
    CLOCK,
    FOUNDATION,
    OCTOBER,
    closed,
    new,
    put,
    reopened,
    why_not_opened,
)

MAGIC = bytes.fromhex("d9d505f920a163d7")


def crashed(folder: Path) -> tuple[Path, Path]:
    """A document whose program died in the middle of a transaction, and its journal."""
    workspace = new(folder, *FOUNDATION, OCTOBER)
    workspace.close()
    connection = sqlite3.connect(workspace.path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE entry SET value = 666")
    connection.executemany(
        "INSERT INTO draft VALUES (?, ?)", ((str(i), "x" * 4000) for i in range(200))
    )
    half = (folder / "half.scorecard", folder / "half.scorecard-journal")
    half[0].write_bytes(workspace.path.read_bytes())
    half[1].write_bytes(journal_of(workspace.path).read_bytes())
    connection.execute("ROLLBACK")
    return half


def test_a_half_done_transaction_is_taken_back_at_the_next_opening(tmp_path: Path) -> None:
    path, journal = crashed(tmp_path)
    assert journal.read_bytes().startswith(MAGIC)

    workspace = reopened(path)

    assert workspace.board.entry(*OCTOBER.key) == OCTOBER
    workspace.close()
    assert not journal.exists()


def test_a_reader_too_takes_back_a_half_done_transaction(tmp_path: Path) -> None:
    path, _ = crashed(tmp_path)

    assert reopened(path, read_only=True).board.entry(*OCTOBER.key) == OCTOBER


def test_a_half_done_transaction_is_not_shown_where_nothing_can_be_written(
    tmp_path: Path,
) -> None:
    path, _ = crashed(tmp_path)
    path.chmod(0o400)

    assert why_not_opened(path) == "journal_needs_writing"


def test_a_journal_that_names_another_file_is_not_used(tmp_path: Path) -> None:
    path, journal = crashed(tmp_path)
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    name = str(victim).encode()
    tail = len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + MAGIC
    journal.write_bytes(journal.read_bytes() + b"\0\0\0\0" + name + tail)
    before = path.read_bytes()

    assert why_not_opened(path) == "journal_strange"
    assert (victim.read_bytes(), path.read_bytes()) == (b"mine", before)


def test_a_journal_that_is_a_pipe_does_not_hang_the_opening(tmp_path: Path) -> None:
    path = closed(tmp_path)
    os.mkfifo(journal_of(path))

    assert why_not_opened(path) == "journal_strange"


def test_a_journal_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    path = closed(tmp_path)
    journal_of(path).symlink_to(tmp_path / "elsewhere")

    assert why_not_opened(path) == "journal_strange"


@pytest.mark.parametrize("content", [b"words of somebody else", MAGIC, MAGIC + b"\0" * 12])
def test_a_journal_that_is_none_is_not_used(tmp_path: Path, content: bytes) -> None:
    path = closed(tmp_path)
    journal_of(path).write_bytes(content)

    assert why_not_opened(path) == "journal_strange"


def test_a_write_ahead_log_beside_a_document_is_not_read_into_it(tmp_path: Path) -> None:
    path = closed(tmp_path)
    path.with_name(path.name + "-wal").write_bytes(b"")

    assert why_not_opened(path) == "journal_strange"


def test_an_empty_journal_is_nothing(tmp_path: Path) -> None:
    path = closed(tmp_path)
    journal_of(path).write_bytes(b"")

    assert why_not_opened(path) == ""


def test_a_new_document_does_not_take_over_a_journal_of_an_old_one(tmp_path: Path) -> None:
    journal = tmp_path / "new.scorecard-journal"
    journal.write_bytes(crashed(tmp_path)[1].read_bytes())

    with pytest.raises(CannotOpen, match="journal_strange"):
        Workspace.create(tmp_path / "new.scorecard", author="amy", clock=CLOCK)


def test_an_edit_after_a_repair_is_kept(tmp_path: Path) -> None:
    path, _ = crashed(tmp_path)
    workspace = reopened(path)
    workspace.run(put(OCTOBER._replace(value=5.0)))
    workspace.close()

    found = reopened(path).board.entry(*OCTOBER.key)

    assert found is not None
    assert found.value == 5.0
