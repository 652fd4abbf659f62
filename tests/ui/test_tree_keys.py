"""Lines moved by keys, as far as a mouse would move them; several lines at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import press, room, text, window
from ui.dialogs.ask import Ask
from ui.main_window import MainWindow
from ui.tree.columns import Column

__all__ = ["window"]
_KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def _press(window: MainWindow, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(window, key, _KEYS)


def _pick(window: MainWindow, *nodes: str) -> None:
    """Choose lines as Ctrl and the mouse do."""
    page = room(window).page
    page.tree.go_to(nodes[0])
    for node in nodes[1:]:
        page.tree.selectionModel().select(page.model.index_of(node), _ADD)


def _asked(window: MainWindow, action: str) -> Ask:
    window.actions_of[action].trigger()
    return window.findChildren(Ask)[-1]


def _steps(window: MainWindow) -> int:
    return len(list(room(window).bridge.workspace.history()))


def test_alt_shift_and_arrows_move_a_line_up_down_in_and_out(window: MainWindow) -> None:
    room(window).page.tree.go_to("t-deliv")

    _press(window, Qt.Key.Key_Up)
    up = room(window).bridge.board.children["p-int"]
    _press(window, Qt.Key.Key_Right)
    into = room(window).bridge.board.nodes["t-deliv"].parent
    _press(window, Qt.Key.Key_Left)
    out = room(window).bridge.board.children["p-int"]
    _press(window, Qt.Key.Key_Down)

    assert up == ("t-prod", "t-deliv", "t-qual", "t-stock")
    assert into == "t-prod"
    assert out == up
    down = room(window).bridge.board.children["p-int"]
    assert down == ("t-prod", "t-qual", "t-deliv", "t-stock")


def test_ctrl_shift_does_the_same_where_a_desktop_keeps_alt_shift_for_itself(
    window: MainWindow,
) -> None:
    room(window).page.tree.go_to("t-deliv")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(room(window).page.tree, Qt.Key.Key_Up, keys)
    QTest.keyClick(room(window).page.tree, Qt.Key.Key_Right, keys)

    assert room(window).bridge.board.nodes["t-deliv"].parent == "t-prod"
    assert room(window).page.tree.picked == ("t-deliv",)


def test_ctrl_shift_and_arrows_choose_words_where_one_types(window: MainWindow) -> None:
    room(window).page.tree.go_to("t-deliv")
    search = room(window).header.search
    search.setFocus()
    search.setText("OEE 良率")
    before = room(window).bridge.board
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(search, Qt.Key.Key_Left, keys)

    assert search.selectedText() == "良率"
    assert room(window).bridge.board is before


def test_a_moved_line_stays_chosen_and_open_lines_stay_open(window: MainWindow) -> None:
    page = room(window).page
    page.tree.collapse(page.model.index_of("t-stock"))
    page.tree.go_to("t-qual")
    opened = page.tree.opened.nodes

    _press(window, Qt.Key.Key_Up)

    assert page.tree.picked == ("t-qual",)
    assert page.tree.opened.nodes == opened
    assert page.tree.isExpanded(page.model.index_of("t-qual"))
    assert not page.tree.isExpanded(page.model.index_of("t-stock"))


def test_several_siblings_move_together_and_stay_chosen(window: MainWindow) -> None:
    _pick(window, "n-rework", "n-complaints")
    before = _steps(window)

    _press(window, Qt.Key.Key_Up)

    assert room(window).bridge.board.children["t-qual"] == ("n-rework", "n-complaints", "n-yield")
    assert room(window).page.tree.picked == ("n-rework", "n-complaints")
    assert _steps(window) == before + 1


def test_lines_of_different_parents_are_not_moved_by_keys_and_that_is_said(
    window: MainWindow,
) -> None:
    before = room(window).bridge.board
    _pick(window, "n-rework", "n-oee")

    _press(window, Qt.Key.Key_Up)

    assert room(window).bridge.board is before
    assert room(window).notices.isVisible()


def test_the_period_keys_still_go_through_periods(window: MainWindow) -> None:
    room(window).page.tree.go_to("t-qual")

    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert room(window).selection.month.code == "2026-09"


def test_a_line_at_the_top_cannot_move_out(window: MainWindow) -> None:
    room(window).page.tree.go_to("g")

    _press(window, Qt.Key.Key_Left)

    assert room(window).bridge.board.nodes["g"].parent is None
    assert room(window).notices.isVisible()


def test_shift_and_arrows_choose_several_lines_and_s_stars_them_in_one_step(
    window: MainWindow,
) -> None:
    page = room(window).page
    page.tree.go_to("n-oee")
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = _steps(window)

    press(window, Qt.Key.Key_S)

    nodes = room(window).bridge.board.nodes
    assert page.tree.picked == ("n-oee", "n-output")
    assert (nodes["n-oee"].star, nodes["n-output"].star) == (True, True)
    assert _steps(window) == before + 1


def test_several_lines_get_one_weight_and_the_sum_is_told_while_one_types(
    window: MainWindow,
) -> None:
    _pick(window, "n-yield", "n-rework")
    dialog = _asked(window, "weigh")
    dialog.field.setText("4")
    told = dialog.told.text()
    dialog.try_it()

    nodes = room(window).bridge.board.nodes
    assert told == "同層 3 項的權重合計 9；各占 44.4 %"
    assert (nodes["n-yield"].weight, nodes["n-rework"].weight) == (4, 4)


def test_what_is_no_weight_tells_no_sum(window: MainWindow) -> None:
    room(window).page.tree.go_to("n-yield")
    dialog = _asked(window, "weigh")
    shown = dialog.told.text()

    dialog.field.setText("兩")

    assert shown == "同層 3 項的權重合計 4；此項占 50.0 %"
    assert dialog.told.text() == ""


def test_several_kpis_get_one_owner(window: MainWindow) -> None:
    _pick(window, "n-yield", "n-oee", "t-deliv")
    dialog = _asked(window, "own")
    dialog.field.setText("陳品管")
    dialog.try_it()

    assert {text(window, n, Column.OWNER) for n in ("n-yield", "n-oee")} == {"陳品管"}
    window.actions_of["undo"].trigger()
    assert "陳品管" not in {text(window, n, Column.OWNER) for n in ("n-yield", "n-oee")}


def test_only_the_chosen_lines_are_copied_where_they_are_several(window: MainWindow) -> None:
    _pick(window, "n-yield", "n-oee")

    window.actions_of["copy_table"].trigger()

    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0].strip("　") for line in lines[1:]] == [
        "OEE（整體設備效率）",
        "良率",
    ]


def test_a_period_further_the_same_lines_are_chosen(window: MainWindow) -> None:
    _pick(window, "n-yield", "n-oee")

    room(window).selection.step(-1)

    assert room(window).page.tree.picked == ("n-oee", "n-yield")


def test_several_lines_are_removed_in_one_step(window: MainWindow) -> None:
    _pick(window, "n-yield", "n-oee")
    before = room(window).bridge.board

    window.actions_of["remove_line"].trigger()
    gone = room(window).bridge.board.nodes.keys()
    window.actions_of["undo"].trigger()

    assert before.nodes.keys() - gone == {"n-yield", "n-oee"}
    assert room(window).bridge.board.nodes == before.nodes


@pytest.mark.parametrize("deed", ["rename", "weigh", "own", "archive"])
@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_an_empty_field_of_a_question_says_by_an_example_what_belongs_in_it(
    window: MainWindow, deed: str, language: str
) -> None:
    window.inside.look.set_language(language)
    room(window).page.tree.go_to("n-oee")
    field = _asked(window, deed).field

    field.clear()

    assert field.placeholderText().startswith("例如：" if language == "zh_TW" else "Such as: ")
