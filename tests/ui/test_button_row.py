"""Buttons stand side by side where there is room, and below each other where there is none."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.button import HEIGHT, Button
from ui.widgets.button_row import GAP, ButtonRow


@pytest.fixture
def pair(qtbot: QtBot, look: Look) -> tuple[QWidget, list[Button]]:
    """Two buttons below something that takes the rest of the height."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(QWidget(), 1)
    row = ButtonRow()
    buttons = [Button(look, "Write 40 good"), Button(look, "Cancel")]
    for button in buttons:
        row.addWidget(button)
    column.addLayout(row)
    page.resize(400, 300)
    page.show()
    return page, buttons


def test_they_stand_side_by_side_at_the_foot(pair: tuple[QWidget, list[Button]]) -> None:
    page, (first, second) = pair

    assert first.y() == second.y() == page.height() - HEIGHT
    assert second.x() == first.width() + GAP


def test_they_stand_below_each_other_in_a_narrow_panel_and_keep_their_words(
    pair: tuple[QWidget, list[Button]], qtbot: QtBot
) -> None:
    page, (first, second) = pair
    page.resize(first.sizeHint().width() + 20, 300)

    qtbot.waitUntil(lambda: second.x() == 0)

    assert first.width() == first.sizeHint().width()
    assert (first.y(), second.y()) == (300 - 2 * HEIGHT - GAP, 300 - HEIGHT)


def test_the_narrow_panel_is_as_narrow_as_its_widest_button(
    pair: tuple[QWidget, list[Button]],
) -> None:
    page, (first, _) = pair

    assert page.minimumSizeHint().width() == first.sizeHint().width()
