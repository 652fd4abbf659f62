"""The five status shapes, told apart without their colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from scorecard.vocabulary import Status
from ui.palettes import Palette, Tone
from ui.palettes import palette as palette_named

RING_WIDTH = 1.5
#: How wide the ring is beside a disc in black and white, where its light fill tells little.
_RING_ON_PAPER = 0.7


def paint_status(
    painter: QPainter,
    rect: QRectF,
    status: Status,
    palette: Palette,
    *,
    hollow: bool = False,
    mono: bool = False,
) -> None:
    """Draw the shape of `status` in the middle of `rect` (12 px in rows; 8, 10, 14 elsewhere).

    `hollow` draws only the edge: a stale or forecast value. `mono` is black and white for print.
    """
    colours = palette_named("mono") if mono else palette
    tone = colours.tones[status]
    small = status is Status.GREY and colours.name == "mono"
    side = min(rect.width(), rect.height()) * (_RING_ON_PAPER if small else 1)
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _dip(painter, tone, hollow=hollow, ring=status is Status.GREY)
    _draw(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), status)
    painter.restore()


def paint_expected(painter: QPainter, middle: QPointF, side: float, palette: Palette) -> None:
    """Draw what is expected, and not judged: a ring that hides what is behind it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.text2, RING_WIDTH))
    painter.setBrush(palette.surface)
    radius = side / 2 - 1
    painter.drawEllipse(middle, radius, radius)
    painter.restore()


def _dip(painter: QPainter, tone: Tone, *, hollow: bool, ring: bool) -> None:
    pen = QPen(tone.edge, RING_WIDTH if ring else 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow or ring else tone.fill)


def _draw(painter: QPainter, box: QRectF, status: Status) -> None:
    if status is Status.AMBER:
        painter.drawPolygon(_triangle(box))
    elif status is Status.RED:
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1)
    elif status is Status.BLUE:
        painter.drawPolygon(_diamond(box))
    else:
        inset = box.width() / 12
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _triangle(box: QRectF) -> QPolygonF:
    low = box.bottom() - box.height() / 24
    return QPolygonF(
        [QPointF(box.center().x(), box.top()), QPointF(box.right(), low), QPointF(box.left(), low)]
    )


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF(
        [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    )
