"""What the window holds when it starts, for the order of the glyphs in resources/fonts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTabBar, QTreeView, QWidget

from docs.make_pictures import SETTLED, display
from ui.app import ARGUMENTS
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.surroundings import of_this_computer


def characters_at_the_start() -> str:
    """Every character that is not Latin that the window holds of the sample in Chinese."""
    with display(), tempfile.TemporaryDirectory() as folder:
        application = QApplication(list(ARGUMENTS))
        look = Look(Theme.LIGHT, "zh_TW")
        look.dress()
        around = of_this_computer(None)._replace(own=Path(folder))
        window = MainWindow(look, around, Preferences())
        window.documents.open_sample()
        window.show()
        QTest.qWait(2 * SETTLED)
        held = {sign for text in _texts(window) for sign in text if not sign.isascii()}
        window.close()
        del application  # it has to outlive the window
    return "".join(sorted(held))


def _texts(window: QWidget) -> Iterator[str]:
    for action in window.findChildren(QAction):
        yield action.text()
    for label in window.findChildren(QLabel):
        yield label.text()
    for field in window.findChildren(QLineEdit):
        yield field.placeholderText()
    for bar in window.findChildren(QTabBar):
        yield from map(bar.tabText, range(bar.count()))
    for widget in window.findChildren(QWidget):
        yield widget.accessibleName()
    for tree in window.findChildren(QTreeView):
        yield from _cells(tree.model(), QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            yield str(model.index(row, column, parent).data() or "")
        yield from _cells(model, model.index(row, 0, parent))
