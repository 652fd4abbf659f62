"""Rows of one kind as a table: counted, sorted by what they say, headed, told anew."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from scorecard.text import Said
from ui.heading import WORD, heading_tip
from ui.look import Look, Wording
from ui.tree.clipboard import cell_text
from ui.widgets.rows import Index

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
R = TypeVar("R")
C = TypeVar("C", bound=int)


class RowsModel(QAbstractTableModel, Generic[R, C]):
    """`columns` are numbered from 0; `said` is what a row says in one, `key` what tells it from
    the others when the rows change."""

    def __init__(
        self,
        look: Look,
        columns: Sequence[C],
        heading: Callable[[C], Wording],
        *,
        said: Callable[[R, C], str],
        key: Callable[[R], object],
    ) -> None:
        super().__init__()
        self._look, self._columns, self._heading = look, columns, heading
        self._said, self._key = said, key
        self.rows: tuple[R, ...] = ()
        look.changed.connect(self.retell)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def key_at(self, row: int) -> object:
        """What the row of a number is known by."""
        return self._key(self.rows[row])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings, and the key of the words that they are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self._heading(self._columns[section])
        key = heading.key if isinstance(heading, Said) else ""
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(self._columns[section])
            case Qt.ItemDataRole.DisplayRole:
                return self._look.tell(heading)
            case Qt.ItemDataRole.ToolTipRole:
                return heading_tip(key, self._look)
        return key if role == WORD else None

    def alignment(self, _column: C) -> Qt.AlignmentFlag:
        """On which side a column stands."""
        return _LEFT

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 leaves the order in which they came."""
        if column >= 0:
            down, by = order is Qt.SortOrder.DescendingOrder, self._columns[column]
            self.show_rows(sorted(self.rows, key=lambda row: self.place(row, by), reverse=down))

    def place(self, row: R, column: C) -> tuple[str, ...]:
        """By what rows are sorted in a column: by what they say."""
        return (self._said(row, column),)

    def table_text(self, rows: Sequence[int]) -> str:
        """Tab-separated lines that a spreadsheet takes, a heading first."""
        lines = [[self._look.tell(self._heading(column)) for column in self._columns]]
        lines += [
            [cell_text(self._said(self.rows[row], column)) for column in self._columns]
            for row in rows
        ]
        return "\n".join("\t".join(line) for line in lines)

    def retell(self) -> None:
        """Say every cell and heading in the language of now."""
        self.tell_from(0)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def tell_from(self, first: int) -> None:
        """Say the cells from a column on anew."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, first), last)


def headed(words: str) -> Callable[[IntEnum], Said]:
    """Headings under one key, such as words.NAME for a column NAME."""
    return lambda column: Said(f"{words}.{column.name.lower()}")
