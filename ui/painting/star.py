"""The solid star of a key KPI."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def paint_star(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Draw a five-pointed star as large as fits in the middle of `rect` (12 px in rows)."""
    radius = min(rect.width(), rect.height()) / 2
    middle = rect.center()
    points = [_point(middle, radius if tip % 2 == 0 else radius * 0.42, tip) for tip in range(10)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
    painter.restore()


def _point(middle: QPointF, radius: float, tip: int) -> QPointF:
    angle = tip * pi / 5 - pi / 2
    return middle + QPointF(radius * cos(angle), radius * sin(angle))
