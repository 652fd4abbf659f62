"""The definition in the panel: typed, kept, tried out, made a version, corrected, thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.vocabulary import Direction, Status
from tests.ui.panels import Stage, typed_over
from ui.fields.editor import ChoiceField
from ui.forms.definition_fields import FIELD_OF, PARTS
from ui.look import Look
from ui.views.panel.definition_page import DefinitionPage


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of OEE, shown."""
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("definition")
    yield made
    made.panel.hide()
    made.bridge.close()


def page_of(stage: Stage) -> DefinitionPage:
    page = stage.panel.page("definition")
    assert isinstance(page, DefinitionPage)
    return page


def editor(stage: Stage, field: str, part: str = "") -> QWidget:
    found = page_of(stage).form.rows[field].editors[part or field]
    assert isinstance(found, QWidget)
    return found


def raise_target(stage: Stage, reason: str = "") -> None:
    """Type a higher target with its limits, and a reason."""
    typed_over(editor(stage, "target"), "82 %")
    typed_over(editor(stage, "thresholds", "green"), "82 %")
    if reason:
        typed_over(editor(stage, "change"), reason)


def test_nothing_typed_shows_no_banner(stage: Stage) -> None:
    assert not page_of(stage).banner.isVisible()


def test_a_draft_says_from_when_it_counts_and_that_the_past_stays(stage: Stage) -> None:
    raise_target(stage)

    banner = page_of(stage).banner
    assert banner.accessibleName() == "此變更自 2026-12 起生效，成為 v1.3"
    assert (
        "2026-11 以前仍用 v1.2 計算，過去的數值與燈號不會改變。" in banner.accessibleDescription()
    )


def test_a_changed_field_says_what_it_was(stage: Stage) -> None:
    raise_target(stage)

    assert page_of(stage).form.rows["target"].was == "原：≥ 80 %"


def test_typing_back_what_was_there_is_no_draft(stage: Stage) -> None:
    typed_over(editor(stage, "unit"), "x")

    typed_over(editor(stage, "unit"), "%")

    assert not page_of(stage).banner.isVisible()


