"""Where the limits lie, and handles to move them: bands with shapes, the last values as dots above,
this period below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.figures import Band
from ui.fields.limit_knob import HEIGHT, WHOLE, LimitKnob
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import CENTRE, paint_words, words_width

DOTS, BAR, EDGE, FOOT, SHAPE = 16, 22, 4, 40, 10
#: Numbers stand below the handles, px below the bar.
NUMBERS, NOW = 7, 22


class Grip(NamedTuple):
    """A handle at `value`, with what it says."""

    key: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What a bar shows. `edges` and `now` are numbers with their text, `old` the limits before a
    draft; `grips` are from low to high."""

    bands: tuple[Band, ...] = ()
    values: tuple[float, ...] = ()
    edges: tuple[tuple[float, str], ...] = ()
    now: tuple[float, str] | None = None
    grips: tuple[Grip, ...] = ()
    old: tuple[float, ...] = ()


class ThresholdBar(QWidget):
    """Shows a `Scale`. `sought(key, value)` when a handle is drawn to a value, `stepped(key, n)`
    and `ended(key, up)` when keys move it; the handle follows what is shown next."""

    sought = Signal(str, float)
    stepped = Signal(str, int)
    ended = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._shown = look, Scale()
        self._range = (0.0, 1.0)
        self.knobs: dict[str, LimitKnob] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_scale(self, scale: Scale, *, editable: bool) -> None:
        """Show another scale; while a handle is held its ends stay where they are."""
        self._shown = scale
        if not any(knob.is_held for knob in self.knobs.values()):
            self._range = _range_of(scale)
        words = [self._look.say(f"look.status.{band.status}") for band in scale.bands]
        texts = [text for _, text in scale.edges]
        self.setAccessibleName(self._look.say("panel.comma").join([*words, *texts]))
        self._show_grips(scale.grips, editable=editable)
        self.setVisible(bool(scale.bands))
        self.update()

    @property
    def ends(self) -> tuple[float, float]:
        """The values at its two ends."""
        return self._range

    @property
    def old(self) -> tuple[float, ...]:
        """The limits that are dashed, because they are no longer those of the draft."""
        return self._shown.old

    def sizeHint(self) -> QSize:
        """Dots, bar, and two rows of words."""
        return QSize(280, DOTS + BAR + FOOT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handles stand at their values in another width too."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots, bands, and what is below."""
        painter, colours, shown = QPainter(self), self._look.palette, self._shown
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text3)
        for at, value in enumerate(shown.values):
            height = DOTS - 5 - 3 * (at % 3)
            painter.drawEllipse(QPointF(self._x(value), height), 2.0, 2.0)
        for band in shown.bands:
            self._paint_band(painter, band)
        painter.setPen(QPen(colours.text2, 1, Qt.PenStyle.DashLine))
        for value in shown.old:
            x = round(self._x(value)) + 0.5
            painter.drawLine(QPointF(x, DOTS - 2), QPointF(x, DOTS + BAR + 2))
        for edge, text in shown.edges:
            self._paint_text(painter, edge, text, DOTS + BAR + NUMBERS, "secondary")
        if shown.now is not None:
            self._paint_now(painter, *shown.now)

    def _show_grips(self, grips: Sequence[Grip], *, editable: bool) -> None:
        keys = [grip.key for grip in grips]
        for key in [key for key in self.knobs if key not in keys]:
            gone = self.knobs.pop(key)
            gone.hide()
            gone.deleteLater()
        for grip in grips:
            knob = self.knobs.get(grip.key) or self._made(grip.key)
            knob.setEnabled(editable)
            knob.setAccessibleName(grip.text)
            knob.setToolTip(grip.text)
        for before, after in pairwise(keys):
            self.setTabOrder(self.knobs[before], self.knobs[after])
        self._place()

    def _made(self, key: str) -> LimitKnob:
        knob = LimitKnob(self._look, self)
        knob.dragged.connect(lambda x: self.sought.emit(key, self._value(x)))
        knob.stepped.connect(partial(self.stepped.emit, key))
        knob.ended.connect(partial(self.ended.emit, key))
        knob.dropped.connect(lambda: self.show_scale(self._shown, editable=True))
        self.knobs[key] = knob
        knob.show()
        return knob

    def _place(self) -> None:
        for grip in self._shown.grips:
            knob = self.knobs[grip.key]
            x = self._x(grip.value)
            knob.setValue(round(x / max(self.width(), 1) * WHOLE))
            knob.move(round(x - knob.width() / 2), DOTS + (BAR - HEIGHT) // 2)

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
        whole = SHAPE + 5 + width <= box.width() - 12
        start = box.center().x() - (SHAPE + 5 + width if whole else SHAPE) / 2
        shape = QRectF(start, DOTS, SHAPE, BAR - EDGE)
        paint_status(painter, shape, band.status, colours)
        if whole:
            place = QRectF(shape.right() + 5, DOTS, width + 2, BAR - EDGE)
            paint_words(painter, place, words, colours.text, role="secondary")

    def _paint_now(self, painter: QPainter, value: float, text: str) -> None:
        colours, top = self._look.palette, DOTS + BAR + NOW
        x = self._x(value)
        tip = [QPointF(x, top - NOW + 2), QPointF(x - 4, top - NOW + 9)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text)
        painter.drawPolygon(QPolygonF([*tip, QPointF(x + 4, top - NOW + 9)]))
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

    def _value(self, x: float) -> float:
        low, high = self._range
        share = (x - 4) / max(self.width() - 8, 1)
        return low + min(max(share, 0.0), 1.0) * (high - low)


def _range_of(scale: Scale) -> tuple[float, float]:
    """From the lowest to the highest number, with a quarter of room at both ends."""
    numbers = [*scale.values, *(edge for edge, _ in scale.edges), *scale.old]
    low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
    room = (high - low or abs(high) or 1.0) * 0.25
    return low - room, high + room
