"""The head of the panel: nothing in it is cut where another place has room."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.commands.definition import CorrectVersion
from scorecard.commands.entry import ClearEntry, EnterValue
from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.model.records import Target
from scorecard.vocabulary import Status
from tests.ui.panels import Stage
from ui.look import Look
from ui.painting.counts import counts_width

WIDTH = 416


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The panel in English, whose words are the longer ones."""
    look.set_language("en")
    made = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(made.panel)
    made.panel.show()
    yield made
    made.panel.hide()
    made.bridge.close()


def _is_whole(part: QWidget) -> bool:
    return part.width() >= part.sizeHint().width()


def _all_whole(stage: Stage) -> bool:
    head = stage.panel.head
    facts = [label for label in head.facts.values() if label.text()]
    return all(_is_whole(part) for part in (head.number, head.pill, *facts))


def test_a_gap_beside_a_wide_percentage_is_whole(stage: Stage, qtbot: QtBot) -> None:
    stage.bridge.run(EnterValue("orders_on_time", "co", "2026-10", 167.0))
    stage.panel.refresh()

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "100.0 %")

    assert stage.panel.head.facts["gap"].text() == "+5.0 points"
    qtbot.waitUntil(lambda: _all_whole(stage))
    assert stage.panel.width() == WIDTH


def test_the_status_goes_below_a_long_number_with_a_long_unit_and_back(
    stage: Stage, qtbot: QtBot
) -> None:
    head = stage.panel.head
    version = stage.bridge.board.latest(stage.bridge.board.nodes["n-ontime"].kpi or "")
    long = replace(version, unit="number", decimals=2, formula="good_units")

    stage.bridge.run(CorrectVersion(long))
    stage.panel.refresh()

    qtbot.waitUntil(lambda: _all_whole(stage))
    assert head.number.text == "335,231.00 number"
    assert stage.panel.width() == WIDTH
    assert head.pill.mapTo(head, head.pill.rect().topLeft()).y() > head.number.geometry().bottom()

    stage.bridge.run(CorrectVersion(version))
    stage.panel.refresh()

    qtbot.waitUntil(lambda: head.pill.mapTo(head, head.pill.rect().topLeft()).x() > 100)
    assert head.number.geometry().top() < head.pill.mapTo(head, head.pill.rect().center()).y()
    assert head.pill.mapTo(head, head.pill.rect().center()).y() < head.number.geometry().bottom()


def test_beside_a_number_that_takes_all_room_target_and_gap_leave_the_unit_to_it(
    stage: Stage, qtbot: QtBot
) -> None:
    version = stage.bridge.board.latest(stage.bridge.board.nodes["n-ontime"].kpi or "")
    stage.bridge.run(ClearEntry("good_units", "co", "2026-10"))  # the clock takes room too
    target = Target(version.kpi, "co", "2026-01", ">=150000")
    long = replace(version, unit="number", decimals=2, formula="good_units", green="", amber="")
    stage.bridge.run(ReviseDefinition(long, target, True))
    stage.panel.refresh()

    qtbot.waitUntil(lambda: _all_whole(stage))

    facts = stage.panel.head.facts
    assert (facts["target"].text(), facts["gap"].text()) == ("≥ 150K", "+177K")
    assert facts["target"].toolTip() == "≥ 150,000.00 number"
    assert facts["gap"].toolTip() == "+177,310.00 number"
    assert stage.panel.width() == WIDTH


def test_a_goal_shows_the_count_of_every_status_below_it(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("g")
    stage.panel.refresh()

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "82.9 pts")

    counts = {
        Status.GREEN: 16,
        Status.AMBER: 14,
        Status.RED: 5,
        Status.BLUE: 3,
        Status.GREY: 1,
    }
    qtbot.waitUntil(lambda: stage.panel.head.number.width() >= counts_width(counts))
