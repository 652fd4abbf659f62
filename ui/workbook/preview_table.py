"""Every cell of the plan: what becomes of it, before and after, where it stands."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from scorecard.exchange.preview import Result, Row
from scorecard.shown import measure_said
from scorecard.text import sentence
from scorecard.trouble import Trouble
from ui.library_words import aim_words
from ui.look import Look
from ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = 28
#: Here every address is one of a sheet.
_SHEET = "sheet "
_ICONS = {
    Result.CREATED: "plus",
    Result.UPDATED: "pencil",
    Result.SAME: "equal",
    Result.BLANK: "circle-dashed",
    Result.REFUSED: "octagon-x",
}


class Column(IntEnum):
    """What is told of a cell."""

    RESULT = 0
    PERIOD = 1
    NAME = 2
    BEFORE = 3
    AFTER = 4
    WHERE = 5


_WIDTHS = {Column.RESULT: 96, Column.PERIOD: 88, Column.BEFORE: 128, Column.WHERE: 200}


class PreviewModel(QAbstractTableModel):
    """The rows of one result, or all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: Sequence[Row] = ()
        self._skipped: Collection[str] = ()

    def show_rows(self, rows: Sequence[Row], skipped: Collection[str]) -> None:
        """Show other rows; those at the addresses of `skipped` are left out of the import."""
        self.beginResetModel()
        self._rows, self._skipped = rows, skipped
        self.endResetModel()

    def show_skipped(self, skipped: Collection[str]) -> None:
        """Leave other rows out."""
        self._skipped = skipped
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def row(self, line: int) -> Row:
        """The row on a line."""
        return self._rows[line]

    def _is_skipped(self, row: Row) -> bool:
        return row.where in self._skipped

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing, its result with an icon too."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole if row.why is not None:
                return plain_tip(self._why(row))
            case Qt.ItemDataRole.DecorationRole if column is Column.RESULT:
                return self._look.icon("minus" if self._is_skipped(row) else _ICONS[row.result])
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.BEFORE:
                return _RIGHT
            case Qt.ItemDataRole.FontRole if column is Column.WHERE:
                return self._look.font("mono")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._look.say(f"window.workbook.column.{Column(section).name.lower()}")
        return None

    def _text(self, row: Row, column: Column) -> str:
        match column:
            case Column.RESULT:
                result = "skipped" if self._is_skipped(row) else row.result.value
                return self._look.say(f"window.workbook.result.{result}")
            case Column.PERIOD:
                return row.period
            case Column.NAME:
                return self._look.tell(row.name)
            case Column.BEFORE:
                return self._value(row, row.before)
            case Column.AFTER:
                return self._why(row) if row.why is not None else self._after(row)
            case Column.WHERE:
                return row.where.removeprefix(_SHEET)

    def _after(self, row: Row) -> str:
        return f"→ {self._value(row, row.after)}" if row.period else ""

    def _value(self, row: Row, value: float | str | None) -> str:
        if value is None:
            return "–" if row.period else ""
        if isinstance(value, str):
            return aim_words(value, row.unit, self._look)
        return measure_said(value, row.unit, self._look.language)

    def _why(self, row: Row) -> str:
        why = row.why or Trouble("")
        return sentence(Trouble(why.code, "", why.facts), self._look.language)


def preview_table(look: Look, model: PreviewModel) -> QTableView:
    """The view of the rows."""
    view = QTableView()
    view.setModel(model)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(_ROW)
    head = view.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(Column.AFTER, QHeaderView.ResizeMode.Stretch)
    for column, width in _WIDTHS.items():
        view.setColumnWidth(column, width)
    view.setAccessibleName(look.say("window.workbook.cells"))
    return view
