"""Tabs with a drawn underline."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from ui.look import Look, Wording
from ui.painting.words import paint_words, words_width
from ui.widgets.plain_tip import set_tip

HEIGHT, BETWEEN, UNDERLINE, COUNT_GAP = 40, 24, 2, 4


class Tabs(QTabBar):
    """One tab for each of `options` (key, wording); a count stands after the words."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: Wording, options: Sequence[tuple[str, Wording]]) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._keys = [key for key, _ in options]
        self._wordings = dict(options)
        self._counts: dict[str, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for _ in self._keys:
            self.addTab("")
        self.currentChanged.connect(self._on_changed)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def current(self) -> str:
        """The key of the tab in front."""
        return self._keys[self.currentIndex()]

    def set_current(self, key: str) -> None:
        """Bring a tab to the front without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._keys.index(key))
        self.update()

    def set_count(self, key: str, count: int) -> None:
        """Show a count after the words; 0 takes it away."""
        self._counts[key] = count
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.tell(self._name))
        set_tip(self, "")
        for position, key in enumerate(self._keys):
            words = f"{self._words(key)} {self._count(key)}".strip()
            self.setTabText(position, words.replace("&", "&&"))
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as words and count; the space between tabs belongs to the one before it."""
        key = self._keys[index]
        width = words_width(self._words(key), "body_medium") + BETWEEN
        if self._count(key):
            width += COUNT_GAP + words_width(self._count(key), "secondary")
        return QSize(round(width + 0.5), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs are not squeezed; Qt shows scroll buttons instead."""
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the tab below the mouse."""
        super().mouseMoveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the base line, then each tab."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(base, colours.line)
        for position in range(self.count()):
            self._paint_tab(painter, position)

    def _paint_tab(self, painter: QPainter, position: int) -> None:
        colours, key = self._look.palette, self._keys[position]
        box = QRectF(self.tabRect(position)).adjusted(0, 0, -BETWEEN, 0)
        front = position == self.currentIndex()
        colour = self._colour(position)
        role = "body_medium" if front else "body"
        paint_words(painter, box.adjusted(0, 0, BETWEEN, 0), self._words(key), colour, role=role)
        after = box.adjusted(words_width(self._words(key), role) + COUNT_GAP, -6, BETWEEN, -6)
        paint_words(painter, after, self._count(key), colour, role="secondary")
        if front:
            line = QRectF(box.left(), self.height() - UNDERLINE, box.width(), UNDERLINE)
            painter.fillRect(line, colours.accent)
        if front and self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 5, 6, -5), 4, 4)

    def _colour(self, position: int) -> QColor:
        colours = self._look.palette
        if not self.isTabEnabled(position) or not self.isEnabled():
            return colours.dis
        over = self.tabRect(position).contains(self.mapFromGlobal(self.cursor().pos()))
        return colours.text if position == self.currentIndex() or over else colours.text2

    def _words(self, key: str) -> str:
        return self._look.tell(self._wordings[key])

    def _count(self, key: str) -> str:
        count = self._counts.get(key, 0)
        return str(count) if count else ""

    def _on_changed(self, position: int) -> None:
        if position >= 0:
            self.chosen.emit(self._keys[position])
