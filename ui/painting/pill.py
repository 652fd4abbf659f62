"""A status as shape and word on its tint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width
from ui.palettes import Palette

HEIGHT, PADDING, SHAPE, GAP = 24, 9, 10, 6


def paint_pill(
    painter: QPainter, rect: QRectF, status: Status, text: str, palette: Palette
) -> None:
    """Draw the pill as wide as `rect`, 24 px high in its middle."""
    tone = palette.tones[status]
    box = QRectF(rect.left(), rect.center().y() - HEIGHT / 2, rect.width(), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tone.border, 1))
    painter.setBrush(tone.tint)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
    shape = QRectF(box.left() + PADDING, box.center().y() - SHAPE / 2, SHAPE, SHAPE)
    paint_status(painter, shape, status, palette)
    words = box.adjusted(PADDING + SHAPE + GAP, 0, -PADDING + 1, 0)
    paint_words(painter, words, text, tone.text, role="secondary_medium")
    painter.restore()


def pill_width(text: str) -> float:
    """The width a pill with `text` needs, px."""
    return 2 * PADDING + SHAPE + GAP + words_width(text, "secondary_medium")
