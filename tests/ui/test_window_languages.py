"""The language of the window is changed while it runs, everywhere at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scorecard.text import sentences
from tests.ui.windows import room, sample_in, show, window_in
from ui.dialogs.about import about
from ui.dialogs.frame import Frame
from ui.dialogs.keys import keys
from ui.main_window import MainWindow
from ui.widgets.painted import PaintedButton

_ACROSS = Qt.Orientation.Horizontal
CHINESE = re.compile(r"[\u3400-\u9fff]")
#: What stays Chinese in English: the name of the language itself, units that the user typed.
KEPT = {"繁體中文"}


def _texts(window: QWidget) -> Iterator[str]:
    """Every text of the window that is its own and not the document's."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield widget.accessibleName()
        yield widget.windowTitle()
        if isinstance(widget, PaintedButton):
            yield widget.words
            yield widget.toolTip()
        elif isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
    yield from (action.text() for action in window.findChildren(QAction))


@pytest.fixture
def english(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that began in Chinese and was then switched to English."""
    made = window_in(tmp_path)
    made.documents.open_path(sample_in(tmp_path))
    show(made, qtbot)
    made.actions_of["language.en"].trigger()
    yield made
    made.close()
    made.deleteLater()


def test_no_text_of_the_window_stays_in_the_other_language(english: MainWindow) -> None:
    room(english).page.set_panel(QWidget())

    left = {text for text in _texts(english) if CHINESE.search(text)} - KEPT

    assert left == set()


def test_the_headings_of_the_tree_follow_the_language(english: MainWindow) -> None:
    model = room(english).page.model

    headings = [str(model.headerData(i, _ACROSS)) for i in range(model.columnCount())]

    assert headings[:3] == ["Status", "Name", "Actual"]


def test_about_names_every_library_and_its_licence(english: MainWindow, qtbot: QtBot) -> None:
    dialog = about(english.look, english)

    edit = dialog.findChild(QPlainTextEdit)

    assert edit is not None
    said = edit.toPlainText()
    assert all(name in said for name in ("PySide6", "LGPL", "pyqtgraph", "ISC", "SIL OPEN FONT"))


def test_the_list_of_keys_holds_every_shortcut(english: MainWindow) -> None:
    dialog = keys(english.look, english)

    said = {label.text() for label in dialog.findChildren(QLabel)}

    assert {"Ctrl+K, Ctrl+F", "Alt+Left", "F1", "Ctrl+Z", "Find", "Undo"} <= said


def test_on_the_entry_sheet_the_list_of_keys_begins_with_those_of_the_sheet(
    english: MainWindow, qtbot: QtBot
) -> None:
    english.inside.paging.show("entry")

    english.actions_of["keys"].trigger()

    dialog = english.findChildren(Frame)[-1]
    area = dialog.findChild(QScrollArea)
    assert area is not None
    labels = area.findChildren(QLabel)
    assert [label.text() for label in labels[:2]] == [
        "Enter, Shift+Enter",
        "Entry: keep, and go down or up",
    ]
    qtbot.waitUntil(lambda: area.hasFocus() and area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0


def test_every_sentence_of_the_window_is_there_in_both_languages() -> None:
    halves = [
        key for key, words in sentences().items() if key.startswith("window.") and not all(words)
    ]

    assert halves == []


def test_both_languages_of_a_sentence_name_the_same_facts() -> None:
    place = re.compile(r"\{(\w+)\}")

    unlike = [
        key
        for key, words in sentences().items()
        if key.startswith("window.")
        and set(place.findall(words.zh_TW)) != set(place.findall(words.en))
    ]

    assert unlike == []
