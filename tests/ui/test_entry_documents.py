"""The entry sheet on documents other than the sample: empty ones, and those with weeks."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from scorecard.clock import FixedClock
from scorecard.commands.entry import EnterValue
from scorecard.commands.measure import PutMeasure
from scorecard.commands.new_scorecard import NewScorecard
from scorecard.model.records import Measure
from scorecard.vocabulary import Frequency, Words
from scorecard.workspace import Command, Workspace
from tests.ui.recorder import Recorder
from tests.ui.windows import show, window_in
from ui.main_window import MainWindow
from ui.widgets.button import Button

WEEKLY = Measure("visits", Words("拜訪數", "Visits"), "次", frequency=Frequency.WEEK)


def opened(folder: Path, qtbot: QtBot, *commands: Command) -> MainWindow:
    """The window on a new document with some commands done, at its entry sheet."""
    path, clock = folder / "own.scorecard", FixedClock(datetime(2026, 11, 10, tzinfo=UTC))
    workspace = Workspace.create(path, author="amy", clock=clock)
    for command in commands:
        workspace.run(command)
    workspace.close()
    window = window_in(folder, "en")
    window.documents.open_path(path)
    show(window, qtbot)
    window.actions_of["page.entry"].trigger()
    return window


def test_an_empty_document_says_what_belongs_here(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(tmp_path, qtbot)

    page = Recorder(window).page
    assert not page.grid.isVisible()
    assert page.beside.accessibleName() == "0 of 0 complete"
    window.close()


def test_weeks_have_a_sheet_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(
        tmp_path,
        qtbot,
        NewScorecard("en", "2026"),
        PutMeasure(WEEKLY),
        EnterValue("visits", "co", "2026-W43", 12.0),
    )
    page = Recorder(window).page

    months = next(each for each in page.bar.findChildren(Button) if each.words == "Months")
    months.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()

    assert page.desk.periods[-1].kind is Frequency.WEEK
    assert [row.place for row in page.desk.rows_shown()] == [("visits", "co")]
    window.close()
