"""Units in the window: copies of a branch, one KPI for several, the tree of units itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, sample_in, show, text, window, window_in
from ui.dialogs.duplicate import Duplicate
from ui.dialogs.for_units import ForUnits
from ui.dialogs.units import OrgUnits
from ui.main_window import MainWindow
from ui.tree.columns import Column

__all__ = ["window"]


def _open(window: MainWindow, node: str, action: str) -> None:
    room(window).page.tree.go_to(node)
    window.actions_of[action].trigger()


def test_a_branch_is_copied_for_the_chosen_unit_and_gone_to(window: MainWindow) -> None:
    before = room(window).bridge.board
    _open(window, "t-qual", "duplicate")
    dialog = window.findChildren(Duplicate)[-1]
    dialog.units.go_to("bu-b")
    dialog.try_it()

    board = room(window).bridge.board
    made = board.nodes.keys() - before.nodes.keys()
    chosen = room(window).selection.node or ""
    assert len(made) == 4
    assert text(window, chosen, Column.NAME) == "事業部B：品質管理"
    assert {board.nodes[node].org for node in made if node != chosen} == {"bu-b"}
    assert ("MFG-003", "bu-b") in board.targets
    window.actions_of["undo"].trigger()
    assert room(window).bridge.board.nodes == before.nodes


def test_without_the_targets_only_lines_are_copied(window: MainWindow) -> None:
    _open(window, "t-qual", "duplicate")
    dialog = window.findChildren(Duplicate)[-1]
    dialog.units.go_to("bu-b")
    dialog.targets.click()
    dialog.try_it()

    assert ("MFG-003", "bu-b") not in room(window).bridge.board.targets


def test_a_line_shows_the_share_of_its_unit_in_the_value_of_the_whole(
    window: MainWindow,
) -> None:
    model = room(window).page.model

    texts = [model.texts_at(model.index_of(node)).share for node in ("n-rev-a1", "n-rev-a2")]

    # 19,408 and 11,805 of 31,213 thousand, as the tree shows them.
    assert texts == ["62.2 %", "37.8 %"]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "佔上層的 62.2 %" in str(model.data(model.index_of("n-rev-a1", Column.NAME), role))


def test_a_kpi_gets_lines_for_units_below_it_in_one_step(window: MainWindow) -> None:
    before = room(window).bridge.board
    _open(window, "n-yield", "for_units")
    dialog = window.findChildren(ForUnits)[-1]
    for unit in ("bu-a", "bu-b"):
        dialog.units.tick(unit)
    dialog.try_it()

    board = room(window).bridge.board
    assert [board.nodes[node].org for node in board.children["n-yield"]] == ["bu-a", "bu-b"]
    assert board.versions == before.versions
    assert room(window).selection.node == board.children["n-yield"][0]


def test_below_a_theme_the_kpi_and_the_whole_are_asked_too(window: MainWindow) -> None:
    _open(window, "t-digital", "for_units")
    dialog = window.findChildren(ForUnits)[-1]
    dialog.kpi.set_words("FIN-208")
    dialog.whole.set_words("sales")
    dialog.whole.typed.emit("sales")
    for unit in ("north", "south"):
        dialog.units.tick(unit)
    dialog.try_it()

    board = room(window).bridge.board
    whole = board.nodes[board.children["t-digital"][-1]]
    assert (whole.kpi, whole.org) == ("FIN-208", "sales")
    assert [board.nodes[node].org for node in board.children[whole.id]] == ["north", "south"]
    shares = room(window).page.model.rows.shares
    assert all(node in shares for node in board.children[whole.id])


def test_no_unit_ticked_is_refused_with_a_sentence(window: MainWindow) -> None:
    before = room(window).bridge.board
    _open(window, "n-yield", "for_units")
    dialog = window.findChildren(ForUnits)[-1]
    dialog.try_it()

    assert dialog.refusal.text() == "請至少勾選一個單位。"
    assert room(window).bridge.board is before


def test_a_unit_that_has_its_line_is_ticked_and_cannot_be_taken_away(window: MainWindow) -> None:
    _open(window, "n-rev-a", "for_units")
    dialog = window.findChildren(ForUnits)[-1]

    assert dialog.units.ticked == ("a1", "a2")
    assert all(item.isDisabled() for item in dialog.units.findItems("", Qt.MatchFlag.MatchContains))


@pytest.fixture
def units(window: MainWindow) -> OrgUnits:
    """The dialog of the org units."""
    window.actions_of["units"].trigger()
    return window.findChildren(OrgUnits)[-1]


def _names(window: MainWindow, parent: str) -> list[str]:
    board = room(window).bridge.board
    return [board.orgs[unit].name.zh_TW for unit in board.units_below.get(parent, ())]


def test_a_unit_is_added_below_the_chosen_one_and_gone_to(
    window: MainWindow, units: OrgUnits
) -> None:
    units.units.go_to("sales")
    units.name.setText("東區")
    units.buttons["add"].click()

    assert _names(window, "sales")[-1] == "東區"
    assert room(window).bridge.board.orgs[units.units.unit or ""].name.zh_TW == "東區"


def test_a_unit_is_renamed_moved_and_put_back_by_undo(window: MainWindow, units: OrgUnits) -> None:
    before = room(window).bridge.board
    units.units.go_to("south")
    units.name.setText("南部")
    units.buttons["rename"].click()
    units.buttons["up"].click()
    units.buttons["out"].click()

    assert _names(window, "sales") == ["北區", "海外"]
    assert _names(window, "co")[-1] == "南部"
    assert units.units.unit == "south"
    for _ in range(3):
        window.actions_of["undo"].trigger()
    assert room(window).bridge.board.orgs == before.orgs


def test_a_unit_in_use_is_not_removed_and_that_is_said(window: MainWindow, units: OrgUnits) -> None:
    units.units.go_to("north")
    units.buttons["remove"].click()

    assert "north" in room(window).bridge.board.orgs
    assert units.refusal.text()


def test_in_english_the_copy_is_called_in_english(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path, "en")
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot)
    _open(window, "t-qual", "duplicate")
    dialog = window.findChildren(Duplicate)[-1]
    dialog.units.go_to("bu-b")
    dialog.try_it()

    chosen = room(window).selection.node or ""
    name, undo = text(window, chosen, Column.NAME), window.actions_of["undo"].text()
    window.close()
    window.deleteLater()
    assert name == "Business unit B: Quality"
    assert "Copy of Quality for Business unit B" in undo
