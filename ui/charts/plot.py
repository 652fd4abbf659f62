"""Where values and periods lie on a chart."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF

from scorecard.figures import Band, Trend
from ui.charts.scale import value_range

_FEWEST_TICKS = 4
_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Plot:
    """A box for `count` periods side by side, oldest first, and the values `low` to `high`."""

    box: QRectF
    low: float
    high: float
    count: int

    @classmethod
    def of(cls, trend: Trend, box: QRectF) -> "Plot":
        """The plot on which all of the line of `trend` can be seen."""
        low, high = value_range(trend)
        return cls(box, low, high, max(len(trend.periods), 1))

    @property
    def pitch(self) -> float:
        """How far apart periods are, px."""
        return self.box.width() / self.count

    def x(self, at: float) -> float:
        """The middle of the period at a position."""
        return self.box.left() + (at + 0.5) * self.pitch

    def y(self, value: float) -> float:
        """The height of a value, within the box."""
        share = (value - self.low) / (self.high - self.low)
        return self.box.bottom() - min(max(share, 0.0), 1.0) * self.box.height()

    def place(self, at: float, value: float) -> QPointF:
        """The point of a value."""
        return QPointF(self.x(at), self.y(value))

    def at(self, x: float) -> int:
        """The position of the period nearest to `x`."""
        found = int((x - self.box.left()) // self.pitch)
        return min(max(found, 0), self.count - 1)

    def band(self, band: Band) -> QRectF:
        """The part of the box that a band covers; of no height where it is out of sight."""
        top = self.box.top() if band.high is None else self.y(band.high)
        bottom = self.box.bottom() if band.low is None else self.y(band.low)
        return QRectF(self.box.left(), top, self.box.width(), max(bottom - top, 0.0))

    def ticks(self) -> Iterator[float]:
        """Few round values from low to high."""
        step = self._step()
        for at in range(ceil(self.low / step), floor(self.high / step) + 1):
            yield at * step

    def _step(self) -> float:
        """The widest of 1, 2, 5, 10 … that is on the axis often enough."""
        height = self.high - self.low
        decade = 10.0 ** (floor(log10(height)) - 1)
        fitting = [part * decade for part in _STEPS if height / (part * decade) >= _FEWEST_TICKS]
        return max(fitting, default=decade)
