"""Why a cell is empty: in the window's language, by the names that the document gives."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from scorecard.commands.definition import NewVersion
from scorecard.commands.measure import PutMeasure
from scorecard.vocabulary import Words
from tests.ui.windows import room, text, window
from ui.main_window import MainWindow
from ui.tree.columns import Column

__all__ = ["window"]
#: The month in which the sample lacks an average order value, from the month it starts with.
BACK = -6


def _lifetime(window: MainWindow, column: Column, role: Qt.ItemDataRole) -> str:
    model = room(window).page.model
    return str(model.data(model.index_of("n-ltv", column), role))


def test_what_is_missing_has_its_name_in_the_language_of_the_window(window: MainWindow) -> None:
    window.actions_of["language.en"].trigger()

    room(window).selection.step(BACK)

    assert text(window, "n-ltv", Column.ACTUAL) == "missing Average order value"


@pytest.mark.parametrize(
    "role", [Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole], ids=["tip", "spoken"]
)
def test_a_tip_and_a_screen_reader_name_what_is_missing(
    window: MainWindow, role: Qt.ItemDataRole
) -> None:
    window.actions_of["language.en"].trigger()

    room(window).selection.step(BACK)

    said = [_lifetime(window, column, role) for column in (Column.STATUS, Column.NAME)]
    assert all("missing Average order value" in each for each in said)


def test_what_is_missing_is_told_by_its_new_name_at_once(window: MainWindow) -> None:
    room(window).selection.step(BACK)
    measure = room(window).bridge.board.measures["avg_ticket"]

    room(window).bridge.run(PutMeasure(replace(measure, name=Words("客單價", "Ticket"))))

    assert text(window, "n-ltv", Column.ACTUAL) == "缺「客單價」"


def test_the_tip_of_a_change_says_why_there_is_none_and_what_is_offered(
    window: MainWindow,
) -> None:
    window.actions_of["language.en"].trigger()
    period = room(window).selection.view.period
    newest = room(window).bridge.board.latest(room(window).bridge.board.nodes["n-oee"].kpi or "")
    later = replace(newest, version="v9", effective=period.code, formula=f"({newest.formula}) * 1")

    room(window).bridge.run(NewVersion(later))

    model = room(window).page.model
    index = model.index_of("n-oee", Column.PREVIOUS)
    tip = str(model.data(index, Qt.ItemDataRole.ToolTipRole))
    assert f"the definition changed from {newest.version} to v9 in {period.code}" in tip
    assert "Both by the present definition, over 1 of 1 values" in tip
