"""What a trend chart is given: the points, and how to say them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scorecard.figures import Trend
from scorecard.period import Period


@dataclass(frozen=True, slots=True)
class Figure:
    """A trend to draw. `number` says a value with its unit, `tick` one on the axis; `who` says
    who gave the values of a period and when, empty where nobody did. `selected` is the period
    that is looked at, `name` what the chart is of."""

    name: str
    trend: Trend
    number: Callable[[float], str]
    tick: Callable[[float], str]
    who: Callable[[Period], str]
    selected: Period | None = None

    def newest(self, count: int) -> "Figure":
        """The same with the last `count` points alone."""
        return replace(self, trend=self.trend.newest(count))

    def at_a_glance(self, count: int, steps: int) -> "Figure":
        """As `Trend.at_a_glance`."""
        return replace(self, trend=self.trend.at_a_glance(count, steps))

    @property
    def selected_at(self) -> int | None:
        """The position of the selected period among the points, None where it is not there."""
        periods = [point.period for point in self.trend.points]
        return periods.index(self.selected) if self.selected in periods else None
