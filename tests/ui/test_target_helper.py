"""Below the target in the form: proposals taken at one press, and the back-test of two years."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.figures.target_help import ONE_SIDED
from scorecard.vocabulary import Direction, Status
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.look import Look
from ui.views.panel.target_helper import TargetHelper


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin: target ≥ 35 %, green ≥ 35 %, amber ≥ 31.5 %."""
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as made:
        yield made


def helper(stage: Stage) -> TargetHelper:
    return page_of(stage).sheet.helper


def target(stage: Stage) -> QWidget:
    found = page_of(stage).form.rows["target"].editors["target"]
    assert isinstance(found, QWidget)
    return found


def opened(stage: Stage) -> TargetHelper:
    QTest.mouseClick(helper(stage).toggle, Qt.MouseButton.LeftButton)
    return helper(stage)


def test_it_is_closed_until_somebody_asks(stage: Stage) -> None:
    assert not helper(stage).is_open
    assert helper(stage).strip.cells == ()

    opened(stage)

    assert helper(stage).is_open
    assert len(helper(stage).strip.cells) == 24


def test_it_says_what_the_past_suggests_and_how_often_each_was_met(stage: Stage) -> None:
    shown = opened(stage)

    assert {key: row.text for key, row in shown.rows.items() if row.text} == {
        "keep": "≥ 34.9 %",
        "stretch": "≥ 35.1 %",
        "last_year": "≥ 36.1 %",
        "limit": "≥ 35.6 %",
    }
    assert shown.rows["keep"].met.text() == "12 期中 6 期達到・靠機率"
    assert shown.own.text() == "≥ 35 %：近 12 期中 4 期達到。目前製程靠機率達成。"


def test_the_two_years_are_said_to_be_a_simulation(stage: Stage) -> None:
    shown = opened(stage)

    assert shown.past.text() == ("模擬，不改過去：近 24 期會是綠 4、黃 20、紅 0（實際 4、20、0）")
    assert shown.strip.cells[-1].period == "2026-10"
    assert "2026-10：模擬達標" in shown.strip.told(23)


def test_one_press_takes_a_proposal_as_the_target_of_the_draft(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)

    QTest.mouseClick(shown.rows["last_year"].take, Qt.MouseButton.LeftButton)

    assert page_of(stage).form.rows["target"].editors["target"].words() == "≥ 36.1 %"
    assert stage.bridge.board.targets["FIN-003", "co"][-1].value == ">=0.35"
    qtbot.waitUntil(lambda: shown.own.text().startswith("≥ 36.1 %"))
    assert "做法不改達不到" in shown.own.text()


def test_the_past_is_coloured_under_what_is_typed(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)
    typed_over(target(stage), "34 %")
    for limit in ("green", "amber"):
        editor = page_of(stage).form.rows["thresholds"].editors[limit]
        assert isinstance(editor, QWidget)
        typed_over(editor, "34 %" if limit == "green" else "33 %")

    qtbot.waitUntil(lambda: any(cell.status is not cell.was for cell in shown.strip.cells))

    greens = sum(cell.status is Status.GREEN for cell in shown.strip.cells)
    assert f"綠 {greens}" in shown.past.text()
    assert greens > 4
    assert stage.bridge.board.latest("FIN-003").green == ">=0.35"


def test_what_last_year_is_to_be_bettered_by_can_be_typed(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)

    typed_over(shown.percent, "0")

    qtbot.waitUntil(lambda: shown.rows["last_year"].text == "≥ 34.4 %")


def test_what_is_no_number_betters_nothing(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)

    typed_over(shown.percent, "x")

    qtbot.waitUntil(lambda: shown.rows["last_year"].text == "≥ 34.4 %")


def test_a_draft_that_cannot_be_computed_is_not_tested(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)

    typed_over(target(stage), "gut")

    qtbot.waitUntil(lambda: shown.past.text() == "草稿還有欄位要先改好，才能回測。")
    assert not shown.strip.isVisible()
    assert shown.rows["keep"].text == "≥ 34.9 %"


def test_a_target_without_a_better_side_is_only_tested(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)
    stage.selection.choose("n-shortage")
    qtbot.waitUntil(lambda: page_of(stage).form.rows["id"].editors["id"].words() == "PPC-006")

    qtbot.waitUntil(shown.why.isVisible)

    assert not shown.rows["keep"].take.isVisible()
    assert len(shown.strip.cells) == 24


def test_the_periods_are_gone_through_by_arrow_keys(stage: Stage) -> None:
    strip = opened(stage).strip
    strip.setFocus()

    QTest.keyClick(strip, Qt.Key.Key_Left)
    newest = strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Left)

    assert newest == strip.told(23)
    assert strip.accessibleDescription() == strip.told(22)


def test_nothing_is_taken_in_a_document_that_is_only_read(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    with defining(Stage(tmp_path, look, "n-margin", read_only=True), qtbot) as stage:
        assert not opened(stage).rows["keep"].take.isEnabled()


def test_it_speaks_english_when_that_is_chosen(stage: Stage, look: Look, qtbot: QtBot) -> None:
    shown = opened(stage)

    look.set_language("en")

    qtbot.waitUntil(lambda: shown.toggle.words == "Suggest and back-test")
    assert shown.rows["keep"].met.text() == "met 6 of 12 · by chance"
    assert shown.past.text().startswith("Simulation, the past stays: of 24 periods 4 green")


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_it_makes_the_form_no_wider_than_its_panel(
    stage: Stage, look: Look, qtbot: QtBot, language: str
) -> None:
    look.set_language(language)
    shown = opened(stage)
    seen = page_of(stage).sheet.viewport()

    qtbot.waitUntil(lambda: shown.rows["last_year"].met.width() > 0)
    qtbot.waitUntil(lambda: shown.content.width() <= seen.width())
    parts = (shown.own, shown.past, *(row.met for row in shown.rows.values()))
    qtbot.waitUntil(lambda: all(p.height() >= p.heightForWidth(p.width()) for p in parts))
    assert all(p.mapTo(seen, p.rect().topRight()).x() <= seen.width() for p in parts)


@pytest.mark.parametrize("direction", [each.value for each in Direction if each not in ONE_SIDED])
def test_each_kind_without_a_side_has_its_words(direction: str, look: Look) -> None:
    if direction != Direction.RANGE:
        assert look.say(f"target_help.why.{direction}")


def test_both_limits_of_a_range_are_offered_and_taken(stage: Stage, qtbot: QtBot) -> None:
    shown = opened(stage)
    direction = page_of(stage).form.rows["thresholds"].editors["direction"]
    direction.set_words("range")
    direction.typed.emit("range")
    for limit in ("green", "amber"):
        editor = page_of(stage).form.rows["thresholds"].editors[limit]
        assert isinstance(editor, QWidget)
        typed_over(editor, "")
    typed_over(target(stage), "30%-40%")

    qtbot.waitUntil(lambda: bool(shown.rows["usual"].text))
    offered = shown.rows["usual"].text
    assert shown.own.text().startswith("30–40 %：近 12 期中 12 期達到。")
    shown.rows["usual"].take.click()

    assert page_of(stage).form.rows["target"].editors["target"].words() == offered
    assert "期達到" in shown.rows["usual"].met.text()
    assert shown.rows["keep"].text == ""
    assert not shown.percent.isVisible()
