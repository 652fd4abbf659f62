"""A choice in a form."""

from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from ui.fields.editor import ChoiceField
from ui.look import Look

NAME = "Revenue by sales region　sales_by_region"


def test_words_without_room_end_in_a_sign_and_are_whole_to_a_screen_reader(
    look: Look, qtbot: QtBot
) -> None:
    field = ChoiceField(look, [("a", NAME)])
    qtbot.addWidget(field)

    drawn = []
    for width in (180, 600):
        field.resize(width, 32)
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        drawn.append(option.currentText)

    assert drawn[0].endswith("…")
    assert field.fontMetrics().horizontalAdvance(drawn[0]) <= 180 - 24
    assert drawn[1] == NAME
    assert field.currentText() == NAME
