"""The user's own sheet with what was understood of it: above the columns, and struck out."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from scorecard.exchange.layout.table import Table, text_of
from scorecard.exchange.workbook.grid import Percent, Value, letters
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS, _MOST_COLUMNS, _ROW = 500, 100, 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """The cells from the top, below a row that says what each column holds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table: Table | None = None
        self._head = 0
        self._struck_columns: frozenset[int] = frozenset()
        self._struck_rows: frozenset[int] = frozenset()

    def show_table(self, table: Table | None) -> None:
        """Show a sheet."""
        self.beginResetModel()
        self._table = table
        if table is not None:
            in_head = [s.at for s in table.struck if s.at.row <= table.head]
            self._struck_columns = frozenset(at.column for at in in_head)
            self._struck_rows = frozenset(s.at.row for s in table.struck) - {
                at.row for at in in_head
            }
            self._head = table.head
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for what was understood, and those of the sheet."""
        if parent.isValid() or self._table is None:
            return 0
        return min(len(self._table.grid.rows), _MOST_ROWS) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As wide as the sheet."""
        if parent.isValid() or self._table is None:
            return 0
        return min(self._table.grid.width, _MOST_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell as the sheet has it; what is left out is struck."""
        if not index.isValid() or self._table is None:
            return None
        row, column = index.row() - 1, index.column()
        value = self._table.grid.at(row, column) if row >= 0 else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(value) if row >= 0 else self._meaning(column)
            case Qt.ItemDataRole.TextAlignmentRole if isinstance(value, float):
                return _RIGHT
            case Qt.ItemDataRole.FontRole:
                return self._font(row, column)
            case Qt.ItemDataRole.BackgroundRole if row < 0:
                return self._look.palette.sel
            case Qt.ItemDataRole.ForegroundRole if self._is_struck(row, column):
                return self._look.palette.text2
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Letters above, numbers at the left, as in the user's own program."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return letters(section)
        return str(section) if section else self._look.say("window.workbook.meaning")

    def _meaning(self, column: int) -> str:
        """What a column was understood as."""
        if self._table is None:
            return ""
        if column in self._table.periods and self._table.shape == "across":
            return self._table.periods[column].code
        role = self._table.roles.get(column)
        return self._look.say(f"window.workbook.role.{role.value}") if role is not None else ""

    def _is_struck(self, row: int, column: int) -> bool:
        is_below = row >= self._head and column in self._struck_columns
        return is_below or row in self._struck_rows

    def _font(self, row: int, column: int) -> QFont:
        font = QFont(self._look.font("body_medium" if row < 0 else "body"))
        font.setStrikeOut(self._is_struck(row, column))
        return font


def sheet_table(look: Look, model: SheetModel) -> QTableView:
    """The view of a sheet."""
    view = QTableView()
    view.setModel(model)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setDefaultSectionSize(96)
    view.setAccessibleName(look.say("window.workbook.sheet"))
    return view


def _shown(value: Value) -> str:
    if isinstance(value, Percent):
        return f"{value:.1%}"
    return text_of(value)
