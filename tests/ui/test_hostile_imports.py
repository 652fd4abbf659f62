"""Files made to harm, dropped on the window: a sentence each, the window alive, memory bounded (S2,
S5). What the command line says of many more stands in tests/faults."""

import importlib
import re
from collections.abc import Mapping
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from benchmarks.launch import greatest_memory
from scorecard.text import sentences
from tests.faults.cases.case import Case
from tests.ui.windows import room, sample_in, show, window_in
from ui.dialogs.progress import Progress
from ui.main_window import MainWindow
from ui.widgets.label import Label
from ui.workbook.dialog import WorkbookImport

HOSTILE = [
    ("zips", "rows of 120 MB"),
    ("zips", "ten thousand parts"),
    ("markup", "laughs in the sheet"),
    ("markup", "a file outside in the content"),
    ("sheets", "a row of a billion"),
    ("open_documents", "a cell a billion times"),
    ("texts", "EBCDIC"),
    ("texts", "a cell of ten megabytes"),
    ("documents", "UTF-16"),
    ("documents", "brackets without end"),
]
#: What a file may take: seconds of the processor for one turn of the window, MiB in all.
BLINK, MEBIBYTES = 0.2, 200


class Pulse:
    """How long the window's own thread was at work in one go."""

    def __init__(self, window: MainWindow) -> None:
        self.longest, self._last = 0.0, thread_time()
        timer = QTimer(window, interval=1)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copying, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    with_them = (copying, data, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(700, 400), *with_them))
    QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), *with_them))


def shown(window: MainWindow) -> QDialog | None:
    """The dialog over the window, once it has read the file."""
    dialog = next((each for each in window.findChildren(QDialog) if each.isVisible()), None)
    reads = isinstance(dialog, WorkbookImport) and dialog.work.is_busy
    return None if reads or isinstance(dialog, Progress) else dialog


def told(dialog: QDialog) -> str:
    """All that is to be read in a dialog."""
    labels = [each.text() for each in dialog.findChildren(Label) if each.isVisible()]
    listed = [each.toPlainText() for each in dialog.findChildren(QPlainTextEdit)]
    return "\n".join(labels + listed)


def pattern(code: str, language: str) -> str:
    """What a sentence looks like, whatever its facts are."""
    words = re.split(r"\{\w+\}", sentences()[f"trouble.{code}"].show(language))
    return ".*".join(map(re.escape, words))


@pytest.mark.parametrize("language", ["zh_TW", "en"])
@pytest.mark.parametrize(("kind", "name"), HOSTILE)
def test_a_hostile_file_gets_a_sentence_and_the_window_goes_on(
    kind: str, name: str, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    cases: Mapping[str, Case] = importlib.import_module(f"tests.faults.cases.{kind}").CASES
    case = cases[name]
    path = tmp_path / case.file
    case.put(path)
    window = window_in(tmp_path, language)
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot)
    board, memory, turns = room(window).bridge.board, greatest_memory(), list[float]()

    while len(turns) < 2 and min(turns, default=BLINK) >= BLINK:  # a busy machine is slow once
        pulse = Pulse(window)
        drop(window, path)
        qtbot.waitUntil(lambda: shown(window) is not None, timeout=20_000)
        turns.append(pulse.longest)
        dialog = shown(window)
        assert dialog is not None
        assert re.search(pattern(str(case.said), language), told(dialog), re.DOTALL)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    assert min(turns) < BLINK
    assert greatest_memory() - memory < MEBIBYTES
    assert room(window).bridge.board is board
    window.actions_of["page.entry"].trigger()
    window.close()
    window.deleteLater()
