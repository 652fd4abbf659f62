"""The ring around the control that has the keyboard: 2 px accent, 2 px off."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import Look
from ui.widgets.painted import RING

OFF = 4


class FocusRing(QWidget):
    """One per window: it follows the focus among controls that ask for a ring (`RING`)."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        look.changed.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the control when it moves, hides or goes."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}:
            self._surround()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._around is None:
            return
        radius = int(self._around.property(RING)) + OFF - 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._around = now if now is not None and self._wants(now) else None
        if self._around is None:
            self.hide()
            return
        self._around.installEventFilter(self)
        self._around.destroyed.connect(self._forget)
        self._surround()

    def _wants(self, widget: QWidget) -> bool:
        return widget.property(RING) is not None and self._window.isAncestorOf(widget)

    def _surround(self) -> None:
        around = self._around
        parent = around.parentWidget() if around is not None else None
        if around is None or parent is None:
            return
        self.setParent(parent)
        self.setGeometry(around.geometry().adjusted(-OFF, -OFF, OFF, OFF))
        self.raise_()
        self.show()

    def _forget(self) -> None:
        self._around = None
        self.hide()
