"""Enter leads on through an import, wherever the keyboard is after each step; never back, and it
opens a list only where something is still to be settled."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.exchange.workbooks import Cell, xlsx
from tests.ui.test_workbook_import import at, on_time, ready
from tests.ui.windows import room, window
from ui.importing import open_import
from ui.main_window import MainWindow
from ui.workbook.choices import Choices
from ui.workbook.dialog import WorkbookImport
from ui.workbook.steps import Step

__all__ = ["window"]

Sheets = dict[str, list[list[Cell]]]
Open = Callable[[Sheets], WorkbookImport]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens a workbook in the window; it may not have been read yet."""

    def open_it(sheets: Sheets) -> WorkbookImport:
        path = tmp_path / "月報.xlsx"
        path.write_bytes(xlsx(sheets))
        dialog = open_import(room(window).bridge, window.look, window, path)
        assert isinstance(dialog, WorkbookImport)
        dialog.activateWindow()
        qtbot.waitExposed(dialog)
        return dialog

    return open_it


def month(*rows: list[Cell]) -> Sheets:
    return {"115 年": [["指標", "115年9月", "115年10月"], *rows]}


def enter(dialog: WorkbookImport) -> None:
    """Enter where the keyboard is now; no list opens by it."""
    held = dialog.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Return)


def lists_open(dialog: WorkbookImport) -> list[QComboBox]:
    return [box for box in dialog.findChildren(QComboBox) if box.view().isVisible()]


def chosen_year(dialog: WorkbookImport) -> int | None:
    assert dialog.found is not None
    return dialog.found.understood.recipe.year


def whole(box: QWidget) -> bool:
    """Whether nothing of it is cut by what it scrolls in."""
    return box.visibleRegion().boundingRect().size() == box.size()


def reach(widget: QWidget) -> None:
    widget.setFocus()
    assert widget.hasFocus()


