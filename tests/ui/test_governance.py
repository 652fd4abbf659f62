"""The governance page in the real window: findings listed, chosen, led to where they are mended,
and definitions checked off."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.commands.definition import CorrectVersion
from scorecard.commands.measure import AddMeasure
from scorecard.governance.finding import Concern
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Measure
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, ReviewOutcome, Words
from scorecard.workspace import Command
from tests.ui.windows import room, sample_in, show, window, window_in
from ui.dialogs.measure_form import MeasureForm
from ui.main_window import MainWindow
from ui.views.governance.findings_model import Column
from ui.views.governance.page import GovernancePage
from ui.views.panel.trend_page import TrendPage

__all__ = ["window"]
ALT_9 = (Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> GovernancePage:
    """The page, gone to by its key, with all examined."""
    return governance(window, qtbot)


def governance(window: MainWindow, qtbot: QtBot) -> GovernancePage:
    QTest.keyClick(window, *ALT_9)
    page = window.findChild(GovernancePage)
    assert isinstance(page, GovernancePage)
    done(page, qtbot)
    return page


def done(page: GovernancePage, qtbot: QtBot) -> None:
    """Wait until everything is examined."""
    qtbot.waitUntil(lambda: not page.is_examining)


def board(window: MainWindow) -> Board:
    return room(window).bridge.board


def listed(page: GovernancePage, concern: Concern | None = None) -> list[str]:
    rows = page.table.findings.rows
    return [each.id for each in rows if concern is None or each.concern is concern]


def without(kpi: str, **fields: object) -> Command:
    """A correction that empties fields of a definition."""

    def command(board: Board) -> Change:
        version = replace(board.latest(kpi), **fields)  # type: ignore[arg-type]  # by its fields
        return CorrectVersion(version)(board)

    return command


def choose(page: GovernancePage, concern: Concern, kpi: str) -> None:
    """Filter by a concern and stand on a KPI's row."""
    page.concerns.choose(concern.value)
    page.table.choose_rows([listed(page).index(kpi)])
    page.table.setFocus()


def enter(page: GovernancePage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Return)


