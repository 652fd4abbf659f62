"""A small trend on the screen, drawn by the painter of the pages; pyqtgraph stays unloaded."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.charts.canvas import Canvas
from ui.charts.course import Course, paint_course, plot_of
from ui.charts.figure import Figure
from ui.charts.reading import walked
from ui.charts.scale import height_of
from ui.look import Look

#: What a large chart would like to have: it is seen whole in the smallest window, and grows.
LARGE = QSize(384, 260)


class CourseView(QWidget):
    """`pointed(position | None)` is told what the mouse or the arrow keys are on; `wanted` is the
    size that it would like to have."""

    def __init__(
        self, look: Look, pointed: Callable[[int | None], object], wanted: QSize | None = None
    ) -> None:
        super().__init__()
        self._look, self._pointed, self._wanted = look, pointed, wanted
        self._figure: Figure | None = None
        self.at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As it was made for."""
        return self._wanted or super().sizeHint()

    def show_figure(self, figure: Figure) -> None:
        """Draw another trend."""
        self._figure, self.at = figure, None
        self.update()

    def point_to(self, at: int | None) -> None:
        """Put the cross-hair on a position, or take it away."""
        if at != self.at:
            self.at = at
            self.update()
            self._pointed(at)

    def place(self, at: int) -> QPointF:
        """Where a point is, in px of this widget; at the foot where it is missing."""
        if self._figure is None:
            return QPointF()
        plot = plot_of(self._course(self._figure), self._box)
        value = height_of(self._figure.trend, at)
        return plot.place(at, plot.low if value is None else value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it whole."""
        if self._figure is not None:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self._look.palette.surface)
                canvas = Canvas(painter, self._look.palette, self._look.say)
                paint_course(canvas, self._box, self._course(self._figure))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the cross-hair on the nearest period."""
        if self._figure is None:
            return
        plot = plot_of(self._course(self._figure), self._box)
        inside = plot.box.contains(event.position())
        self.point_to(plot.at(event.position().x()) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cross-hair away."""
        super().leaveEvent(event)
        self.point_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the line."""
        count = 0 if self._figure is None else len(self._figure.trend.periods)
        goal = walked(event.key(), self.at, count)
        if goal is None:
            event.ignore()
        else:
            self.point_to(goal)

    @property
    def _box(self) -> QRectF:
        return QRectF(self.rect())

    def _course(self, figure: Figure) -> Course:
        noted = [at for at, point in enumerate(figure.trend.points) if point.comment is not None]
        marks = {at: number for number, at in enumerate(noted, 1)}
        return Course(figure.trend, figure.tick, marks, figure.selected_at, self.at)
