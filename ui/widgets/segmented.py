"""A choice of one among a few, side by side: month, quarter, year to date."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look, Wording
from ui.painting.words import CENTRE, paint_words, words_width
from ui.widgets.painted import PaintedButton
from ui.widgets.roving import rove

HEIGHT, PADDING, RADIUS = 32, 14, 6


class Segmented(QWidget):
    """One of `options` (key, wording) is always chosen; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: Wording, options: Sequence[tuple[str, Wording]]) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._group = QButtonGroup(self)
        self._segments = {key: _Segment(look, wording) for key, wording in options}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for segment in self._segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
        self.set_current(options[0][0])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonToggled.connect(self._on_toggled)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_current(self, key: str) -> None:
        """Choose without telling anybody."""
        with QSignalBlocker(self._group):
            self._segments[key].setChecked(True)

    def set_tip(self, key: str, tip: Wording) -> None:
        """Give one segment a tool tip, with its shortcut for instance."""
        self._segments[key].set_tip_wording(tip)

    def set_words(self, key: str, wording: Wording) -> None:
        """Say something else on one segment, with its count for instance."""
        self._segments[key].set_wording(wording)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.tell(self._name))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the choice."""
        if not rove(self._group, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame around the segments."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line2, 1))
        painter.setBrush(colours.sunken)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _on_toggled(self, _segment: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.current)


class _Segment(PaintedButton):
    """One of the choices."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__(look, wording, radius=RADIUS - 2)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, to a screen reader

    def sizeHint(self) -> QSize:
        """As wide as its words if chosen, so that nothing moves."""
        width = words_width(self.words, "body_medium") + 2 * PADDING
        return QSize(round(width), HEIGHT - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a pill if chosen, then the words."""
        colours = self.look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(colours.line2, 1))
            painter.setBrush(colours.surface)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        strong = self.isChecked() or self.underMouse()
        colour = colours.text if strong else colours.text2
        role = "body_medium" if self.isChecked() else "body"
        ink = colour if self.isEnabled() else colours.dis
        paint_words(painter, box, self.words, ink, role=role, align=CENTRE)