def words(page: GovernancePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_the_page_lists_what_is_found_of_the_sample(page: GovernancePage) -> None:
    assert set(listed(page, Concern.NOT_REVIEWED)) == {
        "ITD-201",
        "HRD-203",
        "SAL-204",
        "PPC-006",
        "RND-003",
    }
    assert "14 項問題" in words(page)


def test_the_page_is_reached_from_the_library_whose_place_the_rail_marks(
    window: MainWindow, qtbot: QtBot
) -> None:
    from ui.views.library import LibraryPage

    window.inside.paging.show("library")
    library = window.findChild(LibraryPage)
    assert isinstance(library, LibraryPage)

    QTest.mouseClick(library.governance, Qt.MouseButton.LeftButton)

    page = window.findChild(GovernancePage)
    assert page is not None
    assert page.isVisible()
    assert window.inside.paging.rail.current == "library"


def test_each_kind_says_how_many_it_would_show(page: GovernancePage) -> None:
    page.concerns.choose(Concern.NOT_REVIEWED.value)

    item = page.concerns.currentItem()

    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith(" 5")
    assert len(listed(page)) == 5


def test_typing_finds_in_either_language(page: GovernancePage) -> None:
    QTest.keyClicks(page.search, "patent")

    assert set(listed(page)) == {"RND-003"}


def test_what_nobody_finds_is_said_with_the_way_back(page: GovernancePage) -> None:
    QTest.keyClicks(page.search, "zzz")
    empty = page._nothing
    assert empty.isVisible()

    assert empty.button is not None
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert len(listed(page)) == 14


def test_a_unit_shows_what_is_about_it_and_what_is_below_it(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    room(window).bridge.run(without("FIN-206", owner=NO_WORDS))
    done(page, qtbot)

    page.unit.setCurrentIndex(page.unit.findData("bu-a"))
    page.unit.activated.emit(page.unit.currentIndex())

    assert listed(page) == ["FIN-206"]


def test_enter_leads_to_the_field_of_the_definition(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    room(window).bridge.run(without("QAD-004", owner=NO_WORDS))
    done(page, qtbot)
    choose(page, Concern.NO_OWNER, "QAD-004")

    enter(page)

    panel = room(window).panel
    assert panel is not None
    assert (panel.current, page.isVisible()) == ("definition", False)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "責任人"
    node = room(window).selection.node
    assert board(window).nodes[node or ""].kpi == "QAD-004"


def test_what_was_mended_is_gone_when_one_comes_back(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    room(window).bridge.run(without("QAD-004", owner=NO_WORDS))
    done(page, qtbot)
    choose(page, Concern.NO_OWNER, "QAD-004")
    enter(page)

    room(window).bridge.run(without("QAD-004", owner=Words("陳", "Chen")))
    again = governance(window, qtbot)

    assert listed(again, Concern.NO_OWNER) == []


def test_a_red_without_an_answer_leads_to_where_one_writes(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    take = tuple(Edit(comment, None) for comment in board(window).comments.values())
    room(window).bridge.run(lambda _board: Change(Said("command.remove_comment"), take))
    done(page, qtbot)
    page.concerns.choose(Concern.RED_UNANSWERED.value)
    assert "FIN-206" in listed(page)
    page.table.setFocus()

    enter(page)

    panel = room(window).panel
    assert panel is not None
    trend = panel.page(panel.current)
    assert isinstance(trend, TrendPage)
    assert QApplication.focusWidget() is trend.comment


def test_an_unused_measure_is_opened(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    room(window).bridge.run(AddMeasure(Measure("spare", Words("備用", "Spare"))))
    done(page, qtbot)
    page.concerns.choose(Concern.UNUSED_MEASURE.value)
    page.table.setFocus()

    enter(page)

    form = window.findChild(MeasureForm)
    assert isinstance(form, MeasureForm)
    assert form.texts["zh_TW"].text() == "備用"
    form.reject()


def test_a_kpi_that_no_line_shows_is_put_into_the_tree(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    node = next(n for n in board(window).nodes.values() if n.kpi == "RND-003")
    room(window).bridge.run(lambda _b: Change(Said("command.remove_node"), (Edit(node, None),)))
    done(page, qtbot)
    page.concerns.choose(Concern.SMART.value)
    page.table.choose_rows([listed(page).index("RND-003")])
    assert page.bar.mend.words == "加入計分卡樹"

    QTest.mouseClick(page.bar.mend, Qt.MouseButton.LeftButton)

    (line,) = [n for n in board(window).nodes.values() if n.kpi == "RND-003"]
    assert (line.parent, line.org) == ("p-lrn", "co")
    assert room(window).selection.node == line.id
    room(window).bridge.undo()
    assert all(n.kpi != "RND-003" for n in board(window).nodes.values())


def test_several_definitions_are_checked_off_in_one_step_that_can_be_undone(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    page.concerns.choose(Concern.NOT_REVIEWED.value)
    page.table.selectAll()
    QTest.keyClicks(page.bar.note, "ok")

    QTest.mouseClick(page.bar.button, Qt.MouseButton.LeftButton)
    done(page, qtbot)

    (review,) = board(window).reviews["RND-003"]
    assert (review.day, review.outcome, review.by) == ("2026-11-10", ReviewOutcome.KEPT, "amy")
    assert review.note == Words("ok")
    assert listed(page, Concern.NOT_REVIEWED) == []
    room(window).bridge.undo()
    done(page, qtbot)
    assert len(listed(page, Concern.NOT_REVIEWED)) == 5


def test_the_last_review_is_said_and_can_be_taken_back(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    page.concerns.choose(Concern.SMART.value)
    page.table.choose_rows([listed(page).index("FIN-002")])
    assert page.bar.last.text() == "上次 2026-11-04，王立群。檢視：維持不變"

    QTest.mouseClick(page.bar.back, Qt.MouseButton.LeftButton)
    done(page, qtbot)

    assert "FIN-002" not in board(window).reviews
    assert "FIN-002" in listed_of(page, Concern.NOT_REVIEWED)


def listed_of(page: GovernancePage, concern: Concern) -> list[str]:
    page.concerns.choose(concern.value)
    return listed(page)


def test_a_review_stands_in_the_history_of_the_kpi(
    window: MainWindow, page: GovernancePage, qtbot: QtBot
) -> None:
    choose(page, Concern.NOT_REVIEWED, "RND-003")
    page.bar.outcome.set_current("retire")
    QTest.keyClicks(page.bar.note, "no use")
    QTest.mouseClick(page.bar.button, Qt.MouseButton.LeftButton)
    done(page, qtbot)
    room(window).page.show_line(
        next(n.id for n in board(window).nodes.values() if n.kpi == "RND-003")
    )
    window.inside.paging.show("scorecard")
    panel = room(window).panel
    assert panel is not None

    panel.show_tab("history")

    said = panel.page("history").texts  # type: ignore[attr-defined]  # the page of the history
    assert "檢視：將停用。no use" in said


def test_the_columns_sort_and_the_rows_are_copied_as_a_table(page: GovernancePage) -> None:
    page.concerns.choose(Concern.NOT_REVIEWED.value)
    page.table.sortByColumn(Column.ID, Qt.SortOrder.DescendingOrder)

    page.copy_table()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["問題", "名稱", "代號"]
    assert [line.split("\t")[2] for line in lines[1:]] == [
        "SAL-204",
        "RND-003",
        "PPC-006",
        "ITD-201",
        "HRD-203",
    ]


def test_nothing_is_checked_off_in_a_document_that_is_only_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = sample_in(tmp_path)
    path.chmod(0o400)
    made = window_in(tmp_path)
    made.documents.open_path(path)
    page = governance(show(made, qtbot), qtbot)

    choose(page, Concern.NOT_REVIEWED, "RND-003")

    assert not page.bar.button.isEnabled()
    assert page.bar.button.toolTip()
    made.close()
    made.deleteLater()


def test_every_part_has_a_name_and_every_row_speaks_as_a_whole(page: GovernancePage) -> None:
    for part in (page.search, page.concerns, page.table, page.bar.by, page.bar.note):
        assert part.accessibleName()
    model = page.table.findings
    spoken = model.data(model.index(0, Column.CONCERN), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("警告、SMART 檢查、")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount(QModelIndex()) == 14


def test_it_speaks_english_when_that_is_chosen(window: MainWindow, page: GovernancePage) -> None:
    window.look.set_language("en")

    assert page.bar.outcome.accessibleName() == "Outcome of the review"
    assert "14 findings" in words(page)
    assert page.concerns.item(1).text() == "Red, no answer"
