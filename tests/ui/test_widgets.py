"""Controls: names, keys, tool tips, the focus ring."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scorecard.vocabulary import Status, Words
from tests.ui.gallery import gallery
from ui.look import Look, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.focus_ring import FocusRing
from ui.widgets.plain_tip import set_tip

Show = Callable[[QWidget], QWidget]


def test_every_widget_follows_language_and_theme(look: Look, qtbot: QtBot) -> None:
    window = gallery(look)
    qtbot.addWidget(window)
    window.show()
    light = window.grab().toImage()

    look.set_theme(Theme.DARK)
    look.set_language("en")

    assert window.grab().toImage() != light
    assert "On target 16" in {b.accessibleName() for b in window.findChildren(QAbstractButton)}


def test_every_control_has_a_name_and_a_tool_tip(look: Look, qtbot: QtBot) -> None:
    window = gallery(look)
    qtbot.addWidget(window)

    bare = [
        control
        for control in window.findChildren(QAbstractButton)
        if control.property("ringRadius") is not None
        and not (control.accessibleName() and control.toolTip())
        and control.isVisibleTo(window)
    ]

    assert bare == []


def test_every_label_shows_plain_text(look: Look, qtbot: QtBot) -> None:
    window = gallery(look)
    qtbot.addWidget(window)

    formats = {label.textFormat() for label in window.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}


def test_a_painted_button_is_a_button_to_a_screen_reader(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "結帳…", Kind.PRIMARY)
    qtbot.addWidget(button)

    seen = QAccessible.queryAccessibleInterface(button)

    assert seen.role() is QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "結帳…"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_presses_a_button(look: Look, qtbot: QtBot, shown: Show, key: Qt.Key) -> None:
    button = Button(look, "取消")
    shown(button)

    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_a_refused_button_says_why(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "結帳…", Kind.PRIMARY)
    qtbot.addWidget(button)

    button.refuse("還有 3 格沒有填")

    assert not button.isEnabled()
    assert (button.toolTip(), button.accessibleDescription()) == ("還有 3 格沒有填",) * 2


def test_a_button_can_be_allowed_again(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "結帳…")
    qtbot.addWidget(button)
    button.refuse("還有 3 格沒有填")

    button.refuse(None)

    assert button.isEnabled()
    assert button.toolTip() == "結帳…"


def test_a_button_grows_with_its_words(look: Look, qtbot: QtBot) -> None:
    button = Button(look, Words("取消", "Discard this draft"))
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()

    look.set_language("en")

    assert button.sizeHint().width() > narrow


def test_an_ampersand_in_a_users_word_is_no_shortcut(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "R&D")
    qtbot.addWidget(chip)

    assert chip.accessibleName() == "R&D"
    assert chip.shortcut().isEmpty()


def test_a_screen_reader_is_told_the_text_of_a_tip_and_never_its_markup(qtbot: QtBot) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)
    spoken = QAccessible.Text.Description

    told = []
    for text in ("< 10 件", "≥ 95 %", "<b>1"):
        set_tip(widget, text)
        interface = QAccessible.queryAccessibleInterface(widget)
        told.append(interface.text(spoken))
    widget.setAccessibleDescription("說明")
    set_tip(widget, "< 9 件")

    assert told == ["< 10 件", "≥ 95 %", "<b>1"]
    assert widget.accessibleDescription() == "說明"


def test_markup_in_a_tool_tip_is_shown_as_written(look: Look, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    set_tip(widget, "<b>良率</b> & 其他\n停機 <img src='x'>")

    shown = QTextDocument()
    shown.setHtml(widget.toolTip())
    assert shown.toPlainText() == "<b>良率</b> & 其他\n停機 <img src='x'>"


def test_a_chip_says_status_and_count(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, status=Status.RED)
    qtbot.addWidget(chip)

    chip.set_count(5)

    assert chip.accessibleName() == "未達標 5"


def test_a_chip_keeps_its_width_when_pressed(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, status=Status.AMBER)
    qtbot.addWidget(chip)
    before = chip.sizeHint()

    chip.setChecked(True)

    assert chip.sizeHint() == before


def test_a_focused_control_wears_the_ring(look: Look, qtbot: QtBot, shown: Show) -> None:
    button = Button(look, "取消")
    window = shown(button)
    ring = FocusRing(look, window)

    button.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: ring.around is button, timeout=1000)


def test_the_ring_is_taken_off_when_focus_goes(look: Look, qtbot: QtBot, shown: Show) -> None:
    button, field = Button(look, "取消"), QLineEdit()
    window = shown(button)
    window.layout().addWidget(field)  # type: ignore[union-attr]  # it has the layout of `shown`
    ring = FocusRing(look, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    field.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: ring.around is None, timeout=1000)


def test_the_ring_outlives_the_control(look: Look, qtbot: QtBot, shown: Show) -> None:
    panel = QWidget()
    button = Button(look, "取消")
    QHBoxLayout(panel).addWidget(button)
    window = shown(panel)
    ring = FocusRing(look, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    panel.deleteLater()
    qtbot.wait(20)
    other = Button(look, "確定")
    window.layout().addWidget(other)  # type: ignore[union-attr]  # it has the layout of `shown`
    other.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: ring.around is other, timeout=1000)
