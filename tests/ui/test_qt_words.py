"""Qt's own words follow the language of the window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.windows import room, window
from ui.main_window import MainWindow

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
