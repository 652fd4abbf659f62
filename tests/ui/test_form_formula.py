"""The formula as it is typed: names offered with what they are, mistakes under their letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

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
