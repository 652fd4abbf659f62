"""A scorecard without KPIs: what is missing is said, and the next step is one press away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.vocabulary import Status
from tests.exchange.workbooks import Cell, xlsx
from tests.ui.windows import room, show, status, window_in
from ui.dialogs.new_line import NewLine
from ui.importing import open_import
from ui.look import Look
from ui.main_window import MainWindow
from ui.views.panel.detail_panel import DetailPanel
from ui.views.panel.overview import Overview
from ui.widgets.empty_state import EmptyState
from ui.workbook.dialog import WorkbookImport
from ui.workbook.steps import Step


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with a scorecard that was just begun, in English."""
    made = window_in(tmp_path, "en")
    made.documents.make(tmp_path / "mine.scorecard")
    show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


def emptiness(window: MainWindow) -> list[EmptyState]:
    """What is said to be missing beside the panel."""
    states = room(window).page.findChildren(EmptyState)
    return [s for s in states if s.isVisible() and not panel(window).isAncestorOf(s)]


def shown(window: MainWindow) -> EmptyState:
    (found,) = emptiness(window)
    return found


def panel(window: MainWindow) -> DetailPanel:
    found = window.findChild(DetailPanel)
    assert found is not None
    return found


def overview(window: MainWindow) -> Overview:
    page = panel(window).page("overview")
    assert isinstance(page, Overview)
    return page


def asked(window: MainWindow) -> NewLine:
    return window.findChildren(NewLine)[-1]


def add_kpi(window: MainWindow, name: str) -> None:
    asked(window).fields["name"].setText(name)
    asked(window).try_it()


def test_the_tree_says_that_a_kpi_is_missing_and_how_one_is_added(window: MainWindow) -> None:
    state = shown(window)

    assert state.accessibleName() == "No KPI yet"
    assert state.button is not None
    assert state.button.words == "Add a KPI…"


def test_the_first_perspective_is_chosen_to_add_to(window: MainWindow) -> None:
    state = shown(window)
    assert state.button is not None

    QTest.keyClick(state.button, Qt.Key.Key_Return)

    assert asked(window).windowTitle() == "New below Financial"


def test_the_panel_offers_the_same(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(overview(window).add.isVisible)

    overview(window).add.click()

    assert asked(window).isVisible()


def test_once_there_is_a_kpi_nobody_is_asked_to_add_one(window: MainWindow, qtbot: QtBot) -> None:
    overview(window).add.click()

    add_kpi(window, "Return rate")

    assert not emptiness(window)
    room(window).selection.choose("goal")
    qtbot.waitUntil(lambda: not overview(window).add.isVisible())


def test_a_perspective_without_kpis_offers_one_beside_others_that_have_some(
    window: MainWindow, qtbot: QtBot
) -> None:
    overview(window).add.click()
    add_kpi(window, "Return rate")

    room(window).selection.choose("customer")

    qtbot.waitUntil(overview(window).add.isVisible)


def test_perspectives_that_were_empty_are_open_when_a_workbook_has_filled_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rows: list[list[Cell]] = [
        ["KPI", "Perspective", "Unit", "Target", "2026-10"],
        ["Complaints", "Customer", "count", "<= 5", 4],
        ["Rework", "Internal process", "count", "<= 5", 9],
    ]
    (tmp_path / "own.xlsx").write_bytes(xlsx({"KPIs": rows}))
    dialog = open_import(room(window).bridge, window.look, window, tmp_path / "own.xlsx")
    assert isinstance(dialog, WorkbookImport)
    qtbot.waitUntil(lambda: not dialog.work.is_busy and dialog.found is not None)

    dialog.match_page.make_all.click()
    qtbot.waitUntil(lambda: not dialog.work.is_busy and dialog.onward.isEnabled())
    for step in (Step.PREVIEW, Step.RESULT):
        dialog.go_on()
        assert dialog.step is step

    page = room(window).page
    filled = (page.model.index_of(node) for node in ("customer", "internal_process"))
    assert all(map(page.tree.isExpanded, filled))


def test_a_line_without_a_score_says_so_in_words(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel(window).head.number.text == "No score yet")


def test_undone_to_nothing_the_page_offers_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of["undo"].trigger()

    state = shown(window)
    assert state.accessibleName() == "Nothing here yet"
    assert state.button is not None
    state.button.click()
    assert len(room(window).page.model.rows.lines) == 5
    assert shown(window).accessibleName() == "No KPI yet"


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_no_sentence_of_an_empty_page_is_cut(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    window.look.set_language(language)
    window.actions_of["undo"].trigger()

    qtbot.wait(50)
    states = [s for s in room(window).page.findChildren(EmptyState) if s.isVisible()]
    labels = [label for state in states for label in state.findChildren(QLabel)]
    assert labels
    assert not [x.text() for x in labels if x.height() < x.heightForWidth(x.width())]


def test_what_was_open_is_open_again_after_undo_and_redo(window: MainWindow) -> None:
    page = room(window).page
    assert page.tree.isExpanded(page.model.index_of("goal"))

    window.actions_of["undo"].trigger()
    window.actions_of["redo"].trigger()

    assert page.tree.isExpanded(page.model.index_of("goal"))
    assert page.tree.currentIndex() == page.model.index_of(room(window).selection.node)


def test_it_begins_with_the_last_month_that_is_over(window: MainWindow) -> None:
    assert room(window).selection.view.period.code == "2026-10"


def test_a_branch_that_comes_back_is_as_open_as_it_was(window: MainWindow) -> None:
    overview(window).add.click()
    add_kpi(window, "Return rate")
    page = room(window).page
    room(window).selection.choose("financial")
    assert page.tree.isExpanded(page.model.index_of("financial"))

    window.actions_of["remove_line"].trigger()
    window.actions_of["undo"].trigger()

    assert page.tree.isExpanded(page.model.index_of("financial"))


def test_a_button_that_shows_a_key_says_it(look: Look, qtbot: QtBot) -> None:
    state = EmptyState(
        look, "circle-dashed", "還沒有指標", "新增一個。", "新增指標…", keys="Insert"
    )
    qtbot.addWidget(state)

    assert state.button is not None
    plain = EmptyState(look, "circle-dashed", "還沒有指標", "新增一個。", "新增指標…")
    qtbot.addWidget(plain)
    assert plain.button is not None
    assert state.button.sizeHint().width() > plain.button.sizeHint().width()


def test_a_new_kpi_takes_the_numbers_of_the_months_before_it_too(window: MainWindow) -> None:
    window.actions_of["add_line"].trigger()
    asked(window).fields["target"].setText("≥ 10")
    add_kpi(window, "Audits")
    bridge = room(window).bridge
    (version,) = next(iter(bridge.board.versions.values()))

    bridge.run(EnterValue(next(iter(bridge.board.measures)), "co", "2026-10", 12.0))

    node = room(window).selection.node
    assert node is not None
    assert version.effective <= "2026-01"
    assert status(window, node) is Status.GREEN
