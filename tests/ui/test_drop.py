"""A document that is dropped on the window is opened."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, surroundings, window
from ui.main_window import MainWindow
from ui.opening import sample_file

__all__ = ["window"]
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_FREE = Qt.KeyboardModifier.NoModifier


def _carrying(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _is_taken(window: MainWindow, data: QMimeData) -> bool:
    entering = QDragEnterEvent(QPoint(700, 400), _COPY, data, _LEFT, _FREE)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    return entering.isAccepted()


def test_a_document_dropped_on_the_window_is_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = sample_file(surroundings(tmp_path), "en")
    data = _carrying(other)

    taken = _is_taken(window, data)
    QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), _COPY, data, _LEFT, _FREE))

    qtbot.waitUntil(lambda: room(window).bridge.workspace.path == other)
    assert taken


def test_what_is_no_document_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"")

    assert not _is_taken(window, _carrying(picture))


def test_a_workbook_is_taken_only_where_a_document_is_open(
    window: MainWindow, tmp_path: Path
) -> None:
    book = tmp_path / "a.xlsx"
    book.write_bytes(b"PK")
    with_document = _is_taken(window, _carrying(book))

    window.inside.show_start()

    assert (with_document, _is_taken(window, _carrying(book))) == (True, False)
