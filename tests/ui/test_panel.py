"""The panel: what it says of the chosen line, and how it follows what changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from scorecard.commands.definition import CorrectVersion
from scorecard.commands.entry import EnterValue
from scorecard.vocabulary import Status, Words
from tests.ui.panels import OCTOBER, Stage
from ui.fonts import line_height
from ui.forms.field_row import FieldRow
from ui.look import Look, Theme
from ui.painting.words import is_cut, words_width
from ui.selection import Reach
from ui.views.panel.name_line import NameLine
from ui.views.panel.overview import Overview
from ui.views.panel.trend_page import TrendPage


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The panel on OEE, shown."""
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.refresh()
    yield made
    made.panel.hide()
    made.bridge.close()


def overview(stage: Stage) -> Overview:
    page = stage.panel.page("overview")
    assert isinstance(page, Overview)
    return page


def trend_page(stage: Stage) -> TrendPage:
    stage.panel.show_tab("trend")
    page = stage.panel.page("trend")
    assert isinstance(page, TrendPage)
    return page


def test_the_head_says_value_target_gap_and_attainment(stage: Stage) -> None:
    head = stage.panel.head

    said = (head.number.text, *(label.text() for label in head.facts.values()))

    assert said == ("76.4 %", "≥ 80.0 %", "−3.6 百分點", "95 %")


