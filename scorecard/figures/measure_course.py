"""The course of a measure as it was entered, which nothing judges."""

from scorecard.board import Board, Place
from scorecard.figures import Point, Trend
from scorecard.period import Period
from scorecard.vocabulary import Missing, Status

_NO_DATA = Missing("no_data")


def measure_course(board: Board, place: Place, newest: Period, count: int) -> Trend:
    """The entries of the last `count` periods up to `newest`, oldest first."""
    series, measure = board.series_of(*place), board.measures[place[0]]
    points = []
    for step in range(1 - count, 1):
        value = series.get(newest.number + step)
        status = Status.GREY if value is None else Status.BLUE
        points.append(Point(newest.shifted(step), _NO_DATA if value is None else value, status))
    return Trend(tuple(points), measure.unit, None)
