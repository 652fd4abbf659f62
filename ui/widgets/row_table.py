"""A table whose rows are chosen whole, several with Ctrl or Shift; sorted by its headings."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple  # rows of any kind

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
)

from ui.look import Look, Wording
from ui.widgets.rows import dress_rows
from ui.widgets.rows_model import RowsModel


class Columns(NamedTuple):
    """How the columns stand: widths, which one takes the rest, and what goes where there is no
    room, in this order, with the width below which it does. The first one begins a row."""

    widths: Mapping[int, int]
    stretched: int
    leaving: Mapping[int, int]


class RowTable(QTableView):
    """`moved` when another row, or others too, were chosen; `entered` at Enter or a double click.

    `name` is for a screen reader. What was chosen and is still there after the rows changed stays
    chosen: rows are told apart by the key that the model gives them.
    """

    moved = Signal()
    entered = Signal()

    def __init__(
        self, look: Look, model: RowsModel[Any, Any], name: Wording, columns: Columns
    ) -> None:
        super().__init__()
        self._look, self._name, self._columns, self._rows = look, name, columns, model
        self.setModel(model)
        dress_rows(self)
        self._kept: list[object] = []
        model.modelReset.connect(self._stay)
        self._dress_heads()
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_chosen())
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        look.changed.connect(self.retell)
        self.retell()

    @property
    def chosen_rows(self) -> list[int]:
        """The numbers of the selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def instead(self, _count: int) -> int:
        """The row, of so many, that is chosen where what was chosen is gone: the first."""
        return 0

    def show_unsorted(self) -> None:
        """The rows that come have an order of their own."""
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose rows by their numbers."""
        chosen, model, flag = QItemSelection(), self.model(), QItemSelectionModel.SelectionFlag
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        if rows:
            first = model.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().select(chosen, flag.ClearAndSelect)
        self.viewport().update()
        self._on_chosen()

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.tell(self._name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the list is for; letters and all else as in any list."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.choose_rows([0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column takes what the others leave."""
        super().resizeEvent(event)
        for column, width in self._columns.leaving.items():
            self.setColumnHidden(column, self.viewport().width() < width)

    def _dress_heads(self) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(32)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(self._columns.stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in self._columns.widths.items():
            self.setColumnWidth(column, width)

    def _on_chosen(self) -> None:
        self._kept = [self._rows.key_at(row) for row in self.chosen_rows]
        self.moved.emit()

    def _stay(self) -> None:
        """Choose what was chosen before the rows changed, another row where that is gone."""
        count = self.model().rowCount()
        places = [row for row in range(count) if self._rows.key_at(row) in self._kept]
        self.choose_rows(places or ([self.instead(count)] if count else []))
