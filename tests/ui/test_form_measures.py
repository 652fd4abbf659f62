"""Measures from the form: one that a formula asks for is made there, and those it says change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.commands.new_line import NewKpi
from scorecard.text import tell
from scorecard.vocabulary import Frequency, Method, Words
from tests.ui.panels import Stage, typed_over
from ui.dialogs.measure_form import MeasureForm
from ui.look import Look
from ui.views.panel.definition_page import DefinitionPage


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of a KPI that was just made: return rate, in percent, at most 5 %."""
    look.set_language("en")
    made = Stage(tmp_path, look, "t-qual")
    there = set(made.bridge.board.nodes)
    made.bridge.run(NewKpi("t-qual", "co", Words(en="Return rate"), "%", "2026-10", "<=0.05"))
    (node,) = set(made.bridge.board.nodes) - there
    made.selection.choose(node)
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("definition")
    made.panel.activateWindow()
    QTest.qWaitForWindowActive(made.panel)
    yield made
    made.panel.hide()
    made.bridge.close()


def page_of(stage: Stage) -> DefinitionPage:
    page = stage.panel.page("definition")
    assert isinstance(page, DefinitionPage)
    return page


def formula(stage: Stage) -> QWidget:
    return page_of(stage).form.formula


def said(stage: Stage) -> str:
    return page_of(stage).form.rows["formula"].trouble.text


def steps(stage: Stage) -> list[str]:
    return [button.words for button in page_of(stage).form.rows["formula"].trouble.repairs]


def dialog(stage: Stage) -> MeasureForm:
    return stage.panel.findChildren(MeasureForm)[-1]


def asked_for(stage: Stage, text: str) -> MeasureForm:
    """The dialog after a formula was typed and the offer below it was taken."""
    typed_over(formula(stage), text)
    QTest.keyClick(page_of(stage).form.rows["formula"].trouble.repairs[0], Qt.Key.Key_Return)
    return dialog(stage)


