"""What the tests of the window share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.look import Look

HERE = Path(__file__).parent


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without Qt's libraries there is no window to test; on a build server that is a failure."""
    return (collection_path != HERE and _without_qt() and not os.environ.get("CI")) or None


def pytest_report_header() -> str | None:
    """Say why the tests of the window are left out."""
    reason = _without_qt()
    return f"tests/ui skipped: PySide6.QtGui cannot be imported ({reason})" if reason else None


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


def _without_qt() -> str:
    try:
        import PySide6.QtGui  # noqa: F401
    except ImportError as trouble:
        return str(trouble)
    return ""
