"""The plot of a trend: line with gaps, target, bands, limits, shapes. Imports pyqtgraph."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)

from scorecard.figures import Trend
from scorecard.vocabulary import Status
from ui.charts.axes import BandAxis, PeriodAxis, ValueAxis
from ui.charts.course_view import LARGE
from ui.charts.figure import Figure
from ui.charts.layer import NOWHERE, Layer, pen, placed
from ui.charts.limit_names import clear_place, courses_of, name_places
from ui.charts.notes import note_place
from ui.charts.reading import walked
from ui.charts.scale import ahead, height_of, steps, value_of, value_range
from ui.look import Look
from ui.painting.shapes import paint_expected, paint_status
from ui.painting.words import CENTRE, paint_words, words_width

SHAPE, NOTE = 8, 16
LINE, TARGET, LIMIT, DOTS = 2.5, 1.5, 1.0, 2.0
TARGET_DASH, LIMIT_DASH = (6.0, 4.0), (8.0, 3.0, 2.0, 3.0)
AHEAD_DOTS, LAST_YEAR_DOTS = (1.0, 4.0), (2.0, 3.0)


class TrendPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """One plot for every trend. `pointed(position | None)` is told what the mouse or the arrow
    keys are on, `asked(position, where)` for which point the menu is wanted, and where on the
    screen."""

    def __init__(
        self,
        look: Look,
        pointed: Callable[[int | None], object],
        asked: Callable[[int, QPoint], object],
    ) -> None:
        self._look, self._pointed, self._asked = look, pointed, asked
        self._figure: Figure | None = None
        self._at: int | None = None
        self.periods, self.values, self.bands = PeriodAxis(look), ValueAxis(look), BandAxis(look)
        axes = {"bottom": self.periods, "left": self.values, "right": self.bands}
        super().__init__(axisItems=axes)
        self._ground = Layer(self._paint_ground)
        self._marks = Layer(self._paint_marks)
        self._target = [pg.PlotCurveItem(connect="finite") for _ in range(3)]
        self.line = pg.PlotCurveItem(connect="finite", antialias=True)
        self.limits = [pg.PlotCurveItem(connect="finite") for _ in range(2)]
        self.ahead = pg.PlotCurveItem(antialias=True)
        self.last_year = pg.PlotCurveItem(connect="finite", antialias=True)
        self._lay_out()

    @property
    def at(self) -> int | None:
        """The position that the cross-hair is on."""
        return self._at

    def sizeHint(self) -> QSize:
        """Much less than pyqtgraph would ask for."""
        return LARGE

    def show_figure(self, figure: Figure) -> None:
        """Draw another trend on the same plot, in the colours of now."""
        self.setBackground(self._look.palette.surface)
        self._figure, self._at = figure, None
        periods = figure.trend.periods
        low, high = value_range(figure.trend)
        self.setXRange(-0.6, len(periods) - 0.4, padding=0)
        self.setYRange(low, high, padding=0)
        self.periods.show_periods(periods, figure.trend.naming, figure.selected_at)
        self.bands.show_bands(figure.trend.bands)
        self.values.show_ticks(figure.tick)
        self.values.fit()
        self._draw(figure.trend)

    def setAccessibleName(self, name: str) -> None:
        """A screen reader meets the viewport as a part of its own."""
        super().setAccessibleName(name)
        self.viewport().setAccessibleName(name)

    def point_to(self, at: int | None) -> None:
        """Put the cross-hair on a position, or take it away."""
        if at != self._at:
            self._at = at
            self._marks.update()
            self._pointed(at)

    def place(self, at: int) -> QPointF:
        """Where a point is, in px of this widget."""
        figure = self._figure
        value = height_of(figure.trend, at) if figure is not None else None
        low = self.getViewBox().viewRange()[1][0]
        scene = self.getViewBox().mapViewToScene(QPointF(at, low if value is None else value))
        return QPointF(self.mapFromScene(scene))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the cross-hair on the nearest period."""
        self.point_to(self._nearest(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the period under the mouse, or of the one that was walked to."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self._at if self._at is not None else self._selected
            where = self.mapToGlobal(self.place(at or 0).toPoint())
        else:
            at, where = self._nearest(event.pos()), event.globalPos()
        if at is not None:
            self._asked(at, where)
        else:
            event.ignore()  # beside the periods the menu is that of the chart

    def viewportEvent(self, event: QEvent) -> bool:
        """A mouse that rests keeps what it points at: a scene would put its own tip, which is
        empty, in the place of the values."""
        if event.type() == QEvent.Type.ToolTip:
            return True
        return bool(super().viewportEvent(event))

    def leaveEvent(self, event: object) -> None:
        """Take the cross-hair away."""
        super().leaveEvent(event)
        self.point_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the line."""
        count = len(self._figure.trend.periods) if self._figure is not None else 0
        goal = walked(event.key(), self._at, count)
        if goal is None:
            event.ignore()
        else:
            self.point_to(goal)

    @property
    def _selected(self) -> int | None:
        return None if self._figure is None else self._figure.selected_at

    def _nearest(self, spot: QPoint) -> int | None:
        """The position nearest to a spot of this widget, None outside of the plot."""
        scene = self.mapToScene(spot)
        if self._figure is None or not self.getViewBox().sceneBoundingRect().contains(scene):
            return None
        at: int = round(self.getViewBox().mapSceneToView(scene).x())
        return min(max(at, 0), len(self._figure.trend.periods) - 1)

    def _lay_out(self) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        plot = self.getPlotItem()
        plot.setContentsMargins(0, 2, 0, 0)
        plot.layout.setContentsMargins(0, 0, 0, 0)
        plot.showAxis("right")
        self._ground.setZValue(-10)
        self._marks.setZValue(10)
        lines = (*self.limits, *self._target, self.last_year, self.ahead, self.line)
        for item in (self._ground, *lines, self._marks):
            plot.addItem(item, ignoreBounds=True)
        self.setBackground(self._look.palette.surface)
        # Another height names other values, which may be longer.
        self.getViewBox().sigResized.connect(lambda _box: self.values.fit())

    def _draw(self, trend: Trend) -> None:
        colours, points = self._look.palette, trend.points
        for item, side in zip(self._target, ("target", "low", "high"), strict=True):
            item.setData(*steps(points, side), connect="finite")
            item.setPen(pen(colours.text, TARGET, TARGET_DASH))
        self.line.setData(*placed([value_of(point) for point in points]))
        self.line.setPen(pen(colours.text, LINE))
        self.last_year.setData(*placed(trend.last_year))
        self.last_year.setPen(pen(colours.muteline, DOTS, LAST_YEAR_DOTS))
        steps_ahead = ahead(trend)
        self.ahead.setData([each.at for each in steps_ahead], [each.value for each in steps_ahead])
        self.ahead.setPen(pen(colours.text, DOTS, AHEAD_DOTS))
        self._draw_limits()
        self._ground.update()
        self._marks.update()

    def _draw_limits(self) -> None:
        limits = self._figure.trend.limits if self._figure is not None else ()
        across = [at for each in limits for at in (each.first - 0.5, each.last + 0.5, NOWHERE)]
        heights = [each.lower for each in limits], [each.upper for each in limits]
        for line, ends in zip(self.limits, heights, strict=True):
            line.setData(across, [value for end in ends for value in (end, end, NOWHERE)])
            line.setPen(pen(self._look.palette.muteline, LIMIT, LIMIT_DASH))

    def _paint_ground(self, painter: QPainter, place: Callable[[float, float], QPointF]) -> None:
        """The bands behind the line, the grid, and the box around the selected period."""
        figure, colours = self._figure, self._look.palette
        if figure is None:
            return
        (left, right), (low, high) = self.getViewBox().viewRange()
        for band in figure.trend.bands:
            below = max(low if band.low is None else band.low, low)
            above = min(high if band.high is None else band.high, high)
            if above > below:
                box = QRectF(place(left, above), place(right, below))
                painter.fillRect(box, colours.bands[band.status])
        self._paint_cone(painter, place)
        painter.setPen(QPen(colours.grid, 1))
        for value in self.values.places():
            painter.drawLine(place(left, value), place(right, value))
        at = figure.selected_at
        if at is not None:
            painter.setPen(QPen(colours.accent, 1))
            box = QRectF(place(at - 0.5, high), place(at + 0.5, low))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_cone(self, painter: QPainter, place: Callable[[float, float], QPointF]) -> None:
        """The 80 % interval of what is to come, as far as it is in sight."""
        steps_ahead = ahead(self._figure.trend) if self._figure is not None else []
        _, (low, high) = self.getViewBox().viewRange()
        edge = [place(step.at, min(step.high, high)) for step in steps_ahead]
        edge += [place(step.at, max(step.low, low)) for step in reversed(steps_ahead)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.cone)
        painter.drawPolygon(QPolygonF(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_marks(self, painter: QPainter, place: Callable[[float, float], QPointF]) -> None:
        """The cross-hair, a shape at each value, a ring at the foot of each missing one, notes."""
        figure, colours = self._figure, self._look.palette
        if figure is None:
            return
        self._paint_limit_names(painter, place)
        _, (low, high) = self.getViewBox().viewRange()
        if self._at is not None:
            painter.setPen(QPen(colours.text2, 1))
            painter.drawLine(place(self._at, high), place(self._at, low))
        values = enumerate(map(value_of, figure.trend.points))
        spots = [place(at, value) for at, value in values if value is not None]
        number = 0
        for at, point in enumerate(figure.trend.points):
            value = value_of(point)
            spot = place(at, low) - QPointF(0, SHAPE) if value is None else place(at, value)
            side = SHAPE + 4 if at == self._at else SHAPE
            box = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
            paint_status(painter, box, Status.GREY if value is None else point.status, colours)
            if point.comment is not None:
                number += 1
                top, foot = place(at, high) + QPointF(0, NOTE), place(at, low).y()
                self._paint_note(painter, note_place(top, spots, foot), str(number))
        for each in figure.trend.coming:
            at = figure.trend.place(each.period)
            side = SHAPE + 4 if at == self._at else SHAPE
            paint_expected(painter, place(at, each.value), side, colours)

    def _paint_note(self, painter: QPainter, middle: QPointF, number: str) -> None:
        colours = self._look.palette
        painter.setPen(QPen(colours.text2, 1))
        painter.setBrush(colours.surface)
        painter.drawEllipse(middle, NOTE / 2, NOTE / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(middle.x() - NOTE, middle.y() - NOTE / 2, 2 * NOTE, NOTE)
        paint_words(painter, box, number, colours.text, role="secondary", align=CENTRE)

    def _paint_limit_names(
        self, painter: QPainter, place: Callable[[float, float], QPointF]
    ) -> None:
        """Each limit by its name, the newest in any case, on the ground of the chart."""
        figure, colours = self._figure, self._look.palette
        if figure is None:
            return
        courses = courses_of(figure.trend, place)
        for limits in figure.trend.limits:
            ends = {"lower": (limits.lower, limits.upper), "upper": (limits.upper, limits.lower)}
            for key, (value, other) in ends.items():
                begin, end = place(limits.first - 0.5, value), place(limits.last + 0.5, value)
                text = self._look.say(f"panel.chart.{key}", value=figure.tick(value))
                width = words_width(text, "secondary") + 6
                if limits is figure.trend.limits[-1] or width <= end.x() - begin.x():
                    start = QPointF(min(begin.x() + 4, end.x() - width), begin.y())
                    boxes = name_places(start, width, key == "upper", place(0, other).y())
                    box = clear_place(boxes, end.x(), courses)
                    painter.fillRect(box.adjusted(-2, 0, 0, 0), colours.surface)
                    paint_words(painter, box, text, colours.text2, role="secondary")
