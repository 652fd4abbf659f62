"""The rows of the list: what each column says of a finding."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from scorecard.governance.finding import Finding
from scorecard.model.records import Org
from scorecard.text import listed
from scorecard.vocabulary import Words
from ui.heading import WORD, heading_tip
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a row tells of a finding."""

    CONCERN = 0
    NAME = 1
    ID = 2
    SENTENCE = 3
    ORG = 4


class FindingsModel(QAbstractTableModel):
    """The rows; units are shown by their names."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[Finding, ...] = ()
        self._orgs: dict[str, Org] = {}
        look.changed.connect(self._retell)

    def show_rows(self, rows: Sequence[Finding]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def know_units(self, orgs: dict[str, Org]) -> None:
        """Call the units of the document by their names."""
        self._orgs = orgs

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing; a row speaks as a whole through what it is about."""
        if not index.isValid():
            return None
        finding, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.text(finding, column)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.CONCERN:
                return self._spoken(finding)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(Column(section))
        key = f"governance.column.{Column(section).name.lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_tip(key, self._look)
        return key if role == WORD else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column says; -1 leaves the most pressing first."""
        if column >= 0:
            down, key = order is Qt.SortOrder.DescendingOrder, Column(column)
            self.show_rows(sorted(self.rows, key=lambda f: self.text(f, key), reverse=down))

    def text(self, finding: Finding, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.CONCERN:
                return self._look.say(f"governance.concern.{finding.concern}")
            case Column.NAME:
                return self._look.tell(finding.name)
            case Column.ID:
                return finding.id
            case Column.SENTENCE:
                return self._look.tell(finding.sentence)
            case Column.ORG:
                names = [self._unit(org) for org in finding.orgs]
                return self._look.tell(listed([*names]))

    def table_text(self, rows: Sequence[int]) -> str:
        """Tab-separated lines, a heading first."""
        said = [[self._heading(column) for column in Column]]
        said += [[self.text(self.rows[row], column) for column in Column] for row in rows]
        return "\n".join("\t".join(line) for line in said)

    def _unit(self, org: str) -> Words:
        unit = self._orgs.get(org)
        return unit.name if unit is not None and any(unit.name) else Words(org, org)

    def _heading(self, column: Column) -> str:
        return self._look.say(f"governance.column.{column.name.lower()}")

    def _spoken(self, finding: Finding) -> str:
        level = self._look.say(f"governance.level.{finding.level}")
        parts = [level, *(self.text(finding, column) for column in Column)]
        return self._look.say("library.comma").join(part for part in parts if part)

    def _retell(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
