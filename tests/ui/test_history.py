"""The history page: every step by KPI, person and day; one of them undone alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from scorecard.clock import FixedClock
from scorecard.commands.entry import EnterValue
from scorecard.vocabulary import Status
from scorecard.workspace import Workspace
from tests.ui.windows import ON_TIME, room, sample_in, show, status, surroundings, window, window_in
from ui.main_window import MainWindow
from ui.views.history import HistoryPage

__all__ = ["window"]
NEWER = EnterValue("good_units", "co", "2026-10", 5.0)


def history(window: MainWindow) -> HistoryPage:
    """The page, gone to by its key."""
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page = window.findChild(HistoryPage)
    assert isinstance(page, HistoryPage)
    return page


def names(page: HistoryPage) -> list[str]:
    records = page.list.records
    return [records.text(row, 3) for row in records.rows]


def choose(page: HistoryPage, at: int) -> None:
    page.list.choose(at)


@pytest.fixture
def edited(window: MainWindow) -> HistoryPage:
    """Two steps more than the sample has."""
    room(window).bridge.run(ON_TIME)
    room(window).bridge.run(NEWER)
    return history(window)


def test_the_page_lists_every_step_newest_first(window: MainWindow, edited: HistoryPage) -> None:
    steps = edited.steps

    assert [step.seq for step in steps] == list(range(steps[0].seq, 0, -1))
    assert names(edited)[:2] == ["輸入良品數 2026-10", "輸入準時出貨訂單數 2026-10"]


def test_it_is_reached_from_the_edit_menu_and_the_rail_marks_the_scorecard(
    window: MainWindow, edited: HistoryPage
) -> None:
    assert edited.isVisible()
    assert window.inside.paging.rail.current == "scorecard"
    assert window.actions_of["page.history"] in window.actions_of.menu("edit").actions()


def test_the_chosen_step_says_before_and_after(edited: HistoryPage) -> None:
    choose(edited, 0)

    (line,) = edited.detail.text.toPlainText().splitlines()

    assert line.startswith("良品數 2026-10（")
    assert line.endswith(" → 5")


def test_a_kpi_shows_only_its_steps(edited: HistoryPage) -> None:
    kpi = edited.filters.kpi
    kpi.setCurrentIndex(kpi.findData("MFG-002"))
    kpi.activated.emit(kpi.currentIndex())

    assert "輸入良品數 2026-10" in names(edited)
    assert "輸入準時出貨訂單數 2026-10" not in names(edited)


def test_a_person_and_a_day_are_chosen(edited: HistoryPage) -> None:
    for field, wanted in ((edited.filters.person, "amy"), (edited.filters.day, "2026-11-10")):
        field.setCurrentIndex(field.findData(wanted))
        field.activated.emit(field.currentIndex())

    assert len(names(edited)) == 2


def test_words_are_found_in_names_and_people(edited: HistoryPage) -> None:
    edited.filters.search.setText("良品數 2026-10")

    assert names(edited)[0] == "輸入良品數 2026-10"
    assert all("良品數 2026-10" in name for name in names(edited))


def test_what_nobody_finds_is_said_with_the_way_back(edited: HistoryPage) -> None:
    QTest.keyClicks(edited.filters.search, "zzz")
    assert edited._nothing.isVisible()

    assert edited._nothing.button is not None
    QTest.mouseClick(edited._nothing.button, Qt.MouseButton.LeftButton)

    assert len(names(edited)) > 2


def test_an_older_step_is_undone_alone(window: MainWindow, edited: HistoryPage) -> None:
    choose(edited, 1)

    QTest.mouseClick(edited.detail.take_back_button, Qt.MouseButton.LeftButton)

    assert status(window, "n-ontime") is Status.RED
    assert room(window).bridge.board.series_of("good_units", "co")
    assert names(edited)[0] == "單獨復原「輸入準時出貨訂單數 2026-10」"
    window.actions_of["undo"].trigger()
    assert status(window, "n-ontime") is Status.GREEN


def test_a_step_that_another_one_hangs_on_says_which(
    window: MainWindow, edited: HistoryPage
) -> None:
    room(window).bridge.run(EnterValue("orders_on_time", "co", "2026-10", 99999.0))
    choose(edited, 2)

    QTest.mouseClick(edited.detail.take_back_button, Qt.MouseButton.LeftButton)

    assert edited.detail.refusal.isVisible()
    assert f"第 {edited.steps[0].seq} 步「輸入準時出貨訂單數 2026-10」" in (
        edited.detail.refusal.text()
    )
    assert status(window, "n-ontime") is Status.GREEN


def test_the_history_outlives_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    path, around = sample_in(tmp_path), surroundings(tmp_path)
    later = FixedClock(around.clock.now() + timedelta(days=1))
    first = Workspace.open(path, author="bob", clock=later)
    step = first.run(ON_TIME)
    first.close()
    made = window_in(tmp_path)
    made.documents.open_path(path)
    page = history(show(made, qtbot))

    assert step is not None
    assert page.steps[0].seq == step.seq
    choose(page, 0)
    page.detail.take_back()

    assert status(made, "n-ontime") is Status.RED
    made.close()


def test_the_rows_are_copied_as_a_table(window: MainWindow, edited: HistoryPage) -> None:
    window.actions_of["copy_table"].trigger()

    lines = QGuiApplication.clipboard().text().splitlines()

    assert lines[0].split("\t") == ["步驟", "時間", "人員", "內容"]
    assert len(lines) == len(edited.steps) + 1


def test_both_languages_name_the_steps(window: MainWindow, edited: HistoryPage) -> None:
    window.look.set_language("en")

    assert names(edited)[0] == "Entry of Good units 2026-10"


def test_the_rows_are_a_sound_model(edited: HistoryPage) -> None:
    QAbstractItemModelTester(
        edited.list.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    edited.list.sortByColumn(3, Qt.SortOrder.AscendingOrder)

    assert names(edited) == sorted(names(edited))
