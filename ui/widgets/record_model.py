"""The rows of a list of records: what each column says, in the language of now."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.look import Look, Wording
from ui.tree.clipboard import cell_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(NamedTuple):
    """One column. Without a `width` it takes what the others leave; one that is `spare` goes
    where there is no room."""

    heading: Wording
    width: int = 0
    is_number: bool = False
    spare: bool = False


class Row(NamedTuple):
    """One record under `key`, with a cell for each column; an icon says its kind by a shape, and
    `order` sorts it by each column where its words do not."""

    key: object
    cells: tuple[Wording, ...]
    icon: str = ""
    order: tuple[object, ...] = ()


class RecordModel(QAbstractTableModel):
    """Rows of words."""

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self.columns = look, tuple(columns)
        self.rows: tuple[Row, ...] = ()
        look.changed.connect(self._retell)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_row(self, at: int, row: Row) -> None:
        """Say something else in one row."""
        self.rows = (*self.rows[:at], row, *self.rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing; a row speaks as a whole through its first cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                texts = (self.text(row, at) for at in range(len(self.columns)))
                return self._look.say("window.comma").join(filter(None, texts))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = "AlignRight" if self.columns[section].is_number else "AlignLeft"
            return Qt.AlignmentFlag[side] | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.tell(self.columns[section].heading)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 leaves the rows as they are."""
        if column < 0:
            return
        down = order is Qt.SortOrder.DescendingOrder

        def by(row: Row) -> tuple[str, str]:
            meant = row.order[column] if row.order else ""
            return (
                f"{meant:020}" if isinstance(meant, int) else str(meant),
                self.text(row, column),
            )

        self.show_rows(sorted(self.rows, key=by, reverse=down))

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        return self._look.tell(row.cells[column])

    def table_text(self, rows: Sequence[Row]) -> str:
        """Tab-separated lines that a spreadsheet takes, a heading first."""
        every = range(len(self.columns))
        said = [[self._look.tell(column.heading) for column in self.columns]]
        said += [[cell_text(self.text(row, at)) for at in every] for row in rows]
        return "\n".join("\t".join(line) for line in said)

    def _retell(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
