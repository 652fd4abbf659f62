"""The course of a KPI on paper: bands, target as it moved, line with its gaps, shapes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from scorecard.figures import Trend
from scorecard.period import Period
from scorecard.vocabulary import Frequency, Status
from ui.charts.scale import steps, value_of
from ui.painting.shapes import paint_status
from ui.painting.words import CENTRE, RIGHT, words_width
from ui.report.plot import Plot
from ui.report.sheet import Sheet

_LEFT, _APART, _RIGHT, _BELOW = 40.0, 12.0, 26.0, 38.0
_STRIP, _SHAPE, _LAST = 4.0, 8.0, 11.0
_DASHED, _LIMITS = (4.0, 2.7), (8.0, 3.0, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Course:
    """A trend to draw; `tick` writes a value on the axis, `marks` numbers notes by position."""

    trend: Trend
    tick: Callable[[float], str]
    marks: dict[int, int]


def paint_course(sheet: Sheet, box: QRectF, course: Course) -> None:
    """Draw the chart with its axes into `box`."""
    trend = course.trend
    labels = _labels(Plot.of(trend, box), course)
    left = max((words_width(text, "secondary") for _, text in labels), default=0.0) + _APART
    plot = Plot.of(trend, box.adjusted(max(left, _LEFT), 6, -_RIGHT, -_BELOW))
    painter = sheet.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bands(sheet, plot, trend)
    _paint_values_axis(sheet, plot, labels)
    _paint_periods_axis(sheet, plot, trend)
    for side in ("target", "low", "high"):
        _paint_target(sheet, plot, trend, side)
    _paint_limits(sheet, plot, course)  # their labels stay readable where a target crosses them
    _paint_line(sheet, plot, trend)
    painter.restore()
    _paint_points(sheet, plot, trend)
    _paint_marks(sheet, plot, course)


def period_name(period: Period) -> str:
    """A period within its year: 10, Q4, H2, W43; a year by itself."""
    code = period.code
    if period.kind is Frequency.YEAR:
        return code
    return str(int(code[5:])) if period.kind is Frequency.MONTH else code[5:]


def _paint_bands(sheet: Sheet, plot: Plot, trend: Trend) -> None:
    for band in trend.bands:
        place = plot.band(band)
        if place.height() <= 0:
            continue
        sheet.painter.fillRect(place, sheet.palette.bands[band.status])
        strip = QRectF(place.right(), place.top(), _STRIP, place.height())
        if not sheet.mono:
            sheet.painter.fillRect(strip, sheet.palette.tones[band.status].fill)
        if place.height() > _SHAPE + 4:
            shape = QRectF(place.right() + _STRIP + 6, place.center().y() - 5, 10, 10)
            paint_status(sheet.painter, shape, band.status, sheet.palette)


def _labels(plot: Plot, course: Course) -> list[tuple[float, str]]:
    """The values on the axis with their texts; no two the same, no needless .0 at any."""
    values = list(plot.ticks())
    texts = [course.tick(value) for value in values]
    while texts and all("." in text and text.endswith("0") for text in texts):
        texts = [text[:-1].rstrip(".") for text in texts]
    pairs = zip(values, texts, strict=True)
    return [pair for pair in pairs if pair[1] and texts.count(pair[1]) == 1]


def _paint_values_axis(sheet: Sheet, plot: Plot, labels: list[tuple[float, str]]) -> None:
    for value, text in labels:
        y = plot.y(value)
        sheet.rule(plot.box.left(), plot.box.right(), y)
        place = QRectF(plot.box.left() - 200, y - 8, 192, 16)
        sheet.words(place, text, "secondary", align=RIGHT, faint=True)
    if sheet.mono:
        sheet.painter.setPen(QPen(sheet.palette.line2, 1))
        sheet.painter.drawRect(plot.box)


def _paint_periods_axis(sheet: Sheet, plot: Plot, trend: Trend) -> None:
    before, last = "", len(trend.points) - 1
    for at, point in enumerate(trend.points):
        x, bottom = plot.x(at), plot.box.bottom()
        role = "secondary_bold" if at == last else "secondary"
        place = QRectF(x - 30, bottom + 4, 60, 16)
        sheet.words(place, period_name(point.period), role, align=CENTRE, faint=at != last)
        year = point.period.code[:4]
        if year != before and point.period.kind is not Frequency.YEAR:
            below = QRectF(x - 30, bottom + 20, 60, 16)
            sheet.words(below, year, "secondary", align=CENTRE, faint=True)
        before = year


def _paint_limits(sheet: Sheet, plot: Plot, course: Course) -> None:
    if course.trend.limits is None:
        return
    lower, _, upper = course.trend.limits
    left, right = plot.box.left(), plot.box.right()
    for key, value, above in (("upper", upper, True), ("lower", lower, False)):
        y = plot.y(value)
        sheet.painter.setPen(_pen(sheet.palette.muteline, 1.0, _LIMITS))
        sheet.painter.drawLine(QLineF(left, y, right, y))
        text = sheet.say(f"report.trend.{key}", value=course.tick(value))
        width = words_width(text, "secondary") + 6
        place = QRectF(left + 6, y - 18 if above else y + 2, width, 16)
        sheet.painter.fillRect(place.adjusted(-3, 0, 0, 0), sheet.palette.surface)
        sheet.words(place, text, "secondary", faint=True)


def _paint_target(sheet: Sheet, plot: Plot, trend: Trend, side: str) -> None:
    sheet.painter.setPen(_pen(sheet.palette.ink, 1.5, _DASHED))
    run: list[QPointF] = []
    for at, value in zip(*steps(trend.points, side), strict=True):
        if not isnan(value):
            run.append(plot.place(at, value))
        elif run:
            sheet.painter.drawPolyline(QPolygonF(run))
            run = []
    if run:
        sheet.painter.drawPolyline(QPolygonF(run))


def _paint_line(sheet: Sheet, plot: Plot, trend: Trend) -> None:
    sheet.painter.setPen(_pen(sheet.palette.ink, 2.5))
    for run in runs(plot, trend):
        sheet.painter.drawPolyline(QPolygonF(run))


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


def _paint_points(sheet: Sheet, plot: Plot, trend: Trend) -> None:
    last = len(trend.points) - 1
    for at, point in enumerate(trend.points):
        value, side = value_of(point), _LAST if at == last else _SHAPE
        foot = plot.box.bottom() - _SHAPE
        middle = QPointF(plot.x(at), foot) if value is None else plot.place(at, value)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        status = Status.GREY if value is None else point.status
        paint_status(sheet.painter, box, status, sheet.palette)


def _paint_marks(sheet: Sheet, plot: Plot, course: Course) -> None:
    for at, number in course.marks.items():
        middle = QPointF(plot.x(at), plot.box.top() + 10)
        sheet.painter.save()
        sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet.painter.setPen(_pen(sheet.palette.text, 1.0))
        sheet.painter.setBrush(sheet.palette.surface)
        sheet.painter.drawEllipse(middle, 8.0, 8.0)
        sheet.painter.restore()
        place = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
        sheet.words(place, str(number), "secondary", align=CENTRE)


def _pen(colour: QColor, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
