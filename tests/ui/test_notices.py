"""Notices over the page: one line each where there is room, and what was put away stays away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.text import Said
from tests.ui.windows import room, show, window_in
from ui.main_window import MainWindow
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import DetailPanel
from ui.widgets.banner import HEIGHT, LINE, Banner
from ui.widgets.button import Button

LONG = "範例製造公司.scorecard 完好無缺。最後一步是「輸入準時出貨數 2026-10」" * 3


def sample_window(folder: Path, qtbot: QtBot, width: int = 1100, height: int = 700) -> MainWindow:
    """The window on the sample, as at a first start."""
    made = window_in(folder)
    made.documents.open_sample()
    return show(made, qtbot, width, height)


def banners(window: MainWindow) -> list[Banner]:
    return room(window).notices.findChildren(Banner)


def close_button(window: MainWindow) -> Button:
    return banners(window)[0].findChildren(Button)[-1]


def test_a_notice_is_one_line_where_it_has_room(tmp_path: Path, qtbot: QtBot) -> None:
    window = sample_window(tmp_path, qtbot)

    assert [banner.height() for banner in banners(window)] == [LINE]
    window.close()


def test_a_notice_that_says_more_has_two(tmp_path: Path, qtbot: QtBot) -> None:
    window = sample_window(tmp_path, qtbot)

    room(window).notices.show_notice("found", Said("window.found.title"), LONG)

    qtbot.waitUntil(lambda: [banner.height() for banner in banners(window)] == [LINE, HEIGHT])
    window.close()


def test_in_the_smallest_window_with_two_notices_most_of_the_panel_is_for_the_form(
    tmp_path: Path, qtbot: QtBot
) -> None:
    window = sample_window(tmp_path, qtbot)
    room(window).notices.show_notice("found", Said("window.found.title"), "一切完好。")
    room(window).selection.choose("n-margin")
    room(window).page.open_panel()
    panel = window.findChild(DetailPanel)
    assert panel is not None
    panel.show_tab("definition")
    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)

    qtbot.waitUntil(lambda: page.sheet.height() >= 250)
    window.close()


def test_the_notice_on_the_sample_stays_away_once_it_was_put_away(
    tmp_path: Path, qtbot: QtBot
) -> None:
    window = sample_window(tmp_path, qtbot)
    QTest.mouseClick(close_button(window), Qt.MouseButton.LeftButton)
    window.close()

    again = sample_window(tmp_path, qtbot)

    assert room(again).notices.subjects == ()
    again.close()


def test_what_is_found_at_one_start_is_told_at_the_next_too(tmp_path: Path, qtbot: QtBot) -> None:
    window = sample_window(tmp_path, qtbot)
    room(window).notices.show_notice("found", Said("window.found.title"), "一切完好。")
    QTest.mouseClick(banners(window)[1].findChildren(Button)[-1], Qt.MouseButton.LeftButton)

    assert room(window).left.closed == ()
    window.close()