def test_the_step_out_of_a_mistake_is_in_view_in_a_low_window(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.resize(stage.panel.width(), 520)
    typed_over(formula(stage), "returned / sold")

    def is_whole() -> bool:
        step = page_of(stage).form.rows["formula"].trouble.repairs[-1]
        return step.visibleRegion().boundingRect().height() == step.height()

    qtbot.waitUntil(is_whole)


def test_the_formula_of_a_new_kpi_is_a_name_and_not_an_id(stage: Stage) -> None:
    assert page_of(stage).form.formula.words() == "[Return rate]"


def test_a_formula_that_was_kept_by_id_is_shown_by_name_in_the_language_of_the_form(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    typed_over(formula(stage), "cogs / revenue")
    typed_over(page_of(stage).form.rows["change"].editors["change"], "ids")  # type: ignore[arg-type]  # a widget
    page_of(stage).banner.correct.click()
    page_of(stage).banner.yes.click()
    assert stage.bridge.board.versions["KPI-001"][0].formula == "cogs / revenue"

    qtbot.waitUntil(lambda: page_of(stage).form.formula.words() == "[Cost of goods sold] / Revenue")
    look.set_language("zh_TW")
    qtbot.waitUntil(lambda: page_of(stage).form.formula.words() == "銷貨成本 / 營收")
    assert not page_of(stage).banner.isVisible()


def test_a_name_that_nothing_has_offers_to_make_the_measure(stage: Stage) -> None:
    typed_over(formula(stage), "returned / sold")

    assert "returned" in said(stage)
    assert steps(stage) == ["Create measure “returned”…", "Create measure “sold”…"]


def test_each_name_that_nothing_has_can_be_made_first(stage: Stage) -> None:
    typed_over(formula(stage), "returned / (sold + [units on the way to customers]) + returned")
    offered = page_of(stage).form.rows["formula"].trouble.repairs

    assert [button.words for button in offered] == [
        "Create measure “returned”…",
        "Create measure “sold”…",
        "Create measure “units on the way to customers”…",
    ]
    assert stage.panel.width() == 416
    QTest.keyClick(offered[2], Qt.Key.Key_Return)
    assert dialog(stage).texts["en"].words() == "units on the way to customers"


def test_the_measure_is_likely_what_the_kpi_is(stage: Stage) -> None:
    """Monthly as the KPI is; a part of a percentage is none, and is added up."""
    form = asked_for(stage, "returned / sold")

    made = {name: field.words() for name, field in form.texts.items()}
    chosen = {name: choice.words() for name, choice in form.choices.items()}
    assert (made["en"], made["zh_TW"], made["unit"]) == ("returned", "", "")
    assert (chosen["frequency"], chosen["over_time"], chosen["over_org"]) == ("month", "sum", "sum")


def test_a_ratio_of_two_new_measures_is_made_without_leaving_the_form(
    stage: Stage, qtbot: QtBot
) -> None:
    form = asked_for(stage, "returned / sold")
    form.texts["unit"].setText("pcs")
    form.try_it()
    qtbot.waitUntil(lambda: steps(stage) == ["Create measure “sold”…"])
    QTest.keyClick(page_of(stage).form.rows["formula"].trouble.repairs[0], Qt.Key.Key_Return)
    dialog(stage).texts["unit"].setText("pcs")
    dialog(stage).try_it()

    qtbot.waitUntil(lambda: said(stage) == "")
    board = stage.bridge.board
    made = [
        board.measures[board.names[name].removeprefix("measure:")] for name in ("returned", "sold")
    ]
    assert [(m.unit, m.over_time) for m in made] == [("pcs", Method.SUM), ("pcs", Method.SUM)]


def test_making_a_measure_is_one_step_with_a_name(stage: Stage) -> None:
    asked_for(stage, "returned / sold").try_it()

    step = stage.workspace.undo_step
    assert step is not None
    assert tell(step.name, "en") == "New measure returned"
    stage.bridge.undo()
    assert "returned" not in stage.bridge.board.names


def test_the_formula_says_the_name_that_the_measure_was_given(stage: Stage) -> None:
    form = asked_for(stage, "returned / sold")
    form.texts["en"].setText("Returned units")

    form.try_it()

    assert page_of(stage).form.formula.words() == "[Returned units] / sold"


def test_the_keyboard_goes_back_to_the_formula(stage: Stage) -> None:
    asked_for(stage, "returned / sold").try_it()

    assert stage.panel.window().focusWidget() is page_of(stage).form.formula


def test_a_name_that_is_taken_is_refused_in_the_dialog(stage: Stage) -> None:
    form = asked_for(stage, "returned / sold")
    form.texts["en"].setText("Revenue")

    form.try_it()

    assert form.isVisible()
    assert form.refusal.text.startswith("“Revenue” is the name of another measure")


def test_a_weighted_average_asks_by_which_measure(stage: Stage) -> None:
    form = asked_for(stage, "returned / sold")
    weight, over_time = form.choices["weight"], form.choices["over_time"]
    assert not weight.isVisible()

    over_time.setFocus()
    over_time.setCurrentIndex(over_time.findData("weighted"))
    over_time.typed.emit("weighted")

    assert weight.isVisible()
    form.try_it()
    assert "weight" in form.refusal.text


def test_each_way_of_adding_up_is_shown_with_numbers(stage: Stage) -> None:
    form = asked_for(stage, "returned / sold")

    told = {label.text() for label in form.hints.values()}

    assert "10, 20 and 30 in three months: 60 in the quarter." in told


def test_the_measures_of_the_formula_are_listed_with_what_they_are(stage: Stage) -> None:
    typed_over(formula(stage), "Revenue - [Cost of goods sold]")

    rows = page_of(stage).sheet.measures
    assert [button.words for button in rows.buttons] == ["Revenue", "Cost of goods sold"]
    assert rows.texts == ["TWD · Monthly · Sum", "TWD · Monthly · Sum"]


def test_a_measure_is_changed_from_the_list(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(page_of(stage).sheet.measures.buttons[0], Qt.Key.Key_Return)
    form = dialog(stage)
    form.choices["frequency"].set_words(Frequency.QUARTER.value)
    form.choices["over_time"].set_words(Method.LAST.value)

    form.try_it()

    (measure,) = [m for m in stage.bridge.board.measures.values() if m.name.en == "Return rate"]
    assert (measure.frequency, measure.over_time) == (Frequency.QUARTER, Method.LAST)
    qtbot.waitUntil(lambda: page_of(stage).sheet.measures.texts == ["% · Quarterly · Last value"])


def test_a_renamed_measure_is_renamed_in_a_formula_that_is_being_written(stage: Stage) -> None:
    typed_over(formula(stage), "[Return rate] × 2")
    QTest.keyClick(page_of(stage).sheet.measures.buttons[0], Qt.Key.Key_Return)
    form = dialog(stage)
    form.texts["en"].setText("Returns")

    form.try_it()

    assert page_of(stage).form.formula.words() == "Returns × 2"


def test_the_frequency_of_a_measure_with_values_is_refused_in_words(stage: Stage) -> None:
    typed_over(formula(stage), "Revenue")
    QTest.keyClick(page_of(stage).sheet.measures.buttons[0], Qt.Key.Key_Return)
    form = dialog(stage)
    form.choices["frequency"].set_words(Frequency.QUARTER.value)

    form.try_it()

    assert "has entries of another frequency" in form.refusal.text


def test_nothing_in_the_dialog_is_squeezed_when_a_trouble_appears(
    stage: Stage, qtbot: QtBot
) -> None:
    form = asked_for(stage, "returned / sold")
    form.texts["en"].setText("Revenue")

    form.try_it()

    qtbot.wait(50)
    fields = [*form.texts.values(), *form.choices.values()]
    squeezed = [f for f in fields if f.isVisible() and f.height() < f.sizeHint().height()]
    assert not squeezed


def test_a_document_that_is_only_read_lets_no_measure_be_changed(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-oee", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show_tab("definition")
    page = made.panel.page("definition")
    assert isinstance(page, DefinitionPage)

    assert not any(button.isEnabled() for button in page.sheet.measures.buttons)
    made.bridge.close()
