"""An edit is one transaction: half an edit cannot exist (R2, R3)."""

import sqlite3
from pathlib import Path

import pytest

from scorecard.model.records import Entry, Org
from scorecard.store.holding import Connection
from scorecard.store.journal import newest
from scorecard.store.opening import opened
from scorecard.store.transaction import transaction
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from tests.store.documents import (
    CO,
    FOUNDATION,
    MARGIN,
    OCTOBER,
    SALES,
    closed,
    new,
    put,
    reopened,
    why_refused,
)

OPEN_FILES = Path("/proc/self/fd")
NOT_A_NUMBER = Entry("revenue", "co", "2026-08", "twelve")  # type: ignore[arg-type]  # on purpose


def test_a_row_that_cannot_be_stored_takes_the_rest_of_its_edit_with_it(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    before = workspace.board

    refused = why_refused(workspace, put(OCTOBER, NOT_A_NUMBER, SALES))
    workspace.close()

    again = reopened(workspace.path)
    assert refused == "not_storable"
    assert (again.board, len(again.history())) == (before, 1)


def test_the_next_edit_works_after_one_that_failed(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    why_refused(workspace, put(NOT_A_NUMBER))

    workspace.run(put(OCTOBER))
    workspace.close()

    assert reopened(workspace.path).board.entry(*OCTOBER.key) == OCTOBER


def test_a_unit_below_one_that_is_not_there_is_refused_at_the_end(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)

    assert why_refused(workspace, put(Org("x", Words("某部"), "nowhere"))) == "broken_link"
    assert len(workspace.history()) == 1


def test_an_edit_that_finds_the_disk_full_leaves_the_file_as_before(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    before = workspace.path.read_bytes()
    full(workspace._connection)

    refused = why_refused(workspace, put(*many(500)))

    assert (refused, workspace.path.read_bytes()) == ("disk_full", before)


def test_the_next_edit_works_once_there_is_room(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    full(workspace._connection)
    why_refused(workspace, put(*many(500)))

    workspace._connection.execute("PRAGMA max_page_count = 100000")
    workspace.run(put(*many(500)))

    assert newest(workspace._connection) == 2


def test_an_edit_waits_for_nobody_who_reads(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    reader = reopened(workspace.path, read_only=True)

    assert workspace.run(put(MARGIN)) is not None
    reader.close()


def test_nobody_else_writes_into_a_document_that_is_edited(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    other = sqlite3.connect(workspace.path, isolation_level=None, timeout=0)

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("UPDATE org SET name_zh = ''")

    assert other.execute("SELECT name_zh FROM org").fetchone() == ("公司",)


def test_a_document_that_is_edited_can_be_copied_and_edited_on(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)

    workspace.run(put(MARGIN))
    workspace.save_copy(tmp_path / "copy.scorecard")
    workspace.undo()
    workspace.redo()

    assert reopened(tmp_path / "copy.scorecard").board == reopened(workspace.path).board


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="only Linux tells which files are open")
def test_the_journal_stays_open_from_one_edit_to_the_next(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    journal = workspace.path.with_name(f"{workspace.path.name}-journal")

    assert journal in [link.resolve() for link in OPEN_FILES.iterdir()]

    workspace.close()
    assert not journal.exists()


def test_an_error_in_the_middle_is_not_swallowed(tmp_path: Path) -> None:
    connection = _editing(closed(tmp_path, CO))

    def broken() -> None:
        with transaction(connection):
            connection.execute("UPDATE org SET name_zh = ''")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()

    assert connection.execute("SELECT name_zh FROM org").fetchone() == ("公司",)


def test_a_statement_that_cannot_be_done_is_a_trouble_in_words(tmp_path: Path) -> None:
    connection = _editing(closed(tmp_path, CO))

    with pytest.raises(Refused, match="not_storable"), transaction(connection):
        connection.execute("INSERT INTO org SELECT * FROM org")


def _editing(path: Path) -> Connection:
    return opened(path, editing=True).connection


def full(connection: sqlite3.Connection) -> None:
    """Let the file grow no further, as on a full disk."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def many(count: int) -> list[Org]:
    return [Org(f"unit{number}", Words("某部" * 20), "co") for number in range(count)]
