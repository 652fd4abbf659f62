"""A new line is seen as soon as it is made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, window
from ui.dialogs.new_line import NewLine
from ui.main_window import MainWindow
from ui.tree.columns import Column
from ui.views.panel.definition_page import DefinitionPage

__all__ = ["window"]


def _add(window: MainWindow, parent: str, name: str, kind: str = "kpi", target: str = "") -> str:
    before = set(room(window).bridge.board.nodes)
    room(window).page.tree.go_to(parent)
    window.actions_of["add_line"].trigger()
    dialog = window.findChildren(NewLine)[-1]
    dialog.kind.set_current(kind)
    dialog.fields["name"].setText(name)
    dialog.fields["target"].setText(target)
    dialog.try_it()
    (made,) = set(room(window).bridge.board.nodes) - before
    return made


@pytest.mark.parametrize("kind", ["kpi", "theme"])
def test_a_new_line_is_chosen_and_to_be_seen(window: MainWindow, qtbot: QtBot, kind: str) -> None:
    theme = _add(window, "p-fin", "新主題", "theme")
    page = room(window).page
    page.tree.collapse(page.model.index_of("p-fin"))

    made = _add(window, theme, "首件合格率", kind)

    qtbot.wait(20)
    index = page.model.index_of(made)
    assert room(window).selection.node == made
    assert page.tree.viewport().rect().contains(page.tree.visualRect(index).center())


def test_the_formula_of_a_new_kpi_is_in_view(window: MainWindow, qtbot: QtBot) -> None:
    _add(window, "p-fin", "首件合格率")

    panel = room(window).panel
    assert panel is not None
    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)
    editor = page.form.formula
    qtbot.waitUntil(lambda: editor.visibleRegion().boundingRect().height() == editor.height())
    assert editor.words() == "首件合格率"
    assert not editor.hasFocus()


def test_a_new_kpi_is_of_the_unit_of_the_line_that_is_gone_to(window: MainWindow) -> None:
    board = room(window).bridge.board
    at_unit = next(n for n in board.nodes.values() if n.kpi and n.org not in {None, "co"})

    made = _add(window, at_unit.id, "區域客訴")

    after = room(window).bridge.board
    assert after.nodes[made].org == at_unit.org
    assert after.nodes[made].parent == at_unit.parent


def test_another_unit_can_be_chosen_for_a_new_kpi(window: MainWindow) -> None:
    before = set(room(window).bridge.board.nodes)
    room(window).page.tree.go_to("t-qual")
    window.actions_of["add_line"].trigger()
    dialog = window.findChildren(NewLine)[-1]
    was = dialog.org.words()
    offered = [dialog.org.itemData(at) for at in range(dialog.org.count())]

    dialog.fields["name"].setText("首件合格率")
    dialog.org.setCurrentIndex(dialog.org.count() - 1)
    dialog.try_it()

    (made,) = set(room(window).bridge.board.nodes) - before
    assert (was, offered[0]) == ("co", "co")
    assert room(window).bridge.board.nodes[made].org == offered[-1] != "co"


def test_a_theme_has_no_unit_to_choose(window: MainWindow) -> None:
    room(window).page.tree.go_to("t-qual")
    window.actions_of["add_line"].trigger()
    dialog = window.findChildren(NewLine)[-1]

    dialog.kind.set_current("theme")
    dialog.kind.chosen.emit("theme")

    assert not dialog.org.isEnabled()


def test_a_new_line_is_seen_though_a_filter_would_hide_it(window: MainWindow) -> None:
    room(window).header.search.setText("OEE")

    made = _add(window, "p-int", "首件合格率")

    assert made in room(window).page.model.rows.lines
    assert room(window).header.search.text() == ""


def test_a_parent_of_a_line_with_a_target_does_not_say_that_none_has_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    theme = _add(window, "p-fin", "新主題", "theme")
    _add(window, theme, "首件合格率", target="≥ 95")

    room(window).page.tree.go_to(theme)

    panel = room(window).page.panes()[-1]
    qtbot.waitUntil(lambda: any("下層沒有" in label.text() for label in panel.findChildren(QLabel)))
    said = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "下層沒有到期又設有目標的指標" in said


def test_a_parent_without_a_score_says_that_it_is_not_scored(window: MainWindow) -> None:
    theme = _add(window, "p-fin", "新主題", "theme")
    model = room(window).page.model

    said = model.data(model.index_of(theme, Column.STATUS), Qt.ItemDataRole.DisplayRole)

    assert said == "不計分"


def _asked(window: MainWindow, unit: str, target: str) -> NewLine:
    """The dialog after a KPI with this unit and target was wished for."""
    room(window).page.tree.go_to("t-qual")
    window.actions_of["add_line"].trigger()
    dialog = window.findChildren(NewLine)[-1]
    for name, typed in (("name", "首件合格率"), ("unit", unit), ("target", target)):
        dialog.fields[name].setText(typed)
    dialog.try_it()
    return dialog


def _targets(window: MainWindow) -> list[str]:
    """The targets of the newest line below 品質."""
    board = room(window).bridge.board
    node = board.nodes[board.children["t-qual"][-1]]
    return [target.value for target in board.targets.get((node.kpi or "", "co"), ())]


def test_ninety_of_a_percent_kpi_is_ninety_percent(window: MainWindow) -> None:
    _asked(window, "%", ">= 90")

    assert _targets(window) == [">=0.9"]


def test_a_fraction_as_target_of_a_percent_kpi_is_asked_about(window: MainWindow) -> None:
    before = set(room(window).bridge.board.nodes)

    dialog = _asked(window, "%", "≥ 0.9")

    assert "您指的是 ≥ 90 % 嗎？" in dialog.refusal.text
    assert set(room(window).bridge.board.nodes) == before


def test_what_is_taken_from_the_question_is_kept_as_a_fraction(window: MainWindow) -> None:
    dialog = _asked(window, "%", "≥ 0.9")

    dialog.refusal.repairs[0].click()

    assert _targets(window) == [">=0.9"]


def test_a_new_target_without_direction_offers_both(window: MainWindow) -> None:
    dialog = _asked(window, "件", "5")

    dialog.refusal.repairs[1].click()

    assert _targets(window) == ["<=5"]
