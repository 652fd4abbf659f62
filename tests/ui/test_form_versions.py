"""A definition in several versions: the one in force is shown, and it is the one corrected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.period import Period
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.look import Look

MARGIN = "FIN-003"


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin, v1.0 from 2024-11 with a target of 35 %, in 2026-10."""
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as made:
        yield made


def editor(stage: Stage, field: str) -> QWidget:
    found = page_of(stage).form.rows[field].editors[field]
    assert isinstance(found, QWidget)
    return found


def words(stage: Stage, field: str) -> str:
    return page_of(stage).form.rows[field].editors[field].words()


def plan_36_percent(stage: Stage, qtbot: QtBot) -> None:
    """Make v1.1 with a target of 36 % from 2026-12."""
    typed_over(editor(stage, "target"), "36 %")
    typed_over(editor(stage, "change"), "raised")
    page_of(stage).banner.make.click()
    qtbot.waitUntil(page_of(stage).sheet.versions.isVisible)


def note(stage: Stage, version: str) -> str:
    versions = stage.bridge.board.versions[MARGIN]
    return next(v.notes.zh_TW for v in versions if v.version == version)


def test_the_form_goes_on_showing_what_counts_now(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)

    assert (words(stage, "version"), words(stage, "target")) == ("v1.0", "≥ 35 %")
    assert stage.panel.head.version.text() == "v1.0"


def test_it_says_that_a_later_version_is_planned(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)

    assert page_of(stage).sheet.versions.line.text == "v1.1 已排定自 2026-12 起生效。"


def test_the_planned_version_is_one_press_away_and_back(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    line = page_of(stage).sheet.versions.line

    QTest.keyClick(line.repairs[0], Qt.Key.Key_Return)

    assert (words(stage, "version"), words(stage, "target")) == ("v1.1", "≥ 36 %")
    assert line.text == "2026-10 適用的是 v1.0。"
    QTest.keyClick(line.repairs[0], Qt.Key.Key_Return)
    assert words(stage, "version") == "v1.0"


def test_a_version_is_chosen_from_a_list_by_keys(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    choice = page_of(stage).sheet.versions.choice
    choice.setFocus()

    offered = [choice.itemText(at) for at in range(choice.count())]
    QTest.keyClick(choice, Qt.Key.Key_Up)

    assert offered == ["v1.1　自 2026-12 起・已排定", "v1.0　自 2024-11 起・2026-10 適用"]
    assert words(stage, "version") == "v1.1"


def test_the_version_in_force_is_corrected_though_a_later_one_is_planned(
    stage: Stage, qtbot: QtBot
) -> None:
    plan_36_percent(stage, qtbot)
    typed_over(editor(stage, "notes"), "audited")
    banner = page_of(stage).banner

    assert banner.correct.words == "更正 v1.0…"
    banner.correct.click()
    assert banner.accessibleName() == "要更正 v1.0 本身嗎？"
    banner.yes.click()

    assert (note(stage, "v1.0"), note(stage, "v1.1") == "audited") == ("audited", False)


def test_the_planned_version_can_be_corrected_too(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    page_of(stage).sheet.versions.chosen.emit("v1.1")
    typed_over(editor(stage, "notes"), "audited")

    page_of(stage).banner.correct.click()
    page_of(stage).banner.yes.click()

    assert (note(stage, "v1.1"), note(stage, "v1.0") == "audited") == ("audited", False)


def test_where_no_version_fits_between_the_banner_says_so_and_offers_to_correct(
    stage: Stage, qtbot: QtBot
) -> None:
    plan_36_percent(stage, qtbot)
    typed_over(editor(stage, "notes"), "audited")
    banner = page_of(stage).banner

    assert banner.accessibleName() == "v1.1 自 2026-12 起生效，這份草稿只能更正 v1.0"
    assert not banner.make.isEnabled()
    QTest.keyClick(editor(stage, "notes"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert banner.accessibleName() == "要更正 v1.0 本身嗎？"


def test_an_earlier_date_makes_a_version_before_the_planned_one(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    typed_over(editor(stage, "notes"), "audited")
    typed_over(editor(stage, "effective"), "2026-11")
    typed_over(editor(stage, "change"), "after the audit")

    page_of(stage).banner.make.click()

    found = [(v.version, v.effective) for v in stage.bridge.board.versions[MARGIN]]
    assert found == [("v1.0", "2024-11"), ("v1.2", "2026-11"), ("v1.1", "2026-12")]


def test_a_date_after_the_planned_version_is_refused_in_words(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    typed_over(editor(stage, "notes"), "audited")

    typed_over(editor(stage, "effective"), "2027-01")

    said = page_of(stage).form.rows["effective"].trouble.text
    assert said == "v1.1 已自 2026-12 起生效，這一版須在那之前開始；要改之後的做法，請改 v1.1。"


def test_an_earlier_period_shows_the_version_that_counted_then(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("n-oee")
    stage.selection.show_month(Period.parse("2025-06"))

    qtbot.waitUntil(lambda: stage.panel.head.version.text() == "v1.1")
    assert (words(stage, "version"), words(stage, "target")) == ("v1.1", "≥ 78 %")
    assert page_of(stage).sheet.versions.line.text == "自 2026-01 起改用 v1.2。"


def test_a_draft_stays_with_the_version_it_was_begun_over(stage: Stage, qtbot: QtBot) -> None:
    plan_36_percent(stage, qtbot)
    typed_over(editor(stage, "notes"), "audited")

    page_of(stage).sheet.versions.chosen.emit("v1.1")

    assert editor(stage, "notes").property("readOnly")
    assert "v1.0 有一份草稿" in page_of(stage).sheet.versions.line.text
    page_of(stage).sheet.versions.line.repairs[0].click()
    assert (words(stage, "version"), words(stage, "notes")) == ("v1.0", "audited")


def test_a_draft_begun_earlier_is_still_over_its_version_after_a_restart(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    first = Stage(tmp_path, look, "n-margin")
    qtbot.addWidget(first.panel)
    first.panel.show()
    first.panel.show_tab("definition")
    plan_36_percent(first, qtbot)
    page_of(first).sheet.versions.chosen.emit("v1.1")
    typed_over(editor(first, "notes"), "audited")
    first.panel.close()
    first.bridge.close()

    again = Stage(tmp_path, look, "n-margin")
    qtbot.addWidget(again.panel)
    again.panel.show_tab("definition")

    assert (words(again, "version"), words(again, "notes")) == ("v1.2 草稿，原 v1.1", "audited")
    again.bridge.close()


def test_a_corrected_target_leaves_the_time_before_its_version(stage: Stage, qtbot: QtBot) -> None:
    """v1.1 changes a note alone, so its target is still that of v1.0, from 2024-11."""
    typed_over(editor(stage, "notes"), "audited")
    typed_over(editor(stage, "change"), "audit")
    page_of(stage).banner.make.click()
    qtbot.waitUntil(page_of(stage).sheet.versions.isVisible)
    page_of(stage).sheet.versions.chosen.emit("v1.1")

    typed_over(editor(stage, "target"), "36 %")
    page_of(stage).banner.correct.click()
    page_of(stage).banner.yes.click()

    targets = [(t.start, t.value) for t in stage.bridge.board.targets[MARGIN, "co"]]
    assert targets == [("2024-11", ">=0.35"), ("2026-12", ">=0.36")]
