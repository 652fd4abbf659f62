"""A long table comes in beside the window: with progress, stopped by Esc, undone as one step."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from scorecard.commands.importing import ImportBoard
from scorecard.exchange import source_file
from scorecard.progress import Stage, Tell
from scorecard.store import journal
from scorecard.text import sentence
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Status
from scorecard.workspace import Command, Written
from tests.ui.windows import room, status, window
from ui import importing
from ui.bridge import Ready
from ui.dialogs.frame import Frame
from ui.dialogs.import_plan import ImportPlan
from ui.dialogs.progress import Progress
from ui.importing import open_import
from ui.main_window import MainWindow
from ui.widgets.toast import Toast

__all__ = ["window"]

TABLE = "measure,org,period,value\n" + "".join(
    f"orders_on_time,co,2026-{month:02},168\n" for month in range(1, 11)
)


@pytest.fixture(autouse=True)
def everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_LONG", 0)
    monkeypatch.setattr(source_file, "LONG", 0)
    monkeypatch.setattr(journal, "_LONG", 0)


def shown(window: MainWindow, kind: type[QDialog]) -> list[QDialog]:
    """The dialogs of a kind that are on the screen."""
    return [each for each in window.findChildren(kind) if each.isVisible()]


def offered(window: MainWindow, path: Path, qtbot: QtBot) -> ImportPlan:
    """The plan of a long table, once it has been read."""
    path.write_text(TABLE, "utf-8")
    open_import(room(window).bridge, window.look, window, path)
    qtbot.waitUntil(lambda: bool(shown(window, ImportPlan)))
    (dialog,) = shown(window, ImportPlan)
    assert isinstance(dialog, ImportPlan)
    return dialog


def test_a_long_table_is_shown_and_imported_as_a_short_one(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = offered(window, tmp_path / "a.csv", qtbot)
    assert dialog.counts.text().startswith("新增 ")
    assert status(window, "n-ontime") is Status.RED

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: status(window, "n-ontime") is Status.GREEN)

    qtbot.waitUntil(lambda: not shown(window, QDialog))
    window.actions_of["undo"].trigger()
    qtbot.waitUntil(lambda: status(window, "n-ontime") is Status.RED)
    window.actions_of["redo"].trigger()
    qtbot.waitUntil(lambda: status(window, "n-ontime") is Status.GREEN)


def test_esc_stops_the_import_and_the_document_is_as_before(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    workspace = room(window).bridge.workspace
    before, board = len(workspace.history()), workspace.board
    planned = source_file.planned_file(tmp_path / "a.csv", board)
    command, pressed = ImportBoard("a.csv", planned.edits_on), Event()

    def job(tell: Tell) -> Ready | None:
        def wait(stage: Stage, share: float) -> None:
            if stage is Stage.WRITING:
                pressed.wait()
            tell(stage, share)

        return room(window).bridge.written(command, wait)

    progress = Progress(window.look, window, "a.csv", job)
    progress.open()
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    assert progress.isVisible()  # until nothing is half done any more
    pressed.set()
    qtbot.waitUntil(lambda: not progress.isVisible())

    assert (len(workspace.history()), workspace.board) == (before, board)
    room(window).bridge.run(command)
    assert status(window, "n-ontime") is Status.GREEN


def test_what_is_refused_while_it_is_written_is_said(window: MainWindow, qtbot: QtBot) -> None:
    def job(_tell: Tell) -> object:
        raise Refused([Trouble("disk_full")])

    Progress(window.look, window, "a.csv", job).open()
    qtbot.waitUntil(lambda: len(shown(window, Frame)) == 1 and not shown(window, Progress))

    (told,) = shown(window, Frame)
    assert sentence(Trouble("disk_full"), window.look.language) in [
        label.text() for label in told.findChildren(QLabel)
    ]


def test_esc_is_too_late_once_all_of_it_is_written(window: MainWindow, qtbot: QtBot) -> None:
    written, pressed, came = Event(), Event(), list[object]()

    def job(tell: Tell) -> object:
        written.set()
        pressed.wait()
        tell(Stage.SHOWING, 0)
        return "shown"

    progress = Progress(window.look, window, "a.csv", job)
    progress.came.connect(came.append)
    progress.open()
    written.wait()
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    pressed.set()
    qtbot.waitUntil(lambda: not progress.isVisible())

    assert came == ["shown"]
    assert progress.said.text() == "已經寫入；正在算出要顯示的結果…"


def test_a_mistake_of_the_program_ends_the_work_and_is_reported(
    window: MainWindow, qtbot: QtBot
) -> None:
    def job(_tell: Tell) -> object:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as reported:
        progress = Progress(window.look, window, "a.csv", job)
        progress.open()
        qtbot.waitUntil(lambda: not progress.isVisible())

    assert [kind for kind, _error, _trace in reported] == [ZeroDivisionError]


def test_a_mistake_in_what_is_to_be_shown_does_not_keep_what_is_written_from_the_board(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bridge = room(window).bridge
    bridge.foreseeing.append(lambda _evaluation: 1 // 0)
    dialog = offered(window, tmp_path / "a.csv", qtbot)

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: status(window, "n-ontime") is Status.GREEN)


STOPPED = {"zh_TW": "已停止；計分卡和先前一樣", "en": "Stopped; the scorecard is as before"}


@pytest.mark.parametrize("language", STOPPED)
def test_a_stopped_import_says_so_and_leaves_the_file_as_it_was_to_the_letter(
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    window.look.set_language(language)
    bridge, path = room(window).bridge, room(window).bridge.workspace.path
    before, writing, pressed = path.read_bytes(), Event(), Event()
    written = bridge.workspace.written

    def held(command: Command, tell: Tell) -> Written | None:
        def wait(stage: Stage, share: float) -> None:
            if stage is Stage.WRITING:
                writing.set()
                pressed.wait(10)
            tell(stage, share)

        return written(command, wait)

    monkeypatch.setattr(bridge.workspace, "written", held)
    dialog = offered(window, tmp_path / "a.csv", qtbot)
    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(writing.is_set)
    (progress,) = shown(window, Progress)

    QTest.keyClick(progress, Qt.Key.Key_Escape)
    pressed.set()
    qtbot.waitUntil(lambda: not shown(window, QDialog))

    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    assert toast.accessibleName() == STOPPED[language]
    assert path.read_bytes() == before
    assert path.with_name(path.name + "-journal").stat().st_size == 0
