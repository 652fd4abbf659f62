"""The list of snapshots: period and unit, when it was frozen, its digest, whether it is sound."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width
from ui.snapshot import stretch_words
from ui.views.snapshots.shelf import Item

WIDTH, ROW = 248, 56
_ITEM = Qt.ItemDataRole.UserRole
_PAGE_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_B})


class ShelfList(QListWidget):
    """`chosen` tells the place of what was picked; the keys of the pages are for its owner."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setItemDelegate(_Delegate(look, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.currentRowChanged.connect(self._on_row)

    def show_items(self, items: Sequence[Item], current: int) -> None:
        """Show these, `current` chosen, without telling anybody."""
        self.blockSignals(True)
        self.clear()
        for item in items:
            row = QListWidgetItem(spoken(item, self._look), self)
            row.setData(_ITEM, item)
            row.setToolTip(_tip(item, self._look))
        self.setCurrentRow(current)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave turning pages to the page."""
        if event.key() in _PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)


class _Delegate(QStyledItemDelegate):
    """Two lines and a mark for each."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for all."""
        return QSize(WIDTH - 16, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, edge, period and unit, moment and digest, mark."""
        item, look = index.data(_ITEM), self._look
        if not isinstance(item, Item):
            return
        colours = look.palette
        box = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.sel)
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colours.accent)
        first = QRectF(box.left() + 16, box.top() + 6, box.width() - 24, 24)
        stretch = stretch_words(look, item.period, upto=item.upto)
        paint_words(painter, first, stretch, colours.text, role="body_bold")
        after = first.adjusted(words_width(stretch, "body_bold") + 10, 0, 0, 0)
        paint_words(painter, after, look.tell(item.unit), colours.text)
        second = QRectF(first.left(), box.top() + 29, first.width(), 20)
        text = second_line(item, look)
        paint_words(painter, second, text, colours.text2, role="secondary")
        if item.digest:
            right = min(words_width(text, "secondary") + 8, second.width() - 16)
            mark = QRectF(second.left() + right, second.center().y() - 7, 14, 14)
            _paint_mark(painter, mark, item, look)


def second_line(item: Item, look: Look) -> str:
    """When it was frozen, and the ends of its digest."""
    if not item.digest:
        return look.say("snapshots.live")
    at = item.at[5:16].replace("T", " ")
    return f"{at}  {item.digest[:4]}…{item.digest[-4:]}"


def spoken(item: Item, look: Look) -> str:
    """The line for a screen reader."""
    stretch = stretch_words(look, item.period, upto=item.upto)
    said = [stretch, look.tell(item.unit), second_line(item, look)]
    if item.digest:
        said.append(look.say(f"snapshots.{'unaltered' if item.sound else 'altered'}"))
    return look.say("report.comma").join(part for part in said if part)


def _tip(item: Item, look: Look) -> str:
    key = "snapshots.live.tip" if not item.digest else ""
    key = key or ("snapshots.unaltered" if item.sound else "snapshots.altered")
    return look.say(key)


def _paint_mark(painter: QPainter, box: QRectF, item: Item, look: Look) -> None:
    if item.sound:
        paint_icon(painter, box, "shield-check", look.palette.tones[Status.GREEN].text)
    else:
        paint_status(painter, box.adjusted(2, 2, -2, -2), Status.RED, look.palette)
