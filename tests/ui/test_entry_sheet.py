"""The entry sheet in the real window, used by keys alone as a recorder does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from scorecard.model.records import Entry
from tests.ui.recorder import CTRL, GOOD, OCTOBER, SHIFT, STARTED, Recorder, recorder
from tests.ui.windows import room, sample_in, show, window_in
from ui.views.entry.sheet_model import Column

__all__ = ["recorder"]

FOLD = Qt.KeyboardModifier.AltModifier | SHIFT
NONE = Qt.KeyboardModifier.NoModifier


def test_sixty_numbers_take_neither_mouse_nor_dialog(recorder: Recorder) -> None:
    desk, board = recorder.page.desk, room(recorder.window).bridge.board
    rows = [row for row in desk.rows_shown() if desk.own(row) is not None]
    recorder.go_to(rows[0].place)
    typed = 0

    for first in (2000, 3000):
        while typed < 60 and recorder.place != rows[-1].place:
            recorder.type(str(first + typed))
            typed += 1
            recorder.press(Qt.Key.Key_Return)
        recorder.press((Qt.Key.Key_Home, CTRL))

    board = room(recorder.window).bridge.board
    entered = [board.entry(*row.place, OCTOBER) for row in rows]
    assert sum(entry is not None and 2000 <= (entry.value or 0) < 3100 for entry in entered) >= 50
    # Four digits and Enter each, and the ways back to the first row.
    assert recorder.strokes <= 60 * 5 + 2
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    assert QApplication.activePopupWidget() is None


def test_enter_keeps_the_number_and_goes_down(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.type("335,300")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(GOOD) == 335300
    assert recorder.place == STARTED


def test_shift_enter_goes_up_and_tab_to_the_note(recorder: Recorder) -> None:
    recorder.go_to(STARTED)

    recorder.type("344200")
    recorder.press((Qt.Key.Key_Return, SHIFT))
    recorder.press(Qt.Key.Key_Tab)
    recorder.type("含補出")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(STARTED) == 344200
    entry = recorder.entry(GOOD)
    assert entry is not None
    assert (entry.value, entry.note) == (335231, "含補出")
    assert recorder.place == STARTED
    assert recorder.page.grid.currentIndex().column() == Column.NOW


def test_each_number_is_one_step_with_a_name(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return)

    step = room(recorder.window).bridge.workspace.undo_step
    assert step is not None
    assert step.name.key == "command.enter_value"
    recorder.press((Qt.Key.Key_Z, CTRL))
    assert recorder.value(GOOD) == 335231


def test_arrows_keep_what_is_typed_over_and_f2_lets_them_move_in_it(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("335300")
    recorder.press(Qt.Key.Key_Down)
    assert recorder.value(GOOD) == 335300

    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_F2, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert recorder.page.grid.is_typing
    recorder.press(Qt.Key.Key_Escape)
    assert recorder.value(GOOD) == 335300


def test_the_first_row_shows_the_heading_of_its_group_too(recorder: Recorder) -> None:
    grid = recorder.page.grid
    recorder.press((Qt.Key.Key_End, CTRL), (Qt.Key.Key_Home, CTRL))

    heading = grid.model().index(0, 0)
    assert grid.currentIndex().row() == 1
    assert grid.visualRect(heading).top() >= 0


def test_f2_goes_behind_what_is_there_as_in_a_spreadsheet(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_F2, Qt.Key.Key_Backspace)
    line = recorder.page.grid.indexWidget(recorder.page.grid.currentIndex())
    assert isinstance(line, QLineEdit)
    line.insert("0")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(GOOD) == 335230


def test_a_zero_too_many_is_marked_without_stopping_and_repaired_by_one_key(
    recorder: Recorder,
) -> None:
    recorder.go_to(GOOD)
    recorder.type("3352310")
    recorder.press(Qt.Key.Key_Return)
    recorder.type("344161")
    recorder.press(Qt.Key.Key_Return)
    assert recorder.value(GOOD) == 3352310
    assert "335,231" in recorder.shown(GOOD, Column.CHECK)

    recorder.press(Qt.Key.Key_F8)
    assert recorder.place == GOOD
    recorder.press((Qt.Key.Key_Period, CTRL))

    assert recorder.value(GOOD) == 335231
    assert recorder.shown(GOOD, Column.CHECK) == ""


def test_a_doubted_number_is_kept_because_of_a_note(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("3352310")
    recorder.press(Qt.Key.Key_Return)

    recorder.go_to(GOOD)
    recorder.press((Qt.Key.Key_Semicolon, CTRL))
    recorder.type("合併新廠")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(GOOD) == 3352310
    assert recorder.shown(GOOD, Column.CHECK) == "合併新廠"
    assert recorder.page.desk.standing(recorder.row(GOOD)).slip is None


def test_a_group_is_closed_and_opened_by_keys(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press((Qt.Key.Key_Left, FOLD))
    assert recorder.page.desk.line_of(GOOD) is None
    assert recorder.page.grid.row is not None

    recorder.press((Qt.Key.Key_Right, FOLD))
    assert recorder.page.desk.line_of(GOOD) is not None


def test_a_click_on_a_heading_closes_its_group(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    grid = recorder.page.grid
    heading = grid.model().index((recorder.page.desk.line_of(GOOD) or 0) - 2, Column.STATE)

    place = grid.visualRect(heading).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, NONE, place)

    assert recorder.page.desk.line_of(GOOD) is None


def test_a_note_beside_another_value_keeps_no_slip(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.press((Qt.Key.Key_Semicolon, CTRL))
    recorder.type("month end")
    recorder.press(Qt.Key.Key_Return)
    recorder.go_to(GOOD)
    recorder.type("3352310")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.page.desk.standing(recorder.row(GOOD)).slip is not None
    recorder.go_to(GOOD)
    recorder.press((Qt.Key.Key_Semicolon, CTRL))
    recorder.type("merged")
    recorder.press(Qt.Key.Key_Return)
    assert recorder.page.desk.standing(recorder.row(GOOD)).slip is None


def test_a_part_larger_than_its_whole_says_so(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("345000")
    recorder.press(Qt.Key.Key_Return)

    assert "投入數" in recorder.shown(GOOD, Column.CHECK)


def test_a_text_that_is_no_number_stays_in_its_cell_and_typing_goes_on(
    recorder: Recorder,
) -> None:
    recorder.go_to(GOOD)
    recorder.type("33,52")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.shown(GOOD) == "33,52"
    assert "33,52" in recorder.shown(GOOD, Column.CHECK)
    assert recorder.value(GOOD) == 335231
    assert recorder.place == STARTED
    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_Escape)
    assert recorder.shown(GOOD) == "335,231"


def test_none_is_said_with_a_reason_by_two_keys(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press(Qt.Key.Key_Delete, Qt.Key.Key_2)

    assert recorder.entry(GOOD) == Entry(*GOOD, OCTOBER, None, "系統轉換，無法取得")
    assert recorder.place == STARTED
    assert recorder.page.grid.hasFocus()


def test_another_reason_is_typed(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press(Qt.Key.Key_Delete, Qt.Key.Key_4)
    recorder.type("盤點中")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.entry(GOOD) == Entry(*GOOD, OCTOBER, None, "盤點中")


def test_an_emptied_cell_is_as_if_never_typed(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)

    assert recorder.entry(GOOD) is None


def test_ctrl_d_enters_the_period_before_into_all_that_is_selected(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press((Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_D, CTRL))

    september = [recorder.value(place, "2026-09") for place in (GOOD, STARTED)]
    assert [recorder.value(place) for place in (GOOD, STARTED)] == september
    room(recorder.window).bridge.undo()
    assert recorder.value(GOOD) == 335231


def test_ctrl_r_fills_to_the_right(recorder: Recorder) -> None:
    recorder.go_to(GOOD, Column.NOW - 2)

    recorder.press(*[(Qt.Key.Key_Right, SHIFT)] * 2, (Qt.Key.Key_R, CTRL))

    august = recorder.value(GOOD, "2026-08")
    assert [recorder.value(GOOD, each) for each in ("2026-09", OCTOBER)] == [august, august]


def test_ctrl_down_goes_to_what_is_still_to_be_entered(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.press((Qt.Key.Key_Down, CTRL))

    assert recorder.shown(recorder.place) == "–"


def test_enter_passes_over_what_is_not_asked_in_this_month(recorder: Recorder) -> None:
    recorder.go_to(("patents_filed", "co"))

    recorder.press(Qt.Key.Key_Return)

    assert recorder.place == ("csat_score_total", "co")


def test_typing_where_nothing_is_asked_leads_nowhere(recorder: Recorder) -> None:
    quarterly = ("esat_score_total", "co")
    recorder.go_to(quarterly)

    recorder.type("345")

    assert recorder.place == quarterly
    assert not recorder.page.grid.is_typing


def test_a_sum_is_worked_out(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    recorder.type("=300000+35300")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(GOOD) == 335300


def test_the_counts_follow_what_is_typed(recorder: Recorder) -> None:
    done, asked = recorder.page.desk.done()
    recorder.press((Qt.Key.Key_Down, CTRL))
    recorder.type("24")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.page.desk.done() == (done + 1, asked)
    assert f"{done + 1}" in recorder.page.beside.accessibleName()


def test_what_is_typed_is_told_what_it_would_mean(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("300000")
    recorder.page.side.finish()

    words = [told.words for told in recorder.page.side.meaning.told]
    assert any("良率" in line for line in words)
    assert recorder.value(GOOD) == 335231


def test_the_panel_says_who_entered_a_number_and_when(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return)

    recorder.go_to(GOOD)

    assert recorder.page.side.signed.text() == "amy・2026-11-10 09:42"


def test_only_touched_rows_are_drawn_again(recorder: Recorder) -> None:
    told: list[int] = []
    recorder.page.model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    recorder.go_to(GOOD)
    recorder.type("335300")
    recorder.press(Qt.Key.Key_Return)

    line = recorder.page.desk.line_of(GOOD)
    assert line in told
    assert len(set(told)) <= 2


def test_copied_cells_are_a_table_that_a_spreadsheet_takes(recorder: Recorder) -> None:
    recorder.go_to(GOOD, Column.NOW - 1)

    recorder.press((Qt.Key.Key_Right, SHIFT), (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_C, CTRL))

    assert QGuiApplication.clipboard().text() == "327310\t335231\n335378\t344161"


def test_a_note_cannot_be_typed_where_the_document_is_only_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = sample_in(tmp_path)
    path.chmod(0o444)
    window = window_in(tmp_path)
    window.documents.open_path(path)
    show(window, qtbot)
    if room(window).bridge.read_only is None:
        pytest.skip("this user may write to what is read-only")
    window.inside.paging.show("entry")
    made = Recorder(window)
    made.go_to(GOOD)

    made.type("1")

    assert not made.page.grid.is_typing
    window.close()


def test_the_line_that_is_typed_in_can_be_told_by_a_screen_reader(recorder: Recorder) -> None:
    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_F2)

    line = recorder.page.grid.indexWidget(recorder.page.grid.currentIndex())
    assert isinstance(line, QLineEdit)
    assert line.accessibleName().startswith("良品數，2026-10")


def test_the_head_takes_its_parts_back_when_the_page_comes_again(
    recorder: Recorder, qtlog: _QtMessageCapture
) -> None:
    for key in ("scorecard", "entry", "scorecard", "entry"):
        recorder.window.inside.paging.show(key)

    assert [record.message for record in qtlog.records if "QBoxLayout" in record.message] == []


@pytest.mark.parametrize("typed", ["分區營收（北區）", "分區營收(北區)", "sales region (north)"])
def test_the_search_finds_a_row_by_the_name_that_it_shows(recorder: Recorder, typed: str) -> None:
    recorder.page.bar.search.setText(typed)

    assert [row.place for row in recorder.page.desk.rows_shown()] == [
        ("revenue_by_region", "north")
    ]
