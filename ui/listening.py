"""Hearing where the mouse rests; what the words mean is loaded when it first does."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from ui.look import Look

#: How often a mouse is looked at that has not moved yet, ms: Qt waits longer before it asks for a
#: tool tip.
_EVERY = 400


class Listening(QObject):
    """Hears where the mouse rests in `window`, and tells the meaning of what is there.

    It begins once the mouse is not where it `came` into the window, or lay when that opened. Before
    that nobody asks; and with the first event that Qt shows to Python, PySide6 builds its classes
    of all events, 0.7 MB.
    """

    def __init__(self, window: QWidget, look: Look, came: QPoint) -> None:
        super().__init__(window)
        self._window, self._look, self._came = window, look, came
        self._waiting = QTimer(self, interval=_EVERY)
        self._waiting.timeout.connect(self._look_at_mouse)
        self._waiting.start()
        self._look_at_mouse()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tool tip that nothing else had."""
        if event.type() == QEvent.Type.ToolTip:
            from ui.meaning import heard

            if heard(self._window, self._look, event):
                return True
        return super().eventFilter(watched, event)

    def _look_at_mouse(self) -> None:
        if QCursor.pos() != self._came:
            self._waiting.stop()
            self._window.installEventFilter(self)
