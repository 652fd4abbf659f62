"""The rows of the glossary: a word in the language of now, and in the other one."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from scorecard.glossary import Term
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a row tells of a word."""

    NAME = 0
    OTHER = 1


class TermsModel(QAbstractTableModel):
    """Words, and what they mean when they are read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[Term, ...] = ()
        look.changed.connect(self._retell)

    def show_rows(self, rows: Sequence[Term]) -> None:
        """Show other words."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A word; a row speaks as a whole, with what it means."""
        if not index.isValid():
            return None
        term, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(term, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return self._look.say("glossary.tip", name=term.name, meaning=term.meaning)
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
            return self._look.say(f"glossary.column.{Column(section).name.lower()}")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 leaves the order in which they were found."""
        if column >= 0:
            down = order is Qt.SortOrder.DescendingOrder
            key = Column(column)
            self.show_rows(sorted(self.rows, key=lambda t: self.text(t, key), reverse=down))

    def text(self, term: Term, column: Column) -> str:
        """What a cell says."""
        chinese, english = term.name
        here, other = (english, chinese) if self._look.language == "en" else (chinese, english)
        return here if column is Column.NAME else other

    def table_text(self, terms: Sequence[Term]) -> str:
        """Tab-separated lines of words with their meanings, a heading first."""
        heads = [self._look.say(f"glossary.column.{each}") for each in ("name", "other", "meaning")]
        lines = [[*(self.text(t, c) for c in Column), _whole(t, self._look)] for t in terms]
        return "\n".join("\t".join(line) for line in [heads, *lines])

    def _retell(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)


def _whole(term: Term, look: Look) -> str:
    said = [look.tell(words) for words in (term.meaning, term.more) if any(words)]
    return ("" if look.language != "en" else " ").join(said)
