"""A tree of thousands of lines: all of them picked at once, one of them changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks.data import Size
from benchmarks.document import written
from tests.ui.windows import press, room, show, window_in
from ui.main_window import MainWindow
from ui.tree.columns import Column
from ui.tree.model import ScorecardModel
from ui.tree.view import ScorecardTree

LINES = 1_000


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a document of a thousand KPIs in forty themes, all of them open."""
    made = window_in(tmp_path)
    made.documents.open_path(written(Size(LINES, 2), tmp_path))
    show(made, qtbot)
    page = room(made).page
    page.tree.opened.put(node for node in page.model.rows.children if node is not None)
    page.tree.go_to("n500")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def sought(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The lines whose place is looked for, which Qt's own way does for the parent of each line."""
    asked: list[str | None] = []
    own = ScorecardModel.index_of

    def index_of(
        model: ScorecardModel, node: str | None, column: Column = Column.STATUS
    ) -> QModelIndex:
        asked.append(node)
        return own(model, node, column)

    monkeypatch.setattr(ScorecardModel, "index_of", index_of)
    return asked


def tree(window: MainWindow) -> ScorecardTree:
    return room(window).page.tree


def pick_all(window: MainWindow) -> None:
    tree(window).setFocus()
    QTest.keyClick(tree(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_every_line_is_picked_in_the_order_of_the_tree(large: MainWindow) -> None:
    pick_all(large)

    assert tree(large).picked == tuple(room(large).page.model.rows.lines)


def test_lines_below_a_closed_one_are_not_picked(large: MainWindow) -> None:
    tree(large).collapse(room(large).page.model.index_of("t3"))

    pick_all(large)

    below = room(large).page.model.rows.children["t3"]
    assert set(room(large).page.model.rows.lines) - set(tree(large).picked) == set(below)


def test_another_line_chosen_is_the_only_one_picked(large: MainWindow) -> None:
    pick_all(large)

    press(large, Qt.Key.Key_Down)

    assert tree(large).picked == ("n501",)


def test_going_to_a_line_by_the_program_picks_it_alone_while_ctrl_is_held(
    large: MainWindow,
) -> None:
    QTest.keyPress(tree(large), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)

    room(large).selection.choose("n7")

    QTest.keyRelease(tree(large), Qt.Key.Key_Control)
    assert tree(large).picked == ("n7",)


def test_picking_all_looks_for_groups_not_for_each_line(
    large: MainWindow, sought: list[str | None]
) -> None:
    pick_all(large)
    tree(large).viewport().repaint()
    assert len(tree(large).picked) > LINES

    assert len(sought) < 2 * LINES


def test_a_star_has_the_lines_beside_it_stay_as_they_are(large: MainWindow) -> None:
    before = dict(room(large).page.model.rows.lines)

    press(large, Qt.Key.Key_S)

    after = room(large).page.model.rows.lines
    assert {node for node in after if after[node] is not before[node]} == {"p0", "t20", "n500"}


def test_a_moved_line_has_the_lines_elsewhere_stay_as_they_are(large: MainWindow) -> None:
    before = dict(room(large).page.model.rows.lines)

    room(large).moves.step(1)

    after = room(large).page.model.rows.lines
    changed = {node for node in after if after[node] is not before[node]}
    assert changed <= {"p0", "t20", *room(large).page.model.rows.children["t20"]}
    assert tree(large).picked == ("n500",)
