"""The ■ n badge of a parent: reds below it, also when it is closed (R-ROLL-7)."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width
from ui.palettes import Palette

HEIGHT, PADDING, SHAPE, GAP = 18, 6, 9, 4


def paint_badge(
    painter: QPainter, rect: QRectF, count: int, palette: Palette, status: Status = Status.RED
) -> None:
    """Draw the badge at the left of `rect`, 18 px high; a count of 0 draws nothing."""
    if count == 0:
        return
    tone = palette.tones[status]
    width = badge_width(count)
    box = QRectF(rect.left(), rect.center().y() - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tone.border, 1))
    painter.setBrush(tone.tint)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
    shape = QRectF(box.left() + PADDING, box.center().y() - SHAPE / 2, SHAPE, SHAPE)
    paint_status(painter, shape, status, palette)
    words = box.adjusted(PADDING + SHAPE + GAP, 0, 0, 0)
    paint_words(painter, words, str(count), tone.text, role="secondary_medium")
    painter.restore()


def badge_width(count: int) -> float:
    """The width of the badge, px; 0 where there is none."""
    if count == 0:
        return 0.0
    return 2 * PADDING + SHAPE + GAP + words_width(str(count), "secondary_medium")
