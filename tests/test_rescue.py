"""A damaged document: its newest good backup, or all that can still be read (R9)."""

import random
import sqlite3
from pathlib import Path

import pytest

from scorecard.model.records import Entry, Measure, Node, Org
from scorecard.rescue import newest_good, salvage_into
from scorecard.store import putting_back
from scorecard.store.backups import Shelf
from scorecard.store.leftover import journal_of
from scorecard.store.putting_back import put_back
from scorecard.store.salvage import Salvaged, salvaged
from scorecard.store.snapshots import Frozen
from scorecard.text import sentence
from scorecard.trouble import CannotOpen, Refused
from scorecard.vocabulary import BackupReason, Words
from scorecard.workspace import Workspace
from tests.store.documents import (
    CLOCK,
    EVERY_KIND,
    FOUNDATION,
    closed,
    new,
    put,
    reopened,
    why_not_opened,
)

PAGE = 4096
MONTHS = [f"{year}-{month:02d}" for year in range(1990, 2026) for month in range(1, 13)]
SERIES = [Entry("revenue", "co", month, float(at), "註" * 20) for at, month in enumerate(MONTHS)]


def spoil(path: Path, page: int) -> None:
    """Overwrite one page, counted from 1 as SQLite does."""
    with path.open("r+b") as file:
        file.seek(PAGE * (page - 1))
        file.write(b"\xff" * PAGE)


