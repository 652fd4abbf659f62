"""Salvage of a document that a crash left half written: nothing in its journal is lost (R9, S3)."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.store import taken_back as module
from scorecard.store.leftover import journal_of
from scorecard.store.salvage import salvaged
from scorecard.trouble import CannotOpen
from tests.store.documents import FOUNDATION, OCTOBER, closed
from tests.store.test_leftover import MAGIC, crashed
from tests.test_rescue import PAGE, spoil

WHOLE = {*FOUNDATION, OCTOBER}


def half(folder: Path) -> tuple[Path, Path]:
    """A damaged document in which an edit is half done, which changed a number, and its journal."""
    path, journal = crashed(folder)
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT value FROM entry").fetchone() == (666,)
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'comment'"
        ).fetchone()
    spoil(path, page)
    return path, journal


def test_what_was_half_done_is_taken_back_first(tmp_path: Path) -> None:
    path, _ = half(tmp_path)

    assert set(salvaged(path).records) == WHOLE


def test_a_spoilt_header_that_the_journal_keeps_is_no_loss(tmp_path: Path) -> None:
    path = closed(tmp_path, *FOUNDATION, OCTOBER)
    copy = tmp_path / "half.scorecard"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version = 999")
        connection.execute("UPDATE entry SET value = 666")
        connection.execute("INSERT INTO draft VALUES ('a', ?)", ("x" * 400_000,))
        copy.write_bytes(path.read_bytes())
        journal_of(copy).write_bytes(journal_of(path).read_bytes())
        connection.execute("ROLLBACK")
    spoil(copy, 1)

    assert set(salvaged(copy).records) == WHOLE


def test_neither_the_document_nor_its_journal_is_changed(tmp_path: Path) -> None:
    path, journal = half(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}

    salvaged(path)

    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert journal in before


def test_the_copy_is_private_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = half(tmp_path)
    (tmp_path / "copies").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "copies"))

    with module.taken_back(path) as copy:
        assert copy.parent.parent == tmp_path / "copies"
        assert copy.parent.stat().st_mode & 0o777 == 0o700

    assert list((tmp_path / "copies").iterdir()) == []


def test_a_journal_that_names_another_file_is_passed_over(tmp_path: Path) -> None:
    path, journal = half(tmp_path)
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    name = str(victim).encode()
    tail = len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + MAGIC
    journal.write_bytes(journal.read_bytes() + b"\0\0\0\0" + name + tail)

    found = salvaged(path).records

    assert {*FOUNDATION, OCTOBER._replace(value=666.0)} == set(found)
    assert victim.read_bytes() == b"mine"


def test_a_journal_that_is_a_pipe_does_not_hang_the_salvage(tmp_path: Path) -> None:
    path, journal = half(tmp_path)
    journal.unlink()
    os.mkfifo(journal)

    assert len(salvaged(path).records) == len(WHOLE)


def test_a_journal_that_spoils_everything_is_passed_over(tmp_path: Path) -> None:
    """One of another file: SQLite would put its pages over ours."""
    path, journal = half(tmp_path)
    content = bytearray(journal.read_bytes())
    content[16:20] = (0).to_bytes(4, "big")  # says that there was no page before
    journal.write_bytes(content)

    assert len(salvaged(path).records) == len(WHOLE)


def test_without_room_for_the_copy_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = half(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))

    with pytest.raises(CannotOpen, match="salvage_no_copy"):
        salvaged(path)


def test_without_a_journal_nothing_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = half(tmp_path)
    journal.unlink()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))

    assert len(salvaged(path).records) == len(WHOLE)
    assert journal_of(path) == journal
    assert path.stat().st_size % PAGE == 0
