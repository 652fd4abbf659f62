"""Which stretch of values a chart shows: nothing of the line is cut, limits where they are near."""

from typing import NamedTuple

from scorecard.figures import Point, Trend
from scorecard.vocabulary import Missing

#: Room above and below the line, as a share of its height; below, missing periods have their ring.
ABOVE, BELOW = 0.16, 0.18
#: A limit is shown where that makes the stretch at most so many times as high.
STRETCH = 1.8


def value_range(trend: Trend) -> tuple[float, float]:
    """The lowest and the highest value on the chart, in that order and never equal."""
    drawn = [value for point in trend.points for value in _of(point)]
    drawn += [value for each in trend.limits for value in (each.lower, each.mean, each.upper)]
    drawn += [each.value for each in trend.coming]
    drawn += [value for value in trend.last_year if value is not None]
    low, high = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    if low == high:
        around = abs(low) * (0.1 if any(map(_has_value, trend.points)) else 0.5) or 0.5
        low, high = low - around, high + around
    edges = {edge for band in trend.bands for edge in (band.low, band.high) if edge is not None}
    edges |= {edge for step in ahead(trend) for edge in (step.low, step.high)}
    for edge in sorted(edges, key=lambda edge: max(low - edge, edge - high)):
        wider = min(low, edge), max(high, edge)
        if wider[1] - wider[0] <= STRETCH * (high - low):
            low, high = wider
    height = high - low
    return low - BELOW * height, high + ABOVE * height


def value_of(point: Point) -> float | None:
    """The value of a point, None where it is missing."""
    return None if isinstance(point.value, Missing) else point.value


def _has_value(point: Point) -> bool:
    return value_of(point) is not None


class Step(NamedTuple):
    """A position of the forecast, with the edges of its interval; without one they are `value`."""

    at: int
    value: float
    low: float
    high: float


def ahead(trend: Trend) -> list[Step]:
    """The forecast as it is drawn: from the newest value on, empty where there is none."""
    if not trend.coming:
        return []
    start = trend.place(trend.coming[0].period) - 1
    value = value_of(trend.points[start])
    begin = [] if value is None else [Step(start, value, value, value)]
    return begin + [
        Step(
            trend.place(each.period),
            each.value,
            each.value if each.low is None else each.low,
            each.value if each.high is None else each.high,
        )
        for each in trend.coming
    ]


def height_of(trend: Trend, at: int) -> float | None:
    """The value at a position, or what is expected of it; None where neither is."""
    value = value_of(trend.points[at]) if at < len(trend.points) else None
    coming = trend.expected(at)
    return coming.value if value is None and coming is not None else value


def steps(points: tuple[Point, ...], side: str) -> tuple[list[float], list[float]]:
    """The target as it moved, as a line of steps; not-a-number breaks it where there is none.

    `side` is the name of the point's field: `target`, `low` or `high`.
    """
    across: list[float] = []
    up: list[float] = []
    for at, point in enumerate(points):
        value = {"target": point.target, "low": point.low, "high": point.high}[side]
        across += [at - 0.5, at + 0.5]
        up += [float("nan") if value is None else value] * 2
    return across, up


def _of(point: Point) -> list[float]:
    values = (value_of(point), point.target, point.low, point.high)
    return [value for value in values if value is not None]
