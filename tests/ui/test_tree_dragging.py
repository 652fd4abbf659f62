"""Lines dragged in the tree: where they may go is marked, what may not be is not."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import room, window
from ui.main_window import MainWindow
from ui.tree.dragging import OPENS_AFTER, Dragging
from ui.tree.place import Place, Side

__all__ = ["window"]
_MOVE, _LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
_FREE = Qt.KeyboardModifier.NoModifier
EDGES = {Side.ABOVE: 2, Side.ONTO: 12, Side.BELOW: 22}


class Hand:
    """A hand that drags lines of the tree; the system's own part of a drag is left out."""

    def __init__(self, window: MainWindow, nodes: Iterable[str]) -> None:
        self._tree = room(window).page.tree
        self._model = room(window).page.model
        QTest.mouseMove(self._tree.viewport(), QPoint(200, 40))
        QTest.mouseMove(self._tree.viewport(), QPoint(200, 44))
        QApplication.processEvents()
        found = self._tree.findChild(Dragging)
        assert isinstance(found, Dragging)
        self.dragging = found
        self._data = found.carried(tuple(nodes))

    def over(self, node: str, side: Side) -> Place | None:
        """Hold the lines over a part of a row; the place that is marked then."""
        self._tree.scrollTo(self._model.index_of(node))
        at = self._point(node, side)
        for event in (QDragEnterEvent, QDragMoveEvent):
            QApplication.sendEvent(
                self._tree.viewport(), event(at, _MOVE, self._data, _LEFT, _FREE)
            )
        return self.dragging.place

    def drop(self, node: str, side: Side) -> bool:
        """Let them go there; whether they were taken."""
        self.over(node, side)
        at = QPointF(self._point(node, side))
        dropped = QDropEvent(at, _MOVE, self._data, _LEFT, _FREE)
        QApplication.sendEvent(self._tree.viewport(), dropped)
        return dropped.isAccepted()

    def _point(self, node: str, side: Side) -> QPoint:
        row = self._tree.visualRect(self._model.index_of(node))
        return QPoint(200, row.top() + EDGES[side])


def test_a_line_dropped_above_another_stands_there_and_undo_puts_it_back(
    window: MainWindow,
) -> None:
    before = room(window).bridge.board
    page = room(window).page
    page.tree.go_to("n-complaints")

    assert Hand(window, ["n-complaints"]).drop("n-yield", Side.ABOVE)

    assert room(window).bridge.board.children["t-qual"][0] == "n-complaints"
    assert page.tree.picked == ("n-complaints",)
    window.actions_of["undo"].trigger()
    assert room(window).bridge.board.nodes == before.nodes


def test_a_line_dropped_onto_a_theme_stands_below_it_at_the_end(window: MainWindow) -> None:
    Hand(window, ["n-yield"]).drop("t-prod", Side.ONTO)

    assert room(window).bridge.board.children["t-prod"][-1] == "n-yield"


def test_below_an_open_line_means_before_the_first_one_in_it(window: MainWindow) -> None:
    Hand(window, ["n-yield"]).drop("t-prod", Side.BELOW)

    assert room(window).bridge.board.children["t-prod"][0] == "n-yield"


def test_several_lines_are_dropped_together_as_one_step(window: MainWindow) -> None:
    steps = len(list(room(window).bridge.workspace.history()))

    Hand(window, ["n-yield", "n-oee"]).drop("t-deliv", Side.ONTO)

    assert room(window).bridge.board.children["t-deliv"][-2:] == ("n-yield", "n-oee")
    assert len(list(room(window).bridge.workspace.history())) == steps + 1


@pytest.mark.parametrize(
    ("nodes", "node", "side"),
    [
        pytest.param(["p-int"], "t-qual", Side.ONTO, id="into what is below itself"),
        pytest.param(["t-qual"], "n-yield", Side.ABOVE, id="between its own lines"),
        pytest.param(["t-qual"], "t-qual", Side.ONTO, id="into itself"),
        pytest.param(["t-qual"], "g", Side.ABOVE, id="a theme to the top"),
        pytest.param(["p-int"], "n-north", Side.BELOW, id="a perspective among KPIs"),
    ],
)
def test_where_lines_cannot_go_nothing_is_marked_and_a_drop_does_nothing(
    window: MainWindow, nodes: list[str], node: str, side: Side
) -> None:
    before = room(window).bridge.board
    hand = Hand(window, nodes)

    assert hand.over(node, side) is None
    assert not hand.drop(node, side)
    assert room(window).bridge.board is before


def test_over_a_kpi_that_it_is_no_part_of_a_kpi_goes_to_the_nearer_gap(
    window: MainWindow,
) -> None:
    place = Hand(window, ["n-yield"]).over("n-oee", Side.ONTO)

    assert place is not None
    assert (place.parent, place.side) == ("t-prod", Side.BELOW)


def test_over_the_same_kpi_of_the_unit_it_is_in_a_kpi_goes_below_it(window: MainWindow) -> None:
    hand = Hand(window, ["n-rev-a2"])
    hand.drop("n-rev-b", Side.ABOVE)

    place = hand.over("n-rev-a", Side.ONTO)

    assert place == Place("n-rev-a", None, "n-rev-a", Side.ONTO)


def test_the_mark_goes_when_the_mouse_leaves(window: MainWindow) -> None:
    hand = Hand(window, ["n-yield"])
    hand.over("t-prod", Side.ONTO)

    hand.dragging.leave()

    assert hand.dragging.place is None


def test_a_closed_line_opens_under_lines_that_rest_on_it(window: MainWindow, qtbot: QtBot) -> None:
    page = room(window).page
    theme = page.model.index_of("t-prod")
    page.tree.collapse(theme)

    Hand(window, ["n-yield"]).over("t-prod", Side.ONTO)

    qtbot.waitUntil(lambda: page.tree.isExpanded(theme), timeout=4 * OPENS_AFTER)


def test_a_press_that_hardly_moves_only_chooses(window: MainWindow) -> None:
    page = room(window).page
    row = page.tree.visualRect(page.model.index_of("n-margin"))
    before = room(window).bridge.board

    QTest.mousePress(page.tree.viewport(), _LEFT, pos=QPoint(200, row.center().y()))
    QTest.mouseMove(page.tree.viewport(), QPoint(202, row.center().y()))
    QTest.mouseRelease(page.tree.viewport(), _LEFT, pos=QPoint(202, row.center().y()))

    assert room(window).selection.node == "n-margin"
    assert room(window).bridge.board is before


def test_what_is_dragged_from_elsewhere_is_not_for_the_tree(window: MainWindow) -> None:
    viewport, data = room(window).page.tree.viewport(), QMimeData()
    data.setText("n-yield")
    entering = QDragEnterEvent(QPoint(200, 100), _MOVE, data, _LEFT, _FREE)
    entering.ignore()

    QApplication.sendEvent(viewport, entering)

    assert not entering.isAccepted()
