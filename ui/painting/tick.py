"""A check box."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.icons import paint_icon
from ui.palettes import Palette

SIDE = 14


def paint_tick(painter: QPainter, place: QPointF, palette: Palette, *, ticked: bool) -> None:
    """Draw one of 14 px with its upper left corner at `place`."""
    box = QRectF(place.x(), place.y(), SIDE, SIDE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.ink if ticked else palette.ctl, 1))
    painter.setBrush(palette.ink if ticked else palette.surface)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()
    if ticked:
        paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", palette.onink)
