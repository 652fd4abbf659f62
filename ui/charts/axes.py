"""The axes of a trend: months with years below, values at the left, bands at the right."""

from collections.abc import Callable, Sequence
from math import ceil, floor

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from scorecard.figures import Band
from scorecard.period import Period
from scorecard.period_name import BY_CALENDAR, Naming
from ui.charts.periods import APART, named, years
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import CENTRE, RIGHT, paint_words, words_width

STRIP, SHAPE, SIDE = 4, 8, 22
ROW = 16


class PeriodAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Names the periods under the line; as many as there is room for, the selected one always."""

    def __init__(self, look: Look) -> None:
        super().__init__("bottom")
        self._look = look
        self._periods: tuple[Period, ...] = ()
        self._naming = BY_CALENDAR
        self._selected: int | None = None
        self.setHeight(2 * ROW + 6)

    def show_periods(self, periods: Sequence[Period], naming: Naming, selected: int | None) -> None:
        """Name these periods; `selected` is the position of the one in bold."""
        self._periods, self._naming, self._selected = tuple(periods), naming, selected
        self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Draw both rows."""
        box = _place(self)
        for at, name in named(self._periods, self._naming, self._pitch(), self._selected):
            self._paint_name(painter, self._x(at), box.top() + 4, name, at == self._selected)
        self._paint_years(painter, box.top() + 4 + ROW)

    def _paint_name(self, painter: QPainter, x: float, top: float, name: str, bold: bool) -> None:
        colours = self._look.palette
        role, colour = ("secondary_bold", colours.text) if bold else ("secondary", colours.text2)
        paint_words(painter, QRectF(x - 40, top, 80, ROW), name, colour, role=role, align=CENTRE)

    def _paint_years(self, painter: QPainter, top: float) -> None:
        for x, year in years(self._periods, self._naming, self._x):
            width = words_width(year, "secondary")
            place = QRectF(x - width / 2, top, width, ROW)
            paint_words(painter, place, year, self._look.palette.text2, role="secondary")

    def _pitch(self) -> float:
        return self._x(1) - self._x(0)

    def _x(self, at: float) -> float:
        low, high = self.range
        box = _place(self)
        return float(box.left() + (at - low) / (high - low) * box.width())


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Names values at the left; a line of the grid goes through each."""

    def __init__(self, look: Look) -> None:
        super().__init__("left")
        self._look = look
        self._tick: Callable[[float], str] = str
        self.setStyle(showValues=True, tickLength=0)
        self.enableAutoSIPrefix(False)

    def show_ticks(self, tick: Callable[[float], str]) -> None:
        """Say values with `tick` from now on."""
        self._tick = tick
        self.setWidth(None)
        self.picture = None
        self.update()

    def places(self) -> list[float]:
        """The values that are named: few, round ones, none by the name of another."""
        low, high = self.range
        spacing = pg.AxisItem.tickSpacing(self, low, high, max(self.size().height(), 1))[0][0]
        while (high - low) / spacing < 3:
            spacing /= 2
        while spacing < high - low and self._is_repeated(_multiples(spacing, low, high)):
            spacing *= 2
        return _multiples(spacing, low, high)

    def labels(self) -> list[tuple[float, str]]:
        """The values that are named, with their names; no needless .0 at any."""
        places = self.places()
        texts = [self._tick(place) for place in places]
        while all("." in text for text in texts) and all(text.endswith("0") for text in texts):
            texts = [text[:-1].rstrip(".") for text in texts]
        return list(zip(places, texts, strict=True))

    def _is_repeated(self, places: Sequence[float]) -> bool:
        """Whether values have the same name: counts have no decimals to tell them apart."""
        return len({self._tick(place) for place in places}) < len(places)

    def fit(self) -> None:
        """Be as wide as the longest name."""
        texts = [text for _, text in self.labels()]
        self.setWidth(max((words_width(text, "secondary") for text in texts), default=8) + APART)

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Draw the names."""
        box = _place(self)
        low, high = self.range
        for value, text in self.labels():
            y = box.bottom() - (value - low) / (high - low) * box.height()
            place = QRectF(box.left(), y - ROW / 2, box.width() - APART, ROW)
            paint_words(
                painter, place, text, self._look.palette.text2, role="secondary", align=RIGHT
            )


class BandAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A strip at the right in the colours of the bands, with their shapes beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__("right")
        self._look = look
        self._bands: tuple[Band, ...] = ()
        self.setWidth(SIDE)

    def show_bands(self, bands: tuple[Band, ...]) -> None:
        """Draw these bands from now on."""
        self._bands = bands
        self.setWidth(SIDE if bands else 8)
        self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Draw strip and shapes."""
        box, palette = _place(self), self._look.palette
        low, high = self.range
        for band in self._bands:
            below = max(low if band.low is None else band.low, low)
            above = min(high if band.high is None else band.high, high)
            if above <= below:
                continue
            top = box.bottom() - (above - low) / (high - low) * box.height()
            bottom = box.bottom() - (below - low) / (high - low) * box.height()
            strip = QRectF(box.left(), top, STRIP, bottom - top)
            painter.fillRect(strip, palette.tones[band.status].fill)
            if bottom - top >= SHAPE + 2:
                shape = QRectF(box.left() + STRIP + 5, (top + bottom) / 2 - 4, SHAPE, SHAPE)
                paint_status(painter, shape, band.status, palette)


def _multiples(spacing: float, low: float, high: float) -> list[float]:
    """Those of `spacing` from low to high."""
    first = ceil(low / spacing)
    return [spacing * at for at in range(first, floor(high / spacing) + 1)]


def _place(axis: pg.AxisItem) -> QRectF:
    """Where an axis stands, without the room that pyqtgraph leaves for its own labels."""
    return QRectF(axis.mapRectFromParent(axis.geometry()))
