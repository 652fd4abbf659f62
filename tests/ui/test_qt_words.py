"""Qt's own words follow the language of the window."""

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, window
from ui.dialogs.files import dress
from ui.look import Theme, style_sheet
from ui.main_window import MainWindow
from ui.palettes import palette

__all__ = ["window"]


def test_the_menu_of_a_text_field_speaks_chinese_in_a_chinese_window(window: MainWindow) -> None:
    menu = room(window).header.search.createStandardContextMenu()

    said = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]

    assert {"復原(&U)", "複製(&C)", "貼上(&P)"} <= set(said)
    menu.deleteLater()


def test_qt_speaks_english_again_in_an_english_window(window: MainWindow) -> None:
    before = QCoreApplication.translate("QFileDialog", "Files of type:")

    window.actions_of["language.en"].trigger()

    assert before == "檔案型態："
    assert QCoreApplication.translate("QFileDialog", "Files of type:") == "Files of type:"


def test_no_label_of_a_file_dialog_stays_english(window: MainWindow) -> None:
    dialog = QFileDialog(window, "開啟")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)

    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [button.text() for button in dialog.findChildren(QPushButton)]

    assert [text for text in said if text and text.isascii()] == []
    dialog.deleteLater()


def test_what_qt_has_no_word_for_stays_as_it_is(window: MainWindow) -> None:
    assert QCoreApplication.translate("Nowhere", "nothing") == "nothing"


def test_keys_are_named_as_they_are_engraved(window: MainWindow) -> None:
    shown = QKeySequence("Alt+Left").toString(QKeySequence.SequenceFormat.NativeText)

    assert shown == "Alt+Left"


def test_a_folder_is_called_so_in_a_chinese_window(window: MainWindow) -> None:
    said = QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms")

    assert said == "資料夾"


def test_a_file_dialog_writes_dates_as_the_window_does(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    os.utime(tmp_path / "Maker.scorecard", (1_793_000_000, 1_793_000_000))
    dialog = QFileDialog(window, "Open", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    view = dialog.findChild(QTreeView, "treeView")
    assert isinstance(view, QTreeView)

    dress(window.look, dialog)
    dialog.show()
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) > 0)

    rows = range(view.model().rowCount(view.rootIndex()))
    dates = [view.model().index(row, 3, view.rootIndex()) for row in rows]
    shown = QStyleOptionViewItem()
    delegate = view.itemDelegateForColumn(3)
    assert isinstance(delegate, QStyledItemDelegate)
    texts = []
    for index in dates:
        delegate.initStyleOption(shown, index)
        texts.append(shown.text)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", text) for text in texts)
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_arrows_of_a_file_dialog_are_seen_on_their_ground(theme: Theme) -> None:
    colours = palette(theme.value)

    rule = r'QFileDialog QComboBox::down-arrow \{ image: url\("(.*?)"\)'
    found = re.search(rule, style_sheet(colours))

    assert found is not None
    (stroke,) = re.findall(r'stroke="(#\w+)"', Path(found[1]).read_text("utf-8"))
    assert stroke == colours.text2.name().upper()
