"""A file that is not a sound document of this version is refused and left as it is (R6, R9)."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from scorecard.store.schema import VERSION
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import CannotOpen
from tests.store.documents import EVERY_KIND, closed, reopened, why_not_opened


def test_there_is_nothing_to_open_where_no_file_is(tmp_path: Path) -> None:
    assert why_not_opened(tmp_path / "none.scorecard") == "no_such_file"


def test_a_folder_is_not_opened(tmp_path: Path) -> None:
    assert why_not_opened(tmp_path) == "not_a_file"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.scorecard")

    assert why_not_opened(tmp_path / "a.scorecard") == "not_a_file"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "empty_file", id="empty"),
        pytest.param(b"a", "not_a_document", id="one byte"),
        pytest.param("營收,2026-10,1\n".encode() * 200, "not_a_document", id="a text"),
        pytest.param(b"SQLite format 3\0", "not_a_document", id="only the first words"),
        pytest.param(b"SQLite format 3\0" + b"\0" * 5000, "not_a_document", id="zeros"),
        pytest.param(b"PK\x03\x04" + b"\0" * 5000, "not_a_document", id="a workbook"),
    ],
)
def test_another_kind_of_file_is_left_as_it_is(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.scorecard"
    path.write_bytes(content)

    assert why_not_opened(path) == code
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (content, [path])


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.scorecard"
    sqlite3.connect(path).execute("CREATE TABLE org (id TEXT)")
    before = path.read_bytes()

    assert why_not_opened(path) == "not_a_document"
    assert path.read_bytes() == before


def test_a_newer_file_names_the_version_that_opens_it(tmp_path: Path) -> None:
    path = closed(tmp_path)
    _by_other_means(path, f"PRAGMA user_version = {VERSION + 100}")
    before = path.read_bytes()

    with pytest.raises(CannotOpen) as refusal:
        reopened(path)

    assert "0.3.0" in sentence(refusal.value.trouble, "en")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize("number", [0, 1, 99, 100, 101, VERSION - 1])
def test_a_structure_under_a_number_that_it_never_had_is_refused(
    tmp_path: Path, number: int
) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    _by_other_means(path, "ALTER TABLE draft ADD COLUMN more TEXT")
    _by_other_means(path, f"PRAGMA user_version = {number}")
    before = path.read_bytes()

    assert why_not_opened(path) == ("schema_changed" if number == 100 else "damaged")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM org; END",
        "CREATE TABLE more (id TEXT)",
        "CREATE VIEW v_more AS SELECT 1",
        "CREATE INDEX more ON entry (period)",
        "DROP VIEW v_entries",
        "ALTER TABLE org ADD COLUMN more TEXT",
        "CREATE VIRTUAL TABLE found USING fts5(text)",
    ],
)
def test_a_changed_structure_is_refused_and_left_as_it_is(tmp_path: Path, statement: str) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    _by_other_means(path, statement)
    before = path.read_bytes()

    assert why_not_opened(path) == "schema_changed"
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


def test_a_document_turned_to_write_ahead_logging_is_refused(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    _by_other_means(path, "PRAGMA journal_mode = WAL")
    before = path.read_bytes()

    assert why_not_opened(path) == "write_ahead"
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize("part", range(20))
def test_a_document_cut_short_is_refused_and_left_as_it_is(tmp_path: Path, part: int) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    before = path.read_bytes()[: part * path.stat().st_size // 20]
    path.write_bytes(before)

    assert why_not_opened(path) in {"empty_file", "not_a_document", "damaged"}
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize("seed", range(60))
def test_flipped_bytes_are_refused_in_words_or_do_no_harm(tmp_path: Path, seed: int) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 4, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)

    code = why_not_opened(path)

    assert path.read_bytes() == bytes(content) or code == ""
    assert list(tmp_path.iterdir()) == [path]


def test_a_cell_that_makes_no_sense_is_damage(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    _by_other_means(path, "UPDATE entry SET period = '2026-13' WHERE value > 0")

    assert why_not_opened(path) == "damaged"


@pytest.mark.parametrize("language", LANGUAGES)
def test_damage_is_told_with_what_can_be_done(tmp_path: Path, language: str) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    path.write_bytes(path.read_bytes()[:-4096])

    with pytest.raises(CannotOpen) as refusal:
        reopened(path)

    told = sentence(refusal.value.trouble, language)
    assert {"zh_TW": "備份", "en": "backup"}[language] in told


def _by_other_means(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
