"""The rows of the list: what each column says of a template."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from scorecard.catalogue.template import Template
from ui.heading import WORD, heading_tip
from ui.library_words import DASH, shelves_of, target_words, unit_words
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What a row tells of a template."""

    NAME = 0
    ID = 1
    DEPARTMENT = 2
    UNIT = 3
    TARGET = 4
    STAR = 5
    THERE = 6


class TemplatesModel(QAbstractTableModel):
    """The rows; `there` are the ids of templates that the document has."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[Template, ...] = ()
        self._there: Collection[str] = ()
        look.changed.connect(self._retell)

    def show_rows(self, rows: Sequence[Template]) -> None:
        """Show other templates."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_there(self, there: Collection[str]) -> None:
        """Mark those that the document has."""
        self._there = there
        self._tell_column(Column.THERE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing; a row speaks as a whole through its name."""
        if not index.isValid():
            return None
        template, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(template, column)
            case Qt.ItemDataRole.ToolTipRole if column in {Column.NAME, Column.TARGET}:
                return self.text(template, column)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                return self._spoken(template)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.say(f"library.column.{Column(section).name.lower()}")
        key = f"library.column.{Column(section).name.lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_tip(key, self._look)
        return key if role == WORD else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column says; -1 leaves the order in which they were found."""
        if column >= 0:
            down = order is Qt.SortOrder.DescendingOrder
            key = Column(column)
            self.show_rows(sorted(self.rows, key=lambda t: self.text(t, key), reverse=down))

    def text(self, template: Template, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.NAME:
                return self._look.tell(template.name)
            case Column.ID:
                return template.id
            case Column.DEPARTMENT:
                return self._look.tell(shelves_of(template).department)
            case Column.UNIT:
                return unit_words(template.version.unit, self._look)
            case Column.TARGET:
                return target_words(template.target, template.version.unit, self._look)
            case Column.STAR:
                return "★" if template.star else ""
            case Column.THERE:
                return self._look.say("library.there") if template.id in self._there else ""

    def table_text(self, rows: Sequence[int]) -> str:
        """Tab-separated lines, a heading first."""
        said = [[self._heading(column) for column in Column]]
        said += [[self.text(self.rows[row], column) for column in Column] for row in rows]
        return "\n".join("\t".join(line) for line in said)

    def _heading(self, column: Column) -> str:
        return self._look.say(f"library.column.{column.name.lower()}")

    def _spoken(self, template: Template) -> str:
        parts = [self.text(template, column) for column in Column]
        return self._look.say("library.comma").join(p for p in parts if p and p != DASH)

    def _retell(self) -> None:
        self._tell_column(Column.NAME)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _tell_column(self, first: Column) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, first), last)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column is Column.TARGET:
        return _RIGHT
    if column in {Column.STAR, Column.THERE}:
        return Qt.AlignmentFlag.AlignCenter
    return _LEFT
