"""A list of records with headings: chosen by the keyboard, sorted by a click, copied as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import LEFT, RIGHT, paint_words
from ui.widgets.record_model import Column, Index, RecordModel, Row
from ui.widgets.rows import PADDING, dress_rows, paint_row

ICON, LEAST = 14, 240


class RecordList(QTableView):
    """`moved` when other rows were chosen; `accepted(key)` at Enter or a double click."""

    moved = Signal()
    accepted = Signal(object)

    def __init__(self, look: Look, name: Wording, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self._name = look, name
        self.records = RecordModel(look, columns)
        self.setModel(self.records)
        dress_rows(self)
        self.setItemDelegate(_Cells(look, self))
        self._dress_heads()
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.moved.emit())
        self.doubleClicked.connect(
            lambda index: self.accepted.emit(self.records.rows[index.row()].key)
        )
        look.changed.connect(self.retell)
        self.retell()

    @property
    def chosen(self) -> list[Row]:
        """The selected rows, from the top."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.records.rows[row] for row in sorted(rows)]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in their order; what was chosen and is still there stays so, else the
        first."""
        kept = [row.key for row in self.chosen]
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.records.show_rows(rows)
        at = next((at for at, row in enumerate(rows) if row.key in kept), 0)
        if rows:
            self.choose(at)
        self.moved.emit()

    def choose(self, at: int) -> None:
        """Choose one row by its number."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.records.index(at, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def copy_table(self) -> None:
        """Put the chosen rows on the clipboard, all where only one is chosen."""
        rows = self.chosen if len(self.chosen) > 1 else self.records.rows
        QGuiApplication.clipboard().setText(self.records.table_text(rows))

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.tell(self._name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts the row; all else as in any list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.chosen:
                self.accepted.emit(self.chosen[0].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.records.rows:
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spare columns go, the last first, until the widest has room."""
        super().resizeEvent(event)
        columns = self.records.columns
        needed = sum(column.width or LEAST for column in columns)
        for at in reversed(range(len(columns))):
            hidden = columns[at].spare and needed > self.viewport().width()
            self.setColumnHidden(at, hidden)
            needed -= columns[at].width if hidden else 0

    def _dress_heads(self) -> None:
        head = self.horizontalHeader()
        for at, column in enumerate(self.records.columns):
            kind = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(at, kind)
            if column.width:
                self.setColumnWidth(at, column.width)


class _Cells(QStyledItemDelegate):
    """The words of a cell on the ground of its row; its kind by a shape before them."""

    def __init__(self, look: Look, parent: RecordList) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, edge, shape and words."""
        colours = self._look.palette
        inner = paint_row(painter, option, index, self._table, colours)
        row, at = self._table.records.rows[index.row()], index.column()
        if at == 0 and row.icon:
            place = QRectF(inner.left(), inner.top(), ICON, inner.height())
            paint_icon(painter, place, row.icon, colours.text2)
            inner = inner.adjusted(ICON + PADDING, 0, 0, 0)
        column = self._table.records.columns[at]
        colour = colours.text2 if column.width and not column.is_number else colours.text
        side = RIGHT if column.is_number else LEFT
        paint_words(painter, inner, self._table.records.text(row, at), colour, align=side)
