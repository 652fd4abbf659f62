"""How far the month is entered and what is doubted of it: the foot, the sheet and the close list
say the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.commands.archiving import ArchiveLines
from scorecard.commands.entry import ClearEntry, EnterValue
from tests.ui.recorder import GOOD, OCTOBER, STARTED, Recorder, recorder
from tests.ui.test_closing import foot, words
from tests.ui.windows import room, window
from ui.dialogs.close_period import ClosePeriod
from ui.main_window import MainWindow
from ui.status_line import StatusLine
from ui.views.entry.sheet_model import Column
from ui.views.entry.wanted import Show
from ui.widgets.label import Label

__all__ = ["recorder", "window"]


def shown(window: MainWindow, text: str) -> bool:
    labels = [label for label in foot(window) if label == text]
    return bool(labels)


def shown_now(window: MainWindow, text: str) -> bool:
    """Whether a label of the foot that is to be seen says so."""
    line = window.findChild(StatusLine)
    assert line is not None
    return any(each.isVisible() and each.text() == text for each in line.findChildren(Label))


def test_the_foot_says_how_far_the_month_is_entered(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(window, "已輸入 54 / 56"))

    room(window).bridge.run(ClearEntry(*GOOD, OCTOBER))
    qtbot.waitUntil(lambda: shown(window, "已輸入 53 / 56"))
    window.actions_of["period_back"].trigger()
    qtbot.waitUntil(lambda: shown(window, "已輸入 56 / 58"))


def test_what_only_archived_lines_read_is_not_counted_nor_asked_for(
    recorder: Recorder, qtbot: QtBot
) -> None:
    """The two counts of milestones are missing since September."""
    reached = ("milestones_done", "co")
    assert recorder.page.desk.done() == (54, 56)

    room(recorder.window).bridge.run(ArchiveLines(("n-milestones",), "2026-09"))

    assert recorder.page.desk.done() == (54, 54)
    assert recorder.page.desk.count(Show.EMPTY) == 0
    qtbot.waitUntil(lambda: shown(recorder.window, "已輸入 54 / 54"))
    recorder.window.actions_of["close_period"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClosePeriod)
    assert "已輸入 54 / 54 格" in words(dialog)
    dialog.reject()
    assert recorder.shown(reached, Column.CHECK) == "用到它的項目都已封存，不再填報"
    recorder.go_to(reached)
    recorder.type("3")
    recorder.press(Qt.Key.Key_Return)
    assert recorder.value(reached) == 3  # it is not asked for, and not refused either


def test_sheet_foot_and_close_list_count_the_same_warnings(
    recorder: Recorder, qtbot: QtBot
) -> None:
    for place, value in ((GOOD, 3352310.0), (STARTED, 34416100.0)):
        room(recorder.window).bridge.run(EnterValue(*place, OCTOBER, value))

    qtbot.waitUntil(lambda: shown(recorder.window, "2 項警告"))
    assert sorted(recorder.page.desk.doubted) == sorted([GOOD, STARTED])
    recorder.window.actions_of["close_period"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClosePeriod)
    assert "2 格有警告，還沒有人確認" in words(dialog)
    assert "已輸入 54 / 56 格" in words(dialog)
    assert recorder.page.desk.done() == (54, 56)
    dialog.reject()


def test_a_text_that_waits_is_counted_where_the_sheet_counts_it(
    recorder: Recorder, qtbot: QtBot
) -> None:
    recorder.go_to(GOOD)
    recorder.type("1,5")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.page.desk.count(Show.DOUBTED) == 1
    qtbot.waitUntil(lambda: shown(recorder.window, "1 項警告"))
    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown_now(recorder.window, "1 項警告"))


def test_a_note_beside_another_value_is_no_answer_to_a_new_warning(
    recorder: Recorder, qtbot: QtBot
) -> None:
    room(recorder.window).bridge.run(EnterValue(*GOOD, OCTOBER, 335231.0, "如常"))
    recorder.go_to(GOOD)

    recorder.type("3352310")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.page.desk.doubted == (GOOD,)
    qtbot.waitUntil(lambda: shown(recorder.window, "1 項警告"))


def test_a_new_definition_is_counted_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(window, "已輸入 54 / 56"))

    room(window).bridge.run(EnterValue("good_units", "sales", OCTOBER, 12.0))

    qtbot.waitUntil(lambda: shown(window, "已輸入 55 / 57"))
