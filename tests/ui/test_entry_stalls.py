"""The sheet of a large document answers at once: what takes long is done in turns or beside it.

Times are of the processor and beside each other, so that a busy machine does not matter."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from benchmarks import data, document
from scorecard.entering.block import block_of
from scorecard.entering.pasting import Landing, plan
from tests.ui.recorder import Recorder
from tests.ui.windows import room, show, window_in
from ui.views.entry.desk import Desk
from ui.views.entry.paste_side import FIRST

COUNT = 400


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    """The sheet of four hundred measures."""
    window = window_in(tmp_path)
    window.documents.open_path(document.written(data.Size(COUNT, 14), tmp_path))
    show(window, qtbot)
    made = Recorder(window)
    window.actions_of["page.entry"].trigger()
    qtbot.waitUntil(lambda: made.page.grid.hasFocus())  # noqa: PLW0108  the page comes later
    yield made
    window.close()
    window.deleteLater()


def block(desk: Desk) -> str:
    """A value for each row, each tenth with a zero too many."""
    return "\n".join(str(1001.5 * (10 if at % 10 == 0 else 1)) for at, _ in enumerate(desk.rows))


def seconds(act: Callable[[], object]) -> float:
    begun = thread_time()
    act()
    return thread_time() - begun


def judged(desk: Desk) -> None:
    """The same block at once."""
    places = [row.place for row in desk.rows]
    landing = Landing(places, desk.periods, 0, len(desk.periods) - 1, places)
    assert plan(desk.board, block_of(block(desk)), landing).entries


def test_a_large_block_is_judged_beside_the_window(large: Recorder, qtbot: QtBot) -> None:
    desk = large.page.desk
    QGuiApplication.clipboard().setText(block(desk))
    large.page.grid.go_to(1)
    judged(desk)

    at_once = min(seconds(lambda: judged(desk)) for _ in range(3))
    turn = min(seconds(lambda: large.page.do("paste")) for _ in range(3))

    assert turn < at_once / 2
    qtbot.waitUntil(lambda: desk.plan is not None)
    assert desk.plan is not None
    assert len(desk.plan.cells) == COUNT


def test_what_a_block_needs_is_made_with_the_first_one(large: Recorder) -> None:
    assert not {"pasting", "side"} & vars(large.page.paste).keys()


def test_the_first_cards_are_there_at_once_and_the_others_come(
    large: Recorder, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(block(large.page.desk))
    large.page.grid.go_to(1)
    side = large.page.paste.side
    dealt: list[int] = []
    large.page.do("paste")

    side._turns.went_on.connect(lambda _count: dealt.append(len(side.cards)))
    qtbot.waitUntil(lambda: len(side.cards) == 40)

    assert dealt
    assert FIRST <= dealt[0] < 40


def test_cards_that_stay_keep_what_is_typed_in_them(large: Recorder, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(block(large.page.desk))
    large.page.grid.go_to(1)
    large.page.do("paste")
    side = large.page.paste.side
    qtbot.waitUntil(lambda: len(side.cards) == 40)
    kept = side.cards[7]
    kept.field.setText("併入二廠")

    side.cards[0].buttons[0].click()

    qtbot.waitUntil(lambda: kept in side.cards and side.cards.index(kept) == 6)
    assert kept.field.text() == "併入二廠"


def test_the_hidden_scorecard_works_nothing_out_while_a_month_is_chosen(large: Recorder) -> None:
    tree, window = room(large.window).page, large.window
    before = tree.model.rows

    window.actions_of["period_back"].trigger()
    assert tree.model.rows is before
    window.actions_of["page.scorecard"].trigger()

    assert tree.model.rows is not before
