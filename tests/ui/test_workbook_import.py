"""A workbook is imported in the window: matched, previewed, taken in one step, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.exchange.preview import Result
from scorecard.period import Period
from scorecard.vocabulary import Status
from tests.exchange.workbooks import Cell, xlsx
from tests.ui.windows import room, status, window
from ui.importing import open_import
from ui.main_window import MainWindow
from ui.workbook.dialog import WorkbookImport
from ui.workbook.preview_page import PreviewPage
from ui.workbook.steps import Step

__all__ = ["window"]

OCTOBER = Period.parse("2026-10").number
Open = Callable[..., WorkbookImport]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens a workbook with these rows in the window, read."""

    def open_it(*rows: list[Cell]) -> WorkbookImport:
        path = tmp_path / "月報.xlsx"
        path.write_bytes(xlsx({"115 年": [["指標", "115年9月", "115年10月"], *rows]}))
        dialog = open_import(room(window).bridge, window.look, window, path)
        assert isinstance(dialog, WorkbookImport)
        ready(dialog, qtbot)
        return dialog

    return open_it


def ready(dialog: WorkbookImport, qtbot: QtBot) -> None:
    """Wait until it has been read and compared."""
    qtbot.waitUntil(lambda: not dialog.work.is_busy and dialog.found is not None)


def choose(page: PreviewPage, line: int) -> None:
    """Choose one row of the preview, whatever keys are held."""
    how = QItemSelectionModel.SelectionFlag
    index = page.model.index(line, 0)
    page.table.selectionModel().select(index, how.ClearAndSelect | how.Rows)


def at(dialog: WorkbookImport) -> Step:
    """Where the dialog stands now."""
    return dialog.step


def on_time(window: MainWindow) -> str:
    """The Chinese name of a measure of the sample."""
    return room(window).bridge.board.measures["orders_on_time"].name.zh_TW


def test_a_workbook_of_known_names_takes_two_keys(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened([on_time(window), None, 168])
    assert at(dialog) is Step.MATCH
    assert status(window, "n-ontime") is Status.RED

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert at(dialog) is Step.PREVIEW
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert at(dialog) is Step.RESULT
    assert "未達標 → 達標" in dialog.result_page.moved.accessibleName()
    assert status(window, "n-ontime") is Status.GREEN


def test_enter_leads_on_where_nothing_is_open(window: MainWindow, opened: Open) -> None:
    """And never back out of the import."""
    dialog = opened([on_time(window), None, 168])
    dialog.activateWindow()

    for step in (Step.PREVIEW, Step.RESULT):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert at(dialog) is step

    assert status(window, "n-ontime") is Status.GREEN


def test_a_sheet_that_nobody_sees_is_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["指標", "2026-10"])
    book.active.append([on_time(window), 168])
    book.create_sheet("舊資料").sheet_state = "hidden"
    book.save(tmp_path / "月報.xlsx")

    dialog = open_import(room(window).bridge, window.look, window, tmp_path / "月報.xlsx")
    assert isinstance(dialog, WorkbookImport)
    ready(dialog, qtbot)

    assert dialog.match_page.hidden.isVisible()
    assert dialog.match_page.hidden.text() == (
        "工作表「舊資料」是隱藏的，不匯入；要匯入請先取消隱藏。"
    )


def test_nothing_is_written_before_the_last_button(window: MainWindow, opened: Open) -> None:
    dialog = opened([on_time(window), None, 168])

    dialog.go_on()
    dialog.reject()

    assert status(window, "n-ontime") is Status.RED


def test_the_result_takes_the_import_back(window: MainWindow, opened: Open) -> None:
    dialog = opened([on_time(window), None, 168])
    dialog.go_on()
    dialog.go_on()

    QTest.mouseClick(dialog.result_page.undo, Qt.MouseButton.LeftButton)

    assert status(window, "n-ontime") is Status.RED
    assert not dialog.isVisible()


def test_the_preview_shows_each_cell_before_and_after_with_its_address(
    window: MainWindow, opened: Open
) -> None:
    dialog = opened([on_time(window), None, 168])

    dialog.go_on()

    model = dialog.preview_page.model
    said = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert said[:3] == ["更新", "2026-10", on_time(window)]
    assert str(said[4]).startswith("→ 168")
    assert said[5] == "115 年!C2"
    assert dialog.preview_page.counters[next(iter(dialog.preview_page.counters))].text() == "0"


