"""Where the names of process limits stand on a chart: beside their line, clear of the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot, isnan

from PySide6.QtCore import QPointF, QRectF

#: How far a name is moved at a time, and how close the points are that a line is felt at, px.
_STEP, _FELT = 12.0, 3.0

#: A line as its points, None where it is broken.
Course = Sequence[QPointF | None]
#: Turns a position and a value into px.
Place = Callable[[float, float], QPointF]


def clear_place(box: QRectF, right: float, courses: Iterable[Course]) -> QRectF:
    """`box` moved along its line, no further than to end at `right`, to the first place that no
    course runs through; where there is none, the box as it is."""
    felt = [point for course in courses for point in _points(course, box)]
    place = QRectF(box)
    while any(place.contains(point) for point in felt):
        place.translate(_STEP, 0)
        if place.right() > right:
            return box
    return place


def course_of(across: Sequence[float], up: Sequence[float], place: Place) -> list[QPointF | None]:
    """The points of a line in px; a value that is no number breaks it."""
    return [None if isnan(y) else place(x, y) for x, y in zip(across, up, strict=True)]


def _points(course: Course, box: QRectF) -> Iterator[QPointF]:
    """The points at which a line is felt, of its parts that reach the height of a box."""
    for one, other in pairwise(course):
        if one is None or other is None:
            continue
        low, high = sorted((one.y(), other.y()))
        if low <= box.bottom() and high >= box.top():
            count = max(ceil(hypot(other.x() - one.x(), other.y() - one.y()) / _FELT), 1)
            yield from (one + (other - one) * (at / count) for at in range(count + 1))
