"""Grey bars in place of what is being computed; they do not move."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.look import Look

PITCH, BAR = 20, 8
SHARES = (1.0, 0.75, 0.88, 0.6, 0.95)


class Skeleton(QWidget):
    """Bars for `rows` lines; show it after 150 ms of waiting."""

    def __init__(self, look: Look, rows: int = 5) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        look.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.tell(Said("look.loading")))
        self.update()

    def sizeHint(self) -> QSize:
        """One line high for each row."""
        return QSize(192, self._rows * PITCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.press)
        for row in range(self._rows):
            width = self.width() * SHARES[row % len(SHARES)]
            painter.drawRoundedRect(QRectF(0, row * PITCH + 6, width, BAR), 4, 4)
