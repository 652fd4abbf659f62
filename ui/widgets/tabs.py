"""Tabs with a drawn underline."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from scorecard.text import run_on
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import paint_words, words_width
from ui.widgets.plain_tip import plain_tip, set_tip

HEIGHT, BETWEEN, UNDERLINE, COUNT_GAP, MARK = 40, 24, 2, 4, 12
#: Words begin so far inside, so that the ring of the keyboard goes round them, px.
INSET = 8


class Tabs(QTabBar):
    """One tab for each of `options` (key, wording); a count or a pencil stands after the words.

    The first words begin `INSET` px from the left.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: Wording, options: Sequence[tuple[str, Wording]]) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._keys = [key for key, _ in options]
        self._wordings = dict(options)
        self._counts: dict[str, int] = {}
        self._marks: dict[str, Wording] = {}
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

    def set_mark(self, key: str, meaning: Wording) -> None:
        """Show a pencil after the words; its meaning is the tool tip and is read out. An empty
        one takes it away."""
        if self._marks.get(key, "") != meaning:
            self._marks[key] = meaning
            self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.tell(self._name))
        set_tip(self, "")
        for position, key in enumerate(self._keys):
            mark = self._look.tell(self._marks.get(key, ""))
            words = run_on([self._words(key), self._count(key), mark])
            self.setTabText(position, words.replace("&", "&&"))
            self.setTabToolTip(position, plain_tip(mark))
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as words and count; the space between tabs belongs to the one before it."""
        key = self._keys[index]
        width = words_width(self._words(key), "body_medium") + BETWEEN
        if self._count(key):
            width += COUNT_GAP + words_width(self._count(key), "secondary")
        if self._marks.get(key):
            width += COUNT_GAP + MARK
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
        base = QRectF(INSET, self.height() - 1, self.width() - 2 * INSET, 1)
        painter.fillRect(base, colours.line)
        for position in range(self.count()):
            self._paint_tab(painter, position)

    def _paint_tab(self, painter: QPainter, position: int) -> None:
        colours, key = self._look.palette, self._keys[position]
        box = QRectF(self.tabRect(position)).adjusted(INSET, 0, INSET - BETWEEN, 0)
        front = position == self.currentIndex()
        colour = self._colour(position)
        role = "body_medium" if front else "body"
        paint_words(painter, box.adjusted(0, 0, BETWEEN, 0), self._words(key), colour, role=role)
        after = box.adjusted(words_width(self._words(key), role) + COUNT_GAP, -6, BETWEEN, -6)
        paint_words(painter, after, self._count(key), colour, role="secondary")
        if self._marks.get(key):
            place = QRectF(box.right() - MARK, 0, MARK, box.height())
            paint_icon(painter, place, "pencil", colour)
        if front:
            line = QRectF(box.left(), self.height() - UNDERLINE, box.width(), UNDERLINE)
            painter.fillRect(line, colours.accent)
        if front and self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(box.adjusted(1 - INSET, 5, INSET - 1, -5), 4, 4)

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