def test_a_gap_too_long_for_the_head_is_cut_and_whole_in_its_tool_tip(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.bridge.run(EnterValue("good_units", "co", "2026-10", 98765432109.0))
    stage.panel.refresh()
    gap = stage.panel.head.facts["gap"]

    qtbot.waitUntil(lambda: len(gap.text()) > 15)

    right = gap.mapTo(stage.panel, gap.rect().topRight()).x()
    assert stage.panel.width() == 416
    assert right <= stage.panel.width() - 16
    assert gap.text() in gap.toolTip()


def test_the_status_is_said_as_a_word(stage: Stage) -> None:
    assert stage.panel.head.pill.accessibleName() == "接近門檻"


def test_why_is_the_first_thing_below_the_number(stage: Stage) -> None:
    assert overview(stage).why.accessibleName() == "為什麼是黃燈？"


def test_each_measure_of_the_formula_is_named_with_its_value(stage: Stage) -> None:
    rows = overview(stage).inputs.texts

    assert ["良品數", "335,231 件", "+7,921"] in rows


def test_a_parent_shows_the_points_that_its_children_cost(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("t-deliv")

    qtbot.waitUntil(lambda: len(overview(stage).lost.texts) > 1)
    assert overview(stage).lost.texts[1][0] == "交期達成率"


@pytest.mark.parametrize(
    "node", ["l2", "n-rev-b"], ids=["of the parent", "of one of them beside the others"]
)
def test_units_of_one_kpi_are_told_with_their_shares(stage: Stage, qtbot: QtBot, node: str) -> None:
    stage.selection.choose(node)

    qtbot.waitUntil(lambda: len(overview(stage).parts.texts) > 1)
    assert overview(stage).parts.texts[1:] == [
        ["事業部A營收", "$3,121.3 萬", "62.9 %"],
        ["事業部B營收", "$1,320.3 萬", "26.6 %"],
        ["事業部C營收", "$520 萬", "10.5 %"],
        ["合計", "$4,961.5 萬", "100.0 %"],
    ]
    assert overview(stage).share.isHidden()


def test_a_parent_says_what_the_missing_below_it_could_change(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("t-rnd")

    expected = (
        "還缺 1 項，補齊後：研發進度達成率 ≥ 60.0 分（數值 ≥ 95.0 %）才會是綠燈；不會是紅燈。"
    )
    qtbot.waitUntil(lambda: expected in overview(stage).why.accessibleDescription())


def test_a_parent_lists_what_would_give_it_another_colour(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("l3")

    qtbot.waitUntil(lambda: len(overview(stage).flips.texts) > 1)
    assert overview(stage).flips.texts == [
        ["換個算法就不同色", "會變成"],
        ["預設黃燈寬為目標的 5 %", "接近門檻 86.0"],
        ["海外營收權重加 5 個百分點", "接近門檻 89.3"],
    ]


def test_a_parent_has_no_definition_to_be_opened(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.show_tab("definition")

    stage.selection.choose("t-deliv")

    qtbot.waitUntil(lambda: stage.panel.current == "overview")
    assert not stage.panel.tabs.isTabEnabled(2)


def test_a_missing_value_is_said_and_is_not_zero(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("n-ltv")

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "缺值")
    assert stage.panel.head.pill.accessibleName() == "無資料"


def test_the_panel_follows_the_selection(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("n-ontime")

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "89.8 %")


def test_the_panel_follows_the_period(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.show_month(OCTOBER.shifted(-1))

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "77.9 %")


def test_an_entry_changes_the_number_at_once(stage: Stage, qtbot: QtBot) -> None:
    stage.bridge.run(EnterValue("good_units", "co", "2026-10", 343_474.0))

    qtbot.waitUntil(lambda: stage.panel.head.number.text == "78.3 %")


def test_another_language_is_spoken_without_a_restart(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    look.set_language("en")

    qtbot.waitUntil(lambda: overview(stage).why.accessibleName() == "Why amber?")


def test_a_number_key_opens_a_tab(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.activateWindow()
    stage.panel.tabs.setFocus()

    QTest.keyClick(stage.panel.tabs, Qt.Key.Key_2)

    assert stage.panel.current == "trend"


def test_without_a_line_the_panel_says_what_belongs_here(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose(None)

    qtbot.waitUntil(lambda: not stage.panel.head.isVisible())


def test_a_star_is_one_step(stage: Stage) -> None:
    stage.panel.head.star.click()

    assert stage.bridge.board.nodes["n-oee"].star
    stage.bridge.undo()
    assert not stage.bridge.board.nodes["n-oee"].star


def test_a_comment_is_added_to_the_period_shown(stage: Stage) -> None:
    page = trend_page(stage)

    page.comment.setText("夜班缺兩人")
    page.comment.returnPressed.emit()

    said = [c for c in stage.bridge.board.comments.values() if c.text.zh_TW == "夜班缺兩人"]
    assert [(c.kpi, c.period, c.by) for c in said] == [("MFG-002", "2026-10", "張志豪")]


def test_markup_in_a_comment_is_shown_as_it_is_written(stage: Stage, qtbot: QtBot) -> None:
    page = trend_page(stage)

    page.comment.setText("<b>停機</b>")
    page.comment.returnPressed.emit()

    qtbot.waitUntil(lambda: any("<b>停機</b>" in text for text in page.notes))


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_every_tab_can_be_painted(
    stage: Stage, look: Look, theme: Theme, language: str, qtbot: QtBot
) -> None:
    look.set_theme(theme)
    look.set_language(language)

    for key in ("overview", "trend", "definition", "entries", "history"):
        stage.panel.show_tab(key)
        assert not stage.panel.grab().isNull()


def test_a_shape_of_each_status_has_a_reason_in_both_languages(look: Look) -> None:
    said = [look.say(f"panel.why.{status}") for status in Status]

    assert len(set(said)) == len(said)


def test_a_gap_beside_a_limit_is_not_shown_as_none(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.choose("n-margin")
    stage.selection.set_reach(Reach.TO_DATE)
    head = stage.panel.head

    qtbot.waitUntil(lambda: head.number.text == "34.99 %")

    assert head.facts["gap"].text() == "−0.01 百分點"
    assert "距綠燈 0.01 個百分點" in overview(stage).why.accessibleDescription()


def test_a_change_on_the_period_before_is_said_once(stage: Stage, qtbot: QtBot) -> None:
    page = overview(stage)

    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert sum("−1." in text and "期" in text for text in said) == 1


def form_rows() -> int:
    return sum(isinstance(widget, FieldRow) for widget in QApplication.allWidgets())


def test_the_form_is_made_beforehand_for_who_goes_to_another_line(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.panel.move(300, 300)  # away from the pointer
    made.panel.show()
    QTest.qWait(200)
    before = form_rows()

    QTest.qWait(200)
    assert form_rows() == before
    made.selection.choose("n-ltv")

    qtbot.waitUntil(lambda: form_rows() > before)
    made.bridge.close()


def test_the_form_is_made_beforehand_for_who_comes_with_the_pointer(
    stage: Stage, qtbot: QtBot
) -> None:
    before = form_rows()
    at = QPointF(stage.panel.rect().center())

    QApplication.sendEvent(stage.panel, QEnterEvent(at, at, at))

    qtbot.waitUntil(lambda: form_rows() > before)


def test_a_long_name_and_a_long_unit_are_whole_in_the_head(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    kpi = stage.bridge.board.nodes["n-oee"].kpi or ""
    version = stage.bridge.board.latest(kpi)
    name = Words("每出貨一萬件的客訴件數與退貨件數的合計", "Claims per 10,000 pieces shipped")
    unit = "claims per 10,000 pcs"
    stage.bridge.run(CorrectVersion(replace(version, name=name, unit=unit)))
    head, line = stage.panel.head, stage.panel.head.findChildren(NameLine)[0]
    for language in ("en", "zh_TW"):
        look.set_language(language)
        stage.panel.refresh()
        qtbot.waitUntil(lambda: len(line.lines) == 2)

        first, second = line.lines
        assert first + (" " if language == "en" else "") + second == name.show(language)
        assert not is_cut(second, line.width(), "h3")
        assert line.height() == 2 * line_height("h3")
        qtbot.waitUntil(lambda: words_width(unit, "secondary") <= head.number.width())
        assert head.facts["target"].text() == "≥ 0.8"
        assert unit in head.facts["target"].toolTip()
        assert stage.panel.width() == 416
