"""Closing a month in the window: the list before it, what it locks, and opening it again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.commands.closing import ClosePeriod as CloseCommand
from scorecard.commands.entry import EnterValue
from scorecard.month_end import Matter, Point
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Status, Words
from tests.ui.windows import ON_TIME, room, window
from ui.dialogs.close_period import ClosePeriod
from ui.look import Look
from ui.main_window import MainWindow
from ui.status_line import StatusLine
from ui.views.entry.page import EntryPage
from ui.widgets.button import Button
from ui.widgets.label import Label

__all__ = ["window"]


def asked(window: MainWindow) -> ClosePeriod:
    window.actions_of["close_period"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClosePeriod)
    return dialog


def words(dialog: ClosePeriod) -> list[str]:
    return [label.text() for label in dialog.list.findChildren(Label)]


def foot(window: MainWindow) -> list[str]:
    line = window.findChild(StatusLine)
    assert line is not None
    return [label.text() for label in line.findChildren(Label)]


def closed(window: MainWindow) -> None:
    dialog = asked(window)
    dialog.freeze.setChecked(False)
    dialog.anyway.setChecked(True)
    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)


def test_the_list_says_what_the_month_still_lacks(window: MainWindow) -> None:
    dialog = asked(window)

    said = words(dialog)

    assert "已輸入 54 / 56 格" in said
    assert "2 格尚未輸入，也沒有填「無」" in said
    assert "完成里程碑數、計劃里程碑數" in said
    assert "5 個紅燈中 5 個已有說明" in said
    assert not dialog.done_button.isEnabled()
    assert dialog.refusal.text == "先處理 1 項，或勾選「仍要結帳」"
    dialog.reject()


def test_the_list_is_of_the_unit_that_is_chosen(window: MainWindow) -> None:
    dialog = asked(window)

    dialog.unit.set_words("sales")
    dialog.unit.typed.emit("sales")

    assert "已輸入 54 / 56 格" not in words(dialog)
    assert not dialog.anyway.isVisible()
    assert dialog.done_button.isEnabled()
    dialog.reject()


def test_a_closed_month_takes_no_value_and_the_foot_says_so(window: MainWindow) -> None:
    assert "2026-10 未結帳" in foot(window)

    closed(window)

    assert "2026-10 已結帳" in foot(window)
    with pytest.raises(Refused) as refusal:
        room(window).bridge.run(ON_TIME)
    assert refusal.value.troubles[0].code == "period_closed"
    window.actions_of["period_back"].trigger()
    assert "2026-09 未結帳" in foot(window)


def test_a_close_is_undone_like_anything_else(window: MainWindow) -> None:
    closed(window)

    window.actions_of["undo"].trigger()

    assert room(window).bridge.board.closings == {}
    assert "2026-10 未結帳" in foot(window)


def test_a_snapshot_is_frozen_with_the_close(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer = str(tmp_path / "october.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (answer, ""))
    dialog = asked(window)
    dialog.anyway.setChecked(True)

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert (tmp_path / "october.pdf").exists()
    assert len(room(window).bridge.workspace.snapshots()) == 1
    assert room(window).bridge.board.closings["co", "2026-10"].closed


def test_the_snapshot_is_of_the_unit_that_was_closed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, seen = str(tmp_path / "sales.pdf"), []

    def choose(*given: object) -> tuple[str, str]:
        seen.append((QApplication.activeModalWidget(), given[1]))
        return answer, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = asked(window)
    dialog.unit.set_words("sales")
    dialog.unit.typed.emit("sales")

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert seen == [(None, "匯出快照：PDF（業務部）")]  # the question before has gone
    (kept,) = room(window).bridge.workspace.snapshots()
    assert kept.org == "sales"


def test_a_period_that_is_not_over_says_so_and_stays_open(window: MainWindow) -> None:
    window.actions_of["period_on"].trigger()
    dialog = asked(window)
    dialog.anyway.setChecked(True)

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert "2026-11-30" in dialog.refusal.text
    assert dialog.isVisible()
    assert room(window).bridge.board.closings == {}
    dialog.reject()


def test_a_red_without_a_comment_holds_the_close_up_and_one_can_go_to_it(
    window: MainWindow,
) -> None:
    room(window).bridge.run(EnterValue("good_units", "co", "2026-10", 1000.0))
    dialog = asked(window)
    assert "3 項" in dialog.refusal.text  # what is missing, the warning, the red
    show = dialog.list.findChildren(Button)[-1]

    QTest.mouseClick(show, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
    assert room(window).selection.node == "n-oee"


def test_a_warning_holds_the_close_up_until_somebody_says_why_it_is_right(
    window: MainWindow,
) -> None:
    bridge = room(window).bridge
    bridge.run(EnterValue("good_units", "co", "2026-10", 3352310.0))
    dialog = asked(window)
    assert "1 格有警告，還沒有人確認" in words(dialog)
    assert "2 項" in dialog.refusal.text
    dialog.reject()

    bridge.run(EnterValue("good_units", "co", "2026-10", 3352310.0, "併入二廠"))
    dialog = asked(window)

    assert "1 格有警告，已由輸入者確認" in words(dialog)
    assert "良品數（併入二廠）" in words(dialog)
    assert "1 項" in dialog.refusal.text
    dialog.reject()


def test_a_text_that_waits_in_its_cell_holds_the_close_up(window: MainWindow) -> None:
    window.actions_of["page.entry"].trigger()
    page = room(window).findChild(EntryPage)
    assert isinstance(page, EntryPage)
    page.show_cell(("good_units", "co"), page.desk.periods[-1])
    page.model.setData(page.grid.currentIndex(), "1,5")

    dialog = asked(window)

    assert "1 格的文字還不確定是哪個數字" in words(dialog)
    assert "2 項" in dialog.refusal.text
    dialog.reject()


def test_a_warning_is_gone_to_in_the_sheet(window: MainWindow) -> None:
    room(window).bridge.run(EnterValue("good_units", "co", "2026-10", 3352310.0))
    dialog = asked(window)

    QTest.mouseClick(dialog.list.findChildren(Button)[1], Qt.MouseButton.LeftButton)

    page = room(window).findChild(EntryPage)
    assert isinstance(page, EntryPage)
    assert page.isVisible()
    assert page.grid.row is not None
    assert page.grid.row.place == ("good_units", "co")


def test_the_entry_sheet_offers_to_close_its_month_and_then_to_open_it_again(
    window: MainWindow,
) -> None:
    window.actions_of["page.entry"].trigger()
    page = room(window).findChild(EntryPage)
    assert isinstance(page, EntryPage)
    assert page.at_right.close_period.words == "結帳 2026-10…"

    page.at_right.close_period.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClosePeriod)
    dialog.freeze.setChecked(False)
    dialog.anyway.setChecked(True)
    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert page.at_right.close_period.words == "重新開帳 2026-10…"


def test_tab_goes_through_the_dialog_from_the_top_to_the_bottom(window: MainWindow) -> None:
    dialog = asked(window)
    dialog.anyway.setChecked(True)
    dialog.unit.setFocus()
    seen: list[int] = []

    for _ in range(8):
        focused = dialog.focusWidget()
        assert focused is not None
        seen.append(focused.mapTo(dialog, focused.rect().center()).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert seen == sorted(seen)
    assert dialog.focusWidget() is dialog.unit
    dialog.reject()


def test_each_way_from_the_list_says_where_it_leads(window: MainWindow) -> None:
    dialog = asked(window)

    told = [button.accessibleDescription() for button in dialog.list.findChildren(Button)]

    assert told == ["2 格尚未輸入，也沒有填「無」", "3 格填為「無」"]
    dialog.reject()


def test_a_reason_that_several_share_is_said_once(window: MainWindow) -> None:
    dialog = asked(window)

    (told,) = [text for text in words(dialog) if "等候 CRM" in text]

    assert told.startswith("平均客單價、年購買次數、客戶關係年數（等候 CRM")
    assert told.count("等候 CRM") == 1
    dialog.reject()


def test_a_long_list_scrolls_so_that_the_dialog_fits_a_small_screen(
    look: Look, qtbot: QtBot
) -> None:
    names = (Words("一個名稱很長的數據，寫成兩行才放得下", "A measure with a long name"),) * 4
    points = [
        Point(Matter.MISSING, Status.RED, Said("month_end.missing", {"count": "4"}), names, "n")
    ] * 9
    dialog = ClosePeriod(
        look, None, "2026-10", [("co", "全公司"), ("a", "甲部")],
        points=lambda _org: points, shut=lambda _org: None, close=lambda _decided: "",
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    assert dialog.height() <= 690
    last = dialog.list.findChildren(Button)[-1]
    dialog.unit.setFocus()
    for _ in range(9):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is last
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_short_list_needs_no_scrolling(window: MainWindow) -> None:
    dialog = asked(window)

    assert dialog.list.height() == dialog._listed.viewport().height()
    dialog.reject()


def test_the_list_has_the_ground_of_the_dialog(window: MainWindow) -> None:
    dialog = asked(window)

    seen = dialog.grab().toImage()

    place = dialog.list.mapTo(dialog, dialog.list.rect().bottomRight())
    assert seen.pixelColor(place) == window.look.palette.surface
    dialog.reject()


def test_the_dialog_is_as_high_as_what_it_says(window: MainWindow, qtbot: QtBot) -> None:
    room(window).bridge.run(CloseCommand("sales", "2026-10", "amy", "2026-11-10T09:42:00+00:00"))
    dialog = asked(window)
    high = dialog.height()

    dialog.unit.set_words("sales")
    dialog.unit.typed.emit("sales")

    qtbot.waitUntil(lambda: dialog.height() < high - 150)
    assert dialog.cancel.geometry().bottom() > dialog.height() - 40
    dialog.reject()