def test_a_differing_target_is_asked_in_the_preview_and_taken_unless_unticked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    board = room(window).bridge.board
    kpi = board.latest(board.nodes["n-ontime"].kpi or "").name.zh_TW
    source = tmp_path / "指標表.xlsx"
    source.write_bytes(xlsx({"指標表": [["指標名稱", "目標"], [kpi, "≥ 99%"]]}))
    dialog = open_import(room(window).bridge, window.look, window, source)
    assert isinstance(dialog, WorkbookImport)
    ready(dialog, qtbot)
    dialog.go_on()
    page = dialog.preview_page
    assert page.targets.isVisibleTo(page)
    assert page.targets.isChecked()
    assert "1" in page.targets.text()
    assert any("99" in row for row in _after(dialog))

    QTest.keyClick(page.targets, Qt.Key.Key_Space)
    ready(dialog, qtbot)

    assert at(dialog) is Step.PREVIEW
    assert not page.targets.isChecked()
    assert not any("99" in row for row in _after(dialog))


def _after(dialog: WorkbookImport) -> list[str]:
    model = dialog.preview_page.model
    return [str(model.data(model.index(row, 4))) for row in range(model.rowCount())]


def test_a_list_of_kpis_offers_one_button_that_makes_them_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "我的指標.xlsx"
    names: list[list[Cell]] = [["天氣指數", "度", 20], ["風速", "級", 3]]
    names.append(["濕度", "%", "≥95%"])
    rows: list[list[Cell]] = [["指標", "115年10月"], *([name[0], 21] for name in names)]
    source.write_bytes(xlsx({"指標表": [["指標名稱", "單位", "目標"], *names], "月報": rows}))
    dialog = open_import(room(window).bridge, window.look, window, source)
    assert isinstance(dialog, WorkbookImport)
    ready(dialog, qtbot)
    page = dialog.match_page
    assert page.make_all.hasFocus()
    assert not dialog.onward.isEnabled()

    QTest.keyClick(page.make_all, Qt.Key.Key_Space)
    ready(dialog, qtbot)
    dialog.go_on()
    assert "→ ≥ 95 %" in _after(dialog)
    dialog.go_on()

    board = room(window).bridge.board
    assert {"天氣指數", "風速"} <= {board.latest(kpi).name.zh_TW for kpi in board.versions}


