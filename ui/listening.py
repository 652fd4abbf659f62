"""Hearing where the mouse rests; what the words mean is loaded when it first does."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.look import Look


class Listening(QObject):
    """Hears where the mouse rests in `window`, and tells the meaning of what is there."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tool tip that nothing else had."""
        if event.type() == QEvent.Type.ToolTip:
            from ui.meaning import heard

            if heard(self._window, self._look, event):
                return True
        return super().eventFilter(watched, event)
