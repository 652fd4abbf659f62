"""A KPI that was just made: its definition is written down at once, and names are helped along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.commands.measure import AddMeasure
from scorecard.model.records import KpiVersion, Measure
from scorecard.vocabulary import Words
from tests.ui.panels import Stage, typed_over
from tests.ui.test_form_measures import formula, page_of, said, stage, steps

__all__ = ["stage"]


@pytest.fixture(autouse=True)
def measures(stage: Stage) -> None:
    for own_id, name in (("returned", "Returns"), ("sold", "Units sold")):
        stage.bridge.run(AddMeasure(Measure(own_id, Words(en=name), "pcs")))


def versions(stage: Stage) -> list[KpiVersion]:
    return list(stage.bridge.board.versions[kpi_of(stage)])


def kpi_of(stage: Stage) -> str:
    return stage.bridge.board.nodes[stage.selection.node or ""].kpi or ""


def test_without_values_a_change_goes_into_the_version_that_is_there(stage: Stage) -> None:
    typed_over(formula(stage), "Returns / [Units sold]")
    banner = page_of(stage).banner
    offered = [b.words for b in (banner.discard, banner.correct, banner.make) if b.isVisible()]

    banner.make.click()

    assert offered == ["Discard draft", "Save in v1.0"]
    assert [(v.version, v.formula) for v in versions(stage)] == [("v1.0", "Returns / [Units sold]")]


def test_a_change_is_written_down_with_the_keyboard_too(stage: Stage) -> None:
    typed_over(formula(stage), "Returns / [Units sold]")

    QTest.keyClick(formula(stage), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [v.version for v in versions(stage)] == ["v1.0"]
    assert versions(stage)[0].formula == "Returns / [Units sold]"


def test_with_a_value_a_change_is_a_new_version_again(stage: Stage, qtbot: QtBot) -> None:
    own = next(m.id for m in stage.bridge.board.measures.values() if m.name.en == "Return rate")
    stage.bridge.run(EnterValue(own, "co", "2026-10", 0.02))

    typed_over(formula(stage), "Returns / [Units sold]")

    qtbot.waitUntil(lambda: page_of(stage).banner.make.words == "Make v1.1")
    assert page_of(stage).banner.correct.isVisible()


def test_a_date_asks_for_a_version_from_then_on(stage: Stage) -> None:
    typed_over(formula(stage), "Returns / [Units sold]")
    effective = page_of(stage).form.rows["effective"].editors["effective"]

    typed_over(effective, "2027-01")  # type: ignore[arg-type]  # a line

    assert page_of(stage).banner.make.words == "Make v1.1"


def test_several_words_that_nothing_is_called_are_helped_into_brackets(
    stage: Stage, qtbot: QtBot
) -> None:
    typed_over(formula(stage), "Returns / Goods sent out * 2")
    told, offered = said(stage), steps(stage)

    page_of(stage).form.rows["formula"].trouble.repairs[0].click()

    assert "“Goods sent out” is several words" in told
    assert offered == ["Write [Goods sent out]"]
    qtbot.waitUntil(lambda: steps(stage) == ["Create measure “Goods sent out”…"])
    assert page_of(stage).form.formula.words() == "Returns / [Goods sent out] * 2"


def test_a_known_name_of_several_words_is_helped_into_brackets(stage: Stage) -> None:
    typed_over(formula(stage), "Returns / Units sold")

    page_of(stage).form.rows["formula"].trouble.repairs[0].click()

    assert page_of(stage).form.formula.words() == "Returns / [Units sold]"
    assert said(stage) == ""
