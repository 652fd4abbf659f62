"""The table of actions: worded in both languages, reachable, without two on one key."""

from itertools import chain

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from scorecard.text import sentences
from tests.ui.windows import room, window
from ui.actions import CONTEXT, DEEDS, MENUS, SUBMENUS, WAYS, Deed
from ui.main_window import MainWindow

__all__ = ["window"]
OFFERED = set(chain(*MENUS.values(), *SUBMENUS.values(), CONTEXT, WAYS))


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.key)
def test_an_action_is_worded_in_both_languages(deed: Deed) -> None:
    words = sentences()[f"window.action.{deed.key}"]

    assert all(words)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.key)
def test_an_action_is_offered_in_a_menu_or_leads_to_one(deed: Deed) -> None:
    assert deed.key in OFFERED


def test_no_key_does_two_things() -> None:
    keys = [text.strip() for deed in DEEDS for text in deed.keys.split(";") if text]

    assert len(keys) == len(set(keys))


def test_a_right_click_offers_what_the_menu_bar_offers(window: MainWindow) -> None:
    menu = window.actions_of.context_menu()

    offered = [action.text() for action in menu.actions() if not action.isSeparator()]

    assert {"更名…", "權重…", "移動", "封存…", "複製為表格"} <= set(offered)
    moves = next(a.menu() for a in menu.actions() if a.text() == "移動")
    assert isinstance(moves, QMenu)
    assert [a.text() for a in moves.actions()][:2] == ["上移", "下移"]
    menu.close()


def test_the_ways_to_move_a_line_stay_in_the_menu_bar_when_a_right_click_is_over(
    window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        menu = window.actions_of.context_menu()
        menu.popup(window.pos())
        menu.close()
        qtbot.wait(20)

    assert next(a.text() for a in window.actions_of.menu("move").actions()) == "上移"


def test_what_is_chosen_is_ticked(window: MainWindow) -> None:
    window.actions_of["theme.dark"].trigger()
    window.actions_of["reach.quarter"].trigger()

    ticked = {deed.key for deed in DEEDS if window.actions_of[deed.key].isChecked()}

    assert ticked == {"language.zh_TW", "theme.dark", "density.compact", "reach.quarter"}
    window.actions_of["theme.light"].trigger()


def test_the_recent_documents_are_offered(window: MainWindow) -> None:
    menu = window.actions_of.menu("recent")

    menu.aboutToShow.emit()

    assert [action.text() for action in menu.actions()] == ["Maker.scorecard", "範例"]


def test_undo_and_redo_are_off_where_there_is_nothing_to_do(window: MainWindow) -> None:
    redo = window.actions_of["redo"]
    before = redo.isEnabled()

    room(window).lines.star()
    window.actions_of["undo"].trigger()

    assert (before, redo.isEnabled()) == (False, True)


def test_every_menu_has_its_name(window: MainWindow) -> None:
    titles = [window.actions_of.menu(key).title() for key in (*MENUS, *SUBMENUS)]

    assert "" not in titles
