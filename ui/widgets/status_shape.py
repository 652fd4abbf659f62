"""The shape of a colour beside a line of text."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.shapes import paint_status


class StatusShape(QWidget):
    """As high as one line; the words beside it say what it means."""

    def __init__(self, look: Look, status: Status) -> None:
        super().__init__()
        self._look, self._status = look, status

    def sizeHint(self) -> QSize:
        """A shape in a line of text."""
        return QSize(12, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        paint_status(painter, QRectF(0, 0, 12, 20), self._status, self._look.palette)
