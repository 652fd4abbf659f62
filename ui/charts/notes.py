"""Where the number of a note stands on a chart: at the top, or below that where a point is."""

from collections.abc import Iterable
from math import hypot

from PySide6.QtCore import QPointF

#: Of the ring around the number, and of the largest shape of a point.
RADIUS, _SHAPE, _APART = 8.0, 6.0, 1.0


def note_place(top: QPointF, points: Iterable[QPointF], foot: float) -> QPointF:
    """The middle of a note, as near below `top` as no shape of `points` is covered; at the top
    itself where there is no such place above `foot`."""
    reach = RADIUS + _SHAPE + _APART
    near = [point for point in points if abs(point.x() - top.x()) < reach]
    y = top.y()
    while any(hypot(point.x() - top.x(), point.y() - y) < reach for point in near):
        y += 1
        if y > foot - RADIUS:
            return top
    return QPointF(top.x(), y)
