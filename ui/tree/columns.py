"""The columns of the scorecard, as a table."""

from enum import IntEnum
from typing import NamedTuple

from scorecard.text import Said


class Column(IntEnum):
    """The columns from left to right."""

    STATUS = 0
    NAME = 1
    ACTUAL = 2
    TARGET = 3
    ATTAINMENT = 4
    SCORE = 5
    PREVIOUS = 6
    LAST_YEAR = 7
    SPARK = 8
    OWNER = 9
    LATE = 10


class Layout(NamedTuple):
    """Width in px at 100 % scale, heading, and whether the heading stands over numbers."""

    width: int
    heading: Said
    numeric: bool = False


def _said(column: str) -> Said:
    return Said(f"window.column.{column}")


#: The name takes what is left over; its width is the least it has.
LAYOUT = {
    Column.STATUS: Layout(44, _said("status")),
    Column.NAME: Layout(232, _said("name")),
    Column.ACTUAL: Layout(100, _said("actual"), numeric=True),
    Column.TARGET: Layout(76, _said("target"), numeric=True),
    Column.ATTAINMENT: Layout(58, _said("attainment"), numeric=True),
    Column.SCORE: Layout(112, _said("score")),
    Column.PREVIOUS: Layout(62, _said("previous"), numeric=True),
    Column.LAST_YEAR: Layout(62, _said("last_year"), numeric=True),
    Column.SPARK: Layout(100, _said("spark")),
    Column.OWNER: Layout(56, _said("owner")),
    Column.LATE: Layout(20, _said("late")),
}

#: What leaves first where the window is narrow.
LEAVING = (Column.LAST_YEAR, Column.OWNER, Column.SPARK)
