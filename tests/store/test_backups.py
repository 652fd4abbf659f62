"""The ten newest backups, numbered by sequence; rotation leaves a good one (R8)."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry, Record
from scorecard.store.backup_content import content_of
from scorecard.store.backups import KEPT, Shelf
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.vocabulary import BackupReason
from scorecard.workspace import Command, Workspace
from tests.store.documents import CLOCK, EVERY_KIND, FOUNDATION, NAME, accepted, closed, put

NOW = CLOCK.moment
ASKED = BackupReason.ASKED


def opened(folder: Path, *records: Record) -> tuple[Workspace, Shelf]:
    """A document with `records`, and its backups in a folder elsewhere."""
    path = closed(folder, *records)
    made = Workspace.open(
        path, author="amy", clock=CLOCK, check=accepted, backups=folder / "own" / "backups"
    )
    assert made.shelf is not None
    return made, made.shelf


def value(number: float) -> Command:
    return put(Entry("revenue", "co", "2026-10", number))


def keep(workspace: Workspace, count: int, at: datetime = NOW) -> None:
    """Keep a backup after each of `count` edits."""
    assert workspace.shelf is not None
    for _ in range(count):
        workspace.run(value(len(workspace.history())))
        workspace.shelf.keep(ASKED, at)


def imported(number: float) -> Command:
    """As an import does it: a backup is kept before."""
    entry = Entry("revenue", "co", "2026-10", number)
    return lambda board: Change(
        NAME, (Edit(board.find("entry", entry.key), entry),), BackupReason.IMPORT
    )


def numbers(shelf: Shelf) -> list[int]:
    return [each.number for each in shelf.listed()]


def test_a_backup_holds_all_that_the_document_holds(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *EVERY_KIND)

    kept = shelf.keep(ASKED, NOW)

    copy = Workspace.open(kept.path, author="bob", clock=CLOCK, read_only=True)
    assert copy.board == workspace.board
    assert copy.undo_step == workspace.undo_step
    content = content_of(kept.path)
    assert content.step is not None
    assert (content.step.seq, content.step.name, content.step.by) == (1, NAME, "amy")
    assert (content.measures, content.kpis, content.entries) == (2, 1, 2)


def test_backups_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    _, shelf = opened(tmp_path, *FOUNDATION)

    kept = shelf.keep(ASKED, NOW)

    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert shelf.folder.stat().st_mode & 0o777 == 0o700
    assert shelf.folder.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_but_backups_is_left_in_the_folder(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    keep(workspace, 1)
    left = shelf.folder / ".backup.killed.tmp"
    left.write_bytes(b"half")

    keep(workspace, 1)

    assert sorted(file.name for file in shelf.folder.iterdir()) == [
        "000001-asked-2-0.scorecard",
        "000002-asked-3-0.scorecard",
        "document.json",
    ]


def test_the_ten_newest_stay(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)

    keep(workspace, KEPT + 3)

    assert numbers(shelf) == list(range(13, 3, -1))


def test_a_clock_that_was_set_back_changes_no_order(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)

    for years in range(KEPT + 2):
        keep(workspace, 1, NOW - timedelta(days=365 * years))

    assert numbers(shelf) == list(range(12, 2, -1))


def test_a_copy_that_does_not_open_is_no_backup_and_takes_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    keep(workspace, KEPT)
    workspace.run(value(-1))
    workspace.close()
    spoil(workspace.path)

    with pytest.raises(Refused, match="backup_not_kept"):
        shelf.keep(ASKED, NOW)

    assert numbers(shelf) == list(range(10, 0, -1))
    assert all(content_of(each.path).measures == 2 for each in shelf.listed())


def spoil(path: Path) -> None:
    """Overwrite the middle of a file, as a failing disk does."""
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(os.urandom(4096 * 4))


def test_the_first_backup_of_a_day_is_made_once(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    assert shelf.keep_daily(NOW) is not None

    workspace.run(value(1))

    assert shelf.keep_daily(NOW) is None
    again = shelf.keep_daily(NOW + timedelta(days=1))
    assert again is not None
    assert (again.why, again.mark.step) == (BackupReason.DAILY, 2)


def test_a_day_without_a_change_needs_no_backup(tmp_path: Path) -> None:
    _, shelf = opened(tmp_path, *FOUNDATION)
    shelf.keep_daily(NOW)

    assert shelf.keep_daily(NOW + timedelta(days=1)) is None


def test_a_day_before_the_newest_backup_has_its_own(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    shelf.keep_daily(NOW)
    workspace.run(value(1))

    assert shelf.keep_daily(NOW - timedelta(days=400)) is not None


def test_an_import_keeps_a_backup_of_what_was_before_it(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    workspace.run(value(1))

    workspace.run(imported(2))

    (kept,) = shelf.listed()
    assert (kept.why, kept.mark.step) == (BackupReason.IMPORT, 2)


def test_an_edit_keeps_none(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)

    workspace.run(value(1))

    assert shelf.listed() == ()


def test_an_import_goes_on_where_no_backup_can_be_kept_and_that_is_told(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    told: list[Trouble] = []
    workspace.not_kept = told.append
    (tmp_path / "own").write_text("a file where the folder should be", "utf-8")

    step = workspace.run(imported(2))

    assert step is not None
    assert workspace.board.entry("revenue", "co", "2026-10") is not None
    assert [each.code for each in told] == ["backup_not_kept"]
    assert shelf.listed() == ()


def test_a_document_that_was_moved_still_shows_its_earlier_backups(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    kept = shelf.keep(ASKED, NOW)
    workspace.close()
    moved = workspace.path.rename(tmp_path / "renamed.scorecard")

    found = Shelf(tmp_path / "own" / "backups", moved)

    assert found.listed() == ()
    assert found.related() == (kept,)
    assert kept.document == str(workspace.path)


def test_the_same_is_not_kept_twice(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    keep(workspace, 1)

    workspace.run(imported(2))

    assert numbers(shelf) == [1]


def test_where_the_newest_of_the_same_is_spoilt_it_is_kept_again(tmp_path: Path) -> None:
    workspace, shelf = opened(tmp_path, *FOUNDATION)
    keep(workspace, 1)
    spoil(shelf.listed()[0].path)

    shelf.keep(ASKED, NOW)

    assert numbers(shelf) == [2, 1]


def test_another_document_has_its_own(tmp_path: Path) -> None:
    _, shelf = opened(tmp_path, *FOUNDATION)
    shelf.keep(ASKED, NOW)
    (tmp_path / "b").mkdir()
    other = closed(tmp_path / "b", *EVERY_KIND)

    found = Shelf(tmp_path / "own" / "backups", other)

    assert found.listed() == ()


def test_what_does_not_open_whole_is_said(tmp_path: Path) -> None:
    _, shelf = opened(tmp_path, *FOUNDATION)
    kept = shelf.keep(ASKED, NOW)
    spoil(kept.path)

    with pytest.raises(CannotOpen, match="damaged"):
        content_of(kept.path)


def test_when_a_backup_was_made_is_what_the_clock_said(tmp_path: Path) -> None:
    _, shelf = opened(tmp_path, *FOUNDATION)
    moment = datetime.fromisoformat("2026-11-03T09:12:44+08:00")

    assert shelf.keep(ASKED, moment).at == moment
