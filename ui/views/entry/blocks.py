"""Several cells at once: copied, filled as the period before, filled to the right."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, Qt

from scorecard.entering.block import text_of
from scorecard.entering.sheet import Row
from scorecard.entry_text import entry_shown
from scorecard.model.records import Entry
from scorecard.period import Period
from ui.tree.clipboard import cell_text
from ui.views.entry.desk import Desk
from ui.views.entry.grid import Grid
from ui.views.entry.recorder import Recorder
from ui.views.entry.sheet_model import Column, SheetModel

_VALUES = range(Column.FIRST, Column.NOW + 1)
_ACROSS = Qt.Orientation.Horizontal
Fill = Callable[[Row, Period], float | None]


class Blocks:
    """Works on the selected cells of a grid."""

    def __init__(self, desk: Desk, model: SheetModel, grid: Grid, recorder: Recorder) -> None:
        self._desk, self._model, self._grid, self._recorder = desk, model, grid, recorder

    @property
    def _block(self) -> QRect:
        """The selected cells: columns across, lines down; the current one where none are."""
        ranges = self._grid.selectionModel().selection()
        if not ranges.count():
            at = self._grid.currentIndex()
            return QRect(at.column(), at.row(), 1, 1)
        found = ranges.at(0)
        return QRect(found.left(), found.top(), found.width(), found.height())

    def chosen(self) -> str:
        """The selected cells, as a spreadsheet takes them."""
        block = self._block
        lines = [
            [self._text(row, column) for column in self._columns()]
            for row in self._rows(block.top(), block.bottom())
        ]
        return text_of(lines)

    def whole(self) -> str:
        """All rows with their names, under a line of headings."""
        head = [self._model.headerData(c, _ACROSS) for c in (Column.NAME, Column.UNIT, *_VALUES)]
        lines = [[str(each) for each in head]]
        for row in self._desk.rows_shown():
            columns = (Column.NAME, Column.UNIT, *_VALUES)
            lines.append([self._text(row, column) for column in columns])
        return text_of(lines)

    def as_before(self) -> None:
        """Enter in each selected cell the value of the period before it."""
        self._fill("command.as_before", lambda row, period: self._value(row, period.shifted(-1)))

    def fill_right(self) -> None:
        """Enter in each selected cell the value of the first one in its row; of one cell alone
        the value at its left."""
        block = self._block
        first = block.left() if block.width() > 1 else block.left() - 1
        if first not in _VALUES:
            return

        def value(row: Row, _period: Period) -> float | None:
            source = self._desk.period(row, first - Column.FIRST)
            return self._value(row, source) if source is not None else None

        self._fill("command.fill_right", value, after=first)

    def _fill(self, name: str, value: Fill, after: int = -1) -> None:
        found: list[Entry] = []
        block = self._block
        for row in self._rows(block.top(), block.bottom()):
            for column in self._columns():
                period = self._period(row, column)
                filled = value(row, period) if period is not None and column > after else None
                if period is not None and filled is not None:
                    found.append(self._entry(row, period, filled))
        self._recorder.block(found, name)

    def _entry(self, row: Row, period: Period, value: float) -> Entry:
        """With the note that stands beside another value now; a reason for none goes."""
        there = self._desk.board.entry(*row.place, period.code)
        note = there.note if there is not None and there.value is not None else ""
        return Entry(*row.place, period.code, value, note)

    def _rows(self, top: int, bottom: int) -> Iterator[Row]:
        for line in self._desk.lines[max(top, 0) : bottom + 1]:
            if isinstance(line, Row):
                yield line

    def _columns(self) -> list[int]:
        """The selected columns that are shown; a selection beside the periods is of this one."""
        block = self._block
        chosen = range(block.left(), block.right() + 1)
        shown = [column for column in chosen if not self._grid.isColumnHidden(column)]
        return shown or [Column.NOW]

    def _period(self, row: Row, column: int) -> Period | None:
        if column in _VALUES:
            return self._desk.period(row, column - Column.FIRST)
        return self._desk.own(row) if self._block.width() == 1 else None

    def _value(self, row: Row, period: Period) -> float | None:
        return self._desk.board.series_of(*row.place).get(period.number)

    def _text(self, row: Row, column: int) -> str:
        line = self._desk.line_of(row.place)
        if column not in _VALUES:
            return cell_text(str(self._model.index(line or 0, column).data() or ""))
        period = self._period(row, column)
        value = self._value(row, period) if period is not None else None
        yes = row.measure.id in self._desk.yes
        shown = "" if value is None else entry_shown(value, row.measure.unit, yes=yes)
        return shown.replace(",", "")
