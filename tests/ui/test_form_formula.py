"""The formula as it is typed: names offered with what they are, mistakes under their letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.period import Period
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of OEE, shown."""
    with defining(Stage(tmp_path, look, "n-oee"), qtbot) as made:
        yield made


def test_names_are_offered_while_a_formula_is_typed(stage: Stage) -> None:
    field = page_of(stage).form.formula
    typed_over(field, "良")

    offered = [field.popup.model().index(row, 0).data() for row in range(2)]

    assert [text.split()[0] for text in offered] == ["良品數", "良率"]
    QTest.keyClick(field.popup, Qt.Key.Key_Tab)
    assert field.words() == "良品數"


def test_an_offered_name_says_what_it_is_and_its_newest_value(stage: Stage) -> None:
    field = page_of(stage).form.formula
    typed_over(field, "良品")

    spoken = field.popup.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    entered = stage.bridge.board.series_of("good_units", "co")
    assert f"{entered[max(entered)]:,.0f}" in spoken
    assert "件・MES" in spoken


def test_names_that_begin_so_come_first_and_measures_before_kpis(stage: Stage) -> None:
    field = page_of(stage).form.formula
    typed_over(field, "營收")
    model = field.popup.model()

    offered = [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    kpis = ["指標 " in text for text in offered]
    assert offered[0].split()[0] == "營收"
    assert kpis == sorted(kpis)
    assert any(kpis)


def test_all_names_are_offered_by_ctrl_space_and_enter_takes_one(stage: Stage) -> None:
    field = page_of(stage).form.formula
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)

    QTest.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    board = stage.bridge.board
    count = field.popup.model().rowCount()
    QTest.keyClick(field.popup, Qt.Key.Key_Return)

    assert count == len(board.measures) + len(board.versions) - 1
    assert board.names[field.words().strip("[]")].startswith("measure:")


def test_the_wave_grows_with_the_name_that_is_not_known(stage: Stage) -> None:
    field = page_of(stage).form.formula
    typed_over(field, "良品數 + q")
    QTest.keyClicks(field, "we")

    formats = field.document().firstBlock().layout().formats()

    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marked = [(each.start, each.length) for each in formats if each.format.underlineStyle() == wave]
    assert marked == [(6, 3)]


def test_the_live_value_is_asked_for_another_period(stage: Stage, qtbot: QtBot) -> None:
    live = page_of(stage).sheet.trial.live
    assert live.period.words() == "2026-10"
    assert live.period.accessibleName() == "試算的期間"
    typed_over(page_of(stage).form.formula, "良品數 × 2")
    qtbot.waitUntil(lambda: live.result.text() == "試算 2026-10：67,046,200.0 %，達標")

    live.period.set_words("2026-09")
    live.period.typed.emit("2026-09")

    good = stage.bridge.board.entry("good_units", "co", "2026-09")
    assert good is not None
    assert good.value is not None
    assert live.result.text().startswith("試算 2026-09：")
    assert f"{2 * 100 * good.value:,.1f} %" in live.result.text()


def test_the_chosen_period_stays_while_one_types_and_goes_with_the_kpi(
    stage: Stage, qtbot: QtBot
) -> None:
    live = page_of(stage).sheet.trial.live
    live.period.set_words("2026-08")
    live.period.typed.emit("2026-08")
    typed_over(page_of(stage).form.formula, "良品數 × 3")
    qtbot.waitUntil(lambda: "試算 2026-08" in live.result.text())

    stage.selection.choose("n-margin")

    qtbot.waitUntil(lambda: live.result.text().startswith("試算 2026-10"))


def test_the_period_follows_the_view_until_another_one_is_chosen(
    stage: Stage, qtbot: QtBot
) -> None:
    live = page_of(stage).sheet.trial.live

    stage.selection.step(-1)

    qtbot.waitUntil(lambda: live.result.text().startswith("試算 2026-09："))
    assert live.period.words() == "2026-09"
    live.period.set_words("2026-03")
    live.period.typed.emit("2026-03")
    stage.selection.step(-1)
    qtbot.waitUntil(lambda: live.period.itemData(0) == "2026-08")
    assert live.result.text().startswith("試算 2026-03：")


def test_a_period_without_values_says_that_there_is_none(stage: Stage, qtbot: QtBot) -> None:
    stage.selection.show_month(Period.parse("2025-01"))
    live = page_of(stage).sheet.trial.live
    qtbot.waitUntil(lambda: live.period.words() == "2025-01")

    live.period.set_words("2024-06")
    live.period.typed.emit("2024-06")

    assert live.result.text() == "試算 2024-06：沒有數值"
