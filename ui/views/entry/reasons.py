"""Why there is no number: a few reasons to choose from, or one's own."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.look import Look
from ui.painting.words import paint_words
from ui.views.entry.sheet_model import Index

ROW, RING = 28, 14
REASONS = ("open", "system", "apart", "other")


class Reasons(QListWidget):
    """`given(reason)` at Enter, at its number or a click; `own` for another one, `left` at Esc."""

    given = Signal(str)
    own = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._day = look, ""
        self.setItemDelegate(_Delegate(look, self))
        self.setFixedHeight(ROW * len(REASONS))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.itemClicked.connect(lambda item: self._give(self.row(item)))
        look.changed.connect(self.retell)

    def show_day(self, day: str) -> None:
        """By which day a number may come."""
        if day != self._day or not self.count():
            self._day = day
            self.retell()

    def retell(self) -> None:
        """Take words from the look again."""
        at = max(self.currentRow(), 0)
        self.clear()
        for reason in REASONS:
            words = self._look.say(f"entry.reason.{reason}", day=self._day)
            QListWidgetItem(words, self)
        self.setCurrentRow(at)
        self.setAccessibleName(self._look.say("entry.no_number"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the current reason, a number its own, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._give(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in {str(n) for n in range(1, len(REASONS) + 1)}:
            self._give(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _give(self, at: int) -> None:
        if REASONS[at] == "other":
            self.own.emit()
        else:
            self.given.emit(self.item(at).text())


class _Delegate(QStyledItemDelegate):
    """A ring, filled where the keyboard stands, and the words."""

    def __init__(self, look: Look, parent: Reasons) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one reason."""
        colours, box = self._look.palette, QRectF(option.rect)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(box, colours.hover if over else colours.surface)
        chosen = self._list.hasFocus() and index.row() == self._list.currentRow()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(2, box.center().y() - RING / 2, RING, RING)
        painter.setPen(QPen(colours.accent if chosen else colours.ctl, 2 if chosen else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
        words = box.adjusted(RING + 10, 0, 0, 0)
        paint_words(painter, words, str(index.data()), colours.text)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A row."""
        return QSize(100, ROW)
