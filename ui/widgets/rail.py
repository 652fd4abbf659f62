"""The pages at the left edge of the window."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import CENTRE, paint_words, words_width
from ui.widgets.painted import PaintedButton
from ui.widgets.roving import rove

WIDTH, ITEM, MARGIN, ICON, RADIUS, EDGE, BADGE = 80, 60, 8, 20, 8, 3, 16


class RailItem(NamedTuple):
    """One page: its key, its icon, its word, its shortcut for the tool tip."""

    key: str
    icon: str
    wording: Wording
    keys: str = ""


class Rail(QWidget):
    """A page for each of `items` from the top, `foot` at the bottom; arrow keys move."""

    chosen = Signal(str)

    def __init__(self, look: Look, items: Sequence[RailItem], foot: Sequence[RailItem]) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(4)
        self._put(items, column)
        column.addStretch(1)
        self._put(foot, column)
        self.set_current(items[0].key)
        self.setFixedWidth(WIDTH)
        self._group.buttonClicked.connect(self._on_clicked)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def current(self) -> str:
        """The key of the page that is open."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_current(self, key: str) -> None:
        """Mark a page as open without telling anybody."""
        with QSignalBlocker(self._group):
            self._buttons[key].setChecked(True)
        self.update()

    def set_badge(self, key: str, count: int) -> None:
        """Show a red count at a page; 0 takes it away."""
        self._buttons[key].set_badge(count)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.tell(Said("look.rail")))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the choice."""
        if not rove(self._group, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, its line, and the accent edge at the open page."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), colours.line)
        box = self._buttons[self.current].geometry()
        edge = QRectF(0, box.center().y() - 11, EDGE, 24)
        painter.fillRect(edge, colours.accent)

    def _put(self, items: Sequence[RailItem], column: QVBoxLayout) -> None:
        for item in items:
            button = _RailButton(self._look, item)
            self._buttons[item.key] = button
            self._group.addButton(button)
            column.addWidget(button)

    def _on_clicked(self, _button: QAbstractButton) -> None:
        """The open page, too, may be asked for: something else may stand before it."""
        self.update()
        self.chosen.emit(self.current)


class _RailButton(PaintedButton):
    """One page of the rail."""

    def __init__(self, look: Look, item: RailItem) -> None:
        self._icon, self._keys, self._badge = item.icon, item.keys, 0
        super().__init__(look, item.wording, tip=self._tip_of(item), radius=RADIUS)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, to a screen reader

    def set_badge(self, count: int) -> None:
        """Show a red count, or none for 0."""
        self._badge = count
        self.retell()

    def accessible_words(self) -> str:
        """The page and what its badge counts."""
        if not self._badge:
            return self.words
        return self.look.say("look.rail.badge", page=self.words, count=str(self._badge))

    def sizeHint(self) -> QSize:
        """An item of the rail."""
        return QSize(WIDTH - 2 * MARGIN, ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card if open, then icon, word, badge."""
        colours = self.look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        strong = self.isChecked() or self.underMouse()
        if strong:
            painter.setPen(QPen(colours.line, 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.surface if self.isChecked() else colours.press)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        colour = colours.text if strong else colours.text2
        colour = colour if self.isEnabled() else colours.dis
        paint_icon(painter, QRectF((box.width() - ICON) / 2, 10, ICON, ICON), self._icon, colour)
        role = "secondary_medium" if self.isChecked() else "secondary"
        line = QRectF(2, 34, box.width() - 4, 18)
        paint_words(painter, line, self.words, colour, role=role, align=CENTRE)
        self._paint_badge(painter, box)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        if not self._badge:
            return
        tone, text = self.look.palette.tones[Status.RED], str(self._badge)
        width = max(BADGE, words_width(text, "secondary_medium") + 8)
        place = QRectF(box.center().x() + 6, 4, width, BADGE)
        painter.setPen(QPen(tone.border, 1))
        painter.setBrush(tone.tint)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), BADGE / 2, BADGE / 2)
        paint_words(painter, place, text, tone.text, role="secondary_medium", align=CENTRE)

    @staticmethod
    def _tip_of(item: RailItem) -> Wording:
        if not item.keys or isinstance(item.wording, str):
            return item.wording
        return Said("look.tip.keys", {"name": item.wording, "keys": item.keys})
