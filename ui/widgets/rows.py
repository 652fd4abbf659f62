"""What tables of rows share: how they behave, and the ground on which a row is written."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from ui.palettes import Palette

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, EDGE, PADDING = 28, 32, 3, 8


def dress_rows(table: QTableView) -> None:
    """Have rows chosen whole, several with Ctrl or Shift, and sorted by the headings."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSortingEnabled(True)
    table.setMouseTracking(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head = table.horizontalHeader()
    head.setFixedHeight(HEAD)
    head.setHighlightSections(False)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


def paint_row(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, table: QTableView, look: Palette
) -> QRectF:
    """Draw the ground, the edge and the frame of a cell's row; the box for what it says."""
    box, state = QRectF(option.rect), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, look.sel if chosen else look.hover if hovered else look.surface)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.grid)
    if chosen and index.column() == 0:
        painter.fillRect(QRectF(box.left(), box.top(), EDGE, box.height()), look.accent)
    if table.hasFocus() and index.row() == table.currentIndex().row():
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), look.accent)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.accent)
    return box.adjusted(PADDING, 0, -PADDING, 0)
