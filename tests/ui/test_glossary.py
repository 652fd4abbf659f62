"""The glossary in the window, and the ways from a word on the screen to what it means."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QEnterEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from scorecard.glossary import terms
from scorecard.text import Said
from tests.ui.windows import room, sample_in, surroundings, window
from ui.app import fill
from ui.dialogs.frame import Frame
from ui.dialogs.glossary import Glossary
from ui.fields.editor import LineField
from ui.forms.field_row import FieldRow
from ui.listening import Listening
from ui.look import Look
from ui.main_window import MainWindow
from ui.tree.columns import Column
from ui.views.entry.grid import Grid
from ui.widgets.label import Label

__all__ = ["window"]


def _opened(window: QWidget) -> Glossary:
    found = window.findChild(Glossary)
    assert isinstance(found, Glossary)
    return found


def _glossary(window: MainWindow) -> Glossary:
    window.actions_of["glossary"].trigger()
    return _opened(window)


def _chosen(glossary: Glossary) -> list[str]:
    return [term.id for term in glossary.table.chosen]


def _row(window: MainWindow, key: str) -> FieldRow:
    panel = room(window).panel
    assert panel is not None
    panel.show_tab("definition")
    return next(row for row in panel.findChildren(FieldRow) if row.field.key == key)


def _asked_by_mouse(window: MainWindow, widget: QWidget, place: QPoint) -> QMenu:
    at = widget.mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
    QApplication.sendEvent(widget, event)
    return next(menu for menu in window.findChildren(QMenu) if menu.isVisible())


def test_the_glossary_is_found_as_one_types_and_says_what_the_word_means(
    window: MainWindow,
) -> None:
    glossary = _glossary(window)

    QTest.keyClicks(glossary.search, "promoter")

    assert _chosen(glossary) == ["nps"]
    assert terms()["nps"].meaning.zh_TW in glossary.page.texts


def test_a_word_that_is_not_there_is_said_and_the_search_can_be_cleared(
    window: MainWindow,
) -> None:
    glossary = _glossary(window)
    QTest.keyClicks(glossary.search, "qwertz")

    glossary._nothing.action_requested.emit()

    assert glossary.search.text() == ""
    assert len(glossary.table.terms.rows) == len(terms())


def test_words_beside_it_are_a_click_away(window: MainWindow) -> None:
    glossary = _glossary(window)
    glossary.show_term("attainment")

    next(link for link in glossary.page.links if link.words == "分數").click()

    assert _chosen(glossary) == ["score"]


def test_what_was_found_is_copied_as_a_table_with_its_meaning(window: MainWindow) -> None:
    glossary = _glossary(window)
    QTest.keyClicks(glossary.search, "kpi")

    glossary.copy.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "詞彙\t英文\t說明"
    assert lines[1].split("\t")[:2] == ["關鍵績效指標", "Key performance indicator"]
    assert len(lines) == 1 + len(glossary.table.terms.rows)


def test_the_glossary_follows_the_language(window: MainWindow) -> None:
    glossary = _glossary(window)
    glossary.show_term("attainment")

    window.actions_of["language.en"].trigger()

    assert glossary.page.texts[:2] == ["Attainment", "達成率"]
    window.actions_of["language.zh_TW"].trigger()


def test_there_is_one_glossary_however_often_it_is_asked_for(window: MainWindow) -> None:
    _glossary(window)
    _glossary(window)

    assert len(window.findChildren(Glossary)) == 1


def test_a_heading_tells_in_its_tool_tip_what_it_means(window: MainWindow) -> None:
    model = room(window).page.model
    tip = Qt.ItemDataRole.ToolTipRole

    said = str(model.headerData(Column.ATTAINMENT, Qt.Orientation.Horizontal, tip))

    assert terms()["attainment"].meaning.zh_TW in said


def test_a_right_click_on_a_heading_leads_to_its_word(window: MainWindow) -> None:
    head = room(window).page.tree.header()
    place = QPoint(head.sectionViewportPosition(Column.SCORE) + 5, 5)

    menu = _asked_by_mouse(window, head.viewport(), place)
    assert [action.text() for action in menu.actions()] == ["「分數」是什麼意思？"]
    menu.actions()[0].trigger()

    table = _opened(window).table
    assert _chosen(_opened(window)) == ["score"]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    menu.close()


def test_a_heading_of_the_entry_sheet_leads_to_its_word_and_not_to_the_menu_of_a_cell(
    window: MainWindow,
) -> None:
    window.actions_of["page.entry"].trigger()
    grid = window.findChild(Grid)
    assert isinstance(grid, Grid)
    head = grid.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 5, 5)

    menu = _asked_by_mouse(window, head.viewport(), place)

    assert [action.text() for action in menu.actions()] == ["「數據」是什麼意思？"]
    menu.close()


def test_a_right_click_on_the_label_of_a_field_leads_to_its_word(window: MainWindow) -> None:
    label = _row(window, "category").findChildren(Label)[0]

    menu = _asked_by_mouse(window, label, QPoint(2, 2))
    menu.actions()[0].trigger()

    assert _chosen(_opened(window)) == ["perspective"]
    menu.close()


def test_shift_f1_in_a_field_opens_the_glossary_at_what_the_field_asks_for(
    window: MainWindow,
) -> None:
    row = _row(window, "owner")
    editor = next(iter(row.editors.values()))
    assert isinstance(editor, QWidget)
    editor.setFocus()

    QTest.keyClick(editor, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    assert _chosen(_opened(window)) == ["owner"]


def _enter(window: MainWindow) -> None:
    came = QPointF(window.rect().center())
    QApplication.sendEvent(window, QEnterEvent(came, came, came))


def _is_heard(window: MainWindow, qtbot: QtBot) -> None:
    """Move the mouse and rest on a label until that is heard, sooner than Qt would ask."""
    label = _row(window, "category").findChildren(Label)[0]
    meant = terms()["perspective"].meaning.zh_TW
    QCursor.setPos(QCursor.pos() + QPoint(7, 5))
    qtbot.waitUntil(lambda: meant in _rested_on(label), timeout=650)


def _rested_on(label: Label) -> str:
    """What is told after the mouse has rested on a label."""
    place = QPoint(2, 2)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place)))
    told = QToolTip.text()
    QToolTip.hideText()
    return told


def test_resting_on_a_label_tells_its_meaning(window: MainWindow, qtbot: QtBot) -> None:
    """The mouse may have lain in the window from the start; it is heard once it moves."""
    _enter(window)

    _is_heard(window, qtbot)


def test_a_mouse_that_lay_on_the_picture_of_a_start_is_heard_too(
    tmp_path: Path, qtbot: QtBot
) -> None:
    around = surroundings(tmp_path)
    window = MainWindow(None, around)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(window.underMouse)
    fill(window, around, sample_in(tmp_path))
    assert window.findChild(Listening) is not None  # before Qt tells anew that the mouse is here
    qtbot.waitUntil(lambda: room(window).is_finished)
    room(window).page.open_panel()

    _is_heard(window, qtbot)


def test_shift_f1_in_a_field_of_a_dialog_opens_the_glossary_at_its_label(
    look: Look, qtbot: QtBot
) -> None:
    dialog, field = Frame(look, None, "title", 300), LineField()
    qtbot.addWidget(dialog)
    label = Label(look, Said("window.measure.source"))
    label.setBuddy(field)
    for widget in (label, field):
        dialog.add(widget)
    dialog.show()
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    assert _chosen(_opened(dialog)) == ["source"]
