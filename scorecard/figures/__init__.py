"""Plain data to be drawn: what a tree, a panel, a chart or a page shows, without how."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorecard.evaluation.line import Cell, Line
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Status, Value, Words


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a trend; `low` and `high` are the edges where the target is a range."""

    period: Period
    value: Value
    status: Status
    target: float | None = None
    low: float | None = None
    high: float | None = None
    partial: bool = False
    comment: Words | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of values of one colour; None is open to that side."""

    status: Status
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """A KPI at an org unit over its own periods, oldest first, missing ones included.

    `bands` are those in force for the last point; `limits` the process limits
    (lower, mean, upper) of R-SIGNAL-2 where there are enough values, with their quality.
    """

    points: tuple[Point, ...]
    unit: str
    decimals: int | None
    bands: tuple[Band, ...] = ()
    limits: tuple[float, float, float] | None = None
    limits_quality: str = ""
    signals: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """A measure that feeds a number: its value in the view and what it was before."""

    measure: str
    name: Words
    unit: str
    value: Value
    previous: Value
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the detail panel says about one line."""

    line: Line
    why: tuple[Said, ...]
    trend: Trend | None
    inputs: tuple[Input, ...] = ()
    lost: tuple[tuple[Words, float], ...] = ()
    substituted: str = ""


__all__ = ["Band", "Cell", "Input", "Line", "Panel", "Point", "Trend"]
