"""The org units of a document as a tree, to choose one of or to tick several."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from scorecard.board import Board
from scorecard.commands.org import siblings
from ui.look import Look
from ui.painting.tick import SIDE, paint_tick
from ui.painting.words import paint_words
from ui.tree.model import Index

ROW, INSET, GAP = 28, 4, 8
_ID = Qt.ItemDataRole.UserRole


class UnitTree(QTreeWidget):
    """Units by their names in the language of now; with boxes where `ticks`."""

    def __init__(self, look: Look, name: str, *, ticks: bool = False) -> None:
        super().__init__()
        self._look, self._ticks = look, ticks
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Row(look, self))
        self.setAccessibleName(look.say(name))
        self.setMinimumHeight(7 * ROW)

    @property
    def unit(self) -> str | None:
        """The unit that is gone to."""
        item = self.currentItem()
        return str(item.data(0, _ID)) if item is not None else None

    @property
    def ticked(self) -> tuple[str, ...]:
        """The units that are ticked, in the order of the tree."""
        return tuple(
            unit
            for unit, item in self._items.items()
            if item.checkState(0) is Qt.CheckState.Checked
        )

    def show_units(self, board: Board, below: str | None = None, there: Iterable[str] = ()) -> None:
        """Show the units below one of them (None: all), open; those that are `there` already
        are ticked and stay so."""
        unit, held = self.unit, frozenset(there)
        self.clear()
        self._items.clear()
        self._add(board, below, self.invisibleRootItem(), held)
        self.expandAll()
        first = next(iter(self._items), None)
        self.go_to(unit if unit in self._items else first)

    def go_to(self, unit: str | None) -> None:
        """Go to a unit."""
        if unit in self._items:
            self.setCurrentItem(self._items[unit])

    def tick(self, unit: str, *, on: bool = True) -> None:
        """Tick a unit, or take the tick away."""
        self._items[unit].setCheckState(0, _STATE[on])

    def _add(
        self, board: Board, parent: str | None, above: QTreeWidgetItem, held: frozenset[str]
    ) -> None:
        for org in siblings(board, parent):
            if org.id in self._items:
                continue
            name = org.name.show(self._look.language) or org.id
            item = self._items[org.id] = QTreeWidgetItem(above, [name])
            item.setData(0, _ID, org.id)
            if self._ticks:
                item.setCheckState(0, _STATE[org.id in held])
                item.setDisabled(org.id in held)
            self._add(board, org.id, item, held)


class _Row(QStyledItemDelegate):
    """A box, where there is one, and a name, in the colours of the look."""

    def __init__(self, look: Look, parent: UnitTree) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all."""
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, box and name; a unit that cannot be unticked is secondary."""
        palette, box = self._look.palette, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.sel)
        box.adjust(INSET, 0, -INSET, 0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            place = QPointF(box.left(), box.center().y() - SIDE / 2)
            is_ticked = Qt.CheckState(state) is Qt.CheckState.Checked
            paint_tick(painter, place, palette, ticked=is_ticked)
            box.setLeft(box.left() + SIDE + GAP)
        is_free = bool(option.state & QStyle.StateFlag.State_Enabled)
        colour = palette.text if is_free else palette.text2
        paint_words(painter, box, str(index.data() or ""), colour)


_STATE = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
