"""A list of records with headings: chosen by the keyboard, sorted by a click, copied as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import LEFT, RIGHT, paint_words
from ui.widgets.record_model import Column, RecordModel, Row
from ui.widgets.row_table import Columns, RowTable
from ui.widgets.rows import PADDING, Index, paint_row

ICON, LEAST = 14, 240


class RecordList(RowTable):
    """`accepted(key)` at Enter or a double click. One column has no width of its own."""

    accepted = Signal(object)

    def __init__(self, look: Look, name: Wording, columns: Sequence[Column]) -> None:
        self.records = RecordModel(look, columns)
        super().__init__(look, self.records, name, _standing(columns))
        self.setItemDelegate(_Cells(look, self))
        self.entered.connect(self._accept)

    @property
    def chosen(self) -> list[Row]:
        """The selected rows, from the top."""
        return [self.records.rows[row] for row in self.chosen_rows]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in their order; what was chosen and is still there stays so, else the
        first."""
        self.show_unsorted()
        self.records.show_rows(rows)

    def choose(self, at: int) -> None:
        """Choose one row by its number."""
        self.choose_rows([at])

    def copy_table(self) -> None:
        """Put the chosen rows on the clipboard, all where only one is chosen."""
        chosen = self.chosen_rows
        rows = chosen if len(chosen) > 1 else range(len(self.records.rows))
        QGuiApplication.clipboard().setText(self.records.table_text(rows))

    def _accept(self) -> None:
        if self.chosen:
            self.accepted.emit(self.chosen[0].key)


def _standing(columns: Sequence[Column]) -> Columns:
    """Spare columns go, the last first, until the widest has room."""
    needed, leaving = sum(column.width or LEAST for column in columns), {}
    for at in reversed(range(len(columns))):
        if columns[at].spare:
            leaving[at] = needed
            needed -= columns[at].width
    stretched = next(at for at, column in enumerate(columns) if not column.width)
    widths = {at: column.width for at, column in enumerate(columns) if column.width}
    return Columns(widths, stretched, leaving)


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
