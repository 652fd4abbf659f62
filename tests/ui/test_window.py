"""The window: what is shown, what an edit changes, what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from scorecard.vocabulary import Status
from tests.ui.windows import (
    NAME,
    ON_TIME,
    press,
    room,
    sample_in,
    show,
    status,
    surroundings,
    text,
    window,
    window_in,
)
from ui.main_window import MainWindow
from ui.preferences import read_preferences
from ui.selection import Reach
from ui.tree.columns import LEAVING, Column
from ui.views.scorecard.page import LEAST
from ui.widgets.period_picker import PeriodPicker

__all__ = ["window"]


def test_the_first_start_opens_the_sample(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path)
    qtbot.addWidget(window)

    window.documents.open_sample()

    assert window.windowTitle().startswith("範例製造公司.scorecard")
    assert room(window).notices.subjects == ("sample",)


def test_the_window_begins_with_the_newest_month_that_has_entries(window: MainWindow) -> None:
    assert room(window).selection.view.period.code == "2026-10"


def test_a_line_and_its_parents_change_colour_with_an_entry(window: MainWindow) -> None:
    before = [status(window, node) for node in ("n-ontime", "t-deliv")]

    room(window).bridge.run(ON_TIME)

    assert before == [Status.RED, Status.RED]
    assert status(window, "n-ontime") is Status.GREEN
    assert status(window, "t-deliv") is not Status.RED


def test_lines_stay_open_and_chosen_through_an_edit(window: MainWindow) -> None:
    page = room(window).page
    page.tree.collapse(page.model.index_of("p-fin"))
    page.tree.go_to("n-yield")
    opened = page.tree.opened.nodes

    room(window).bridge.run(ON_TIME)

    assert page.tree.opened.nodes == opened
    assert not page.tree.isExpanded(page.model.index_of("p-fin"))
    assert page.model.node_at(page.tree.currentIndex()) == "n-yield"


def test_undo_says_what_it_would_undo(window: MainWindow) -> None:
    room(window).bridge.run(ON_TIME)

    assert window.actions_of["undo"].text() == "復原：輸入準時出貨訂單數 2026-10"


def test_an_edit_is_undone_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    first = window_in(tmp_path)
    first.documents.open_path(sample_in(tmp_path))
    room(first).bridge.run(ON_TIME)
    first.close()

    second = window_in(tmp_path)
    qtbot.addWidget(second)
    second.documents.open_path(tmp_path / NAME)
    second.actions_of["undo"].trigger()

    assert status(second, "n-ontime") is Status.RED
    second.close()


def test_what_was_open_and_chosen_is_found_again(qtbot: QtBot, tmp_path: Path) -> None:
    first = window_in(tmp_path)
    first.documents.open_path(sample_in(tmp_path))
    page = room(first).page
    page.tree.collapse(page.model.index_of("p-cus"))
    page.tree.go_to("n-oee")
    opened = page.tree.opened.nodes
    first.close()

    second = window_in(tmp_path)
    qtbot.addWidget(second)
    second.documents.open_path(tmp_path / NAME)

    assert room(second).page.tree.opened.nodes == opened
    assert room(second).selection.node == "n-oee"
    second.close()


def test_language_and_recent_documents_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(sample_in(tmp_path))
    window.actions_of["language.en"].trigger()

    window.close()

    kept = read_preferences(surroundings(tmp_path).settings)
    assert (kept.language, kept.recent) == ("en", (str(tmp_path / NAME),))


def test_damaged_preferences_do_not_stop_the_program(tmp_path: Path) -> None:
    file = surroundings(tmp_path).settings
    file.parent.mkdir()
    file.write_text('{"language": 3, "theme": [], "recent": "x", "documents": []}', "utf-8")

    kept = read_preferences(file)

    assert (kept.language, kept.recent) == ("", ())


def test_the_period_steps_back_with_a_key(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["period_back"].trigger()

    assert room(window).selection.view.period.code == "2026-09"
    picker = window.findChild(PeriodPicker)
    assert picker is not None
    assert picker.period.code == "2026-09"


def test_a_quarter_steps_by_a_quarter(window: MainWindow) -> None:
    window.actions_of["reach.quarter"].trigger()

    window.actions_of["period_back"].trigger()

    assert room(window).selection.view.period.code == "2026-Q3"


def test_the_year_to_date_keeps_the_month(window: MainWindow) -> None:
    window.actions_of["reach.to_date"].trigger()

    view = room(window).selection.view
    assert (view.period.code, view.upto) == ("2026-10", True)
    assert room(window).selection.reach is Reach.TO_DATE


def test_s_makes_a_line_a_key_kpi(window: MainWindow, qtbot: QtBot) -> None:
    room(window).page.tree.go_to("n-oee")

    press(window, Qt.Key.Key_S)

    assert room(window).bridge.board.nodes["n-oee"].star


def test_r_goes_round_the_lines_off_target(window: MainWindow, qtbot: QtBot) -> None:
    room(window).page.tree.go_to("g")
    seen = []

    for _ in range(6):
        press(window, Qt.Key.Key_R)
        seen.append(room(window).selection.node)

    assert len(set(seen)) == 5
    assert seen[0] == seen[5] == "n-rev-b"


def test_a_line_moves_up_and_stays_chosen(window: MainWindow) -> None:
    room(window).page.tree.go_to("n-rework")

    window.actions_of["move_up"].trigger()

    assert room(window).bridge.board.children["t-qual"][0] == "n-rework"
    assert room(window).selection.node == "n-rework"


def test_a_removed_line_comes_back_with_undo(window: MainWindow) -> None:
    room(window).page.tree.go_to("t-qual")

    window.actions_of["remove_line"].trigger()
    gone = "n-yield" not in room(window).page.model.rows.lines
    window.actions_of["undo"].trigger()

    assert gone
    assert status(window, "n-yield") is Status.AMBER


def test_in_a_wide_window_the_detail_stands_beside_the_tree(window: MainWindow) -> None:
    page = room(window).page

    panel = page.panes()[-1]

    assert page.is_panel_open
    assert panel.width() >= LEAST
    assert panel.mapTo(page, panel.rect().topLeft()).x() >= page.tree.width()


def test_in_a_narrow_window_the_detail_is_a_drawer(qtbot: QtBot, window: MainWindow) -> None:
    show(window, qtbot, 1120, 700)
    page = room(window).page
    before = page.is_panel_open

    press(window, Qt.Key.Key_Return)
    opened = page.is_panel_open
    page.close_panel()

    assert (before, opened, page.is_panel_open) == (False, True, False)


def test_a_window_that_starts_narrow_has_its_detail_inside(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(sample_in(tmp_path))

    show(window, qtbot, 1120, 700)
    press(window, Qt.Key.Key_Return)

    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert room(window).page.is_panel_open
    assert others == []
    window.close()


def test_columns_leave_in_their_order_where_there_is_no_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    tree = room(window).page.tree
    left = []

    for width in (944, 900, 850, 760):
        tree.setFixedWidth(width)
        QApplication.processEvents()
        left.append([column for column in LEAVING if tree.isColumnHidden(column)])

    assert left == [list(LEAVING[:gone]) for gone in range(4)]


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_of_the_header_is_cut_off(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    show(window, qtbot, *size)

    header = room(window).header
    assert header.search.geometry().right() < header.width()
    picker = window.findChild(PeriodPicker)
    assert picker is not None
    assert picker.width() >= picker.sizeHint().width()
    assert window.width() == size[0]


def test_a_missing_value_is_said_in_words_and_never_as_zero(window: MainWindow) -> None:
    assert text(window, "n-ltv", Column.ACTUAL) in {"缺值", "未到期"}


def test_a_value_is_shown_with_its_unit(window: MainWindow) -> None:
    assert text(window, "n-oee", Column.ACTUAL) == "76.4 %"
    assert text(window, "n-oee", Column.TARGET) == "≥ 80.0"


def test_the_settings_of_the_rail_can_be_opened_again_and_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    foot = next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == "設定")

    for _ in range(3):
        QTest.mouseClick(foot, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == ["語言", "外觀", "列高", "", "設定…"]
        menu.close()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    window.actions_of["language.en"].trigger()
    assert window.actions_of.menu("language").title() == "Language"
    view = window.actions_of.menu("view")
    assert window.actions_of.menu("language").menuAction() in view.actions()


def test_the_settings_open_beside_their_button_and_inside_the_window(window: MainWindow) -> None:
    foot = next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == "設定")

    QTest.mouseClick(foot, Qt.MouseButton.LeftButton)

    menu = QApplication.activePopupWidget()
    assert menu is not None
    button = QRect(foot.mapToGlobal(QPoint()), foot.size())
    assert not menu.geometry().intersects(button.adjusted(0, 0, -2, 0))
    assert window.geometry().contains(menu.geometry())
    menu.close()
