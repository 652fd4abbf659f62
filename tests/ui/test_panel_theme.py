"""The panel takes the colours of another theme at once, and keeps them where it is moved."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, window
from ui.look import Theme
from ui.main_window import MainWindow
from ui.palettes import contrast
from ui.views.panel.detail_panel import TABS, DetailPanel

__all__ = ["window"]

BESIDE, OVER = (1440, 900), (1110, 700)


def _panel(window: MainWindow) -> DetailPanel:
    found = window.findChild(DetailPanel)
    assert found is not None
    return found


def _unreadable(window: MainWindow) -> list[str]:
    """The labels of the panel that do not stand out from its ground."""
    ground = window.look.palette.surface
    return [
        label.text()
        for label in _panel(window).findChildren(QLabel)
        if label.text() and contrast(label.palette().color(label.foregroundRole()), ground) < 4.5
    ]


@pytest.mark.parametrize("first", TABS)
def test_every_label_of_the_panel_takes_another_theme_and_keeps_it(
    window: MainWindow, qtbot: QtBot, first: str
) -> None:
    room(window).page.tree.go_to("n-oee")
    qtbot.wait(100)
    _panel(window).show_tab(first)

    window.look.set_theme(Theme.DARK)

    found = _unreadable(window)
    for tab in TABS:
        for size in (OVER, BESIDE):
            _panel(window).show_tab(tab)
            window.resize(*size)
            qtbot.wait(20)
            found += _unreadable(window)
    window.look.set_theme(Theme.LIGHT)
    assert found == []