def test_an_unknown_name_is_asked_and_holds_the_preview_back(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(["天氣指數", 1, 2], [on_time(window), None, 168])
    box = dialog.match_page.questions.boxes[0]
    assert (box.currentIndex(), box.hasFocus()) == (-1, True)
    assert not dialog.onward.isEnabled()
    assert "1" in dialog.onward.accessibleDescription()

    QTest.keyClick(box, Qt.Key.Key_Space)
    ready(dialog, qtbot)

    assert dialog.onward.isEnabled()
    dialog.go_on()
    assert dialog.preview_page.model.rowCount() == 1


def test_a_name_that_is_chosen_once_is_known_the_next_time(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(["準時出貨", None, 168])
    box = dialog.match_page.questions.boxes[0]
    box.offer_all()
    place = next(at for at in range(box.count()) if "orders_on_time" in box.itemText(at))

    box.setCurrentIndex(place)
    box.activated.emit(place)
    ready(dialog, qtbot)
    dialog.go_on()
    dialog.go_on()

    assert status(window, "n-ontime") is Status.GREEN
    dialog.accept()
    again = opened(["準時出貨", None, 167])
    assert again.onward.isEnabled()


def test_unknown_names_become_kpis_in_the_same_step(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(["天氣指數", 1, 2], ["溫度", 3, 4])
    before = set(room(window).bridge.board.versions)

    dialog.match_page.unknown.setCurrentIndex(1)
    dialog.match_page.unknown.activated.emit(1)
    ready(dialog, qtbot)
    dialog.go_on()
    dialog.go_on()

    fresh = set(room(window).bridge.board.versions) - before
    assert len(fresh) == 2
    window.actions_of["undo"].trigger()
    assert set(room(window).bridge.board.versions) == before


def test_a_refused_cell_is_shown_with_its_reason_and_nothing_can_be_imported(
    window: MainWindow, opened: Open
) -> None:
    dialog = opened([on_time(window), "abc", 168])

    dialog.go_on()

    model = dialog.preview_page.model
    assert model.data(model.index(0, 0)) == "拒絕"
    assert model.data(model.index(0, 5)) == "115 年!B2"
    assert not dialog.onward.isEnabled()


def test_a_refused_cell_is_skipped_by_the_space_bar_and_the_others_are_imported(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened([on_time(window), "abc", 168])
    dialog.go_on()
    page = dialog.preview_page
    assert not dialog.onward.isEnabled()

    page.table.setFocus()
    choose(page, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    ready(dialog, qtbot)

    assert page.model.data(page.model.index(0, 0)) == "略過"
    assert page.counters[Result.REFUSED].text() == "0"
    assert dialog.onward.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert at(dialog) is Step.RESULT
    assert room(window).bridge.board.series_of("orders_on_time", "co")[OCTOBER] == 168
    assert status(window, "n-ontime") is Status.GREEN


def test_a_skipped_cell_is_not_written_and_can_be_taken_in_again(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened([on_time(window), 150, 168])
    dialog.go_on()
    page = dialog.preview_page
    for _ in range(2):
        choose(page, 1)
        page.skip.click()
        ready(dialog, qtbot)
    assert dialog.found is not None
    assert dialog.found.skipped == frozenset()

    choose(page, 0)
    page.skip.click()
    ready(dialog, qtbot)
    dialog.go_on()

    series = room(window).bridge.board.series_of("orders_on_time", "co")
    assert series[OCTOBER] == 168
    assert series[OCTOBER - 1] != 150


def test_a_workbook_without_a_table_says_at_once_what_it_needs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "便條.xlsx"
    path.write_bytes(xlsx({"便條": [["記得", "買", "墨水"]]}))

    dialog = open_import(room(window).bridge, window.look, window, path)
    assert isinstance(dialog, WorkbookImport)
    ready(dialog, qtbot)

    assert at(dialog) is Step.MATCH
    assert "找不到可匯入的表格：需要一列或一欄期間" in dialog.match_page.told.text()


def test_what_is_struck_out_is_seen_on_the_sheet(window: MainWindow, opened: Open) -> None:
    dialog = opened([on_time(window), None, 168], ["合計", 1, 2])

    model = dialog.match_page.model

    def is_struck(row: int) -> bool:
        font = model.data(model.index(row, 0), Qt.ItemDataRole.FontRole)
        return bool(font.strikeOut())  # type: ignore[attr-defined]  # a QFont

    assert [model.data(model.index(0, column)) for column in range(3)] == [
        "名稱", "2026-09", "2026-10",
    ]  # fmt: skip
    assert [is_struck(2), is_struck(3)] == [False, True]


def test_a_file_that_cannot_be_read_says_why_in_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04")

    dialog = open_import(room(window).bridge, window.look, window, path)

    assert isinstance(dialog, WorkbookImport)
    qtbot.waitUntil(lambda: "a.xlsx" in dialog.waiting.text() and not dialog.work.is_busy)
    assert "損壞" in dialog.waiting.text()
    assert not dialog.onward.isEnabled()


def test_a_workbook_dropped_on_the_window_is_imported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx({"a": [["指標", "2026-09", "2026-10"], ["x", 1, 2]]}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    free = Qt.KeyboardModifier.NoModifier

    QApplication.sendEvent(window, QDragEnterEvent(QPoint(700, 400), copy, data, left, free))
    QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), copy, data, left, free))

    qtbot.waitUntil(lambda: bool(window.findChildren(WorkbookImport)))
    dialog = window.findChildren(WorkbookImport)[0]
    ready(dialog, qtbot)
    assert dialog.isVisible()


def test_closing_while_it_is_read_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx({"a": [["指標", "2026-09", "2026-10"], ["x", 1, 2]]}))
    dialog = open_import(room(window).bridge, window.look, window, path)

    dialog.close()

    assert not dialog.isVisible()
