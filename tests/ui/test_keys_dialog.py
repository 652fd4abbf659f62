"""The list of keys is read downwards only."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from ui.dialogs.keys import keys
from ui.look import Look


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_every_line_of_the_keys_is_as_wide_as_it_needs(
    look: Look, qtbot: QtBot, language: str
) -> None:
    look.set_language(language)
    dialog = keys(look, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    (area,) = dialog.findChildren(QScrollArea)
    grid = area.widget()

    assert grid is not None
    assert area.viewport().width() >= grid.sizeHint().width()
    assert area.geometry().right() < dialog.width() - 20
    assert not area.horizontalScrollBar().isVisible()
