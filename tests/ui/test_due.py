"""The page of what is late or due soon, and what it puts on the clipboard for a mail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.commands.setting import PutSettings
from tests.ui.windows import room, window
from ui.main_window import MainWindow
from ui.views.due import DuePage

__all__ = ["window"]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DuePage:
    """The page, gone to by its key, with all worked out."""
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    found = window.findChild(DuePage)
    assert isinstance(found, DuePage)
    done(found, qtbot)
    return found


def done(page: DuePage, qtbot: QtBot) -> None:
    """Wait until everything is worked out."""
    qtbot.waitUntil(lambda: not page.is_looking)


def rows(page: DuePage) -> list[list[str]]:
    records = page.list.records
    return [[records.text(row, at) for at in range(6)] for row in records.rows]


def test_late_values_are_listed_by_their_owner(page: DuePage) -> None:
    late = [row for row in rows(page) if row[5].startswith("逾期")]

    assert late
    assert all(row[0] and row[1] and row[3] < "2026-11" for row in late)
    owners = [row[0] for row in rows(page)]
    assert len(set(owners)) == sum(a != b for a, b in zip(owners, ["", *owners], strict=False))


def test_a_value_that_is_entered_is_gone(window: MainWindow, page: DuePage, qtbot: QtBot) -> None:
    owed = next(each for owner in page.shown for each in owner.owed if each.is_late)
    before = len(rows(page))
    orgs = room(window).bridge.board.orgs.values()
    org = next(each.id for each in orgs if each.name == owed.org)

    room(window).bridge.run(EnterValue(owed.measure, org, owed.period.code, 1.0))
    done(page, qtbot)

    assert len(rows(page)) == before - 1


def test_one_owner_and_only_late_ones_can_be_looked_at(page: DuePage) -> None:
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    page.only_late.click()

    shown = rows(page)

    assert len({row[0] for row in shown}) == 1
    assert all(row[5].startswith("逾期") or row[5] == "剛逾期" for row in shown)


def test_what_nobody_finds_is_said_with_the_way_back(page: DuePage) -> None:
    every = len(rows(page))
    QTest.keyClicks(page.search, "zzz")
    assert page._nothing.isVisible()

    assert page._nothing.button is not None
    QTest.mouseClick(page._nothing.button, Qt.MouseButton.LeftButton)

    assert len(rows(page)) == every


def test_the_list_is_copied_for_a_mail_as_text_and_as_a_table(page: DuePage) -> None:
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)

    data = QGuiApplication.clipboard().mimeData()

    assert data.text().startswith("資料應提供清單（2026-11-10）\n\n")
    assert data.text().count("・") == len(rows(page))
    assert data.html().count("<tr>") == len(rows(page)) + 1


def test_the_rows_are_copied_as_a_table_for_a_spreadsheet(
    window: MainWindow, page: DuePage
) -> None:
    window.actions_of["copy_table"].trigger()

    lines = QGuiApplication.clipboard().text().splitlines()

    assert len(lines) == len(rows(page)) + 1
    assert lines[0].startswith("責任人\t數據\t")


def test_holidays_change_by_when_it_is_to_be_there(
    window: MainWindow, page: DuePage, qtbot: QtBot
) -> None:
    before = {row[4] for row in rows(page)}

    room(window).bridge.run(PutSettings({"holidays": [f"{day}" for day in sorted(before)]}))
    done(page, qtbot)

    assert before.isdisjoint({row[4] for row in rows(page)})


def test_lateness_is_sorted_as_a_number(page: DuePage) -> None:
    page.list.sortByColumn(5, Qt.SortOrder.DescendingOrder)

    first, last = rows(page)[0][5], rows(page)[-1][5]

    assert first.startswith("逾期")
    assert not last.startswith("逾期") or len({row[5] for row in rows(page)}) == 1


def test_the_rows_are_a_sound_model(page: DuePage) -> None:
    QAbstractItemModelTester(page.list.records, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_enter_leads_to_a_line_that_the_value_is_for(window: MainWindow, page: DuePage) -> None:
    owed = page.shown[0].owed[0]

    QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert not page.isVisible()
    board, node = room(window).bridge.board, room(window).selection.node
    kpi = board.nodes[node or ""].kpi
    assert kpi is not None
    assert owed.name.zh_TW in board.latest(kpi).formula
