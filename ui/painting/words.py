"""One line of text in a role of the type scale; words are cut with …, numbers never."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.fonts import font

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
#: The next smaller step of the type scale.
SMALLER = {
    "body": "secondary",
    "body_medium": "secondary_medium",
    "body_bold": "secondary_bold",
}


def paint_words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    *,
    role: str = "body",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw `text` as plain text; its capitals stand in the middle height of `rect`."""
    metrics = _metrics(role)
    shown, width = text, metrics.horizontalAdvance(text)
    if width > rect.width() + 0.5:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        width = metrics.horizontalAdvance(shown)
    spare = rect.width() - width
    left = rect.left() + (0 if align == LEFT else spare if align == RIGHT else spare / 2)
    painter.setFont(font(role))
    painter.setPen(colour)
    painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), shown)


def paint_whole(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    *,
    role: str = "body",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw all of `text`, where it is too long smaller, then with narrower letters: of a number
    nothing may be cut."""
    if is_cut(text, rect.width(), role):
        role = SMALLER.get(role, role)
    width = words_width(text, role)
    if width <= rect.width() + 0.5:
        paint_words(painter, rect, text, colour, role=role, align=align)
        return
    painter.save()
    painter.translate(rect.left(), 0)
    painter.scale(rect.width() / width, 1)
    paint_words(painter, QRectF(0, rect.top(), width, rect.height()), text, colour, role=role)
    painter.restore()


def words_width(text: str, role: str = "body") -> float:
    """The width of `text` in px."""
    return _metrics(role).horizontalAdvance(text)


def is_cut(text: str, width: float, role: str = "body") -> bool:
    """Whether `text` is wider than `width`, so that a tool tip should show it whole."""
    return words_width(text, role) > width + 0.5


@cache
def _metrics(role: str) -> QFontMetricsF:
    return QFontMetricsF(font(role))
