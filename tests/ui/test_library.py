"""The page of the KPI library in the real window: found, told, added, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.catalogue.library import library
from scorecard.clock import SystemClock
from scorecard.commands.line import StarLines
from scorecard.vocabulary import NodeKind
from scorecard.workspace import Workspace
from tests.ui.windows import room, show, window, window_in
from ui.main_window import MainWindow
from ui.views.library import LibraryPage
from ui.views.library.templates_model import Column

__all__ = ["window"]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LibraryPage:
    """The page, gone to by its key, over the sample."""
    QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    return library_of(window)


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a document without anything in it."""
    path = tmp_path / "mine.scorecard"
    Workspace.create(path, author="amy", clock=SystemClock()).close()
    made = window_in(tmp_path)
    made.documents.open_path(path)
    show(made, qtbot)
    made.inside.paging.show("library")
    yield made
    made.close()
    made.deleteLater()


def library_of(window: MainWindow) -> LibraryPage:
    shown = room(window).panes()[1].window().findChild(LibraryPage)
    assert isinstance(shown, LibraryPage)
    assert shown.isVisible()
    return shown


def board(window: MainWindow) -> Board:
    return room(window).bridge.board


def listed(page: LibraryPage) -> list[str]:
    return [template.id for template in page.table.templates.rows]


def told(page: QWidget) -> str:
    """All that the labels of a part say."""
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def choose(page: LibraryPage, *templates: str) -> None:
    """Select templates as a click and clicks with Ctrl do."""
    page.clear()
    table = page.table
    for number, template in enumerate(templates):
        place = table.visualRect(table.templates.index(listed(page).index(template), Column.NAME))
        table.scrollTo(table.templates.index(listed(page).index(template), Column.NAME))
        place = table.visualRect(table.templates.index(listed(page).index(template), Column.NAME))
        held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place.center())


def test_the_page_lists_the_whole_library(page: LibraryPage) -> None:
    assert listed(page) == list(library().templates)


def test_its_header_shows_no_period_because_it_has_none(
    window: MainWindow, page: LibraryPage
) -> None:
    assert not room(window).header.search.isVisible()

    window.inside.paging.show("scorecard")

    assert room(window).header.search.isVisible()


def test_typing_finds_at_once(page: LibraryPage) -> None:
    QTest.keyClicks(page.search, "gross")

    assert listed(page)[0] == "FIN-003"
    assert "毛利率" in told(page.preview)


def test_a_filter_says_how_many_it_would_show(page: LibraryPage) -> None:
    departments = page.facets.lists[next(iter(page.facets.lists))]

    departments.choose("QAD")

    assert listed(page) == [f"QAD-00{n}" for n in range(1, 8)]
    spoken = [
        departments.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(departments.count())
    ]
    assert "品管部 7" in spoken
    assert "財務部 17" in spoken


def test_nothing_found_offers_the_way_back(page: LibraryPage, qtbot: QtBot) -> None:
    page.search.setText("區塊鏈")
    assert not page.table.isVisible()

    page.clear()

    assert page.table.isVisible()
    assert len(listed(page)) == len(library().templates)


def test_the_preview_tells_a_kpi_whole(page: LibraryPage) -> None:
    choose(page, "FIN-004")

    text = told(page.preview)

    version = library().templates["FIN-004"].version
    assert version.definition.zh_TW in text
    assert version.pitfall.zh_TW in text
    assert "營業利益 / 營收 × 100%" in text
    assert "≥ 12 %" in text


def test_the_preview_says_which_measures_are_there_and_which_come_along(
    page: LibraryPage,
) -> None:
    choose(page, "SAL-004")

    text = told(page.preview)

    assert "✓ 營收（TWD）：沿用文件裡的" in text
    assert "＋ 訂單數（張）：一併加入" in text


def test_the_preview_follows_the_language(window: MainWindow, page: LibraryPage) -> None:
    choose(page, "FIN-002")

    window.look.set_language("en")

    assert "(Revenue - LY(Revenue)) / LY(Revenue) × 100%" in told(page.preview)
    assert "Revenue growth rate" in told(page.preview)


def test_units_are_told_in_the_language_too(window: MainWindow, page: LibraryPage) -> None:
    choose(page, "FIN-006")

    window.look.set_language("en")

    row = listed(page).index("FIN-006")
    assert page.table.templates.index(row, Column.UNIT).data() == "days"
    assert "≤ 45 days" in told(page.preview)


def test_a_neighbour_is_a_link_to_it(page: LibraryPage) -> None:
    choose(page, "FIN-003")
    page.search.setText("毛利")

    page.preview.related_requested.emit("MFG-007")

    assert [template.id for template in page.table.chosen] == ["MFG-007"]


def test_adding_puts_a_line_into_the_scorecard_and_marks_the_kpi(
    window: MainWindow, page: LibraryPage
) -> None:
    choose(page, "QAD-006")

    page.where.button.click()

    [line] = [node for node in board(window).nodes.values() if node.kpi == "QAD-006"]
    assert (line.org, line.parent) == ("co", "p-int")
    row = listed(page).index("QAD-006")
    assert page.table.templates.index(row, Column.THERE).data() == "已加入"
    assert not page.where.button.isEnabled()


