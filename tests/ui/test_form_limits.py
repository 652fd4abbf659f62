"""Limits and targets in the form: what does not fit is said in the KPI's unit, with a way out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.model.records import KpiVersion, Target
from scorecard.vocabulary import Direction, Words
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.forms.definition import Definition
from ui.forms.draft import Draft, Outcome
from ui.forms.limit_offer import limit_offer
from ui.look import Look

RANGED = KpiVersion("X", "v1.0", "2026-01", Words("甲", "A"), unit="件", direction=Direction.RANGE)


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin: target ≥ 35 %, green ≥ 35 %, amber ≥ 31.5 %."""
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as made:
        yield made


def editor(stage: Stage, field: str, part: str = "") -> QWidget:
    found = page_of(stage).form.rows[field].editors[part or field]
    assert isinstance(found, QWidget)
    return found


def limit(stage: Stage, part: str) -> str:
    return page_of(stage).form.rows["thresholds"].editors[part].words()


def test_limits_in_the_wrong_order_are_said_in_percent_with_what_would_be_right(
    stage: Stage,
) -> None:
    typed_over(editor(stage, "target"), "36 %")
    typed_over(editor(stage, "thresholds", "amber"), "40 %")

    said = page_of(stage).form.rows["thresholds"].trouble.text
    assert said == (
        "黃燈 ≥ 40 % 比綠燈 ≥ 35 % 高（目標 ≥ 36 %）。"
        "愈高愈好時須「黃燈 ≤ 綠燈 ≤ 目標」：黃燈請填 35 % 或更低。"
    )


def test_a_green_limit_above_the_target_is_said_beside_the_limits_alone(stage: Stage) -> None:
    typed_over(editor(stage, "thresholds", "green"), "38 %")

    rows = page_of(stage).form.rows
    assert rows["thresholds"].trouble.text.startswith("綠燈 ≥ 38 % 比目標 ≥ 35 % 高")
    assert rows["thresholds"].trouble.text.endswith("綠燈請填 35 % 或更低。")
    assert rows["target"].trouble.text == ""


def test_limits_of_a_kpi_that_should_be_low_are_said_the_other_way_round(
    stage: Stage, qtbot: QtBot
) -> None:
    """Late orders: target < 10, in orders."""
    stage.selection.choose("n-late")
    qtbot.waitUntil(lambda: page_of(stage).form.rows["id"].editors["id"].words() == "PPC-202")
    typed_over(editor(stage, "thresholds", "green"), "12")
    typed_over(editor(stage, "thresholds", "amber"), "11")

    said = page_of(stage).form.rows["thresholds"].trouble.text
    assert said == (
        "黃燈 ≤ 11 比綠燈 ≤ 12 低（目標 < 10）。"
        "愈低愈好時須「目標 ≤ 綠燈 ≤ 黃燈」：黃燈請填 12 或更高。"
    )


def test_a_target_against_the_direction_is_said_in_percent(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "<= 36 %")

    said = page_of(stage).form.rows["target"].trouble.text
    assert said == "目標 ≤ 36 % 與「愈高愈好」相反；請改目標，或改好壞方向。"


def test_the_banner_promises_nothing_from_a_date_that_is_refused(stage: Stage) -> None:
    typed_over(editor(stage, "table"), "LEDGER")
    banner = page_of(stage).banner

    typed_over(editor(stage, "effective"), "2024-10")

    assert banner.accessibleName() == "生效日期「2024-10」還不能用"
    assert banner.accessibleDescription().startswith("生效日期須晚於 v1.0 的 2024-11")


def test_the_banner_promises_nothing_from_a_month_that_does_not_exist(stage: Stage) -> None:
    typed_over(editor(stage, "table"), "LEDGER")

    typed_over(editor(stage, "effective"), "2026-13")

    assert page_of(stage).banner.accessibleName() == "生效日期「2026-13」還不能用"
    typed_over(editor(stage, "effective"), "2027-01")
    assert page_of(stage).banner.accessibleName() == "此變更自 2027-01 起生效，成為 v1.1"


def test_a_raised_target_says_that_the_typed_limits_stayed_behind(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "36 %")

    advice = page_of(stage).sheet.advice
    assert advice.text == "綠燈仍是 ≥ 35 %、黃燈仍是 ≥ 31.5 %，沒有跟著目標改。"
    assert [button.words for button in advice.repairs] == ["採用綠燈 ≥ 36 %、黃燈 ≥ 32.5 %"]


def test_nothing_is_moved_by_itself(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "36 %")

    assert (limit(stage, "green"), limit(stage, "amber")) == ("≥ 35 %", "≥ 31.5 %")


def test_both_limits_follow_the_target_at_one_press(stage: Stage, qtbot: QtBot) -> None:
    typed_over(editor(stage, "target"), "36 %")

    QTest.keyClick(page_of(stage).sheet.advice.repairs[0], Qt.Key.Key_Return)

    assert (limit(stage, "green"), limit(stage, "amber")) == ("≥ 36 %", "≥ 32.5 %")
    assert page_of(stage).sheet.advice.text == ""
    typed_over(editor(stage, "change"), "raised")
    page_of(stage).banner.make.click()
    made = stage.bridge.board.latest("FIN-003")
    assert (made.version, made.green, made.amber) == ("v1.1", ">=0.36", ">=0.325")


def test_a_value_below_the_raised_target_is_no_longer_green(stage: Stage) -> None:
    """35.6 % in October: green under a target of 35 %, amber under one of 36 %."""
    typed_over(editor(stage, "target"), "36 %")
    page_of(stage).sheet.advice.repairs[0].click()

    QTest.qWait(300)

    assert page_of(stage).sheet.trial.result.text() == "試算 2026-10：35.6 %，接近門檻"


def test_a_lowered_target_offers_limits_that_fit_it(stage: Stage) -> None:
    """The green limit of 35 % would be harder than the target."""
    typed_over(editor(stage, "target"), "34 %")

    assert "比目標 ≥ 34 % 高" in page_of(stage).form.rows["thresholds"].trouble.text
    page_of(stage).sheet.advice.repairs[0].click()
    assert (limit(stage, "green"), limit(stage, "amber")) == ("≥ 34 %", "≥ 30.5 %")
    assert page_of(stage).form.rows["thresholds"].trouble.text == ""


def test_who_typed_a_limit_too_is_offered_nothing(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "36 %")
    typed_over(editor(stage, "thresholds", "green"), "35.5 %")

    assert page_of(stage).sheet.advice.text == ""


def test_limits_of_a_range_follow_each_its_own_side() -> None:
    version = replace(RANGED, green="95..105", amber="90..110")
    base = Definition(version, Target("X", "co", "2026-01", "95..105"), "co")
    after = replace(base, target=Target("X", "co", "2026-12", "96..108"))

    offer = limit_offer(Draft(base, {"target.co": "96–108"}), Outcome(after))

    assert offer is not None
    assert offer.texts == {"green": "96–108", "amber": "91–113"}


def test_a_limit_that_would_fall_below_zero_keeps_its_proportion() -> None:
    """90 of 100 orders is 4.5 of 5, not minus 5."""
    version = replace(RANGED, direction=Direction.HIGHER, amber=">=90")
    base = Definition(version, Target("X", "co", "2026-01", ">=100"), "co")
    after = replace(base, target=Target("X", "co", "2026-12", ">=5"))

    offer = limit_offer(Draft(base, {"target.co": "≥ 5"}), Outcome(after))

    assert offer is not None
    assert offer.texts == {"amber": "≥ 4.5"}