def pages_of(path: Path, table: str) -> list[int]:
    """The pages of a table in their order, the first one is its root."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY path", (table,))
    found = [row[0] for row in rows]
    connection.close()
    return found


def salvage(path: Path, folder: Path) -> tuple[Workspace, Salvaged]:
    """What is salvaged of a document, and the new one with it."""
    found = salvage_into(path, folder / "b.scorecard", author="amy", clock=CLOCK)
    return reopened(folder / "b.scorecard", read_only=True), found


def test_a_spoilt_page_in_the_middle_of_the_entries_loses_nothing_that_the_history_says(
    tmp_path: Path,
) -> None:
    path = closed(tmp_path, *EVERY_KIND, *SERIES)
    whole = reopened(path, read_only=True).board
    spoil(path, pages_of(path, "entry")[5])
    assert why_not_opened(path) == "damaged"

    workspace, found = salvage(path, tmp_path)

    assert workspace.board == whole
    assert found.from_history > 10


def test_a_spoilt_root_page_of_a_table_is_made_good_from_the_history(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    whole = reopened(path, read_only=True).board
    spoil(path, pages_of(path, "kpi_version")[0])

    workspace, _ = salvage(path, tmp_path)

    assert workspace.board == whole


def test_without_its_history_the_tables_are_read_from_both_ends(tmp_path: Path) -> None:
    path = closed(tmp_path, *FOUNDATION, *SERIES)
    spoil(path, pages_of(path, "change")[0])
    entries = pages_of(path, "entry")
    spoil(path, entries[len(entries) // 2])

    found = {each.period for each in salvaged(path).records if isinstance(each, Entry)}

    assert len(SERIES) - 60 < len(found) < len(SERIES)
    assert {MONTHS[0], MONTHS[-1]} <= found


def test_numbers_whose_measure_and_unit_are_lost_are_there_under_their_ids(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    for table in ("change", "measure", "org"):
        spoil(path, pages_of(path, table)[0])

    workspace, _ = salvage(path, tmp_path)

    assert workspace.board.series_of("revenue", "co")
    assert workspace.board.measures["revenue"].name.zh_TW == "revenue"
    assert workspace.board.orgs["co"] == Org("co", workspace.board.orgs["co"].name)


def test_a_line_whose_kpi_is_lost_is_left_out(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    for table in ("change", "kpi_version"):
        spoil(path, pages_of(path, table)[0])

    workspace, found = salvage(path, tmp_path)

    assert [each.id for each in found.records if isinstance(each, Node)] == ["g", "n1"]
    assert list(workspace.board.nodes) == ["g"]


def test_frozen_snapshots_are_salvaged_too(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    frozen = Frozen("s1", "2026-10", False, "", "2026-11-03", "amy", "d", "{}")
    workspace.freeze(frozen)
    workspace.close()
    spoil(workspace.path, pages_of(workspace.path, "comment")[0])

    saved, _ = salvage(workspace.path, tmp_path)

    assert saved.snapshots() == (frozen,)


def test_salvage_changes_no_byte_of_the_damaged_file(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    spoil(path, pages_of(path, "entry")[0])
    before = path.read_bytes()

    salvage_into(path, tmp_path / "b.scorecard", author="amy", clock=CLOCK)

    assert path.read_bytes() == before


def test_a_table_of_another_program_is_not_read(tmp_path: Path) -> None:
    """A view that is called as one of ours may do anything (S3)."""
    path = closed(tmp_path, *EVERY_KIND)
    stranger = sqlite3.connect(path)
    stranger.executescript(
        "DROP TABLE comment; CREATE VIEW comment AS SELECT 'c9' AS id, '' AS kpi, '' AS org, "
        "'' AS period, '' AS text_zh, '' AS text_en, '' AS said_by, '' AS said_at;"
    )
    stranger.close()

    found = salvaged(path)

    assert "c9" not in {each.key[0] for each in found.records}
    assert len(found.records) == len(EVERY_KIND)


@pytest.mark.parametrize("content", [b"", b"\xff" * 9000], ids=["empty", "noise"])
def test_where_nothing_can_be_read_that_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.scorecard"
    path.write_bytes(content)

    with pytest.raises(CannotOpen, match="nothing_salvaged"):
        salvage_into(path, tmp_path / "b.scorecard", author="amy", clock=CLOCK)

    assert not (tmp_path / "b.scorecard").exists()


def test_salvage_is_not_written_over_a_file(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)

    with pytest.raises(CannotOpen, match="file_exists"):
        salvage_into(path, path, author="amy", clock=CLOCK)


def test_the_newest_backup_that_opens_is_offered(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    path = workspace.path
    shelf = Shelf(tmp_path / "backups", path)
    first = shelf.keep(BackupReason.ASKED, CLOCK.moment)
    workspace.run(put(*EVERY_KIND))
    second = shelf.keep(BackupReason.ASKED, CLOCK.moment)
    spoil(second.path, 3)

    assert newest_good(path, tmp_path / "backups") == first


def test_a_backup_takes_the_place_of_a_damaged_file_which_stays_beside_it(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    kept = Shelf(tmp_path / "backups", path).keep(BackupReason.ASKED, CLOCK.moment)
    whole = reopened(path, read_only=True).board
    spoil(path, 3)
    damaged = path.read_bytes()

    aside = put_back(path, kept.path, "here")

    assert reopened(path).board == whole
    assert (aside.name, aside.read_bytes()) == ("a.damaged-1.scorecard", damaged)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_journal_of_the_damaged_file_goes_with_it(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    kept = Shelf(tmp_path / "backups", path).keep(BackupReason.ASKED, CLOCK.moment)
    spoil(path, 3)
    journal_of(path).write_bytes(b"hot")

    aside = put_back(path, kept.path, "here")

    assert journal_of(aside).read_bytes() == b"hot"
    assert not journal_of(path).exists()


def test_a_document_that_somebody_edits_is_not_replaced(tmp_path: Path) -> None:
    path = closed(tmp_path, *FOUNDATION)
    kept = Shelf(tmp_path / "backups", path).keep(BackupReason.ASKED, CLOCK.moment)
    other = reopened(path)

    with pytest.raises(Refused, match="opened_elsewhere"):
        put_back(path, kept.path, "elsewhere")

    assert other.run(put(Measure("m", Words("數", "Count")))) is not None


def test_there_is_a_file_under_the_name_of_the_document_at_every_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    kept = Shelf(tmp_path / "backups", path).keep(BackupReason.ASKED, CLOCK.moment)
    spoil(path, 3)
    monkeypatch.setattr(putting_back, "put_in_place", _killed)

    with pytest.raises(KeyboardInterrupt):
        put_back(path, kept.path, "here")

    assert path.exists()
    assert (tmp_path / "a.damaged-1.scorecard").exists()


def _killed(_beside: Path, _path: Path) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_damaged_a_document_comes_of_it_or_a_sentence(
    tmp_path: Path, seed: int
) -> None:
    """Pages, stretches and single bytes of a document overwritten by chance (S2)."""
    chance = random.Random(seed)
    path = closed(tmp_path, *EVERY_KIND, *SERIES[:200])
    content = bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 8)):
        at, length = chance.randrange(len(content)), chance.choice((1, 8, 200, PAGE))
        content[at : at + length] = chance.randbytes(min(length, len(content) - at))
    path.write_bytes(content)

    told = ""
    try:
        salvage(path, tmp_path)
    except CannotOpen as refusal:
        told = sentence(refusal.trouble, "en")

    assert (tmp_path / "b.scorecard").exists() != bool(told)
    assert path.read_bytes() == content
