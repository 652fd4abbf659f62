"""Closed periods on the entry sheet: shown as such, not to be typed in, opened with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from scorecard.board import Place
from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from scorecard.entering.verdict import Verdict
from tests.ui.recorder import CTRL, GOOD, OCTOBER, STARTED, Recorder, recorder
from tests.ui.windows import room
from ui.dialogs.close_period import ClosePeriod as ClosingDialog
from ui.dialogs.reopen_period import ReopenPeriod as ReopeningDialog
from ui.views.entry.sheet_model import Column
from ui.widgets.label import Label

__all__ = ["recorder"]

AT = "2026-11-10T09:42:00+00:00"


def close(recorder: Recorder) -> None:
    room(recorder.window).bridge.run(ClosePeriod("co", OCTOBER, "amy", AT, ""))


def test_nothing_is_typed_in_a_closed_month(recorder: Recorder) -> None:
    close(recorder)
    recorder.go_to(GOOD)

    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_2)

    assert recorder.value(GOOD) == 335231
    assert recorder.value(STARTED) == 344161
    assert recorder.shown(GOOD, Column.CHECK) == "已結帳"


def test_a_month_that_is_opened_again_can_be_typed_in(recorder: Recorder) -> None:
    close(recorder)
    room(recorder.window).bridge.run(ReopenPeriod("co", OCTOBER, "amy", AT, "更正"))
    recorder.go_to(GOOD)

    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(GOOD) == 335300


def test_a_value_that_came_after_the_close_is_marked(recorder: Recorder) -> None:
    close(recorder)
    room(recorder.window).bridge.run(ReopenPeriod("co", OCTOBER, "amy", AT, "更正"))
    before, said = drawn(recorder, GOOD), spoken(recorder, GOOD)
    assert "結帳後" not in said

    recorder.go_to(GOOD)
    for text in ("335300", "335231"):
        recorder.type(text)
        recorder.press(Qt.Key.Key_Return)
        recorder.go_to(GOOD)

    assert spoken(recorder, GOOD) == said.replace("335,231", "335,231（結帳後才輸入）")
    assert "結帳後才輸入" in recorder.page.side.signed.text()
    assert "結帳後" not in spoken(recorder, STARTED)
    assert drawn(recorder, GOOD) != before  # the number is the same again, but it has its mark


def drawn(recorder: Recorder, place: Place) -> QImage:
    """The picture of a cell of this month, while another is chosen."""
    recorder.go_to(STARTED, Column.CHECK)
    grid, line = recorder.page.grid, recorder.page.desk.line_of(place)
    assert line is not None
    return grid.viewport().grab(grid.visualRect(grid.model().index(line, Column.NOW))).toImage()


def spoken(recorder: Recorder, place: Place) -> str:
    line = recorder.page.desk.line_of(place)
    assert line is not None
    index = recorder.page.model.index(line, Column.NOW)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_header_offers_to_close_a_month_and_to_open_it_again(recorder: Recorder) -> None:
    head = recorder.page.at_right
    assert head.close_period.words == "結帳 2026-10…"

    close(recorder)

    assert head.close_period.words == "重新開帳 2026-10…"
    assert not head.paste.isEnabled()


def test_the_button_asks_as_the_menu_does(recorder: Recorder) -> None:
    recorder.page.at_right.close_period.click()

    asked = [w for w in QApplication.topLevelWidgets() if isinstance(w, ClosingDialog)]
    assert len(asked) == 1
    asked[0].reject()


def test_what_is_pasted_into_a_closed_month_is_refused_cell_by_cell(recorder: Recorder) -> None:
    close(recorder)
    QGuiApplication.clipboard().setText("good_units\t335300\ninput_units\t344200")
    recorder.go_to(GOOD)

    recorder.press((Qt.Key.Key_V, CTRL))

    plan = recorder.page.desk.plan
    assert plan is not None
    assert [cell.verdict for cell in plan.cells] == [Verdict.REFUSED, Verdict.REFUSED]
    assert {cell.trouble.code for cell in plan.cells if cell.trouble} == {"paste_closed"}


def test_what_is_typed_in_a_closed_month_is_refused_with_a_sentence(recorder: Recorder) -> None:
    close(recorder)
    notices = room(recorder.window).notices

    for keys in ("5", "資"):
        notices.put_away("refused")
        recorder.go_to(GOOD)
        recorder.type(keys)
        assert refusals(recorder) == [
            "2026-10 已由 amy 於 2026-11-10 結帳（全公司），其中的數值不能再改。"
            "請先重新開啟這個期間並寫下理由。"
        ]
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        notices.put_away("refused")
        recorder.go_to(GOOD)
        recorder.press(key)
        assert len(refusals(recorder)) == 1


def test_going_through_a_closed_month_refuses_nothing(recorder: Recorder) -> None:
    close(recorder)
    recorder.go_to(GOOD)

    recorder.press(Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Tab)

    assert refusals(recorder) == []


def test_the_panel_says_by_whom_it_was_closed_and_leads_to_opening_it_again(
    recorder: Recorder,
) -> None:
    """September of Sales, while October is looked at."""
    room(recorder.window).bridge.run(ClosePeriod("sales", "2026-Q3", "amy", AT, ""))
    place = next(row.place for row in recorder.page.desk.rows if row.place[1] == "north")
    recorder.go_to(place, Column.NOW)
    assert recorder.page.side.shut.text == ""

    recorder.go_to(place, Column.NOW - 1)
    side = recorder.page.side
    assert side.shut.text == "2026-Q3 這一季（業務部）已由 amy 於 2026-11-10 結帳"
    side.shut.repairs[0].click()

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReopeningDialog)
    assert (dialog.chosen.org, dialog.chosen.period) == ("sales", "2026-Q3")
    dialog.reject()


def refusals(recorder: Recorder) -> list[str]:
    """What the window's banner says is refused."""
    notices = room(recorder.window).notices
    told = [label.text() for label in notices.findChildren(Label) if label.isVisible()]
    return [text for text in told if "結帳" in text]


def test_the_refusal_does_not_hide_the_cell_that_it_is_about(recorder: Recorder) -> None:
    close(recorder)
    grid = recorder.page.grid
    grid.verticalScrollBar().setValue(0)
    last = grid.indexAt(grid.viewport().rect().bottomLeft())
    grid.go_to(last.row() - 1)

    recorder.type("5")

    assert len(refusals(recorder)) == 1
    QApplication.processEvents()
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
