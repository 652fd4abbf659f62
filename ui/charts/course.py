"""The course of a KPI, on the screen and on paper: bands, the target as it moved, the line with
its gaps, shapes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from scorecard.figures import Trend
from scorecard.vocabulary import Status
from ui.charts.canvas import Canvas
from ui.charts.limit_names import clear_place, courses_of, name_places
from ui.charts.notes import RADIUS, note_place
from ui.charts.periods import named, years
from ui.charts.plot import Plot
from ui.charts.scale import ahead, steps, value_of
from ui.painting.shapes import paint_expected, paint_status
from ui.painting.words import CENTRE, RIGHT, words_width

_LEFT, _BESIDE, _ABOVE, _RIGHT, _BELOW = 40.0, 12.0, 6.0, 26.0, 38.0
_STRIP, _SHAPE, _LAST = 4.0, 8.0, 11.0
_DASHED, _LIMITS, _DOTTED = (4.0, 2.7), (8.0, 3.0, 2.0, 3.0), (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class Course:
    """A trend to draw; `tick` writes a value on the axis, `marks` numbers notes by position.

    `selected` is the position whose period is boxed, `pointed` the one with the cross-hair.
    """

    trend: Trend
    tick: Callable[[float], str]
    marks: dict[int, int] = field(default_factory=dict)
    selected: int | None = None
    pointed: int | None = None


def plot_of(course: Course, box: QRectF) -> Plot:
    """Where values and periods lie when `course` is drawn into `box`, its axes set aside."""
    labels = _labels(Plot.of(course.trend, box), course)
    left = max((words_width(text, "secondary") for _, text in labels), default=0.0) + _BESIDE
    room = box.adjusted(max(left, _LEFT), _ABOVE, -_RIGHT, -_BELOW)
    return Plot.of(course.trend, room)


def paint_course(canvas: Canvas, box: QRectF, course: Course) -> None:
    """Draw the chart with its axes into `box`."""
    trend, plot = course.trend, plot_of(course, box)
    painter = canvas.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bands(canvas, plot, trend)
    _paint_values_axis(canvas, plot, _labels(plot, course))
    _paint_periods_axis(canvas, plot, course)
    _paint_places(canvas, plot, course)
    _paint_cone(canvas, plot, trend)
    for side in ("target", "low", "high"):
        _paint_target(canvas, plot, trend, side)
    _paint_limits(canvas, plot, course)  # their labels stay readable where a target crosses them
    _paint_ahead(canvas, plot, trend)
    _paint_line(canvas, plot, trend)
    painter.restore()
    _paint_points(canvas, plot, course)
    _paint_marks(canvas, plot, course)


def _paint_bands(canvas: Canvas, plot: Plot, trend: Trend) -> None:
    for band in trend.bands:
        place = plot.band(band)
        if place.height() <= 0:
            continue
        canvas.painter.fillRect(place, canvas.palette.bands[band.status])
        strip = QRectF(place.right(), place.top(), _STRIP, place.height())
        if not canvas.is_mono:
            canvas.painter.fillRect(strip, canvas.palette.tones[band.status].fill)
        if place.height() > _SHAPE + 4:
            shape = QRectF(place.right() + _STRIP + 6, place.center().y() - 5, 10, 10)
            paint_status(canvas.painter, shape, band.status, canvas.palette)


def _labels(plot: Plot, course: Course) -> list[tuple[float, str]]:
    """The values on the axis with their texts; no two the same, no needless .0 at any."""
    values = list(plot.ticks())
    texts = [course.tick(value) for value in values]
    while texts and all("." in text and text.endswith("0") for text in texts):
        texts = [text[:-1].rstrip(".") for text in texts]
    pairs = zip(values, texts, strict=True)
    return [pair for pair in pairs if pair[1] and texts.count(pair[1]) == 1]


def _paint_values_axis(canvas: Canvas, plot: Plot, labels: list[tuple[float, str]]) -> None:
    for value, text in labels:
        y = plot.y(value)
        canvas.painter.setPen(QPen(canvas.palette.line, 1))
        canvas.painter.drawLine(QLineF(plot.box.left(), y, plot.box.right(), y))
        place = QRectF(plot.box.left() - 200, y - 8, 192, 16)
        canvas.words(place, text, "secondary", align=RIGHT, faint=True)
    if canvas.is_mono:
        canvas.painter.setPen(QPen(canvas.palette.line2, 1))
        canvas.painter.drawRect(plot.box)


def _paint_periods_axis(canvas: Canvas, plot: Plot, course: Course) -> None:
    periods, naming, bottom = course.trend.periods, course.trend.naming, plot.box.bottom()
    bold = len(course.trend.points) - 1 if course.selected is None else course.selected
    for at, name in named(periods, naming, plot.pitch, course.selected):
        place = QRectF(plot.x(at) - 30, bottom + 4, 60, 16)
        role = "secondary_bold" if at == bold else "secondary"
        canvas.words(place, name, role, align=CENTRE, faint=at != bold)
    for x, year in years(periods, naming, plot.x):
        place = QRectF(x - 30, bottom + 20, 60, 16)
        canvas.words(place, year, align=CENTRE, faint=True)


def _paint_places(canvas: Canvas, plot: Plot, course: Course) -> None:
    """The box around the selected period, the cross-hair on the one pointed at."""
    painter, box = canvas.painter, plot.box
    if course.selected is not None:
        painter.setPen(QPen(canvas.palette.accent, 1))
        left = plot.x(course.selected - 0.5)
        painter.drawRect(QRectF(left, box.top(), plot.pitch, box.height()))
    if course.pointed is not None:
        painter.setPen(QPen(canvas.palette.text2, 1))
        x = plot.x(course.pointed)
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))


def _paint_limits(canvas: Canvas, plot: Plot, course: Course) -> None:
    """The limits of each segment over its own periods; the newest are named in any case."""
    courses = courses_of(course.trend, plot.place)
    for limits in course.trend.limits:
        left, right = plot.x(limits.first - 0.5), plot.x(limits.last + 0.5)
        is_newest = limits is course.trend.limits[-1]
        ends = {"upper": (limits.upper, limits.lower), "lower": (limits.lower, limits.upper)}
        for key, (value, other) in ends.items():
            y = plot.y(value)
            canvas.painter.setPen(_pen(canvas.palette.muteline, 1.0, _LIMITS))
            canvas.painter.drawLine(QLineF(left, y, right, y))
            text = canvas.say(f"panel.chart.{key}", value=course.tick(value))
            width = words_width(text, "secondary") + 6
            if is_newest or width + 6 <= right - left:
                start = min(left + 6, max(right - width, plot.box.left() + 6))
                boxes = name_places(QPointF(start, y), width, key == "upper", plot.y(other))
                place = clear_place(boxes, right, courses)
                canvas.painter.fillRect(place.adjusted(-3, 0, 0, 0), canvas.palette.surface)
                canvas.words(place, text, "secondary", faint=True)


def _paint_target(canvas: Canvas, plot: Plot, trend: Trend, side: str) -> None:
    canvas.painter.setPen(_pen(canvas.palette.ink, 1.5, _DASHED))
    run: list[QPointF] = []
    for at, value in zip(*steps(trend.points, side), strict=True):
        if not isnan(value):
            run.append(plot.place(at, value))
        elif run:
            canvas.painter.drawPolyline(QPolygonF(run))
            run = []
    if run:
        canvas.painter.drawPolyline(QPolygonF(run))


def _paint_cone(canvas: Canvas, plot: Plot, trend: Trend) -> None:
    """The 80 % interval of what is to come."""
    steps_ahead = ahead(trend)
    edge = [plot.place(step.at, step.high) for step in steps_ahead]
    edge += [plot.place(step.at, step.low) for step in reversed(steps_ahead)]
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.palette.cone)
    canvas.painter.drawPolygon(QPolygonF(edge))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_ahead(canvas: Canvas, plot: Plot, trend: Trend) -> None:
    canvas.painter.setPen(_pen(canvas.palette.ink, 2.0, _DOTTED))
    line = [plot.place(step.at, step.value) for step in ahead(trend)]
    canvas.painter.drawPolyline(QPolygonF(line))


def _paint_line(canvas: Canvas, plot: Plot, trend: Trend) -> None:
    canvas.painter.setPen(_pen(canvas.palette.ink, 2.5))
    for run in runs(plot, trend):
        canvas.painter.drawPolyline(QPolygonF(run))


def runs(plot: Plot, trend: Trend) -> Iterator[list[QPointF]]:
    """The stretches of the line without a gap."""
    run: list[QPointF] = []
    for at, point in enumerate(trend.points):
        value = value_of(point)
        if value is not None:
            run.append(plot.place(at, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _paint_points(canvas: Canvas, plot: Plot, course: Course) -> None:
    points = course.trend.points
    large = {len(points) - 1, course.pointed}
    for at, point in enumerate(points):
        value, side = value_of(point), _LAST if at in large else _SHAPE
        foot = plot.box.bottom() - _SHAPE
        middle = QPointF(plot.x(at), foot) if value is None else plot.place(at, value)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        status = Status.GREY if value is None else point.status
        paint_status(canvas.painter, box, status, canvas.palette)
    for each in course.trend.coming:
        at = course.trend.place(each.period)
        side = _LAST if at == course.pointed else _SHAPE
        paint_expected(canvas.painter, plot.place(at, each.value), side, canvas.palette)


def _paint_marks(canvas: Canvas, plot: Plot, course: Course) -> None:
    values = enumerate(map(value_of, course.trend.points))
    points = [plot.place(at, value) for at, value in values if value is not None]
    for at, number in course.marks.items():
        top = QPointF(plot.x(at), plot.box.top() + 10)
        middle = note_place(top, points, plot.box.bottom())
        canvas.painter.save()
        canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas.painter.setPen(_pen(canvas.palette.text, 1.0))
        canvas.painter.setBrush(canvas.palette.surface)
        canvas.painter.drawEllipse(middle, RADIUS, RADIUS)
        canvas.painter.restore()
        place = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
        canvas.words(place, str(number), "secondary", align=CENTRE)


def _pen(colour: QColor, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
