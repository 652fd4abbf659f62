"""What can be done to one cell of the entries, and what can be taken from a chart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.panels import Stage
from ui.dialogs.ask import Ask
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.views.panel.chart_slot import ChartSlot
from ui.views.panel.entries_model import Column
from ui.views.panel.entries_page import EntriesPage

KEY = ("orders_on_time", "co", "2026-10")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The entries of the on-time delivery, shown, on the value of October."""
    made = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("entries")
    page = page_of(made)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, Column.VALUE))
    yield made
    made.panel.hide()
    made.bridge.close()


def page_of(stage: Stage) -> EntriesPage:
    page = stage.panel.page("entries")
    assert isinstance(page, EntriesPage)
    return page


def october(stage: Stage) -> tuple[float | None, str]:
    entry = stage.bridge.board.entry(*KEY)
    assert entry is not None
    return entry.value, entry.note


def chosen(stage: Stage, words: str) -> None:
    """Choose an entry of the cell's menu."""
    action = next(a for a in page_of(stage).menu.menu().actions() if a.text().startswith(words))
    assert action.isEnabled()
    action.trigger()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_right_click_offers_what_can_be_done_to_a_cell(stage: Stage) -> None:
    table = page_of(stage).table
    place = table.visualRect(table.model().index(2, Column.VALUE)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.mapToGlobal(place))

    QApplication.sendEvent(table.viewport(), event)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text().partition("\t")[0] for action in menu.actions()]
    assert said == ["複製", "貼上", "沒有數值，因為…", "這一格的歷史…"]
    assert table.currentIndex().row() == 2
    menu.close()


def test_ctrl_c_copies_the_cell(stage: Stage) -> None:
    QTest.keyClick(page_of(stage).table, Qt.Key.Key_C, CONTROL)

    assert clipboard() == "150"


def test_ctrl_v_types_the_clipboard_into_the_cell(stage: Stage) -> None:
    QGuiApplication.clipboard().setText("1,53\n")
    QTest.keyClick(page_of(stage).table, Qt.Key.Key_V, CONTROL)
    refused = page_of(stage).table.note.line.text

    QGuiApplication.clipboard().setText("153\r\n")
    QTest.keyClick(page_of(stage).table, Qt.Key.Key_V, CONTROL)

    assert refused
    assert october(stage)[0] == 153


def test_several_cells_are_not_pasted_in_an_order_that_nobody_said(stage: Stage) -> None:
    QGuiApplication.clipboard().setText("151\n152\n153\n")

    QTest.keyClick(page_of(stage).table, Qt.Key.Key_V, CONTROL)

    assert "3 格" in page_of(stage).table.note.line.text
    assert october(stage)[0] == 150


def test_a_cell_can_be_said_to_have_no_value_because(stage: Stage) -> None:
    chosen(stage, "沒有數值，因為…")
    ask = next(each for each in stage.panel.findChildren(Ask) if each.isVisible())
    ask.try_it()
    unexplained = ask.refusal.text()

    ask.field.setText("系統換版")
    ask.try_it()

    assert "原因" in unexplained
    assert october(stage) == (None, "系統換版")
    stage.bridge.undo()
    assert october(stage)[0] == 150


def test_the_history_of_a_cell_says_what_it_was_and_who_changed_it(stage: Stage) -> None:
    QGuiApplication.clipboard().setText("153")
    QTest.keyClick(page_of(stage).table, Qt.Key.Key_V, CONTROL)

    chosen(stage, "這一格的歷史…")

    shown = next(each for each in stage.panel.findChildren(Frame) if each.isVisible())
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert "準時出貨訂單數 2026-10" in said
    assert any("150 → 153" in text and "張志豪" in text for text in said)
    assert any("– → 150" in text for text in said)


def test_a_document_that_is_only_read_can_be_copied_but_not_pasted_into(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    Stage(tmp_path, look, "n-ontime").bridge.close()
    made = Stage(tmp_path, look, "n-ontime", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("entries")
    page_of(made).table.setCurrentIndex(page_of(made).model.index(1, Column.VALUE))
    QGuiApplication.clipboard().setText("1")

    possible = [action.isEnabled() for action in page_of(made).menu.menu().actions()]

    assert possible == [True, False, False, True]
    made.bridge.close()


@pytest.mark.parametrize("tab", ["overview", "trend"])
def test_a_right_click_on_a_chart_offers_picture_and_table(
    stage: Stage, qtbot: QtBot, tab: str
) -> None:
    stage.panel.show_tab(tab)
    slot = next(s for s in stage.panel.findChildren(ChartSlot) if s.isVisible())
    qtbot.waitUntil(lambda: not slot.chart.is_loading)
    plot = slot.chart.plot
    assert plot is not None
    inner = plot.viewport() if hasattr(plot, "viewport") else plot
    place = QPoint(40, 40)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, inner.mapToGlobal(place))

    QApplication.sendEvent(inner, event)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][-2:] == ["複製圖片", "複製為表格"]
    menu.close()


def test_a_chart_is_taken_as_picture_and_as_table(stage: Stage) -> None:
    stage.panel.show_tab("overview")
    slot = next(s for s in stage.panel.findChildren(ChartSlot) if s.isVisible())

    slot.copy_picture()
    picture = QGuiApplication.clipboard().pixmap()
    slot.copy_table()

    lines = [line.split("\t") for line in clipboard().splitlines()]
    assert picture.width() >= slot.chart.width()
    assert lines[0] == ["期間", "交期達成率", "目標", "燈號", "備註"]
    assert lines[-1][:4] == ["2026-10", "89.8203592814%", "95%", "未達標"]
    assert len(lines) == 14
