"""A picture of what will stand in the window, until it does; keys pressed meanwhile are kept."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Picture(QWidget):
    """Draws `image` where it fits exactly. `painted` comes once it was to be seen; `typed` are
    the keys that were meant for what it stands for."""

    painted = Signal()

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.typed: list[QKeyEvent] = []
        self._image, self._is_seen = image, False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture; a window of another size is left empty."""
        if fits(self._image, self):
            QPainter(self).drawImage(0, 0, self._image)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what was typed."""
        self.typed.append(event.clone())


def fits(image: QImage, widget: QWidget) -> bool:
    """Whether a picture has just the size of a widget, pixel by pixel."""
    size = image.deviceIndependentSize().toSize()
    return size == widget.size() and image.devicePixelRatio() == widget.devicePixelRatio()
