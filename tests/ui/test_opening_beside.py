"""A large document of an older version is brought up beside the window, which goes on; stopped, the
file is as before (R7)."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.progress import untold
from scorecard.store import migration
from scorecard.store.opening import is_older
from tests.old_files.documents import NAMES, old
from tests.ui.windows import room, sample_in, show, surroundings, window_in
from ui import opening
from ui.app import fill
from ui.dialogs.progress import Progress
from ui.main_window import MainWindow
from ui.preferences import Preferences, write_preferences
from ui.widgets.toast import Toast


@pytest.fixture(autouse=True)
def every_document_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LONG", 0)


class Held:
    """The migration, held up at its end until it may go on; `in_thread` is where it ran."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.may_go_on, self.in_thread = Event(), Event(), main_thread()
        self._climb: Callable[..., None] = migration._climb
        monkeypatch.setattr(migration, "_climb", self._held)

    def _held(self, *arguments: object) -> None:
        self._climb(*arguments)
        if untold in arguments:  # it is the backup that is looked into
            return
        self.in_thread = current_thread()
        self.begun.set()
        self.may_go_on.wait(20)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


def started(folder: Path, qtbot: QtBot, path: Path, language: str = "zh_TW") -> MainWindow:
    """The window as it starts with a file."""
    around = surroundings(folder)
    write_preferences(around.settings, Preferences(language=language))
    window = MainWindow(None, around)
    qtbot.addWidget(window)
    fill(window, around, path)
    return window


def progress_of(window: MainWindow) -> Progress:
    dialog = QApplication.activeModalWidget() or window.findChild(Progress)
    assert isinstance(dialog, Progress)
    return dialog


def has(window: MainWindow, path: Path) -> bool:
    return window.room is not None and window.room.bridge.workspace.path == path


def test_the_window_is_alive_while_it_is_brought_up(
    tmp_path: Path, qtbot: QtBot, held: Held
) -> None:
    path = old(tmp_path, NAMES[0])
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot)
    qtbot.waitUntil(lambda: window.room is not None)
    before = room(window)

    assert window.documents.open_path(path)
    qtbot.waitUntil(held.begun.is_set)
    dialog = progress_of(window)
    qtbot.waitUntil(lambda: dialog.said.text() == "正在轉換成新格式…")
    assert dialog.bar.value() > 0
    assert room(window) is before  # the one before stays until then
    held.may_go_on.set()

    qtbot.waitUntil(lambda: has(window, path))
    assert held.in_thread is not main_thread()
    assert room(window).notices.subjects == ("older",)
    assert not dialog.isVisible()


SAID = {
    "zh_TW": ("正在停止；文件和先前一樣。", "已停止開啟；檔案完好"),
    "en": ("Stopping; the document stays as before.", "Opening stopped; the file is sound"),
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("name", [NAMES[0], NAMES[-1]])
def test_esc_leaves_the_file_as_it_was(
    tmp_path: Path, qtbot: QtBot, held: Held, name: str, language: str
) -> None:
    stopping, stopped = SAID[language]
    path = old(tmp_path, name)
    before = path.read_bytes()
    window = started(tmp_path, qtbot, path, language)
    show(window, qtbot)
    qtbot.waitUntil(held.begun.is_set)
    dialog = progress_of(window)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.said.text() == stopping
    held.may_go_on.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())

    assert window.room is None
    assert path.read_bytes() == before
    assert is_older(path)
    toast = window.findChild(Toast)
    assert toast is not None
    qtbot.waitUntil(lambda: toast.isVisible() and stopped in toast.accessibleName())
    assert window.documents.open_path(path)  # nobody has it any more
    qtbot.waitUntil(lambda: has(window, path))


def test_at_a_start_the_window_is_shown_before(tmp_path: Path, qtbot: QtBot, held: Held) -> None:
    path = old(tmp_path, NAMES[1])

    window = started(tmp_path, qtbot, path)
    assert window.room is None
    window.show()
    qtbot.waitUntil(held.begun.is_set)
    assert progress_of(window).isVisible()
    held.may_go_on.set()

    qtbot.waitUntil(lambda: has(window, path))


def test_a_large_document_of_this_version_is_there_when_the_start_has_ended(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = sample_in(tmp_path)

    window = started(tmp_path, qtbot, path)

    assert has(window, path)


def test_what_cannot_be_opened_is_said_afterwards(tmp_path: Path, qtbot: QtBot) -> None:
    path = old(tmp_path, NAMES[2])
    data = bytearray(path.read_bytes())
    data[40_000:60_000] = bytes(20_000)
    path.write_bytes(data)
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot)
    qtbot.waitUntil(lambda: window.room is not None)
    before = room(window)

    window.documents.open_path(path)

    qtbot.waitUntil(
        lambda: (
            QApplication.activeModalWidget() is not None
            and not isinstance(QApplication.activeModalWidget(), Progress)
        )
    )
    assert path.read_bytes() == bytes(data)
    assert room(window) is before
