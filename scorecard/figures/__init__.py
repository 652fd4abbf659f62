"""Plain data to be drawn: what a tree, a panel, a chart or a page shows, without how."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from scorecard.evaluation.line import Cell, Line
from scorecard.period import Period
from scorecard.period_name import BY_CALENDAR, Naming
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
class Limits:
    """The process limits of the points from position `first` to `last` (R-SIGNAL-2)."""

    first: int
    last: int
    lower: float
    mean: float
    upper: float


@dataclass(frozen=True, slots=True)
class Coming:
    """A period that is forecast, with the edges of its 80 % interval where it has one."""

    period: Period
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """A KPI at an org unit over its own periods, oldest first, missing ones included.

    `bands` are those in force for the last point; `limits` those of each segment in sight that
    has enough values, the oldest first; `signals` name the rule that holds at a position.
    `coming` are the periods after the newest value; `last_year` the value of a year before by
    position, from that of the first point on, of all periods in sight or of none. `naming` is
    how the periods are called.
    """

    points: tuple[Point, ...]
    unit: str
    decimals: int | None
    bands: tuple[Band, ...] = ()
    limits: tuple[Limits, ...] = ()
    signals: Mapping[int, str] = field(default_factory=dict)
    coming: tuple[Coming, ...] = ()
    last_year: tuple[float | None, ...] = ()
    naming: Naming = BY_CALENDAR

    @property
    def periods(self) -> tuple[Period, ...]:
        """All that are in sight, those to come at the end."""
        shown = tuple(point.period for point in self.points)
        return shown + tuple(each.period for each in self.coming if each.period > shown[-1])

    def place(self, period: Period) -> int:
        """The position of a period in sight."""
        return period.number - self.points[0].period.number

    def expected(self, at: int) -> Coming | None:
        """The forecast at a position, None where there is none."""
        return next((each for each in self.coming if self.place(each.period) == at), None)

    def at_a_glance(self, count: int, steps: int) -> "Trend":
        """The last `count` points and the next `steps` to come, without the year before."""
        return replace(self.newest(count), coming=self.coming[:steps], last_year=())

    def newest(self, count: int) -> "Trend":
        """The same with the last `count` points alone."""
        cut = max(len(self.points) - count, 0)
        return replace(
            self,
            points=self.points[cut:],
            last_year=self.last_year[cut:],
            limits=tuple(_moved(self.limits, -cut)),
            signals={at - cut: rule for at, rule in self.signals.items() if at >= cut},
        )


def _moved(limits: Iterable[Limits], by: int) -> Iterator[Limits]:
    """The limits as far as they are in sight when their positions change by `by`."""
    for each in limits:
        if each.last + by >= 0:
            yield replace(each, first=max(each.first + by, 0), last=each.last + by)


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


class PartRow(NamedTuple):
    """One unit: what its line is called, its value, its share as it is shown. What is not known is
    an empty text; `own` is the line that is asked about."""

    name: Words
    value: Words
    share: str
    own: bool


class Parts(NamedTuple):
    """The units below one whole, its value and the sum of the shares; `note` says why that is not
    100 %, or why there are none."""

    rows: tuple[PartRow, ...]
    value: Words
    share: str
    note: Said | None


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the detail panel says about one line; `lost` are points as they are shown.

    `flips` are the changes that would give it another colour, each with that colour and score.
    """

    line: Line
    why: tuple[Said, ...]
    trend: Trend | None
    inputs: tuple[Input, ...] = ()
    lost: tuple[tuple[Words, str], ...] = ()
    flips: tuple[tuple[Said, Said], ...] = ()
    parts: Parts | None = None
    substituted: str = ""


__all__ = [
    "Band",
    "Cell",
    "Coming",
    "Input",
    "Limits",
    "Line",
    "Panel",
    "PartRow",
    "Parts",
    "Point",
    "Trend",
]
