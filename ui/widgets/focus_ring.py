"""The ring around the control that has the keyboard: 2 px accent, 2 px off."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.look import Look
from ui.widgets.painted import RING

OFF = 4


class FocusRing(QObject):
    """One per window: it follows the focus among controls that ask for a ring (`RING`).

    The ring is drawn on the control's parent, so that it scrolls and is cut like the control.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._around: QWidget | None = None
        self._ring = _Ring(look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def around(self) -> QWidget | None:
        """The control that wears the ring now."""
        return self._around if isValid(self._ring) and self._ring.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the control when it moves or hides."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}:
            self._surround()
        elif event.type() == QEvent.Type.Hide:
            self._take_off()
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._around is not None and isValid(self._around):
            self._around.removeEventFilter(self)
        self._take_off()
        self._around = now if now is not None and self._wants(now) else None
        if self._around is not None:
            self._around.installEventFilter(self)
            self._surround()

    def _wants(self, widget: QWidget) -> bool:
        return widget.property(RING) is not None and self._window.isAncestorOf(widget)

    def _surround(self) -> None:
        parent = self._around.parentWidget() if self._around is not None else None
        if self._around is None or parent is None:
            return
        if not isValid(self._ring):
            self._ring = _Ring(self._look)
        self._ring.setParent(parent)
        self._ring.radius = int(self._around.property(RING)) + OFF - 1
        self._ring.setGeometry(self._around.geometry().adjusted(-OFF, -OFF, OFF, OFF))
        self._ring.raise_()
        self._ring.show()

    def _take_off(self) -> None:
        if isValid(self._ring):
            self._ring.hide()


class _Ring(QWidget):
    """What is drawn; mouse and screen reader pass through."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.radius = look, OFF
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.accent, 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, self.radius, self.radius)
