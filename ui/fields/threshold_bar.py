"""Where the limits lie: bands with shapes, the last values as dots above, this period below."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.figures import Band
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import CENTRE, paint_words, words_width

DOTS, BAR, EDGE, FOOT, SHAPE = 16, 22, 4, 34, 10


class ThresholdBar(QWidget):
    """Shows; the limits are typed in the fields above it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bands: tuple[Band, ...] = ()
        self._values: tuple[float, ...] = ()
        self._edges: tuple[tuple[float, str], ...] = ()
        self._now: tuple[float, str] | None = None
        self._range = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_bands(
        self,
        bands: tuple[Band, ...],
        values: Sequence[float],
        edges: Sequence[tuple[float, str]],
        now: tuple[float, str] | None,
    ) -> None:
        """Show bands with the last `values`; `edges` and `now` are numbers with their text."""
        self._bands, self._values = bands, tuple(values)
        self._edges, self._now = tuple(edges), now
        numbers = [*values, *(edge for edge, _ in edges)]
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        room = (high - low or abs(high) or 1.0) * 0.25
        self._range = (low - room, high + room)
        words = [self._look.say(f"look.status.{band.status}") for band in bands]
        texts = [text for _, text in self._edges]
        self.setAccessibleName(self._look.say("panel.comma").join([*words, *texts]))
        self.setVisible(bool(bands))
        self.update()

    def sizeHint(self) -> QSize:
        """Dots, bar, and two rows of words."""
        return QSize(280, DOTS + BAR + FOOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots, bands, and what is below."""
        painter, colours = QPainter(self), self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text3)
        for at, value in enumerate(self._values):
            height = DOTS - 5 - 3 * (at % 3)
            painter.drawEllipse(QPointF(self._x(value), height), 2.0, 2.0)
        for band in self._bands:
            self._paint_band(painter, band)
        for edge, text in self._edges:
            self._paint_text(painter, edge, text, DOTS + BAR + 1, "secondary")
        if self._now is not None:
            self._paint_now(painter, *self._now)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        colours, (low, high) = self._look.palette, self._range
        left = self._x(low if band.low is None else band.low)
        right = self._x(high if band.high is None else band.high)
        box = QRectF(left, DOTS, right - left, BAR)
        painter.fillRect(box, colours.bands[band.status])
        foot = QRectF(left, DOTS + BAR - EDGE, right - left, EDGE)
        painter.fillRect(foot, colours.tones[band.status].fill)
        if box.width() < SHAPE + 4:
            return
        words = self._look.say(f"look.status.{band.status}")
        width = words_width(words, "secondary")
        whole = SHAPE + 5 + width <= box.width() - 6
        start = box.center().x() - (SHAPE + 5 + width if whole else SHAPE) / 2
        shape = QRectF(start, DOTS, SHAPE, BAR - EDGE)
        paint_status(painter, shape, band.status, colours)
        if whole:
            place = QRectF(shape.right() + 5, DOTS, width + 2, BAR - EDGE)
            paint_words(painter, place, words, colours.text, role="secondary")

    def _paint_now(self, painter: QPainter, value: float, text: str) -> None:
        colours, top = self._look.palette, DOTS + BAR + 16
        x = self._x(value)
        tip = [QPointF(x, top - 14), QPointF(x - 4, top - 7), QPointF(x + 4, top - 7)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text)
        painter.drawPolygon(QPolygonF(tip))
        self._paint_text(painter, value, text, top, "secondary_bold")

    def _paint_text(
        self, painter: QPainter, value: float, text: str, top: float, role: str
    ) -> None:
        width = words_width(text, role) + 2
        left = min(max(self._x(value) - width / 2, 0), self.width() - width)
        place = QRectF(left, top, width, 16)
        paint_words(painter, place, text, self._look.palette.text, role=role, align=CENTRE)

    def _x(self, value: float) -> float:
        low, high = self._range
        share = (min(max(value, low), high) - low) / (high - low)
        return 4 + share * (self.width() - 8)
