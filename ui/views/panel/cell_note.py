"""The sentence under a cell that was refused."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.vocabulary import Status
from ui.fields.trouble_line import TroubleLine
from ui.look import Look

#: The room around the sentence.
ACROSS, UP = 10, 6


class CellNote(QWidget):
    """A sentence under a cell, with the likely repairs."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.line = TroubleLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(ACROSS, UP, ACROSS, UP)
        column.addWidget(self.line)
        self.line.chosen.connect(self.chosen)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        tone = self._look.palette.tones[Status.RED]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone.border, 1))
        painter.setBrush(tone.tint)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def heightForWidth(self, width: int) -> int:
        """As high as its sentence."""
        return self.line.height_in(width - 2 * ACROSS) + 2 * UP
