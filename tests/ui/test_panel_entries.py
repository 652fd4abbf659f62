"""Entries typed in the panel: kept one by one, refused beside the cell, never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from tests.ui.panels import OCTOBER, Stage, entered
from ui.look import Look
from ui.painting.words import is_cut
from ui.views.panel.entries_model import Column
from ui.views.panel.entries_page import EntriesPage
from ui.views.panel.entries_table import INSET, EntriesTable

KEY = ("orders_on_time", "co", "2026-10")


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The entries of the on-time delivery, shown."""
    made = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("entries")
    yield made
    made.panel.hide()
    made.bridge.close()


def page_of(stage: Stage) -> EntriesPage:
    page = stage.panel.page("entries")
    assert isinstance(page, EntriesPage)
    return page


def type_into(stage: Stage, text: str, column: Column = Column.VALUE) -> None:
    """Type into October's cell and press Enter."""
    table = page_of(stage).table
    table.setCurrentIndex(page_of(stage).model.index(1, column))
    table.setFocus()
    table.edit(table.currentIndex())
    line = table.viewport().findChildren(QLineEdit)[-1]
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    entered(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def value_of(stage: Stage) -> float | None:
    entry = stage.bridge.board.entry(*KEY)
    return entry.value if entry is not None else None


@pytest.mark.parametrize("name", ["劉建宏", "L. Wang", "K. Huang"])
def test_who_entered_a_number_and_when_is_not_cut(stage: Stage, name: str) -> None:
    table = page_of(stage).table

    room = table.visualRect(page_of(stage).model.index(1, Column.WHO)).width() - 2 * INSET

    assert not is_cut(f"{name} 2026-11-03", room, "secondary")


def test_a_typed_number_is_kept_as_one_step(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "1,53")
    type_into(stage, "153")

    qtbot.waitUntil(lambda: value_of(stage) == 153)
    stage.bridge.undo()
    assert value_of(stage) == 150


def test_a_refused_text_stays_in_its_cell(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "1,53")

    qtbot.waitUntil(lambda: bool(page_of(stage).table.note.line.text))
    assert page_of(stage).model.index(1, Column.VALUE).data() == "1,53"
    assert value_of(stage) == 150


def test_a_value_ten_times_as_large_is_asked_about(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "1500000")

    note = page_of(stage).table.note
    qtbot.waitUntil(lambda: "確定嗎？" in note.line.text)
    note.line.repairs[0].click()
    assert value_of(stage) == 1_500_000


def test_none_needs_a_reason(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "無資料")

    qtbot.waitUntil(lambda: "原因" in page_of(stage).table.note.line.text)
    assert value_of(stage) == 150


def test_an_emptied_cell_has_no_entry(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "")

    qtbot.waitUntil(lambda: stage.bridge.board.entry(*KEY) is None)


def test_a_note_in_an_empty_cell_says_why_there_is_none(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "")
    qtbot.waitUntil(lambda: stage.bridge.board.entry(*KEY) is None)

    type_into(stage, "系統停機", Column.NOTE)

    qtbot.waitUntil(lambda: stage.bridge.board.notes.get(KEY) == "系統停機")
    assert value_of(stage) is None


def test_a_note_stays_with_another_value(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "含補出", Column.NOTE)
    qtbot.waitUntil(lambda: stage.bridge.board.notes.get(KEY) == "含補出")

    type_into(stage, "152")

    qtbot.waitUntil(lambda: value_of(stage) == 152)
    assert stage.bridge.board.notes[KEY] == "含補出"


def stand_on(stage: Stage, row: int, column: Column = Column.VALUE) -> EntriesTable:
    """Give the table the keyboard, with a cell current and no editor open."""
    table = page_of(stage).table
    stage.panel.activateWindow()
    QTest.qWaitForWindowActive(stage.panel)
    table.setFocus()
    table.setCurrentIndex(page_of(stage).model.index(row, column))
    return table


def typed(table: EntriesTable, keys: str) -> None:
    """Type where the keyboard is, character by character."""
    for key in keys:
        QTest.keyClicks(QApplication.focusWidget() or table, key)


def press(table: EntriesTable, key: Qt.Key) -> None:
    """Press a key where the keyboard is; an editor closes after it was heard."""
    QTest.keyClick(QApplication.focusWidget() or table, key)
    QApplication.processEvents()


def test_digits_typed_on_a_cell_begin_its_new_value(stage: Stage, qtbot: QtBot) -> None:
    table = stand_on(stage, 1)

    typed(table, "152")
    press(table, Qt.Key.Key_Return)

    assert stage.panel.current == "entries"
    qtbot.waitUntil(lambda: value_of(stage) == 152)
    assert table.currentIndex().row() == 2


def test_two_numbers_typed_at_one_go_land_in_two_periods(stage: Stage, qtbot: QtBot) -> None:
    table = stand_on(stage, 1)

    typed(table, "152")
    press(table, Qt.Key.Key_Return)
    typed(table, "14")
    stage.panel.refresh()
    typed(table, "9")
    press(table, Qt.Key.Key_Return)

    entry = stage.bridge.board.entry("orders_on_time", "co", "2026-09")
    assert (value_of(stage), entry.value if entry else None) == (152, 149)


def test_escape_gives_the_kept_value_back(stage: Stage) -> None:
    table = stand_on(stage, 1)
    typed(table, "3")

    press(table, Qt.Key.Key_Escape)

    assert page_of(stage).model.index(1, Column.VALUE).data() == "150"
    assert value_of(stage) == 150


def test_escape_takes_back_a_refused_text(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "1,53")
    table = stand_on(stage, 1)

    press(table, Qt.Key.Key_Escape)

    assert page_of(stage).model.index(1, Column.VALUE).data() == "150"
    assert not table.note.isVisible()


def test_a_digit_typed_on_a_period_is_for_its_value(stage: Stage) -> None:
    table = stand_on(stage, 1, Column.PERIOD)

    typed(table, "152")
    press(table, Qt.Key.Key_Return)

    assert value_of(stage) == 152


def test_enter_passes_over_the_heading_of_the_next_measure(stage: Stage) -> None:
    last = 13
    table = stand_on(stage, last)

    typed(table, "140")
    press(table, Qt.Key.Key_Return)

    assert table.currentIndex().row() == last + 2


def test_who_comes_by_the_keyboard_can_type_at_once(stage: Stage) -> None:
    stage.panel.activateWindow()
    QTest.qWaitForWindowActive(stage.panel)
    table = page_of(stage).table
    table.setFocus(Qt.FocusReason.TabFocusReason)

    typed(table, "152")
    press(table, Qt.Key.Key_Return)

    assert value_of(stage) == 152


def test_where_nothing_can_be_typed_a_digit_opens_a_tab(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-ontime", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("entries")
    table = stand_on(made, 1)

    typed(table, "2")

    assert made.panel.current == "trend"
    made.panel.hide()
    made.bridge.close()


def test_who_typed_a_value_and_when_is_beside_it(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "151")

    index = page_of(stage).model.index(1, Column.WHO)
    qtbot.waitUntil(lambda: index.data() == "張志豪 2026-11-12")


def test_enter_goes_down_to_the_next_period(stage: Stage, qtbot: QtBot) -> None:
    type_into(stage, "151")

    qtbot.waitUntil(lambda: page_of(stage).table.currentIndex().row() == 2)


def test_every_cell_is_read_out_with_its_period(stage: Stage) -> None:
    index = page_of(stage).model.index(1, Column.VALUE)

    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "準時出貨訂單數 2026-10 數值：150"


def test_a_value_that_came_after_the_close_is_marked(stage: Stage, qtbot: QtBot) -> None:
    at = "2026-11-12T09:00:00+08:00"
    stage.bridge.run(ClosePeriod("co", OCTOBER.code, "amy", at))
    stage.bridge.run(ReopenPeriod("co", OCTOBER.code, "amy", at, "一張訂單補登"))
    index, before = page_of(stage).model.index(1, Column.VALUE), cell_drawn(stage)
    assert "結帳後" not in index.data(Qt.ItemDataRole.AccessibleTextRole)

    type_into(stage, "153")

    qtbot.waitUntil(lambda: value_of(stage) == 153)
    type_into(stage, "150")
    qtbot.waitUntil(lambda: value_of(stage) == 150)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "準時出貨訂單數 2026-10 數值：150（結帳後才輸入）"
    assert cell_drawn(stage) != before  # the number is the same again, but it has its mark


def cell_drawn(stage: Stage) -> QImage:
    """The picture of October's value, with another cell chosen."""
    table = page_of(stage).table
    table.setCurrentIndex(page_of(stage).model.index(4, Column.VALUE))
    return table.viewport().grab(table.visualRect(page_of(stage).model.index(1, 1))).toImage()


def test_the_model_keeps_the_rules_of_qt(stage: Stage, qtmodeltester: object) -> None:
    check = qtmodeltester.check  # type: ignore[attr-defined]  # pytest-qt has no type for it

    check(page_of(stage).model)


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_the_sentence_under_a_cell_is_whole(
    stage: Stage, look: Look, language: str, qtbot: QtBot
) -> None:
    look.set_language(language)
    type_into(stage, "1500000")
    note = page_of(stage).table.note

    qtbot.waitUntil(note.isVisible)

    assert note.height() - 12 >= note.line.height_in(note.width() - 20)
