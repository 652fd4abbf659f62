"""Limits that start anew at an agreed date: asked for in the Trend tab, with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.text import tell
from tests.ui.panels import Stage, entered
from ui.charts.trend_chart import TrendChart
from ui.charts.trend_plot import TrendPlot
from ui.look import Look
from ui.views.panel.history_page import HistoryPage
from ui.views.panel.restarts import Restarts
from ui.views.panel.trend_page import TrendPage

PLACE = ("PPC-002", "co")


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The Trend tab of the on-time rate, shown."""
    made = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("trend")
    yield made
    made.panel.hide()
    made.bridge.close()


def trend_page(stage: Stage) -> TrendPage:
    page = stage.panel.page("trend")
    assert isinstance(page, TrendPage)
    return page


def restarts(stage: Stage) -> Restarts:
    return trend_page(stage).restarts


def drawn_limits(stage: Stage) -> list[tuple[int, int]]:
    """The segments that the chart of the panel draws limits of."""
    stage.panel.refresh()
    subject = trend_page(stage)._subject
    assert subject is not None
    assert subject.trend is not None
    return [(each.first, each.last) for each in subject.trend.limits]


def agree(stage: Stage, at: int, reason: str) -> str:
    """Have the limits start anew at a point, by the menu of that point; its period."""
    page = trend_page(stage)
    menu = page.menu_of(at)
    assert menu is not None
    menu.actions()[0].trigger()
    entered(restarts(stage).reason, reason)
    QTest.keyClick(restarts(stage).reason, Qt.Key.Key_Return)
    subject = page._subject
    assert subject is not None
    assert subject.trend is not None
    return subject.trend.points[at].period.code


def test_limits_start_anew_at_a_point_with_a_reason(stage: Stage) -> None:
    before = drawn_limits(stage)

    code = agree(stage, 12, "新的排程系統")

    (start,) = stage.bridge.board.segments[PLACE]
    assert (start.start, start.reason.zh_TW, start.by) == (code, "新的排程系統", "張志豪")
    assert before == [(0, len(trend_points(stage)) - 1)]
    assert drawn_limits(stage) == [(0, 11), (12, len(trend_points(stage)) - 1)]


def trend_points(stage: Stage) -> tuple[object, ...]:
    subject = trend_page(stage)._subject
    assert subject is not None
    assert subject.trend is not None
    return subject.trend.points


def test_the_step_has_a_name_and_can_be_undone(stage: Stage) -> None:
    code = agree(stage, 12, "新的排程系統")

    (step,) = stage.workspace.history(limit=1)
    assert tell(step.name, "zh_TW") == f"交期達成率的管制界限自 {code} 起重新計算"
    stage.bridge.undo()
    assert stage.bridge.board.segments == {}
    assert len(drawn_limits(stage)) == 1


def test_without_a_reason_nothing_starts_anew(stage: Stage) -> None:
    agree(stage, 12, "")

    assert stage.bridge.board.segments == {}
    assert restarts(stage).trouble.text == "請寫下理由，例如「七月換了新機台」。"


def test_a_start_is_listed_with_its_reason_and_taken_back(stage: Stage, qtbot: QtBot) -> None:
    code = agree(stage, 12, "新的排程系統")
    stage.panel.refresh()

    (start,) = restarts(stage).starts
    menu = trend_page(stage).menu_of(12)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        f"自 {code} 起重新計算管制界限…", f"取消自 {code} 起重新計算管制界限",
    ]  # fmt: skip
    menu.actions()[1].trigger()

    assert start.start == code
    assert stage.bridge.board.segments == {}


def test_the_history_of_the_line_tells_both_steps(stage: Stage) -> None:
    code = agree(stage, 12, "新的排程系統")
    restarts(stage).take_back(stage.bridge.board.segments[PLACE][0])

    stage.panel.show_tab("history")
    page = stage.panel.page("history")
    assert isinstance(page, HistoryPage)

    assert page.texts[0] == f"取消交期達成率自 {code} 起重新計算管制界限"
    assert "新的排程系統" in page.texts


def test_the_period_shown_can_be_asked_for_without_a_mouse(stage: Stage) -> None:
    QTest.keyClick(restarts(stage).begin, Qt.Key.Key_Space)

    assert restarts(stage).reason.isVisible()
    assert restarts(stage).reason.placeholderText().startswith("2026-10 起有什麼不同？")
    QTest.keyClick(restarts(stage).reason, Qt.Key.Key_Escape)
    assert not restarts(stage).reason.isVisible()


def test_nothing_is_offered_for_a_period_to_come(stage: Stage) -> None:
    assert trend_page(stage).menu_of(len(trend_points(stage))) is None


def test_who_may_only_read_is_offered_nothing(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    Stage(tmp_path, look, "n-ontime").bridge.close()
    made = Stage(tmp_path, look, "n-ontime", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.show_tab("trend")

    assert trend_page(made).menu_of(12) is None
    assert not restarts(made).begin.isVisible()
    made.panel.hide()
    made.bridge.close()


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_the_chart_asks_for_the_menu_of_a_point(
    stage: Stage, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    chart = trend_page(stage).findChild(TrendChart)
    assert chart is not None
    if chart.is_loading:
        with qtbot.waitSignal(chart.ready, timeout=20_000):
            chart.update()
    plot = chart.plot
    assert isinstance(plot, TrendPlot)
    plot.point_to(7)
    asked: list[int] = []
    chart.menu_requested.disconnect()
    chart.menu_requested.connect(lambda at, _where: asked.append(at))
    spot = plot.place(7).toPoint() + QPoint(1, 0)

    event = QContextMenuEvent(reason, spot, plot.mapToGlobal(spot))
    QApplication.sendEvent(plot.viewport(), event)

    assert asked == [7]
