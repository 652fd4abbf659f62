"""A key as it stands on the keyboard: Ctrl K."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.painting.words import CENTRE, paint_words, words_width
from ui.palettes import Palette

HEIGHT, PADDING = 18, 5


def paint_keycap(
    painter: QPainter, rect: QRectF, keys: str, palette: Palette, colour: QColor | None = None
) -> None:
    """Draw the key at the right of `rect`, 18 px high; `colour` stands for text2 and its border."""
    width = keycap_width(keys)
    box = QRectF(rect.right() - width, rect.center().y() - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour or palette.line2, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    paint_words(painter, box, keys, colour or palette.text2, role="mono", align=CENTRE)
    painter.restore()


def keycap_width(keys: str) -> float:
    """The width of the key, px."""
    return 2 * PADDING + words_width(keys, "mono")
