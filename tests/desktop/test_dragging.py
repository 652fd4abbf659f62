"""Lines of the tree dragged with a real mouse on a real display."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.clock import SystemClock
from scorecard.workspace import Workspace
from tests.desktop.conftest import Desktop
from tests.ui.windows import room, show, window_in
from ui.opening import SAMPLE

SIZE = (1300, 860)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A copy of the sample under another name, so that no banner says that it is one."""
    path = tmp_path / "Maker.scorecard"
    shutil.copyfile(SAMPLE, path)
    return path


def _places(path: Path, folder: Path, qtbot: QtBot, *nodes: str) -> list[tuple[int, int]]:
    """Where the names of lines are in a window of that size, measured in one like it."""
    folder.mkdir()
    window = window_in(folder)
    window.documents.open_path(path)
    show(window, qtbot, *SIZE)
    page, found = room(window).page, []
    for node in nodes:
        row = page.tree.visualRect(page.model.index_of(node)).center()
        row.setX(200)
        place = page.tree.viewport().mapTo(window, row)
        found.append((place.x(), place.y()))
    window.close()
    window.deleteLater()
    return found


def _drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at one place, move by hand's steps to another, let go."""
    desktop.tool("mousemove", *map(str, start))
    desktop.tool("mousedown", "1")
    for step in range(1, 11):
        at = [round(a + (b - a) * step / 10) for a, b in zip(start, end, strict=True)]
        desktop.tool("mousemove", "--sync", *map(str, at))
        desktop.tool("sleep", "0.05")
    desktop.tool("sleep", "0.3")
    desktop.tool("mouseup", "1")


def _dragged(desktop: Desktop, document: Path, qtbot: QtBot, *nodes: str) -> Board:
    """The document after the first line was dragged onto the middle of the second."""
    start, end = _places(document, desktop.home / "like", qtbot, *nodes)
    window = desktop.start(str(document))
    desktop.tool("windowmove", "--sync", window, "0", "0")
    desktop.tool("windowsize", "--sync", window, *map(str, SIZE))
    desktop.tool("windowfocus", "--sync", window)
    desktop.tool("sleep", "1.5")
    _drag(desktop, start, end)
    desktop.tool("sleep", "0.5")
    desktop.tool("key", "ctrl+q")
    assert desktop.end() == 0
    workspace = Workspace.open(document, author="test", clock=SystemClock(), read_only=True)
    board = workspace.board
    workspace.close()
    return board


def test_a_line_dragged_onto_a_level_stands_below_it(
    desktop: Desktop, document: Path, qtbot: QtBot
) -> None:
    board = _dragged(desktop, document, qtbot, "n-fcf", "l2")

    assert board.children["l2"][-1] == "n-fcf"
    assert "n-fcf" not in board.children["l1"]


def test_a_perspective_dragged_onto_a_line_below_it_stays(
    desktop: Desktop, document: Path, qtbot: QtBot
) -> None:
    before = _board(document).children

    assert _dragged(desktop, document, qtbot, "p-fin", "l2").children == before


def _board(document: Path) -> Board:
    workspace = Workspace.open(document, author="test", clock=SystemClock(), read_only=True)
    workspace.close()
    return workspace.board
