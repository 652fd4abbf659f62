"""A window's panel over the sample, for the tests of the panel and to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.sample.generate import SAMPLE
from scorecard.clock import FixedClock
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.period import Period
from scorecard.workspace import Workspace
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import DetailPanel

TODAY = date(2026, 11, 12)
CLOCK = FixedClock(datetime(2026, 11, 12, 9, 41, tzinfo=timezone(timedelta(hours=8))))
OCTOBER = Period.parse("2026-10")


class Stage:
    """The sample document, open, with the panel on one of its lines."""

    def __init__(self, folder: Path, look: Look, node: str, *, read_only: bool = False) -> None:
        self.workspace = sample(folder, read_only=read_only)
        self.selection = Selection(OCTOBER)
        self.selection.choose(node)
        self.bridge = Bridge(self.workspace, self.selection, lambda: TODAY)
        self.panel = DetailPanel(self.bridge, self.selection, look)
        self.panel.resize(416, 836)


@contextmanager
def defining(stage: Stage, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of a stage's line, shown in a window that has the keyboard."""
    qtbot.addWidget(stage.panel)
    stage.panel.show()
    stage.panel.show_tab("definition")
    stage.panel.activateWindow()
    QTest.qWaitForWindowActive(stage.panel)
    yield stage
    stage.panel.hide()
    stage.bridge.close()


def page_of(stage: Stage) -> DefinitionPage:
    """The page of the definition."""
    page = stage.panel.page("definition")
    assert isinstance(page, DefinitionPage)
    return page


def sample(folder: Path, *, read_only: bool = False) -> Workspace:
    """The sample document of `folder`, made where it is not there yet."""
    path = folder / "sample.scorecard"
    if not path.exists():
        _make(path)
    return Workspace.open(path, author="張志豪", clock=CLOCK, read_only=read_only)


def _make(path: Path) -> None:
    workspace = Workspace.create(path, author="sample", clock=CLOCK)
    found = plan(read_board(SAMPLE.read_bytes(), "sample.json"), workspace.board)
    workspace.run(ImportBoard("sample.json", found.edits_on))
    workspace.close()


def typed_over(field: QWidget, text: str) -> None:
    """Type `text` in place of what stands in a field, as a person does."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    entered(field, text)


def entered(field: QWidget, text: str) -> None:
    """Type by keys what a keyboard has, and by the input method what it has not."""
    if text.isascii():
        QTest.keyClicks(field, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
