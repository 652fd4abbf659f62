"""Before the past is painted anew, the banner says how much of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.figures.trend import history
from scorecard.vocabulary import Status
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.look import Look
from ui.views.panel.draft_banner import DraftBanner


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin: target ≥ 35 %, green ≥ 35 %, amber ≥ 31.5 %."""
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as made:
        yield made


def banner(stage: Stage) -> DraftBanner:
    return page_of(stage).banner


def type_green(stage: Stage, text: str) -> None:
    field = page_of(stage).form.rows["thresholds"].editors["green"]
    assert isinstance(field, QWidget)
    typed_over(field, text)


def greens(stage: Stage) -> int:
    cells = history(stage.bridge.evaluation, "FIN-003", "co", 24)
    return sum(cell.status is Status.GREEN for cell in cells)


def test_a_new_version_from_the_next_month_on_paints_nothing_anew(
    stage: Stage, qtbot: QtBot
) -> None:
    type_green(stage, "34 %")

    QTest.qWait(400)

    assert banner(stage).repaint_told == ""


def test_whoever_is_about_to_correct_is_told_how_many_months_change(
    stage: Stage, qtbot: QtBot
) -> None:
    before = greens(stage)
    type_green(stage, "34 %")

    QTest.mouseClick(banner(stage).correct, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banner(stage).repaint_told.startswith("已有燈號的"))

    told = banner(stage).repaint_told
    QTest.mouseClick(banner(stage).yes, Qt.MouseButton.LeftButton)
    changed = greens(stage) - before
    assert changed > 0
    assert told == f"已有燈號的 24 期中，{changed} 期會改變：{changed} 期由黃轉綠。"
    assert banner(stage).repaint_told == ""


def test_going_back_takes_the_number_away(stage: Stage, qtbot: QtBot) -> None:
    type_green(stage, "34 %")
    QTest.mouseClick(banner(stage).correct, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banner(stage).repaint_told.startswith("已有燈號的"))

    QTest.mouseClick(banner(stage).no, Qt.MouseButton.LeftButton)

    assert banner(stage).repaint_told == ""


def test_a_new_version_that_begins_in_the_past_says_it_too(stage: Stage, qtbot: QtBot) -> None:
    type_green(stage, "34 %")
    field = page_of(stage).form.rows["effective"].editors["effective"]
    assert isinstance(field, QWidget)

    typed_over(field, "2026-01")

    qtbot.waitUntil(lambda: banner(stage).repaint_told.startswith("已有燈號的 10 期中"))


def test_a_correction_of_a_note_says_that_no_colour_changes(stage: Stage, qtbot: QtBot) -> None:
    field = page_of(stage).form.rows["notes"].editors["notes"]
    assert isinstance(field, QWidget)
    typed_over(field, "註")

    QTest.mouseClick(banner(stage).correct, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: banner(stage).repaint_told == "已有燈號的 24 期都不會改變。")


def test_it_is_told_in_english(stage: Stage, look: Look, qtbot: QtBot) -> None:
    look.set_language("en")
    type_green(stage, "34 %")

    QTest.mouseClick(banner(stage).correct, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "of 24 coloured periods would change" in banner(stage).repaint_told)
