"""A small line of the last periods, with its gaps and its target."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.palettes import Palette

END = 8


def paint_spark(
    painter: QPainter,
    rect: QRectF,
    values: Sequence[float | None],
    palette: Palette,
    *,
    targets: Sequence[float | None] = (),
    end_status: Status,
) -> None:
    """Draw `values`, oldest first, into `rect` (100×20 px); None leaves a gap.

    `targets` has the length of `values`, or is empty; the target is dashed and steps where it
    changes. The shape of `end_status` stands at the last value; a missing one is a ring at the
    foot.
    """
    if not any(value is not None for value in values):
        return
    scale = _Scale(rect, values, targets)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_targets(painter, scale, targets, palette)
    _paint_values(painter, scale, values, palette)
    painter.restore()
    _paint_end(painter, scale, values, end_status, palette)


class _Scale:
    """Places in the rectangle for positions and values; room for the end shape is left free."""

    def __init__(
        self, rect: QRectF, values: Sequence[float | None], targets: Sequence[float | None]
    ) -> None:
        known = [value for value in (*values, *targets) if value is not None]
        self.low, self.high = min(known), max(known)
        self.box = rect.adjusted(1, END / 2, -END / 2, -END / 2)
        self.last = len(values) - 1
        self.step = self.box.width() / max(self.last, 1)

    def place(self, position: float, value: float) -> QPointF:
        """The point of a value; the last is at the right, a flat line runs through the middle."""
        height = self.high - self.low
        share = (value - self.low) / height if height else 0.5
        return QPointF(
            self.box.right() - self.step * (self.last - position),
            self.box.bottom() - share * self.box.height(),
        )


def _runs(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """The stretches without a gap, each as positions and values."""
    run: list[tuple[int, float]] = []
    for position, value in enumerate((*values, None)):
        if value is not None:
            run.append((position, value))
        elif run:
            yield run
            run = []


def _paint_values(
    painter: QPainter, scale: _Scale, values: Sequence[float | None], palette: Palette
) -> None:
    pen = QPen(palette.text2, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for run in _runs(values):
        points = [scale.place(*point) for point in run]
        if len(points) == 1:
            painter.drawEllipse(points[0], 0.5, 0.5)
        else:
            painter.drawPolyline(QPolygonF(points))


def _paint_targets(
    painter: QPainter, scale: _Scale, targets: Sequence[float | None], palette: Palette
) -> None:
    pen = QPen(palette.muteline, 1)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for run in _runs(targets):
        painter.drawPolyline(QPolygonF(_steps(scale, run)))


def _steps(scale: _Scale, run: list[tuple[int, float]]) -> list[QPointF]:
    """Corners only: the start, both ends of each step, the end."""
    (position, level), last = run[0], run[-1][0]
    points = [scale.place(position, level)]
    for position, value in run[1:]:
        if value != level:
            points += [scale.place(position - 0.5, level), scale.place(position - 0.5, value)]
            level = value
    return [*points, scale.place(last, level)]


def _paint_end(
    painter: QPainter,
    scale: _Scale,
    values: Sequence[float | None],
    status: Status,
    palette: Palette,
) -> None:
    last = values[-1]
    place = scale.place(len(values) - 1, scale.low if last is None else last)
    box = QRectF(place.x() - END / 2, place.y() - END / 2, END, END)
    paint_status(painter, box, Status.GREY if last is None else status, palette)