def test_several_are_added_in_one_step_that_undo_takes_back(
    window: MainWindow, page: LibraryPage
) -> None:
    before = board(window)
    choose(page, "QAD-001", "QAD-005", "QAD-006")

    page.where.button.click()

    added = {node.kpi for node in board(window).nodes.values()} - {
        node.kpi for node in before.nodes.values()
    }
    assert added == {"QAD-001", "QAD-005", "QAD-006"}
    window.actions_of["undo"].trigger()
    assert board(window).nodes == before.nodes
    assert board(window).measures == before.measures


def test_enter_adds_what_is_chosen(window: MainWindow, page: LibraryPage) -> None:
    choose(page, "QAD-006")
    page.table.setFocus()

    QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert "QAD-006" in board(window).versions


def test_another_unit_and_another_line_are_chosen_below(
    window: MainWindow, page: LibraryPage
) -> None:
    choose(page, "QAD-006")
    page.where.unit.set_words("a1")
    page.where.parent_line.set_words("t-qual")
    page.where.changed.emit()

    page.where.button.click()

    [line] = [node for node in board(window).nodes.values() if node.kpi == "QAD-006"]
    assert (line.org, line.parent) == ("a1", "t-qual")


def test_a_kpi_that_is_there_can_be_added_for_another_unit(
    window: MainWindow, page: LibraryPage
) -> None:
    choose(page, "QAD-004")
    assert not page.where.button.isEnabled()

    page.where.unit.set_words("bu-a")
    page.where.changed.emit()

    assert page.where.button.isEnabled()


def test_stars_come_as_suggested_unless_they_are_not_wanted(
    window: MainWindow, page: LibraryPage
) -> None:
    choose(page, "QAD-001")
    page.where.stars.click()

    page.where.button.click()

    assert [n.star for n in board(window).nodes.values() if n.kpi == "QAD-001"] == [False]


def test_more_key_kpis_than_are_advised_are_told_before(empty: MainWindow) -> None:
    page = library_of(empty)
    choose(page, "FIN-002", "FIN-003", "FIN-004", "FIN-005", "FIN-006", "FIN-007")
    page.where.button.click()
    [sixth] = [node.id for node in board(empty).nodes.values() if node.kpi == "FIN-004"]
    room(empty).bridge.ask(StarLines((sixth,), True))

    choose(page, "QAD-001")

    assert "財務部 Finance 有 6 項關鍵指標" in page.where.said.text()


def test_an_empty_document_is_begun_with_what_is_chosen(empty: MainWindow) -> None:
    page = library_of(empty)
    choose(page, "QAD-004")

    page.where.button.click()

    kinds = [node.kind for node in board(empty).nodes.values()]
    assert kinds.count(NodeKind.PERSPECTIVE) == 4
    assert kinds.count(NodeKind.KPI) == 1


def test_a_document_that_is_only_read_says_why_nothing_can_be_added(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = window_in(tmp_path / "other")
    other.documents.open_path(room(window).bridge.workspace.path)
    show(other, qtbot)
    other.inside.paging.show("library")
    page = library_of(other)

    choose(page, "QAD-006")

    assert not page.where.button.isEnabled()
    assert page.where.button.accessibleDescription()
    other.close()


def test_find_goes_to_the_field_of_the_page(window: MainWindow, page: LibraryPage) -> None:
    page.table.setFocus()

    window.actions_of["find"].trigger()

    assert page.search.hasFocus()


def test_rows_are_copied_as_a_table(window: MainWindow, page: LibraryPage) -> None:
    choose(page, "FIN-003", "FIN-004")

    window.actions_of["copy_table"].trigger()

    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[:2] for line in lines] == [
        ["名稱", "代號"],
        ["毛利率", "FIN-003"],
        ["營業利益率", "FIN-004"],
    ]


def test_a_heading_sorts_and_the_choice_stays(page: LibraryPage) -> None:
    choose(page, "QAD-006")

    page.table.sortByColumn(Column.ID, Qt.SortOrder.DescendingOrder)

    assert listed(page) == sorted(listed(page), reverse=True)
    assert [template.id for template in page.table.chosen] == ["QAD-006"]


def test_f6_goes_through_every_part(window: MainWindow, page: LibraryPage) -> None:
    parts = [page.search, page.facets, page.table, page.preview, page.where]
    page.search.setFocus()

    for part in [*parts[1:], None]:
        window.inside.next_pane()
        focus = window.focusWidget()
        assert focus is not None
        assert part is None or part is focus or part.isAncestorOf(focus)


def test_every_control_says_what_it_is(page: LibraryPage) -> None:
    controls = [page.search, page.table, page.preview, page.where.button, page.where.stars]
    controls += page.facets.lists.values()

    assert all(control.accessibleName() for control in controls)


def test_a_row_speaks_as_a_whole(page: LibraryPage) -> None:
    row = listed(page).index("FIN-003")

    spoken = page.table.templates.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "毛利率、FIN-003、財務部、%、≥ 35 %、★、已加入"


def test_the_rows_are_a_model_as_qt_expects(page: LibraryPage, qtmodeltester: object) -> None:
    check = qtmodeltester.check  # type: ignore[attr-defined]  # pytest-qt has no type for it
    check(page.table.templates)


@pytest.mark.parametrize("width", [1440, 1100])
def test_names_have_room_in_a_narrow_window_too(
    window: MainWindow, page: LibraryPage, width: int, qtbot: QtBot
) -> None:
    window.resize(width, 700)

    qtbot.waitUntil(lambda: page.table.columnWidth(Column.NAME) >= 160)
    assert window.width() == width
