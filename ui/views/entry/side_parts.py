"""Small parts of the panel beside the sheet."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import Look, Wording
from ui.painting.keycap import keycap_width, paint_keycap
from ui.widgets.label import Label


class NoteField(QLineEdit):
    """A line; `left` at Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Keyed(Label):
    """A heading with the key that leads there."""

    def __init__(self, look: Look, wording: Wording, keys: str) -> None:
        super().__init__(look, wording, role="body_medium")
        self._keys = keys

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key behind the words."""
        super().paintEvent(event)
        left = self.fontMetrics().horizontalAdvance(self.text()) + 8
        box = QRectF(left, 0, keycap_width(self._keys), self.height())
        paint_keycap(QPainter(self), box, self._keys, self._look.palette)


class Rule(QWidget):
    """A line across the panel."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._look.palette.line)
