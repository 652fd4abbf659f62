"""Keys that lead through the window, pressed where a person would press them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from scorecard.text import Said
from tests.ui.windows import press, room, show, window
from ui.main_window import MainWindow
from ui.views.panel.detail_panel import DetailPanel
from ui.views.panel.trend_page import TrendPage
from ui.widgets.banner import Banner

__all__ = ["window"]


def _popup() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def _press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def test_f10_opens_the_menu_bar(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F10)

    qtbot.waitUntil(lambda: _popup() is not None)
    popup = _popup()
    assert popup is window.actions_of.menu("file")
    assert popup is not None
    popup.close()


def test_shift_f10_opens_the_menu_of_the_chosen_line(window: MainWindow, qtbot: QtBot) -> None:
    tree = room(window).page.tree
    tree.setFocus()
    tree.go_to("n-roic")

    _press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: _popup() is not None)
    popup = _popup()
    assert popup is not None
    line = tree.visualRect(tree.currentIndex())
    assert tree.viewport().mapFromGlobal(popup.pos()).y() == line.center().y()
    popup.close()


def test_f6_goes_round_the_panes_of_the_page(window: MainWindow) -> None:
    room(window).page.tree.setFocus()
    panes = [*room(window).panes()]
    seen: list[QWidget] = []

    for _ in range(5):
        _press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        focus = window.focusWidget()
        seen += [pane for pane in panes if pane is focus or pane.isAncestorOf(focus)]

    header, filters, tree, panel = panes
    assert seen == [panel, header, filters, tree]


def test_f6_stays_on_the_page_that_is_shown(window: MainWindow) -> None:
    window.inside.paging.show("snapshots")

    for _ in range(4):
        _press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        focus = window.focusWidget()
        assert focus is not None
        assert focus.isVisible()


def test_c_goes_to_where_one_writes_about_the_line(window: MainWindow, qtbot: QtBot) -> None:
    room(window).page.tree.go_to("n-oee")

    press(window, Qt.Key.Key_C)

    page = window.findChildren(TrendPage)[0]
    assert window.focusWidget() is page.comment
    assert (
        page.viewport()
        .rect()
        .contains(page.comment.mapTo(page.viewport(), page.comment.pos()) - page.comment.pos())
    )


def test_c_leaves_a_parent_alone(window: MainWindow) -> None:
    room(window).page.tree.go_to("g")

    press(window, Qt.Key.Key_C)

    assert not isinstance(window.focusWidget(), QLineEdit)


def test_esc_in_the_search_clears_it(window: MainWindow) -> None:
    search = room(window).header.search
    every = len(room(window).page.model.rows.lines)
    QTest.keyClick(room(window).page.tree, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.focusWidget(), "oee")
    found = len(room(window).page.model.rows.lines)

    QTest.keyClick(search, Qt.Key.Key_Escape)

    assert found < every
    assert (search.text(), len(room(window).page.model.rows.lines)) == ("", every)


def _search(window: MainWindow, text: str) -> QWidget:
    """Look for a text by the keyboard."""
    QTest.keyClick(room(window).page.tree, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = room(window).header.search
    assert window.focusWidget() is field
    QTest.keyClicks(field, text)
    return field


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_what_is_found_is_gone_to_by_the_keyboard(window: MainWindow, key: Qt.Key) -> None:
    field = _search(window, "oee")

    QTest.keyClick(field, key)

    page = room(window).page
    assert window.focusWidget() is page.tree
    assert room(window).selection.node == "n-oee"
    assert page.model.node_at(page.tree.currentIndex()) == "n-oee"


def test_from_what_was_found_the_arrows_go_on(window: MainWindow) -> None:
    QTest.keyClick(_search(window, "C. Chang"), Qt.Key.Key_Down)
    first = room(window).selection.node

    QTest.keyClick(room(window).page.tree, Qt.Key.Key_Down)

    assert first == "n-capacity"
    assert room(window).selection.node == "n-oee"


def test_nothing_found_keeps_the_keyboard_in_the_search(window: MainWindow) -> None:
    field = _search(window, "zzzz")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert window.focusWidget() is field


def test_esc_goes_back_to_the_line_one_came_from(window: MainWindow) -> None:
    room(window).selection.choose("n-margin")
    field = _search(window, "oee")
    while_searching = room(window).selection.node

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert while_searching == "n-oee"
    assert room(window).selection.node == "n-margin"
    assert window.focusWidget() is room(window).page.tree


def test_a_line_that_was_gone_to_stays_when_the_search_is_cleared(window: MainWindow) -> None:
    room(window).selection.choose("n-margin")
    field = _search(window, "oee")
    QTest.keyClick(field, Qt.Key.Key_Return)

    room(window).page.filters.clear()

    assert room(window).selection.node == "n-oee"


def test_the_detail_is_never_of_a_line_that_is_filtered_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    room(window).selection.choose("n-margin")
    panel = room(window).page.findChild(DetailPanel)
    assert panel is not None

    _search(window, "oee")
    qtbot.waitUntil(lambda: panel.accessibleDescription() == "OEE（整體設備效率）")
    QTest.keyClicks(room(window).header.search, "zzz")

    assert room(window).selection.node is None


def test_a_search_from_another_page_leads_to_the_scorecard(window: MainWindow) -> None:
    window.actions_of["page.snapshots"].trigger()
    room(window).header.go_to_search()
    QTest.keyClicks(room(window).header.search, "oee")

    QTest.keyClick(room(window).header.search, Qt.Key.Key_Return)

    assert room(window).page.isVisible()
    assert room(window).selection.node == "n-oee"


def test_alt_and_a_letter_change_the_length_of_the_period(window: MainWindow) -> None:
    tree, alt = room(window).page.tree, Qt.KeyboardModifier.AltModifier
    seen = []

    for key in (Qt.Key.Key_Q, Qt.Key.Key_Y, Qt.Key.Key_M):
        QTest.keyClick(tree, key, alt)
        seen.append(room(window).selection.reach.value)

    assert seen == ["quarter", "to_date", "month"]


def test_a_narrow_window_leaves_the_hidden_drawer_out_of_f6(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, qtbot, 1100, 700)
    room(window).page.tree.setFocus()

    _press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)

    assert not room(window).page.panes()[-1].isVisible()


def test_a_digit_in_a_narrow_window_opens_the_drawer_with_its_tab(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, qtbot, 1100, 700)
    page = room(window).page
    page.tree.setFocus()

    _press(window, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier)

    panel = room(window).panel
    assert panel is not None
    assert (page.is_panel_open, panel.current, page.tree.hasFocus()) == (True, "entries", True)

    _press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    assert not page.is_panel_open


def test_tab_comes_to_a_banner_where_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    shown = room(window)
    go = (Said("window.action.open"), lambda: None)
    shown.notices.show_notice("first", "One", "Said.", action=go)
    shown.notices.show_notice("second", "Two", "Said.", action=go)
    qtbot.waitUntil(lambda: all(banner.isVisible() for banner in shown.findChildren(Banner)))
    shown.header.freeze_button.setFocus()
    seen: list[QWidget] = []

    for _ in range(5):
        _press(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        seen.append(window.focusWidget())

    first, second = (shown.notices.findChildren(Banner)[at].deeds for at in (0, 1))
    assert seen[:4] == [*first, *second]
    assert shown.page.filters.isAncestorOf(seen[4])


@pytest.mark.parametrize("width", [1440, 1100])
def test_the_search_says_what_it_finds_in_full(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    window.actions_of["language.en"].trigger()

    show(window, qtbot, width)
    qtbot.wait(20)

    search = room(window).header.search
    words = search.fontMetrics().horizontalAdvance(search.placeholderText())
    margins = search.textMargins()
    assert words <= search.width() - margins.left() - margins.right() - 10
