"""How much a value changed: a worse change is bold as well as red."""

from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from scorecard.vocabulary import Status
from ui.painting.words import RIGHT, paint_whole, words_width
from ui.palettes import Palette

ARROW = 10


class Arrow(Enum):
    """The sign of a change, not whether it is good (R-CHANGE-5)."""

    UP = -1
    FLAT = 0
    DOWN = 1


def paint_change(
    painter: QPainter,
    rect: QRectF,
    text: str,
    palette: Palette,
    *,
    worse: bool = False,
    arrow: Arrow | None = None,
) -> None:
    """Draw a signed change such as `−1.5` at the right of `rect`, an arrow before it if given."""
    colour = palette.tones[Status.RED].text if worse else palette.text2
    role = change_role(worse=worse)
    paint_whole(painter, rect, text, colour, role=role, align=RIGHT)
    if arrow is not None:
        right = rect.right() - words_width(text, role) - 4
        box = QRectF(right - ARROW, rect.center().y() - ARROW / 2, ARROW, ARROW)
        _paint_arrow(painter, box, arrow, colour, 2.0 if worse else 1.5)


def change_role(*, worse: bool) -> str:
    """The role of a change: a worse one is bold."""
    return "body_bold" if worse else "body"


def _paint_arrow(
    painter: QPainter, box: QRectF, arrow: Arrow, colour: QColor, width: float
) -> None:
    slope = arrow.value * box.height() * 0.4
    tip = QPointF(box.right() - 1, box.center().y() + slope)
    tail = QPointF(box.left() + 1, box.center().y() - slope)
    shaft = QLineF(tip, tail)
    barbs = [QLineF.fromPolar(4, shaft.angle() + turn).translated(tip) for turn in (-40, 40)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLines([shaft, *barbs])
    painter.restore()
