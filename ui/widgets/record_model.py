"""The rows of a list of records: what each column says, in the language of now."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt

from ui.look import Look, Wording
from ui.widgets.rows import Index
from ui.widgets.rows_model import RowsModel


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


class RecordModel(RowsModel[Row, int]):
    """Rows of words."""

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__(
            look,
            range(len(columns)),
            lambda at: columns[at].heading,
            said=self.text,
            key=lambda row: row.key,
        )
        self.columns = tuple(columns)

    def show_row(self, at: int, row: Row) -> None:
        """Say something else in one row."""
        self.rows = (*self.rows[:at], row, *self.rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

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

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Numbers stand at the right."""
        side = "AlignRight" if self.columns[column].is_number else "AlignLeft"
        return Qt.AlignmentFlag[side] | Qt.AlignmentFlag.AlignVCenter

    def place(self, row: Row, column: int) -> tuple[str, ...]:
        """By what is meant first, then by what is said."""
        meant = row.order[column] if row.order else ""
        told = f"{meant:020}" if isinstance(meant, int) else str(meant)
        return (told, *super().place(row, column))

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        return self._look.tell(row.cells[column])