def test_a_draft_survives_a_restart(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    first = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(first.panel)
    first.panel.show()
    first.panel.show_tab("definition")
    raise_target(first)
    first.panel.close()
    first.bridge.close()

    again = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(again.panel)
    again.panel.show_tab("definition")

    assert page_of(again).form.rows["target"].editors["target"].words() == "82 %"
    again.bridge.close()


def test_without_a_reason_no_version_is_made(stage: Stage) -> None:
    raise_target(stage)

    page_of(stage).banner.make.click()

    assert stage.bridge.board.latest("MFG-002").version == "v1.2"
    assert "原因" in page_of(stage).form.rows["change"].trouble.text


def test_a_new_version_leaves_the_past_as_it_was(stage: Stage) -> None:
    before = stage.bridge.evaluation.cell("MFG-002", "co")
    raise_target(stage, "raised after the work on A2")

    page_of(stage).banner.make.click()

    assert stage.bridge.board.latest("MFG-002").version == "v1.3"
    assert stage.bridge.evaluation.cell("MFG-002", "co") == before


def test_making_a_version_is_one_step_and_ends_the_draft(stage: Stage) -> None:
    raise_target(stage, "raised")
    page_of(stage).banner.make.click()

    assert stage.workspace.draft("MFG-002") is None
    stage.bridge.undo()
    assert stage.bridge.board.latest("MFG-002").version == "v1.2"
    assert stage.bridge.board.targets["MFG-002", "co"][-1].value == ">=0.8"


def test_ctrl_enter_makes_the_version(stage: Stage, qtbot: QtBot) -> None:
    raise_target(stage, "raised")
    stage.panel.activateWindow()
    field = editor(stage, "owner")
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stage.bridge.board.latest("MFG-002").version == "v1.3"
    qtbot.waitUntil(field.hasFocus)


def test_ctrl_enter_makes_the_version_from_the_tabs_too(stage: Stage) -> None:
    raise_target(stage, "raised")
    tabs = stage.panel.tabs
    tabs.setFocus()

    QTest.keyClick(tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stage.bridge.board.latest("MFG-002").version == "v1.3"


def test_ctrl_enter_before_another_tab_leaves_the_draft_alone(stage: Stage) -> None:
    raise_target(stage, "raised")
    stage.panel.show_tab("overview")

    QTest.keyClick(stage.panel.tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stage.bridge.board.latest("MFG-002").version == "v1.2"


def test_an_act_by_its_button_gives_the_keyboard_back_to_the_field(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.panel.activateWindow()
    QTest.qWaitForWindowActive(stage.panel)
    raise_target(stage, "raised")
    page_of(stage).banner.make.setFocus()

    QTest.keyClick(page_of(stage).banner.make, Qt.Key.Key_Space)

    assert stage.bridge.board.latest("MFG-002").version == "v1.3"
    qtbot.waitUntil(editor(stage, "change").hasFocus)


def test_a_correction_is_asked_for_and_says_what_it_means(stage: Stage) -> None:
    typed_over(editor(stage, "table"), "OEE_LOG")
    banner = page_of(stage).banner

    banner.correct.click()

    assert banner.is_asking
    assert "2026-01 起的數值與燈號會重新計算" in banner.accessibleDescription()
    banner.yes.click()
    newest = stage.bridge.board.latest("MFG-002")
    assert (newest.version, newest.table_name) == ("v1.2", "OEE_LOG")


def test_a_draft_is_thrown_away_only_after_an_answer(stage: Stage) -> None:
    raise_target(stage)
    banner = page_of(stage).banner

    banner.discard.click()
    banner.no.click()
    assert banner.isVisible()
    banner.discard.click()
    banner.yes.click()

    assert not banner.isVisible()
    assert page_of(stage).form.rows["target"].editors["target"].words() == "≥ 80 %"


def test_a_mistake_in_a_formula_is_said_while_typing(stage: Stage) -> None:
    field = page_of(stage).form.formula
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, " + (")

    row = page_of(stage).form.rows["formula"]
    assert row.trouble.text.startswith("公式第")
    assert field.property("refused")


def test_what_is_refused_stays_as_it_was_typed(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "about 82")

    row = page_of(stage).form.rows["target"]
    assert (row.editors["target"].words(), bool(row.trouble.text)) == ("about 82", True)


def test_a_likely_repair_is_one_press_away(stage: Stage) -> None:
    typed_over(editor(stage, "target"), "≥ 0.82")
    row = page_of(stage).form.rows["target"]

    row.trouble.repairs[0].click()

    assert row.editors["target"].words() == "≥ 82 %"
    assert row.trouble.text == ""
    assert stage.panel.window().focusWidget() == editor(stage, "target")


def test_the_draft_is_tried_out_on_the_period_shown(stage: Stage, qtbot: QtBot) -> None:
    page = page_of(stage)
    typed_over(editor(stage, "thresholds", "green"), "70 %")
    typed_over(editor(stage, "thresholds", "amber"), "60 %")

    qtbot.waitUntil(lambda: page.sheet.trial.result.text() == "試算 2026-10：76.4 %，達標")
    assert "不改過去" in page.sheet.trial.past.text()
    assert stage.bridge.evaluation.cell("MFG-002", "co").status is Status.AMBER


@pytest.mark.parametrize("part", PARTS)
def test_every_part_says_by_an_example_what_belongs_in_it(stage: Stage, part: str) -> None:
    row = page_of(stage).form.rows[FIELD_OF[part]]
    field = row.editors[part]
    assert isinstance(field, QWidget)

    said = field.toolTip().splitlines()[-1]

    assert said.startswith("例如：")
    assert len(said) > len("例如：")
    assert field.accessibleDescription() == said


def test_the_direction_is_chosen_from_a_list(stage: Stage) -> None:
    field = editor(stage, "thresholds", "direction")
    assert isinstance(field, ChoiceField)

    field.setCurrentIndex(field.findData(Direction.LOWER.value))
    field.activated.emit(field.currentIndex())

    assert page_of(stage).form.rows["thresholds"].was.startswith("原：愈高愈好")


def test_a_document_that_is_only_read_locks_every_field(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-oee", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show_tab("definition")

    assert editor(made, "owner").property("readOnly")
    assert not editor(made, "frequency").isEnabled()


def test_a_formula_of_another_unit_is_doubted_and_not_forbidden(stage: Stage, qtbot: QtBot) -> None:
    typed_over(editor(stage, "formula"), "良品數 / 總產量 × 100")
    typed_over(editor(stage, "change"), "改式")

    page = page_of(stage)
    qtbot.waitUntil(lambda: "請寫成 × 100%" in page.sheet.trial.doubt.text())
    page.make_version()
    assert stage.bridge.board.latest("MFG-002").formula == "良品數 / 總產量 × 100"


def test_a_sound_formula_is_not_doubted(stage: Stage) -> None:
    assert page_of(stage).sheet.trial.doubt.isHidden()
