"""The real window on a copy of the sample, for tests that use it as a person would."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.clock import FixedClock
from scorecard.commands.entry import EnterValue
from scorecard.vocabulary import Status
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.opening import SAMPLE
from ui.pages import EVERY
from ui.preferences import read_preferences
from ui.room import Room
from ui.surroundings import Surroundings
from ui.tree.columns import Column

TODAY = date(2026, 11, 10)
for page in EVERY:  # as for who has been to one; that it comes later is seen in test_page_loading
    import_module(page.module)
NAME = "Maker.scorecard"

#: An entry that lifts on-time delivery, a red key KPI, to green.
ON_TIME = EnterValue("orders_on_time", "co", "2026-10", 100000.0)


def surroundings(folder: Path) -> Surroundings:
    """A world in `folder`, on the tenth of November 2026."""
    moment = datetime(2026, 11, 10, 9, 42, tzinfo=UTC)
    return Surroundings("amy", FixedClock(moment), lambda: TODAY, folder / "own", folder)


def sample_in(folder: Path) -> Path:
    """A copy of the sample under another name, so that no banner says that it is one."""
    path = folder / NAME
    shutil.copyfile(SAMPLE, path)
    return path


def window_in(
    folder: Path, language: str = "zh_TW", around: Surroundings | None = None
) -> MainWindow:
    """The window as it starts in `folder`, without a document."""
    around = around or surroundings(folder)
    preferences = read_preferences(around.settings)
    look = Look(Theme.LIGHT, preferences.language or language)
    look.dress()
    return MainWindow(look, around, preferences)


def show(window: MainWindow, qtbot: QtBot, width: int = 1440, height: int = 900) -> MainWindow:
    """Show it, painted, with the keyboard, and its panel made."""
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.room is None or window.room.is_finished)
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with the sample open, in Chinese."""
    made = window_in(tmp_path)
    made.documents.open_path(sample_in(tmp_path))
    show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


def room(window: MainWindow) -> Room:
    """The open document of the window."""
    assert window.room is not None
    return window.room


def status(window: MainWindow, node: str) -> Status:
    """The colour that the tree shows at a line, once one goes back to it."""
    window.inside.paging.show("scorecard")
    return room(window).page.model.rows.lines[node].status


def text(window: MainWindow, node: str, column: Column) -> str:
    """What a cell of the tree shows."""
    model = room(window).page.model
    return str(model.data(model.index_of(node, column)))


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key in the tree."""
    tree = room(window).page.tree
    tree.setFocus()
    QTest.keyClick(tree, key)
