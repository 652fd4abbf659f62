"""Backups in the window: that of the day is made beside it, one is restored, a file rescued."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.text import Said
from scorecard.vocabulary import BackupReason, Status
from tests.cli.test_backups import spoil
from tests.ui.windows import ON_TIME, room, sample_in, show, status, window, window_in
from ui.dialogs.backups import COLUMNS, Backups
from ui.dialogs.rescue import Rescue
from ui.keeping import Keeping
from ui.look import Look
from ui.main_window import MainWindow
from ui.painting.words import is_cut
from ui.widgets.rows import PADDING

__all__ = ["window"]


def backups(window: MainWindow, qtbot: QtBot) -> Backups:
    """The dialog, by its menu, with all known."""
    window.actions_of["backups"].trigger()
    dialog = window.findChild(Backups)
    assert isinstance(dialog, Backups)
    known(dialog, qtbot)
    return dialog


def known(dialog: Backups, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._reading.is_running)


def texts(dialog: Backups) -> list[str]:
    """The first row, cell by cell."""
    records = dialog.list.records
    return [records.text(records.rows[0], at) for at in range(len(records.columns))]


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # a widget


def test_the_backup_of_the_day_is_made_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    keeping = window.findChild(Keeping)
    assert isinstance(keeping, Keeping)
    shelf = room(window).bridge.workspace.shelf
    assert shelf is not None

    keeping.keep()
    qtbot.waitUntil(lambda: len(shelf.listed()) == 1)

    assert shelf.listed()[0].why is BackupReason.DAILY


def test_a_backup_that_cannot_be_kept_is_told_and_the_edit_stands(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    keeping = window.findChild(Keeping)
    assert isinstance(keeping, Keeping)
    (tmp_path / "own").mkdir(exist_ok=True)
    (tmp_path / "own" / "backups").write_text("in the way", "utf-8")

    room(window).bridge.run(ON_TIME)
    keeping.keep()

    qtbot.waitUntil(lambda: "not_kept" in room(window).notices.subjects)
    assert status(window, "n-ontime") is Status.GREEN


def test_each_backup_says_what_it_holds_and_that_it_opens(window: MainWindow, qtbot: QtBot) -> None:
    room(window).bridge.run(ON_TIME)
    dialog = backups(window, qtbot)

    click(dialog.keep_button)
    qtbot.waitUntil(lambda: bool(dialog.list.records.rows))
    known(dialog, qtbot)

    board = room(window).bridge.board
    number, _, why, step, _, measures, kpis, _, whole = texts(dialog)
    assert (number, why, whole) == ("1", "手動", "完整")
    assert "2026-10" in step
    assert (measures, kpis) == (str(len(board.measures)), str(len(board.versions)))


def test_a_restore_goes_back_and_is_undone_from_the_same_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = backups(window, qtbot)
    click(dialog.keep_button)
    qtbot.waitUntil(lambda: bool(dialog.list.records.rows))
    room(window).bridge.run(ON_TIME)
    known(dialog, qtbot)

    click(dialog.restore_button)
    qtbot.waitUntil(lambda: status(window, "n-ontime") is Status.RED)
    assert dialog.undo_button.isVisible()
    click(dialog.undo_button)

    assert status(window, "n-ontime") is Status.GREEN
    assert dialog.undo_button.isHidden()


def test_the_dialog_goes_with_its_document_whatever_it_still_finds_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = backups(window, qtbot)
    click(dialog.keep_button)
    qtbot.waitUntil(lambda: bool(dialog.list.records.rows))

    window.close()

    assert not dialog.isVisible()
    assert not dialog._reading.is_running


def test_a_damaged_backup_is_marked_and_not_offered(window: MainWindow, qtbot: QtBot) -> None:
    shelf = room(window).bridge.workspace.shelf
    assert shelf is not None
    kept = shelf.keep(BackupReason.ASKED, room(window).bridge.workspace.clock.now())
    spoil(kept.path, "entry")

    dialog = backups(window, qtbot)

    assert texts(dialog)[-1] == "損壞"
    assert not dialog.restore_button.isEnabled()


def test_where_it_is_only_read_nothing_is_restored(qtbot: QtBot, tmp_path: Path) -> None:
    path = sample_in(tmp_path)
    path.chmod(0o400)
    made = show(window_in(tmp_path), qtbot)
    made.documents.open_path(path)

    dialog = backups(made, qtbot)

    assert not dialog.restore_button.isEnabled()
    assert not dialog.keep_button.isEnabled()
    made.close()


@pytest.fixture
def damaged(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Rescue:
    """What the window offers for a document that was damaged after a backup was kept."""
    path = room(window).bridge.workspace.path
    shelf = room(window).bridge.workspace.shelf
    assert shelf is not None
    shelf.keep(BackupReason.ASKED, room(window).bridge.workspace.clock.now())
    window.documents.open_sample()
    spoil(path, "entry")
    window.documents.open_path(path)
    dialog = window.findChild(Rescue)
    assert isinstance(dialog, Rescue)
    qtbot.waitUntil(lambda: not dialog._looking.is_running)
    return dialog


def test_a_damaged_document_is_replaced_by_its_newest_good_backup(
    window: MainWindow, damaged: Rescue, tmp_path: Path
) -> None:
    click(damaged.backup_button)

    assert room(window).bridge.workspace.path.name == "Maker.scorecard"
    assert (tmp_path / "Maker.damaged-1.scorecard").exists()


def test_a_damaged_document_is_salvaged_into_a_new_one(
    window: MainWindow, damaged: Rescue, tmp_path: Path, qtbot: QtBot
) -> None:
    click(damaged.salvage_button)

    qtbot.waitUntil(lambda: room(window).bridge.workspace.path.name == "Maker（搶救）.scorecard")
    assert status(window, "n-ontime") is Status.RED


def test_a_file_of_another_kind_is_only_refused(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "a.scorecard"
    other.write_text("no document", "utf-8")

    window.documents.open_path(other)

    assert window.findChild(Rescue) is None


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_the_reason_of_a_backup_is_not_cut(
    window: MainWindow, qtbot: QtBot, look: Look, language: str
) -> None:
    look.set_language(language)
    dialog = backups(window, qtbot)
    at = [column.heading for column in COLUMNS].index(Said("backup.column.why"))

    for why in BackupReason:
        said = look.say(f"backup.why.{why}")
        assert not is_cut(said, dialog.list.columnWidth(at) - 2 * PADDING), said
