"""The trend chart as a widget: what draws it, and below that its legend."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from scorecard.vocabulary import Missing
from ui.charts.course_view import LARGE, CourseView
from ui.charts.figure import Figure
from ui.charts.legend import KEYS, Legend
from ui.charts.loading import Loading
from ui.charts.words import chart_words, point_words
from ui.look import Look
from ui.spoken import tell_description
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from ui.charts.trend_plot import TrendPlot

HEIGHT = 240


class TrendChart(QWidget):
    """Draws a `Figure`; ← and → read it point by point. `ready` when the plot is there.

    A small chart is painted by the program itself. A `large` one is a plot of pyqtgraph, which
    is loaded when such a chart is first seen; until then the small one stands in its place.
    `menu_requested(position, where)` is the wish for the menu of one of its points.
    """

    ready = Signal()
    menu_requested = Signal(int, QPoint)

    def __init__(self, look: Look, *, large: bool = False) -> None:
        super().__init__()
        self._look, self._large = look, large
        self._figure: Figure | None = None
        self.plot: CourseView | TrendPlot = CourseView(
            look, self._on_pointed, LARGE if large else None
        )
        self._loading = Loading(self._make_plot, self) if large else None
        self._legend = Legend(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._legend)
        self._put(self.plot)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.retell)

    @property
    def is_loading(self) -> bool:
        """Whether a small chart still stands in the place of a large one."""
        return self._large and isinstance(self.plot, CourseView)

    def show_figure(self, figure: Figure) -> None:
        """Draw another trend."""
        self._figure = figure
        self._legend.show_keys(_drawn(figure))
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        figure, plot = self._figure, self.plot
        if figure is None:
            return
        self.setAccessibleName(self._look.say("panel.chart.name", name=figure.name))
        self.setAccessibleDescription(chart_words(figure, self._look))
        plot.show_figure(figure)
        plot.setAccessibleName(self.accessibleName())
        plot.setAccessibleDescription(self.accessibleDescription())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint starts the import of the plot."""
        super().paintEvent(event)
        if self._loading is not None:
            self._loading.start()
            self._loading = None

    def _make_plot(self) -> None:
        from ui.charts.trend_plot import TrendPlot

        before = self.plot
        self._put(TrendPlot(self._look, self._on_pointed, self.menu_requested.emit))
        self.retell()
        if before.hasFocus():
            self.plot.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
        self.ready.emit()

    def _put(self, plot: "CourseView | TrendPlot") -> None:
        """Let `plot` draw from now on."""
        self.plot = plot
        self._column.insertWidget(0, plot, 1)
        plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(plot)

    def _on_pointed(self, at: int | None) -> None:
        if at is None or self._figure is None:
            QToolTip.hideText()
            return
        words = point_words(self._figure, at, self._look)
        QToolTip.showText(self._beside(at), plain_tip(words), self.plot)
        self.plot.setAccessibleDescription(words)
        tell_description(self.plot)

    def _beside(self, at: int) -> QPoint:
        """Where the tip of a point goes: beside the mouse, for a tip that comes under it, as at the
        edge of a screen, takes it off the chart and is gone; with the keyboard, beside the point.
        """
        if self.plot.underMouse():
            return QCursor.pos()
        return self.plot.mapToGlobal(self.plot.place(at).toPoint() + QPoint(12, 12))


def _drawn(figure: Figure) -> tuple[str, ...]:
    """Which of the lines there are."""
    points = figure.trend.points
    there = {
        "actual": True,
        "target": any(point.target is not None or point.low is not None for point in points),
        "last_year": bool(figure.trend.last_year),
        "ahead": bool(figure.trend.coming),
        "limits": bool(figure.trend.limits),
        "missing": any(isinstance(point.value, Missing) for point in points),
    }
    return tuple(key for key in KEYS if there[key])
