"""The values under the mouse: they stay as long as it rests, and never come under it."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_chart import chart, plot_of
from ui.charts.trend_chart import TrendChart
from ui.charts.trend_plot import TrendPlot

__all__ = ["chart"]


@pytest.fixture
def plot(chart: TrendChart) -> TrendPlot:
    """A chart at the right edge of the screen, where the panel of a large window stands."""
    screen = chart.screen().availableGeometry()
    chart.move(screen.right() - chart.width(), screen.top() + 100)
    return plot_of(chart)


def _tip() -> QWidget | None:
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((widget for widget in shown if widget.inherits("QTipLabel")), None)


def _point(plot: TrendPlot, at: int, off: QPoint) -> QPoint:
    place = plot.place(at).toPoint() + off
    QTest.mouseMove(plot.viewport(), place - QPoint(60, 0))
    QTest.mouseMove(plot.viewport(), place)
    return place


def test_the_values_are_not_put_under_the_mouse(plot: TrendPlot, qtbot: QtBot) -> None:
    _point(plot, 3, QPoint(-2, 45))

    qtbot.waitUntil(lambda: plot.at == 3 and _tip() is not None)

    tip = _tip()
    assert tip is not None
    assert not tip.geometry().contains(QCursor.pos())


def test_the_values_stay_while_the_mouse_rests(plot: TrendPlot, qtbot: QtBot) -> None:
    place = _point(plot, 3, QPoint(0, 20))
    qtbot.waitUntil(lambda: plot.at == 3 and QToolTip.isVisible())
    told = QToolTip.text()

    asked = QHelpEvent(QEvent.Type.ToolTip, place, plot.viewport().mapToGlobal(place))
    QApplication.sendEvent(plot.viewport(), asked)
    qtbot.wait(500)

    assert told
    assert QToolTip.text() == told
