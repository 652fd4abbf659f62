"""Somebody at the keyboard, in the entry sheet of the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.board import Place
from scorecard.entering.sheet import Row
from scorecard.model.records import Entry
from tests.ui.windows import room, sample_in, show, window_in
from ui.main_window import MainWindow
from ui.views.entry.page import EntryPage
from ui.views.entry.sheet_model import Column

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GOOD, STARTED, REWORKED = (("good_units", "co"), ("input_units", "co"), ("units_reworked", "co"))
OCTOBER = "2026-10"


class Recorder:
    """Somebody at the keyboard, in the entry sheet; `strokes` counts the keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.strokes = window, 0

    @property
    def page(self) -> EntryPage:
        shown = room(self.window).pages.shown
        assert isinstance(shown, EntryPage)
        return shown

    def press(self, *keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, *(key if isinstance(key, tuple) else (key,)))
            self.strokes += 1
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Sign by sign; what no key has comes from an input method."""
        for sign in text:
            target = QApplication.focusWidget() or self.window
            if sign.isascii():
                QTest.keyClicks(target, sign)
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(target, event)
            self.strokes += 1

    def go_to(self, place: Place, column: int = Column.NOW) -> None:
        line = self.page.desk.line_of(place)
        assert line is not None
        self.page.grid.setFocus()
        self.page.grid.go_to(line, column)

    def shown(self, place: Place, column: int = Column.NOW) -> str:
        line = self.page.desk.line_of(place)
        assert line is not None
        return str(self.page.model.index(line, column).data())

    def entry(self, place: Place, period: str = OCTOBER) -> Entry | None:
        return room(self.window).bridge.board.entry(*place, period)

    def value(self, place: Place, period: str = OCTOBER) -> float | None:
        entry = self.entry(place, period)
        return entry.value if entry is not None else None

    def row(self, place: Place) -> Row:
        return next(row for row in self.page.desk.rows_shown() if row.place == place)

    @property
    def place(self) -> Place:
        row = self.page.grid.row
        assert row is not None
        return row.place


@pytest.fixture
def recorder(qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    """The sample's October, come to by Alt+2."""
    window = window_in(tmp_path)
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot)
    made = Recorder(window)
    window.actions_of["page.entry"].trigger()
    qtbot.waitUntil(lambda: made.page.grid.hasFocus())  # noqa: PLW0108  the page comes later
    yield made
    window.close()
    window.deleteLater()
