"""What turns the pages of a report: whole in any width."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.views.snapshots.toolbar import PageTurner


@pytest.fixture
def turner(look: Look, qtbot: QtBot) -> Iterator[PageTurner]:
    """In a bar that gives it the width it likes."""
    bar = QWidget()
    qtbot.addWidget(bar)
    bar.resize(600, 48)
    made = PageTurner(look)
    made.setParent(bar)
    made.show_place(0, 14)
    bar.show()
    qtbot.waitExposed(bar)
    yield made
    bar.hide()


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_the_paper_is_said_whole_or_not_at_all(
    turner: PageTurner, look: Look, qtbot: QtBot, language: str
) -> None:
    look.set_language(language)
    said = set[bool]()

    for width in range(140, 300, 4):
        turner.resize(width, 48)
        qtbot.wait(1)
        paper = turner.paper
        assert paper.isHidden() or paper.width() >= paper.sizeHint().width()
        said.add(paper.isHidden())

    assert said == {True, False}


def test_longer_words_are_said_only_where_they_fit(
    turner: PageTurner, look: Look, qtbot: QtBot
) -> None:
    turner.resize(214, 48)
    before = turner.paper.isHidden()

    look.set_language("en")

    qtbot.waitUntil(turner.paper.isHidden)
    assert not before
