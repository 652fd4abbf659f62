"""Where the names of process limits stand on a chart: beside their line, clear of the others."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot, isnan, nan

from PySide6.QtCore import QPointF, QRectF

from scorecard.figures import Trend
from ui.charts.scale import ahead, steps, value_of

#: How far a name is moved at a time, and how close the points are that a line is felt at, px.
_STEP, _FELT = 12.0, 3.0
#: How high a name is, and how far its middle is from its line, px.
HIGH, _BESIDE = 16.0, 9.0

#: A line as its points, None where it is broken.
Course = Sequence[QPointF | None]
#: Turns a position and a value into px.
Place = Callable[[float, float], QPointF]


def name_places(begin: QPointF, width: float, up: bool, other: float) -> list[QRectF]:
    """Where the name of a limit may begin, whose line begins at `begin`: outside the limits, above
    the upper and below the lower one, or inside, where the `other` line leaves room for both."""
    sides = (-_BESIDE, _BESIDE) if up else (_BESIDE, -_BESIDE)
    places = [QRectF(begin.x(), begin.y() + side - HIGH / 2, width, HIGH) for side in sides]
    return places if abs(other - begin.y()) > 2 * HIGH + 4 else places[:1]


def clear_place(boxes: Sequence[QRectF], right: float, courses: Sequence[Course]) -> QRectF:
    """The first of `boxes` that, moved along its line and no further than to end at `right`, finds
    a place that no course runs through, there; where none does, the first as it is."""
    for box in boxes:
        felt = [point for course in courses for point in _points(course, box)]
        place = QRectF(box)
        while place.right() <= right or place == box:
            if not any(place.contains(point) for point in felt):
                return place
            place.translate(_STEP, 0)
    return boxes[0]


def courses_of(trend: Trend, place: Place) -> list[Course]:
    """The lines that a name must not lie under: values, target, the year before, forecast."""
    values = [value_of(point) for point in trend.points]
    lines = [_placed(values), _placed(trend.last_year)]
    lines += [steps(trend.points, side) for side in ("target", "low", "high")]
    lines.append(([each.at for each in ahead(trend)], [each.value for each in ahead(trend)]))
    return [course_of(across, up, place) for across, up in lines]


def _placed(values: Sequence[float | None]) -> tuple[Sequence[float], Sequence[float]]:
    return range(len(values)), [nan if value is None else value for value in values]


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
