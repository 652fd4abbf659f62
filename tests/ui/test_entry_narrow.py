"""The entry sheet in the smallest window: nothing is cut, and earlier months stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.recorder import CTRL, GOOD, Recorder
from tests.ui.windows import sample_in, show, window_in
from ui.painting.words import words_width
from ui.views.entry.sheet_model import Column
from ui.views.entry.widths import FEWEST, NARROW_CHECK


@pytest.fixture(params=["zh_TW", "en"])
def narrow(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    """The sheet of the sample in the smallest window, in either language."""
    window = window_in(tmp_path, request.param)
    window.documents.open_path(sample_in(tmp_path))
    show(window, qtbot, 1100, 700)
    window.actions_of["page.entry"].trigger()
    yield Recorder(window)
    window.close()


def test_headings_and_checks_have_room_in_the_smallest_window(
    narrow: Recorder, qtbot: QtBot
) -> None:
    grid = narrow.page.grid
    earlier = [Column.NOW - back for back in range(1, FEWEST + 1)]
    qtbot.waitUntil(lambda: not any(map(grid.isColumnHidden, earlier)))

    shown = [c for c in range(Column.CHECK + 1) if not grid.isColumnHidden(c)]
    for column in shown:
        words = str(grid.model().headerData(column, Qt.Orientation.Horizontal))
        room = grid.columnWidth(column) - 16
        assert column == Column.STATE or words_width(words, "secondary") <= room
    assert grid.columnWidth(Column.CHECK) >= NARROW_CHECK
    assert sum(map(grid.columnWidth, shown)) <= grid.viewport().width()


def test_no_card_of_a_pasted_block_is_cut_in_the_smallest_window(
    narrow: Recorder, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("x\t2026-10\n營收（產品線 A1）\t196605070\n北區營業額\t3")
    narrow.go_to(GOOD)
    narrow.press((Qt.Key.Key_V, CTRL))
    side = narrow.page.paste.side

    assert len(side.cards) == 2
    qtbot.waitUntil(lambda: side.width() < 300)
    buttons = [button for card in side.cards for button in card.buttons]
    parts = [*side.cards, *buttons, side.write_button]
    qtbot.waitUntil(
        lambda: all(p.mapTo(side, p.rect().topRight()).x() < side.width() for p in parts)
    )
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
