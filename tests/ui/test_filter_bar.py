"""The bar over the tree: it says all it can, pushes nothing, and can always be cleared."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from scorecard.vocabulary import Status, Words
from tests.ui.windows import room, show, window
from ui.dialogs.ask import Ask
from ui.main_window import MainWindow
from ui.rows import Filter
from ui.snapshot import write_snapshot
from ui.views.scorecard.page import PANEL
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState

__all__ = ["window"]


def _chips(window: MainWindow) -> list[Chip]:
    return room(window).page.filters.findChildren(Chip)


def _click_red(window: MainWindow) -> None:
    word = window.look.say(f"look.status.{Status.RED}")
    chip = next(chip for chip in _chips(window) if chip.words == word)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _told(window: MainWindow) -> EmptyState | None:
    shown = [e for e in room(window).page.findChildren(EmptyState) if e.isVisible()]
    return next((e for e in shown if e.accessibleName() == "沒有符合的指標"), None)


@pytest.mark.parametrize("language", ["zh_TW", "en"])
@pytest.mark.parametrize("width", [1440, 1280, 1100])
def test_a_filter_cuts_nothing_of_its_bar(
    window: MainWindow, qtbot: QtBot, language: str, width: int
) -> None:
    window.actions_of[f"language.{language}"].trigger()
    show(window, qtbot, width)

    _click_red(window)

    bar = room(window).page.filters
    parts = [w for w in bar.findChildren(QWidget) if isinstance(w, Button | Chip) and w.isVisible()]
    assert [w.accessibleName() for w in parts if w.width() < w.sizeHint().width()] == []
    assert max(part.geometry().right() for part in parts) < bar.width()


def test_a_filter_leaves_the_detail_its_room(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["language.en"].trigger()
    panel = room(window).page.panes()[-1]

    _click_red(window)

    assert panel.width() >= PANEL


def test_chips_without_their_words_still_speak(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["language.en"].trigger()

    _click_red(window)

    chip = _chips(window)[0]
    assert chip.sizeHint().width() == chip.width_of(short=True)
    assert (chip.accessibleName(), chip.toolTip()) == ("Off target 5", "Off target")


def test_a_search_without_a_hit_says_so(window: MainWindow) -> None:
    room(window).header.search.setText("zzzz")

    assert _told(window) is not None
    assert not room(window).page.tree.isVisible()


def test_clear_after_a_search_without_a_hit_shows_everything(window: MainWindow) -> None:
    room(window).header.search.setText("zzzz")
    told = _told(window)
    assert told is not None

    QTest.mouseClick(told.findChildren(Button)[0], Qt.MouseButton.LeftButton)

    assert room(window).header.search.text() == ""
    assert window.focusWidget() is room(window).page.tree
    assert _told(window) is None


def test_clear_in_the_bar_clears_the_search_too(window: MainWindow) -> None:
    room(window).header.search.setText("oee")

    room(window).page.filters.clear()

    assert room(window).page.filters.filter == Filter()
    assert room(window).header.search.text() == ""


def test_a_unit_with_a_long_name_is_not_cut(window: MainWindow, qtbot: QtBot) -> None:
    bar = room(window).page.filters
    unit = next(b for b in bar.findChildren(Button) if b.words == "全公司")

    unit.set_wording(Words("第一製造中心北區精密零件事業部第二營業處", "x"))
    _click_red(window)

    assert unit.width() >= unit.sizeHint().width()
    assert bar.width() <= window.width() - PANEL


def _unit_button(window: MainWindow) -> Button:
    return room(window).page.filters.findChildren(Button)[0]


def _unit_menu(window: MainWindow) -> QMenu:
    QTest.mouseClick(_unit_button(window), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_whole_company_is_offered_once(window: MainWindow) -> None:
    offered = [action.text() for action in _unit_menu(window).actions()]

    assert offered.count("全公司") == 1
    assert offered[:2] == ["全公司", "事業部A"]


def test_the_company_can_be_named_where_its_units_are_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rename = _unit_menu(window).actions()[-1]
    assert rename.text() == "重新命名「全公司」…"
    rename.trigger()
    ask = next(each for each in window.findChildren(Ask) if each.isVisible())

    ask.field.setText("台灣精密工業")
    ask.try_it()
    frozen = write_snapshot(room(window).bridge, tmp_path / "named.pdf")

    assert _unit_button(window).words == "台灣精密工業"
    assert frozen.org == ""
    (first, *_) = PdfReader(tmp_path / "named.pdf").pages
    assert "台灣精密工業" in first.extract_text()


def test_the_company_of_a_new_document_is_named_in_both_languages_at_once(
    window: MainWindow, tmp_path: Path
) -> None:
    window.documents.make(tmp_path / "own.scorecard")
    _unit_menu(window).actions()[-1].trigger()
    ask = next(each for each in window.findChildren(Ask) if each.isVisible())

    ask.field.setText("台灣精密工業")
    ask.try_it()
    window.actions_of["language.en"].trigger()

    assert _unit_button(window).words == "台灣精密工業"