def test_enter_while_the_file_is_read_neither_leaves_nor_skips_a_step(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(month([on_time(window), None, 168]))

    if dialog.step is Step.FILE:
        enter(dialog)

    assert dialog.isVisible()
    ready(dialog, qtbot)
    assert dialog.step is Step.MATCH


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_settled_choice_leads_on(
    window: MainWindow, opened: Open, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = opened(month([on_time(window), None, 168]))
    ready(dialog, qtbot)
    reach(dialog.match_page.questions.boxes[0])

    QTest.keyClick(dialog.match_page.questions.boxes[0], key)

    assert (dialog.step, lists_open(dialog)) == (Step.PREVIEW, [])


def test_enter_on_an_open_choice_offers_the_answers_and_the_next_ones_lead_through(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(month(["準時出貨", None, 168], ["天氣", 1, 2]))
    ready(dialog, qtbot)
    first, second = dialog.match_page.questions.boxes
    assert first.hasFocus()

    enter(dialog)
    assert lists_open(dialog) == [first]
    QTest.keyClick(first.view(), Qt.Key.Key_Down)
    QTest.keyClick(first.view(), Qt.Key.Key_Return)
    ready(dialog, qtbot)
    assert dialog.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Space)
    ready(dialog, qtbot)

    assert (dialog.focusWidget(), lists_open(dialog)) == (dialog.onward, [])
    for step in (Step.PREVIEW, Step.RESULT):
        enter(dialog)
        assert dialog.step is step
    enter(dialog)
    assert not dialog.isVisible()


def test_enter_in_the_tables_leads_on(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(month([on_time(window), None, 168]))
    ready(dialog, qtbot)
    enter(dialog)
    reach(dialog.preview_page.table)

    enter(dialog)

    assert dialog.step is Step.RESULT


def test_a_refused_cell_has_the_keyboard_and_space_and_enter_go_on_without_it(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(month([on_time(window), "十六", 168]))
    ready(dialog, qtbot)
    enter(dialog)
    assert dialog.preview_page.table.hasFocus()

    enter(dialog)
    assert at(dialog) is Step.PREVIEW
    QTest.keyClick(dialog.preview_page.table, Qt.Key.Key_Space)
    ready(dialog, qtbot)
    enter(dialog)

    assert dialog.step is Step.RESULT


def test_a_mouse_in_the_preview_does_not_take_enter_away(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(month([on_time(window), None, 168], ["出貨訂單數", None, 170]))
    ready(dialog, qtbot)
    enter(dialog)
    dialog.preview_page.table.selectRow(0)
    assert dialog.onward.hasFocus()

    QTest.mouseClick(dialog.preview_page.skip, Qt.MouseButton.LeftButton)
    ready(dialog, qtbot)

    assert dialog.onward.hasFocus()
    enter(dialog)
    assert dialog.step is Step.RESULT


def test_lines_that_targets_lack_are_offered_with_the_keyboard_on_them(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    """A target listed for a unit where its KPI has no line: Space adds it, Enter leads on."""
    board = room(window).bridge.board
    kpi = board.latest(board.nodes["n-ontime"].kpi or "").name.zh_TW
    dialog = opened({"指標表": [["指標名稱", "部門", "目標"], [kpi, "北區", "≥ 99%"]]})
    ready(dialog, qtbot)
    enter(dialog)
    lines = dialog.preview_page.lines
    assert (lines.hasFocus(), lines.isChecked(), dialog.onward.isEnabled()) == (True, False, False)
    assert "1" in lines.text()

    QTest.keyClick(lines, Qt.Key.Key_Space)
    ready(dialog, qtbot)
    assert dialog.onward.hasFocus()
    enter(dialog)

    assert dialog.step is Step.RESULT
    made = room(window).bridge.board.nodes.values()
    assert [n.name.zh_TW for n in made if n.org == "north" and kpi in n.name.zh_TW] == [
        f"北區：{kpi}"
    ]


def test_no_choice_takes_enter_from_the_button_onward(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    """After each answer the keyboard is on the next open one, or on the button."""
    dialog = opened(month(["天氣", 1, 2], [on_time(window), None, 168], ["風速", 1, 2]))
    ready(dialog, qtbot)
    held = []
    for _ in range(2):
        box = QApplication.focusWidget()
        assert isinstance(box, Choices)
        held.append(box.question.name)
        QTest.keyClick(box, Qt.Key.Key_Space)
        ready(dialog, qtbot)

    assert held == ["天氣", "風速"]
    assert dialog.onward.hasFocus()


def test_a_name_of_several_units_is_answered_with_one_of_them(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(month(["營收", None, 19_000_000]))
    ready(dialog, qtbot)
    (box,) = dialog.match_page.questions.boxes
    assert box.hasFocus()

    enter(dialog)
    offered = [box.itemText(at) for at in range(5)]
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    ready(dialog, qtbot)

    assert "營收（產品線 A1）　revenue · a1" in offered
    assert dialog.found is not None
    ((measure, org, period),) = dialog.found.planned.source.entries
    assert (measure, period) == ("revenue", "2026-10")
    assert f"revenue · {org}" in box.currentText()
    assert dialog.onward.isEnabled()


def test_a_year_that_no_sheet_says_is_chosen_by_enter_and_not_by_passing_through(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened({"月報": [["指標", "9月", "10月"], [on_time(window), None, 168]]})
    ready(dialog, qtbot)
    year = dialog.match_page.year
    assert year.value() == room(window).bridge.today().year
    reach(year)

    QTest.keyClick(year, Qt.Key.Key_Tab)
    assert chosen_year(dialog) is None
    reach(year)
    QTest.keyClick(year, Qt.Key.Key_Return)
    ready(dialog, qtbot)

    assert chosen_year(dialog) == year.value()
    assert at(dialog) is Step.MATCH


def test_the_dialog_fits_a_small_screen(
    window: MainWindow, opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The buttons at its foot are on the screen of 1,280 × 720 too."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(1280, 720))

    dialog = opened(month([on_time(window), None, 168]))

    ready(dialog, qtbot)
    assert dialog.height() <= 664
    assert dialog.minimumSizeHint().height() <= 664


def test_a_renamed_kpi_of_a_list_is_asked_before_anything_new_is_offered(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    known = on_time(window)
    listed: list[list[Cell]] = [["指標名稱", "單位", "目標"], [known, "件", 200]]

    dialog = opened({"指標表": listed, **month([f"{known}數", None, 168])})

    ready(dialog, qtbot)
    page = dialog.match_page
    near = next(box for box in page.questions.boxes if box.currentIndex() == -1)
    assert (near.hasFocus(), page.make_all.isVisible()) == (True, False)


def test_an_open_name_far_down_takes_the_keyboard_once_it_is_there(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    known: list[list[Cell]] = [
        [m.name.zh_TW, 1, None] for m in room(window).bridge.board.measures.values()
    ]

    dialog = opened(month(*known[:30], ["天氣指數", 1, 2]))

    table = dialog.match_page.questions
    qtbot.waitUntil(lambda: len(table.boxes) > 10 and table.boxes[-1].hasFocus())
    assert table.boxes[-1].is_open
    qtbot.waitUntil(lambda: whole(table.boxes[-1]))
