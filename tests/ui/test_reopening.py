"""Opening a closed period again: which close is opened, why, and what stays closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from scorecard.commands.closing import ClosePeriod
from scorecard.commands.entry import EnterValue
from scorecard.trouble import Refused
from tests.ui.test_closing import asked, foot
from tests.ui.windows import ON_TIME, room, window
from ui.dialogs.reopen_period import ReopenPeriod
from ui.main_window import MainWindow
from ui.selection import Reach
from ui.views.entry.page import EntryPage
from ui.widgets.label import Label

__all__ = ["window"]
AT = "2026-11-10T09:42:00+00:00"


def close(window: MainWindow, org: str, period: str) -> None:
    room(window).bridge.run(ClosePeriod(org, period, "amy", AT))


def reopening(window: MainWindow) -> ReopenPeriod:
    window.actions_of["reopen_period"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReopenPeriod)
    return dialog


def offered(dialog: ReopenPeriod) -> list[str]:
    return [dialog.which.itemText(at) for at in range(dialog.which.count())]


def is_closed(window: MainWindow, org: str, period: str) -> bool:
    return room(window).bridge.board.closings[org, period].closed


def sheet(window: MainWindow) -> EntryPage:
    window.actions_of["page.entry"].trigger()
    page = room(window).findChild(EntryPage)
    assert isinstance(page, EntryPage)
    return page


def test_a_month_is_opened_again_with_a_reason_only(window: MainWindow) -> None:
    close(window, "co", "2026-10")
    dialog = reopening(window)

    dialog.try_it()
    assert dialog.isVisible()
    assert "理由" in dialog.refusal.text
    dialog.reason.setText("出貨單補登")
    dialog.try_it()

    assert not dialog.isVisible()
    room(window).bridge.run(ON_TIME)
    closing = room(window).bridge.board.closings["co", "2026-10"]
    assert (closing.closed, closing.reason) == (False, "出貨單補登")


def test_who_closed_it_is_read_before_the_reason_is_typed(window: MainWindow) -> None:
    close(window, "co", "2026-10")
    dialog = reopening(window)

    assert dialog.told.text() == "2026-10（全公司）已由 amy 於 2026-11-10 結帳"
    assert dialog.told.geometry().bottom() < dialog.reason.geometry().top()
    assert not dialog.which.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("looked_at", "proposed"), [("bu-a", "bu-a"), ("a1", "bu-a"), ("north", "sales"), ("", "bu-a")]
)
def test_the_close_of_the_unit_looked_at_is_proposed_or_the_nearest_above_it(
    window: MainWindow, looked_at: str, proposed: str
) -> None:
    """Product line A1 belongs to business unit A; the company is open, so the first is proposed."""
    for unit in ("bu-b", "sales", "bu-a"):
        close(window, unit, "2026-10")
    room(window).page.filters.choose_unit(looked_at or None)

    dialog = reopening(window)

    assert dialog.chosen.org == proposed
    assert len(offered(dialog)) == 3
    dialog.reject()


def test_another_unit_is_chosen_and_only_that_is_opened(window: MainWindow) -> None:
    close(window, "bu-a", "2026-10")
    close(window, "sales", "2026-10")
    dialog = reopening(window)
    assert offered(dialog) == ["2026-10（事業部A）", "2026-10（業務部）"]

    dialog.which.setFocus()
    QTest.keyClick(dialog.which, Qt.Key.Key_Down)
    assert dialog.told.text().startswith("2026-10（業務部）")
    dialog.reason.setFocus()
    QTest.keyClicks(dialog.reason, "reissued invoice")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert (is_closed(window, "bu-a", "2026-10"), is_closed(window, "sales", "2026-10")) == (
        True,
        False,
    )


def test_the_fields_have_labels_and_the_keyboard_goes_through_them(window: MainWindow) -> None:
    close(window, "bu-a", "2026-10")
    close(window, "sales", "2026-10")
    dialog = reopening(window)

    buddies = {label.buddy(): label.text() for label in dialog.findChildren(QLabel)}
    assert (buddies[dialog.which], buddies[dialog.reason]) == ("哪一個結帳要重新開帳？", "理由")
    assert dialog.focusWidget() is dialog.reason
    QTest.keyClick(dialog.reason, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.cancel
    QTest.keyClick(dialog.reason, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    dialog.reject()


def test_a_month_of_a_closed_quarter_is_closed_and_leads_to_the_quarter(
    window: MainWindow, qtbot: QtBot
) -> None:
    """September is in the third quarter, which was closed for the company."""
    close(window, "co", "2026-Q3")
    room(window).selection.step(-1)
    assert "2026-09 已隨 2026-Q3 這一季（全公司）結帳" in foot(window)
    head = sheet(window).at_right

    assert head.close_period.words == "重新開帳 2026-Q3…"
    assert "2026-09 已隨" in head.close_period.toolTip()
    head.close_period.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReopenPeriod)
    assert (dialog.chosen.org, dialog.chosen.period) == ("co", "2026-Q3")
    dialog.reason.setText("出貨單補登")
    dialog.try_it()

    assert "2026-09 未結帳" in foot(window)
    assert head.close_period.words == "結帳 2026-09…"


def test_closing_such_a_month_says_by_what_it_is_closed_and_offers_to_open_that(
    window: MainWindow,
) -> None:
    close(window, "co", "2026-Q3")
    room(window).selection.step(-1)
    dialog = asked(window)
    said = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]

    assert "2026-09 已隨 2026-Q3 這一季（全公司）結帳" in said
    assert not dialog.done_button.isVisible()
    assert dialog.reopen.words == "重新開帳 2026-Q3…"
    dialog.reopen.click()

    assert not dialog.isVisible()
    then = QApplication.activeModalWidget()
    assert isinstance(then, ReopenPeriod)
    assert then.chosen.period == "2026-Q3"
    then.reject()


def test_a_unit_is_closed_with_the_company_on_its_sheet(window: MainWindow) -> None:
    close(window, "co", "2026-10")
    page = sheet(window)
    page.bar._take_org("sales")

    assert page.at_right.close_period.words == "重新開帳 2026-10…"
    assert page.at_right.close_period.toolTip() == "2026-10 已隨全公司結帳"


def test_the_sheet_of_an_open_unit_offers_to_close_it_though_another_is_closed(
    window: MainWindow,
) -> None:
    close(window, "sales", "2026-10")
    page = sheet(window)

    assert "2026-10 部分結帳" in foot(window)
    assert page.at_right.close_period.words == "結帳 2026-10…"
    page.bar._take_org("sales")
    assert page.at_right.close_period.words == "重新開帳 2026-10…"
    assert asked(window).reopen.isVisible()
    QApplication.activeModalWidget().close()  # type: ignore[union-attr]  # it is there


def test_a_quarter_whose_months_are_closed_in_part_says_so_and_offers_them(
    window: MainWindow,
) -> None:
    close(window, "co", "2026-09")
    room(window).selection.step(-1)
    room(window).selection.set_reach(Reach.QUARTER)

    assert "2026-Q3 部分結帳" in foot(window)
    dialog = reopening(window)
    assert dialog.chosen.period == "2026-09"
    dialog.reject()


def test_what_stays_closed_even_then_is_said_beforehand(window: MainWindow) -> None:
    close(window, "co", "2026-09")
    close(window, "co", "2026-Q3")
    room(window).selection.step(-1)
    dialog = reopening(window)
    assert dialog.chosen.period == "2026-09"
    assert dialog.still.text == (
        "之後 2026-09（全公司）仍隨 2026-Q3 這一季（全公司）結帳，數值還不能改。"
    )
    dialog.reason.setText("出貨單補登")
    dialog.try_it()

    with pytest.raises(Refused):
        room(window).bridge.run(EnterValue("good_units", "co", "2026-09", 1.0))
    page = sheet(window)
    row = page.desk.rows[0]
    assert page.desk.is_locked(row, page.desk.periods[-1])  # the month is open, the quarter is not


def test_it_is_asked_in_english_too(window: MainWindow) -> None:
    window.look.set_language("en")
    close(window, "sales", "2026-10")
    close(window, "bu-a", "2026-Q3")
    dialog = reopening(window)

    assert dialog.told.text() == "Closed by amy on 2026-11-10: 2026-10 (Sales department)"
    dialog.reject()
    room(window).selection.step(-1)
    assert "2026-09 closed in part" in foot(window)
    assert reopening(window).told.text().endswith("the quarter 2026-Q3 (Business unit A)")
    QApplication.activeModalWidget().close()  # type: ignore[union-attr]  # it is there
