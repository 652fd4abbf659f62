"""A block from a spreadsheet, looked at and written in the real window by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.entering.verdict import Verdict
from scorecard.model.records import Entry
from tests.ui.recorder import CTRL, GOOD, OCTOBER, REWORKED, STARTED, Recorder, recorder
from tests.ui.windows import room
from ui.status_line import StatusLine
from ui.views.entry.sheet_model import Column
from ui.widgets.label import Label

__all__ = ["recorder"]

FOLD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
PASTE, WRITE = (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Return, CTRL)
BLOCK = """數據\t115年10月
良品數\t335,300
投入數\t344,200
重工數\t92740
計劃換模時間\t12,34
總產量\t"""


def paste(recorder: Recorder, text: str) -> None:
    """Ctrl+V, standing on the good units."""
    QGuiApplication.clipboard().setText(text)
    recorder.go_to(GOOD)
    recorder.press(PASTE)


def counted(recorder: Recorder) -> dict[Verdict, int]:
    plan = recorder.page.desk.plan
    assert plan is not None
    return {verdict: plan.count(verdict) for verdict in Verdict if plan.count(verdict)}


def test_pasting_writes_nothing_and_counts_what_would_be(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    assert recorder.value(GOOD) == 335231
    assert recorder.shown(GOOD) == "335,300"
    assert counted(recorder) == {
        Verdict.WRITE: 2,
        Verdict.DOUBT: 1,
        Verdict.BLANK: 1,
        Verdict.REFUSED: 1,
    }
    assert recorder.page.paste.side.counts.words == ["2 可寫入", "1 待確認", "1 缺值", "1 拒絕"]


def test_each_cell_that_waits_has_a_card_and_the_first_has_the_keyboard(
    recorder: Recorder,
) -> None:
    paste(recorder, BLOCK)

    cards = recorder.page.paste.side.cards
    assert len(cards) == 3
    assert QApplication.focusWidget() is cards[0].first
    assert recorder.place == REWORKED


def test_the_likely_repair_is_one_key(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Return)

    assert counted(recorder)[Verdict.WRITE] == 3
    assert recorder.shown(REWORKED) == "9,274"


def test_ctrl_enter_writes_what_is_good_as_one_step(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(WRITE)

    assert (recorder.value(GOOD), recorder.value(STARTED)) == (335300, 344200)
    step = room(recorder.window).bridge.workspace.undo_step
    assert step is not None
    assert step.name.facts["count"] == "2"
    room(recorder.window).bridge.undo()
    assert (recorder.value(GOOD), recorder.value(STARTED)) == (335231, 344161)


def test_what_waits_stays_listed_after_the_writing(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(WRITE)

    assert len(recorder.page.paste.side.cards) == 3
    assert recorder.shown(REWORKED) == "92740"


def test_up_and_down_in_the_cards_move_the_sheet(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Down)

    assert recorder.place == ("changeover_time", "co")


def test_a_doubtful_number_is_kept_with_a_reason(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    recorder.type("新線試產")
    recorder.press(Qt.Key.Key_Return)
    recorder.press(WRITE)

    assert recorder.entry(REWORKED) == Entry(*REWORKED, OCTOBER, 92740.0, "新線試產")


def test_a_refused_number_is_typed_anew_in_its_card(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Down, Qt.Key.Key_Return, (Qt.Key.Key_A, CTRL))
    recorder.type("451")
    recorder.press(Qt.Key.Key_Return, WRITE)

    assert recorder.value(("changeover_time", "co")) == 451


def test_a_blank_is_explained_and_never_zero(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    recorder.type("盤點中")
    recorder.press(Qt.Key.Key_Return, WRITE)

    assert recorder.entry(("output", "co")) == Entry("output", "co", OCTOBER, None, "盤點中")


def test_all_proposals_are_taken_by_one_key(recorder: Recorder) -> None:
    paste(recorder, "good_units\t3353000\ninput_units\t3442000\nunits_reworked\t92740")

    recorder.press((Qt.Key.Key_Period, CTRL))

    assert counted(recorder) == {Verdict.WRITE: 3}
    recorder.press(WRITE)
    assert recorder.value(GOOD) == 335300


def test_a_month_off_is_one_card(recorder: Recorder) -> None:
    rows = ("good_units", "input_units", "units_reworked", "output", "run_time", "planned_time")
    september = {each: recorder.value((each, "co"), "2026-09") for each in rows}

    paste(recorder, "\n".join(f"{each}\t{value}" for each, value in september.items()))

    assert [len(card.cells) for card in recorder.page.paste.side.cards] == [len(rows)]


def test_a_named_row_is_found_though_its_group_is_closed(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.press((Qt.Key.Key_Left, FOLD))
    QGuiApplication.clipboard().setText("good_units\t335300\ninput_units\t344200")

    recorder.press(PASTE, WRITE)

    assert (recorder.value(GOOD), recorder.value(STARTED)) == (335300, 344200)


def test_esc_forgets_the_block(recorder: Recorder) -> None:
    paste(recorder, BLOCK)

    recorder.press(Qt.Key.Key_Escape)

    assert recorder.page.desk.plan is None
    assert recorder.page.grid.hasFocus()
    assert recorder.shown(GOOD) == "335,231"


def test_one_cell_is_pasted_as_if_typed(recorder: Recorder) -> None:
    paste(recorder, "335300\r\n")

    assert recorder.value(GOOD) == 335300


def test_numbers_without_headings_go_down_from_the_current_cell(recorder: Recorder) -> None:
    paste(recorder, "335300\r\n344200\r\n")

    recorder.press(WRITE)

    assert (recorder.value(GOOD), recorder.value(STARTED)) == (335300, 344200)
    assert recorder.page.desk.plan is None
    assert recorder.page.grid.hasFocus()


def test_what_was_copied_out_of_the_sheet_can_be_pasted_back(recorder: Recorder) -> None:
    recorder.page.copy_table()
    text = QGuiApplication.clipboard().text()

    paste(recorder, text)

    assert recorder.page.desk.plan is None or not counted(recorder).get(Verdict.WRITE)


def test_an_undo_under_the_block_is_seen_in_it(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return)
    paste(recorder, "335300\n344200")
    assert counted(recorder) == {Verdict.SAME: 1, Verdict.WRITE: 1}

    room(recorder.window).bridge.undo()

    assert counted(recorder) == {Verdict.WRITE: 2}
    assert recorder.shown(GOOD, Column.NOW) == "335,300"


def foot(recorder: Recorder) -> list[str]:
    line = recorder.window.findChild(StatusLine)
    assert line is not None
    return [each.text() for each in line.findChildren(Label) if each.isVisible()]


def test_the_foot_says_how_much_of_a_block_is_not_written_yet(recorder: Recorder) -> None:
    paste(recorder, BLOCK)
    assert "貼上預覽中：5 格未寫入" in foot(recorder)

    recorder.press(WRITE)
    assert "貼上預覽中：3 格未寫入" in foot(recorder)

    recorder.press(Qt.Key.Key_Escape)
    assert not [each for each in foot(recorder) if each.startswith("貼上預覽中")]


def test_the_whole_sheet_that_was_copied_comes_back_the_same_by_its_names(
    recorder: Recorder, qtbot: QtBot
) -> None:
    """Rows of units are told apart by the brackets behind their names."""
    recorder.page.copy_table()
    copied = QGuiApplication.clipboard().text()
    recorder.go_to(GOOD)

    recorder.press(PASTE)
    qtbot.waitUntil(lambda: recorder.page.desk.plan is not None)

    assert "分區營收（北區）" in copied
    assert counted(recorder).keys() == {Verdict.SAME, Verdict.BLANK}
    assert counted(recorder)[Verdict.SAME] > 300  # 56 rows of six months
