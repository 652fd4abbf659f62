"""What the tests of the window share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.qt_library import qt_lacks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from ui.look import Look


class _WithoutQt(pytest.Module):
    """A file of tests that cannot run here, and says so."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Skip the file with the reason."""
        pytest.skip(f"PySide6.QtGui cannot be imported: {qt_lacks()}", allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Without Qt's libraries there is no window to test."""
    return _WithoutQt.from_parent(parent, path=module_path) if qt_lacks() else None


@pytest.fixture(autouse=True)
def nothing_stays_open(qapp: "QApplication") -> "Iterator[None]":
    """A window, dialog or menu that a test leaves open would have the mouse and the keyboard of the
    next one."""
    yield
    for widget in qapp.topLevelWidgets():
        if widget.isVisible():
            widget.hide()


@pytest.fixture
def look(qapp: object) -> "Iterator[Look]":
    """A light look in Chinese, dressed as at the start of the program."""
    from ui.look import Look, Theme

    made = Look(Theme.LIGHT)
    made.dress()
    yield made
    made.deleteLater()


@pytest.fixture
def shown(qtbot: "QtBot") -> "Iterator[Callable[[QWidget], QWidget]]":
    """Puts a widget into a window that has the keyboard, and gives back the window."""
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    windows: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        QHBoxLayout(window).addWidget(widget)
        qtbot.addWidget(window)
        windows.append(window)  # qtbot alone would let it go
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        return window

    yield show
    windows.clear()
