"""Widgets that tell: labels, pills, banners, notes, empty states, toasts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look, Theme
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.note_box import NoteBox
from ui.widgets.status_pill import StatusPill
from ui.widgets.toast import Toast

Show = Callable[[QWidget], QWidget]


def test_a_pill_always_names_its_status(look: Look, qtbot: QtBot) -> None:
    pill = StatusPill(look, Status.AMBER, "2026-10  76.4 %")
    qtbot.addWidget(pill)

    assert pill.accessibleName() == "2026-10  76.4 %, 接近門檻"


def test_a_label_keeps_markup_as_text(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "<b>良率</b>")
    qtbot.addWidget(label)

    assert label.text() == "<b>良率</b>"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_label_takes_the_colour_of_the_theme(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "良率", colour=Status.RED)
    qtbot.addWidget(label)

    look.set_theme(Theme.DARK)

    assert label.palette().windowText().color() == look.palette.tones[Status.RED].text


def test_a_banner_without_a_sentence_shows_its_title_alone(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    banner = Banner(look, "範例", "這是範例。")
    shown(banner)

    banner.set_content("範例")

    assert [label.text() for label in banner.findChildren(QLabel) if label.isVisible()] == ["範例"]


def test_a_note_tells_its_sentences_to_a_screen_reader(look: Look, qtbot: QtBot) -> None:
    box = NoteBox(look, Status.AMBER)
    qtbot.addWidget(box)

    box.set_content("為什麼是黃燈？", ["距綠燈 3.6 點。", "屬一般波動。"])

    assert box.accessibleName() == "為什麼是黃燈？"
    assert box.accessibleDescription() == "距綠燈 3.6 點。\n屬一般波動。"


def test_a_toast_undoes_and_goes(look: Look, qtbot: QtBot, shown: Show) -> None:
    toast = Toast(look)
    shown(toast)
    toast.show_message(Said("look.status.red"), "復原")

    with qtbot.waitSignal(toast.action_requested, timeout=500):
        QTest.mouseClick(toast.findChildren(Button)[0], Qt.MouseButton.LeftButton)

    assert not toast.isVisible()
