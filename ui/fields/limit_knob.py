"""A handle on a bar: dragged by the mouse, moved by keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from ui.look import Look

#: What is drawn, and what the mouse takes hold of, px.
WIDTH, HEIGHT, HIT = 12, 34, 24
RADIUS, GRIP, TEN = 4, 5, 10
#: Where it stands, for a screen reader: of the length of the bar.
WHOLE = 100
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -TEN,
    Qt.Key.Key_PageUp: TEN,
}


class LimitKnob(QAbstractSlider):
    """`stepped(n)` by arrow keys, ten at once with Shift; `ended(up)` by Home and End;
    `dragged(x)` in px of its parent, then `dropped`. It does not move by itself."""

    stepped = Signal(int)
    ended = Signal(bool)
    dragged = Signal(float)
    dropped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._held_at = look, 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setRange(0, WHOLE)
        self.resize(HIT, HEIGHT)

    def sizeHint(self) -> QSize:
        """As large as what the mouse takes hold of."""
        return QSize(HIT, HEIGHT)

    @property
    def is_held(self) -> bool:
        """Whether the mouse has hold of it."""
        return self.isSliderDown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or go as far as it can."""
        steps = _STEPS.get(event.key())
        others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.modifiers() & others:
            event.ignore()
        elif steps is not None:
            many = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(steps * TEN if many and abs(steps) == 1 else steps)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.ended.emit(event.key() == Qt.Key.Key_End)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it where it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.position().x() - self.width() / 2
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is drawn to."""
        if self.is_held:
            self.dragged.emit(self.mapToParent(event.position()).x() - self._held_at)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        if self.is_held:
            self.setSliderDown(False)
            self.dropped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the limit."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle with its grip."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.is_held
        width = 2.0 if lit else 1.0
        border = colours.accent if lit else colours.text
        painter.setPen(QPen(border if self.isEnabled() else colours.line2, width))
        painter.setBrush(colours.surface)
        box = QRectF(0, 0, WIDTH, HEIGHT).adjusted(1, 1, -1, -1)
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(QPen(colours.text2, 1))
        for side in (-1.5, 1.5):
            place = box.center() + QPointF(side, 0)
            painter.drawLine(place - QPointF(0, GRIP), place + QPointF(0, GRIP))
