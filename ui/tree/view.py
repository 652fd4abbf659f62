"""The tree of the scorecard: draws its rows whole, keeps them open, goes where keys say."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look
from ui.tree.cells import Cell, counts_reach, paint_cell
from ui.tree.columns import LAYOUT, LEAVING, Column
from ui.tree.ground import Ground, paint_edge, paint_ground
from ui.tree.model import Index, ScorecardModel
from ui.tree.opened import Opened
from ui.tree.picking import Picked, every_line, picked
from ui.tree.place import Moving

if TYPE_CHECKING:
    from ui.tree.dragging import Dragging

INDENT, CHEVRON, HEAD = 16, 14, 32

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ScorecardTree(QTreeView):
    """Shows a `ScorecardModel`. `chosen` is called with the node that the user goes to; the
    tree itself changes nothing."""

    def __init__(
        self,
        model: ScorecardModel,
        look: Look,
        chosen: Callable[[str | None], None],
    ) -> None:
        super().__init__()
        self._model, self._look, self._chosen = model, look, chosen
        self._keys: dict[str, Callable[[], object]] = {}
        self._hovered = QPersistentModelIndex()
        self._picked: Picked | None = None
        self._moving: Callable[[], Moving] | None = None
        self._dragging: Dragging | None = None
        self.setModel(model)
        self._dress()
        self.opened = Opened(self, model)
        # A row is drawn whole; what Qt would draw again is only the cells that it knows of.
        self.selectionModel().selectionChanged.connect(lambda *_: self._pick_anew())
        look.changed.connect(self._retell)
        self._retell()

    def set_key(self, key: str, act: Callable[[], object]) -> None:
        """Have a single key do something; `key` is its name in Qt, such as `S` or `Return`."""
        self._keys[key] = act

    def set_moving(self, moving: Callable[[], Moving]) -> None:
        """Let lines be dragged; `moving` is asked when the mouse first comes here."""
        self._moving = moving

    @property
    def picked(self) -> tuple[str, ...]:
        """The nodes that are selected, in the order in which they are shown."""
        return self._selected.in_order

    def go_to(self, node: str | None, *, scrolls: bool = True) -> None:
        """Show a node as chosen, its parents open; None clears the choice."""
        index = self._model.index_of(node)
        if index == self.currentIndex().siblingAtColumn(Column.STATUS):
            return
        self.opened.show_above(index)
        self.setAutoScroll(scrolls)
        # The view's own way would add to what is picked while Ctrl is held, as after Ctrl+Z.
        self.selectionModel().setCurrentIndex(index, _ONLY)
        self.setAutoScroll(True)
        if scrolls and index.isValid():
            self.scrollTo(index)

    def below(self, node: str) -> str | None:
        """The next shown line under which a red stands, in tree order, after `node`."""
        order = list(self._model.rows.lines.values())
        start = next((i for i, line in enumerate(order) if line.node.id == node), -1)
        for line in order[start + 1 :] + order[: start + 1]:
            if line.status is Status.RED and line.cell is not None:
                return line.node.id
        return None

    def selectAll(self) -> None:
        """Pick every line whose parents are open."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(every_line(self._model, self.isExpanded), only)

    def fit_columns(self, *, narrow: bool) -> None:
        """Leave out the columns that there is no room for, least needed first."""
        room = self.viewport().width()
        needed = sum(layout.width for layout in LAYOUT.values())
        for column in LEAVING:
            gone = narrow and needed > room
            self.setColumnHidden(column, gone)
            needed -= LAYOUT[column].width if gone else 0
        for column, layout in LAYOUT.items():
            if column is not Column.NAME:
                self.setColumnWidth(column, layout.width)
        self.setColumnWidth(Column.NAME, LAYOUT[Column.NAME].width + max(room - needed, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line was gone to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._chosen(self._model.node_at(current))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line: its ground, then each visible cell."""
        rect, line = QRectF(option.rect), self._model.line_at(index)
        selected = self._is_current(index)
        paint_ground(painter, rect, line, self._look.palette, self._ground(index, selected))
        if selected:
            paint_edge(painter, rect, self._look.palette)
        if self._model.has_below(index):
            self._paint_chevron(painter, rect, index)
        for column in Column:
            if not self.isColumnHidden(column):
                box = self._box(rect, column, index)
                paint_cell(painter, column, self.cell_at(index, box, selected=selected))
        if selected and self.hasFocus():
            painter.setPen(QPen(self._look.palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def cell_at(self, index: Index, box: QRectF, *, selected: bool) -> Cell:
        """What is drawn of the line of an index into `box`."""
        model = self._model
        return Cell(
            rect=box,
            line=model.line_at(index),
            said=model.texts_at(index),
            narrow=lambda: model.narrow_at(index),
            spark=lambda: model.spark_at(index),
            hangs=lambda: bool(model.flips_at(index)),
            selected=selected,
            palette=self._look.palette,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys of the scorecard; the rest is as in any tree."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        # By name: the enumeration of all keys takes 20 ms to make, before the first picture.
        act = self._keys.get(QKeySequence(event.key()).toString()) if plain else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line is chosen; a drag may begin."""
        self._await_drag()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line under the mouse is lit."""
        self._await_drag()
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them where dragged lines would go."""
        super().paintEvent(event)
        if self._dragging is not None:
            self._dragging.paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name what is left over, and the scroll bars what that leaves at once."""
        super().resizeEvent(event)
        self.fit_columns(narrow=True)
        self.updateGeometries()

    def sizeHint(self) -> QSize:
        """Room for every column."""
        return QSize(sum(layout.width for layout in LAYOUT.values()), 600)

    def _dress(self) -> None:
        # One that Python made: for a widget that it first meets as Qt's own PySide6 prepares every
        # class of widgets there is, from calendars to wizards, 2 MB and 10 ms.
        self.setViewport(QWidget(self))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self.setUniformRowHeights(True)
        self.setTreePosition(Column.NAME)
        self.setIndentation(INDENT)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(16)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(HEAD)

    def _await_drag(self) -> None:
        """Listen for drags now that there is a mouse; loaded only for who has one."""
        if self._moving is not None and self._dragging is None:
            from ui.tree.dragging import Dragging

            self._dragging = Dragging(self, self._model, self._look, self._moving())

    def _retell(self) -> None:
        self._model.retell()
        self.setAccessibleName(self._look.say("window.tree"))
        self.scheduleDelayedItemsLayout()  # rows may have another height
        self.viewport().update()

    @property
    def _selected(self) -> Picked:
        if self._picked is None or self._picked.rows is not self._model.rows:
            self._picked = picked(self.selectionModel().selection(), self._model)
        return self._picked

    def _pick_anew(self) -> None:
        self._picked = None
        self.viewport().update()

    def _is_current(self, index: Index) -> bool:
        current = self.currentIndex()
        is_beside = index.row() == current.row() and current.isValid()
        return is_beside and self._model.node_at(current) == self._model.node_at(index)

    def _ground(self, index: Index, selected: bool) -> Ground:
        """How a row lies there; one of several that are picked is darker than the only one."""
        nodes = self._selected.nodes
        if len(nodes) > 1 and self._model.node_at(index) in nodes:
            return Ground.PICKED
        if selected:
            return Ground.CURRENT
        is_hovered = self._hovered.isValid() and self._model.node_at(self._hovered) == (
            self._model.node_at(index)
        )
        return Ground.HOVERED if is_hovered else Ground.PLAIN

    def _paint_chevron(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        left = self._left(Column.NAME) + self._model.depth_at(index) * INDENT
        box = QRectF(left, rect.top(), CHEVRON, rect.height())
        name = (
            "chevron-down"
            if self.isExpanded(self._model.index_of(self._model.node_at(index)))
            else "chevron-right"
        )
        paint_icon(painter, box, name, self._look.palette.text2)

    def _box(self, row: QRectF, column: Column, index: Index) -> QRectF:
        left, width = self._left(column), self.columnWidth(column)
        if column is Column.NAME:
            indent = (self._model.depth_at(index) + 1) * INDENT + 2
            left, width = left + indent, width - indent - 4
        if column is Column.ACTUAL and counts_reach(self._model.line_at(index)):
            width += self.columnWidth(Column.TARGET) + self.columnWidth(Column.ATTAINMENT)
        return QRectF(left, row.top(), width, row.height() - 1)

    def _left(self, column: Column) -> int:
        return self.columnViewportPosition(column)

    def _hover(self, index: QModelIndex) -> None:
        before, self._hovered = self._hovered, QPersistentModelIndex(index)
        for place in (QModelIndex(before), index):  # type: ignore[call-overload]  # both are indexes
            if place.isValid():
                self.viewport().update(self.visualRect(place).adjusted(-4000, 0, 4000, 0))
