"""One of several ways to filter a list, each with how many rows it would show."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.look import Look, Wording
from ui.painting.words import RIGHT, paint_words, words_width

ROW, INSET, EDGE = 28, 12, 3
_KEY, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Choice(NamedTuple):
    """One way to filter; the empty key filters nothing."""

    key: str
    wording: Wording


class ChoiceList(QListWidget):
    """The choices of one kind, as high as they are many; `name` is for a screen reader."""

    def __init__(self, look: Look, name: Wording, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._look, self._name, self._choices = look, name, choices
        for choice in choices:
            item = QListWidgetItem(self)
            item.setData(_KEY, choice.key)
        self.setItemDelegate(_Rows(look, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW * len(choices))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setCurrentRow(0)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def current(self) -> str:
        """The key of the choice."""
        return self._choices[max(self.currentRow(), 0)].key

    def choose(self, key: str) -> None:
        """Filter by `key`, told as if it was clicked."""
        self.setCurrentRow([choice.key for choice in self._choices].index(key))

    def show_counts(self, numbers: Mapping[str, int], every: int | None = None) -> None:
        """Say at each choice how many rows it would show; all together are the sum of the
        numbers, or `every`."""
        whole = sum(numbers.values()) if every is None else every
        for row, choice in enumerate(self._choices):
            self.item(row).setData(_COUNT, numbers.get(choice.key, 0) if choice.key else whole)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again; a row is spoken with its count."""
        self.setAccessibleName(self._look.tell(self._name))
        for row, choice in enumerate(self._choices):
            words = self._look.tell(choice.wording)
            item, count = self.item(row), self.item(row).data(_COUNT)
            item.setText(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} {count or 0}")
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """A word at the left, its count at the right."""

    def __init__(self, look: Look, parent: ChoiceList) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for all."""
        return QSize(80, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, edge, word and count; what would show nothing is pale."""
        colours, box, state = self._look.palette, QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, colours.sel)
            painter.fillRect(QRectF(box.left(), box.top(), EDGE, box.height()), colours.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colours.hover)
        count = index.data(_COUNT) or 0
        colour = colours.text if count or chosen else colours.text2
        role, number = ("body_medium" if chosen else "body"), str(count)
        inner = box.adjusted(INSET, 0, -INSET, 0)
        room = inner.adjusted(0, 0, -words_width(number, "secondary") - 8, 0)
        paint_words(painter, room, str(index.data()), colour, role=role)
        paint_words(painter, inner, number, colours.text2, role="secondary", align=RIGHT)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.accent)
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))
