"""The filters at the left: departments, perspectives, themes, each with what it would show."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from scorecard.catalogue.finding import Asked, Facet, counts
from scorecard.catalogue.library import library
from scorecard.text import Said
from scorecard.vocabulary import Category
from ui.look import Look, Wording
from ui.painting.words import RIGHT, paint_words, words_width
from ui.widgets.label import Label

ROW, INSET, EDGE = 28, 12, 3
_KEY, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Choice(NamedTuple):
    """One way to filter; the empty key filters nothing."""

    key: str
    wording: Wording


class Facets(QScrollArea):
    """`chosen` when a filter was chosen; `asked` says which ones are."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lists = {facet: FacetList(look, facet, _choices(facet)) for facet in Facet}
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        for facet, shown in self.lists.items():
            words = Said(f"library.facet.{facet}")
            heading = Label(look, words, role="secondary_medium", colour="text2")
            heading.setIndent(INSET)
            heading.setBuddy(shown)
            column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(shown)
            shown.currentRowChanged.connect(lambda _row: self.chosen.emit())
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def asked(self, text: str) -> Asked:
        """What is looked for: the filters, with what was typed."""
        keys = {facet.value: shown.current for facet, shown in self.lists.items()}
        return Asked(text, **keys)

    def show_counts(self, asked: Asked) -> None:
        """Say at each choice how many templates it would show."""
        for facet, shown in self.lists.items():
            shown.show_counts(counts(asked, facet))

    def clear(self) -> None:
        """Filter nothing, told once."""
        for shown in self.lists.values():
            shown.blockSignals(True)
            shown.setCurrentRow(0)
            shown.blockSignals(False)
            shown.viewport().update()
        self.chosen.emit()


class FacetList(QListWidget):
    """The choices of one facet, as high as they are many."""

    def __init__(self, look: Look, facet: Facet, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._look, self._facet, self._choices = look, facet, choices
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

    def show_counts(self, numbers: Mapping[str, int]) -> None:
        """Say at each choice how many templates it would show."""
        every = sum(numbers.values())
        for row, choice in enumerate(self._choices):
            self.item(row).setData(_COUNT, numbers.get(choice.key, 0) if choice.key else every)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again; a row is spoken with its count."""
        self.setAccessibleName(self._look.say(f"library.facet.{self._facet}"))
        for row, choice in enumerate(self._choices):
            words = self._look.tell(choice.wording)
            item, count = self.item(row), self.item(row).data(_COUNT)
            item.setText(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} {count or 0}")
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """A word at the left, its count at the right."""

    def __init__(self, look: Look, parent: FacetList) -> None:
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


def _choices(facet: Facet) -> list[Choice]:
    every = Choice("", Said("library.every"))
    if facet is Facet.CATEGORY:
        return [every, *(Choice(c.value, Said(f"perspective.{c}")) for c in Category)]
    shelves = library().departments if facet is Facet.DEPARTMENT else library().themes
    return [every, *(Choice(shelf.id, shelf.name) for shelf in shelves)]
