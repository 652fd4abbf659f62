"""A page is read from the disk beside the window, when it is first gone to, and then made."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, window
from ui import page_loading
from ui.main_window import MainWindow
from ui.page_loading import PageLoading
from ui.pages import EVERY, Page

__all__ = ["window"]


class Disk:
    """A slow one, from which no page was read yet; `threads` are those that read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_read, self.read, self.threads = Event(), list[str](), set[object]()
        monkeypatch.setattr(page_loading, "_PAUSE", 0)
        monkeypatch.setattr(page_loading, "import_module", self._import)
        monkeypatch.setattr(page_loading, "is_loaded", lambda page: page.module in self.read)

    def _import(self, module: str) -> object:
        self.may_read.wait(10)
        self.threads.add(current_thread())
        self.read.append(module)
        return self

    def library(self) -> None:
        """What the page of the library reads."""


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def shown(window: MainWindow) -> str:
    return type(room(window).pages.shown).__name__


def test_the_page_that_one_waits_for_comes_first_and_the_window_goes_on(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    window.actions_of["page.history"].trigger()
    assert shown(window) == "ScorecardPage"
    disk.may_read.set()

    qtbot.waitUntil(lambda: shown(window) == "HistoryPage")
    qtbot.waitUntil(lambda: {page.module for page in EVERY} <= set(disk.read))
    assert disk.read[0] == "ui.views.history"
    assert main_thread() not in disk.threads


def test_what_is_typed_before_the_page_is_there_is_typed_in_it(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    """In the tree, where the keyboard was, 5 goes to the fifth tab of the detail."""
    was = room(window).bridge.board.entry("milestones_done", "co", "2026-10")
    window.actions_of["page.entry"].trigger()
    for key in (Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or window, key)
    disk.may_read.set()

    qtbot.waitUntil(lambda: shown(window) == "EntryPage")
    qtbot.waitUntil(
        lambda: room(window).bridge.board.entry("milestones_done", "co", "2026-10") != was
    )
    entry = room(window).bridge.board.entry("milestones_done", "co", "2026-10")
    assert entry is not None
    assert entry.value == 5


def test_a_page_that_cannot_be_read_is_met_where_it_is_made(
    window: MainWindow, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody would hear of a mistake in a thread, and what is typed would wait for ever."""

    def broken(_module: str) -> object:
        raise ImportError

    monkeypatch.setattr(page_loading, "import_module", broken)
    window.actions_of["page.due"].trigger()

    qtbot.waitUntil(lambda: shown(window) == "DuePage")  # these tests have read it before


def test_of_two_that_were_asked_for_the_later_is_shown(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    window.actions_of["page.due"].trigger()
    window.actions_of["page.entry"].trigger()
    disk.may_read.set()

    qtbot.waitUntil(lambda: shown(window) == "EntryPage")
    pages = room(window).pages
    made = {type(pages.widget(place)).__name__ for place in range(pages.count())}
    assert made == {"ScorecardPage", "EntryPage"}


def test_going_back_to_the_scorecard_leaves_what_is_still_loaded(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    disk.read.append("ui.views.scorecard.page")
    window.actions_of["page.due"].trigger()
    window.actions_of["page.scorecard"].trigger()
    disk.may_read.set()

    qtbot.waitUntil(lambda: {page.module for page in EVERY} <= set(disk.read))
    assert shown(window) == "ScorecardPage"


def test_a_page_that_is_there_is_shown_at_once(qtbot: QtBot, window: MainWindow) -> None:
    loading, acts = PageLoading(window, window), list[str]()
    page: Page = EVERY[0]

    loading.when_loaded(page, lambda: acts.append(page.key))

    assert acts == [page.key]
