"""Widgets that choose: rail, segments, periods, tabs, search."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from scorecard.period import Calendar, Period
from scorecard.period_name import Naming
from scorecard.vocabulary import Words
from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.painted import PaintedButton
from ui.widgets.period_picker import PeriodPicker, period_words
from ui.widgets.period_popup import PeriodPopup
from ui.widgets.rail import Rail, RailItem
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented
from ui.widgets.tabs import Tabs

OCTOBER = Period.parse("2026-10")
VIEWS: list[tuple[str, str]] = [("m", "月"), ("q", "季"), ("y", "年累計")]
PAGES = [
    RailItem("scorecard", "list-tree", Words("計分卡", "Scorecard"), "Alt+1"),
    RailItem("actions", "circle-check-big", Words("行動", "Actions"), "Alt+6"),
]
SETTINGS = [RailItem("settings", "settings", Words("設定", "Settings"))]

Show = Callable[[QWidget], QWidget]


def test_arrow_keys_move_a_segment(look: Look, qtbot: QtBot, shown: Show) -> None:
    views = Segmented(look, "檢視", VIEWS)
    window = shown(views)
    QTest.keyClick(window, Qt.Key.Key_Tab)

    with qtbot.waitSignal(views.chosen, timeout=500) as told:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)

    assert told.args == ["q"]
    assert views.current == "q"


def test_a_segment_is_one_of_several_to_a_screen_reader(look: Look, qtbot: QtBot) -> None:
    views = Segmented(look, "檢視", VIEWS)
    qtbot.addWidget(views)

    segment = QAccessible.queryAccessibleInterface(views.findChildren(QAbstractButton)[0])

    assert segment.role() is QAccessible.Role.RadioButton


def test_setting_a_segment_tells_nobody(look: Look, qtbot: QtBot) -> None:
    views = Segmented(look, "檢視", VIEWS)
    qtbot.addWidget(views)

    with qtbot.assertNotEmitted(views.chosen):
        views.set_current("y")

    assert views.current == "y"


def test_the_rail_tells_the_chosen_page(look: Look, qtbot: QtBot, shown: Show) -> None:
    rail = Rail(look, PAGES, SETTINGS)
    shown(rail)
    page = rail.findChildren(QAbstractButton)[1]

    with qtbot.waitSignal(rail.chosen, timeout=500) as told:
        QTest.mouseClick(page, Qt.MouseButton.LeftButton)

    assert told.args == ["actions"]


def test_the_rail_names_what_its_badge_counts(look: Look, qtbot: QtBot) -> None:
    rail = Rail(look, PAGES, SETTINGS)
    qtbot.addWidget(rail)

    rail.set_badge("actions", 2)

    assert rail.findChildren(QAbstractButton)[1].accessibleName() == "行動，逾期 2 項"


def test_the_rail_tells_its_shortcuts(look: Look, qtbot: QtBot) -> None:
    rail = Rail(look, PAGES, SETTINGS)
    qtbot.addWidget(rail)

    tips = [button.toolTip() for button in rail.findChildren(QAbstractButton)]

    assert tips == ["計分卡（Alt+1）", "行動（Alt+6）", "設定"]


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2026-10", "115 年 10 月", "Oct 2026"),
        ("2026-Q4", "115 年第 4 季", "Q4 2026"),
        ("2026-H1", "115 年上半年", "H1 2026"),
        ("2026", "115 年", "2026"),
        ("2026-W43", "2026-W43", "2026-W43"),
    ],
)
def test_a_period_is_said_as_people_say_it(look: Look, code: str, zh: str, en: str) -> None:
    words = period_words(Period.parse(code))
    chinese = look.tell(words)

    look.set_language("en")

    assert (chinese, look.tell(words)) == (zh, en)


@pytest.mark.parametrize(
    ("code", "to_date", "zh", "en"),
    [
        ("2025-Q1", False, "115 年第 1 季 · 2025-07–2025-09", "Q1 2026 · 2025-07–2025-09"),
        ("2026-02", True, "115 年 2 月 · 2025-07–2026-02", "Feb 2026 · 2025-07–2026-02"),
        ("2026-02", False, "115 年 2 月", "Feb 2026"),
    ],
)
def test_a_picker_shows_the_range_of_a_fiscal_year_called_by_its_end(
    look: Look, qtbot: QtBot, *, code: str, to_date: bool, zh: str, en: str
) -> None:
    """R-TIME-4."""
    picker = PeriodPicker(look, OCTOBER)
    qtbot.addWidget(picker)
    picker.set_naming(Naming(Calendar(7), by_end=True))

    picker.set_period(Period.parse(code), to_date=to_date)

    (shown,) = [w for w in picker.findChildren(PaintedButton) if not isinstance(w, Button)]
    chinese = shown.words
    look.set_language("en")
    assert (chinese, shown.words) == (zh, en)


def test_a_step_on_tells_the_next_period(look: Look, qtbot: QtBot) -> None:
    picker = PeriodPicker(look, OCTOBER)
    qtbot.addWidget(picker)

    with qtbot.waitSignal(picker.picked, timeout=500) as told:
        picker.step(1)

    assert told.args == [Period.parse("2026-11")]


def test_setting_a_period_tells_nobody(look: Look, qtbot: QtBot) -> None:
    picker = PeriodPicker(look, OCTOBER)
    qtbot.addWidget(picker)

    with qtbot.assertNotEmitted(picker.picked):
        picker.set_period(Period.parse("2026-Q4"))

    assert picker.period.code == "2026-Q4"


@pytest.mark.parametrize(
    ("keys", "picked"),
    [
        ([Qt.Key.Key_Left], "2026-09"),
        ([Qt.Key.Key_Up], "2026-07"),
        ([Qt.Key.Key_Down], "2027-01"),
        ([Qt.Key.Key_PageUp], "2025-10"),
    ],
    ids=["left", "up", "over the end of the year", "a page up"],
)
def test_a_period_is_picked_by_keys(
    look: Look, qtbot: QtBot, shown: Show, keys: list[Qt.Key], picked: str
) -> None:
    picker = PeriodPicker(look, OCTOBER)
    shown(picker)
    picker.open()
    popup = picker.findChild(PeriodPopup)
    assert isinstance(popup, PeriodPopup)

    with qtbot.waitSignal(picker.picked, timeout=500) as told:
        for key in (*keys, Qt.Key.Key_Return):
            focus = popup.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)

    assert told.args == [Period.parse(picked)]


def test_a_week_is_stepped_but_has_no_list(look: Look, qtbot: QtBot) -> None:
    picker = PeriodPicker(look, Period.parse("2026-W43"))
    qtbot.addWidget(picker)

    picker.open()

    assert picker.findChild(PeriodPopup) is None


def test_a_tab_tells_its_key(look: Look, qtbot: QtBot, shown: Show) -> None:
    tabs = Tabs(look, "頁籤", [("overview", "總覽"), ("trend", "趨勢")])
    shown(tabs)

    with qtbot.waitSignal(tabs.chosen, timeout=500) as told:
        QTest.keyClick(tabs, Qt.Key.Key_Right)

    assert told.args == ["trend"]


def test_a_tab_shows_and_names_its_count(look: Look, qtbot: QtBot) -> None:
    tabs = Tabs(look, "頁籤", [("actions", "行動")])
    qtbot.addWidget(tabs)
    before = tabs.tabRect(0).width()

    tabs.set_count("actions", 12)

    assert tabs.tabText(0) == "行動 12"
    assert tabs.tabRect(0).width() > before


def test_the_search_field_is_named_by_its_placeholder(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, Words("搜尋指標", "Find a KPI"))
    qtbot.addWidget(field)

    look.set_language("en")

    assert (field.placeholderText(), field.accessibleName()) == ("Find a KPI", "Find a KPI")
    assert field.toolTip() == "Find a KPI (Ctrl K)"


def test_an_empty_state_offers_one_next_step(look: Look, qtbot: QtBot, shown: Show) -> None:
    empty = EmptyState(look, "circle-check-big", "還沒有行動", "紅燈需要一個人。", "新增行動")
    shown(empty)
    buttons = empty.findChildren(Button)

    with qtbot.waitSignal(empty.action_requested, timeout=500):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    assert len(buttons) == 1
