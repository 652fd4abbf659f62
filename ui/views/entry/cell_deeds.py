"""What is done to the current cell: kept, explained, repaired, said to be none."""

from collections.abc import Callable

from scorecard.entering.sheet import Row
from scorecard.period import Period
from ui.views.entry.cell_side import CellSide
from ui.views.entry.desk import Desk
from ui.views.entry.grid import Grid
from ui.views.entry.recorder import Recorder
from ui.views.entry.sheet_model import SheetModel


class CellDeeds:
    """Works through a recorder; `touched(row)` is called after each deed."""

    def __init__(
        self,
        grid: Grid,
        model: SheetModel,
        side: CellSide,
        recorder: Recorder,
        touched: Callable[[Row], None],
    ) -> None:
        self._grid, self._model, self._side = grid, model, side
        self._desk: Desk = model.desk
        self._recorder, self._touched = recorder, touched

    @property
    def cell(self) -> tuple[Row, Period] | None:
        """The row and the period that one stands on; None where nothing is asked, or closed."""
        row, period = self._grid.row, self._model.period(self._grid.currentIndex())
        if row is None or period is None or self._desk.is_locked(row, period):
            return None
        return row, period

    def keep(self, row: Row, period: Period, text: str) -> None:
        """Keep a typed value."""
        self._recorder.keep(row, period, text)
        self._touched(row)

    def keep_note(self, row: Row, period: Period, text: str) -> None:
        """Keep the words beside a value."""
        self._recorder.keep_note(row, period, text)
        self._touched(row)

    def note(self, text: str) -> None:
        """Keep words beside the current cell."""
        if self.cell is not None:
            self.keep_note(*self.cell, text)

    def repair(self) -> None:
        """Take what was probably meant."""
        if self.cell is not None:
            self._recorder.repair(*self.cell)
            self._touched(self.cell[0])

    def ask_reason(self) -> None:
        """Ask why there is no number."""
        if self.cell is not None:
            self._side.ask_reason()
        else:
            self.refuse()

    def refuse(self) -> None:
        """Say why nothing can be typed in a cell of a period that is closed."""
        row, period = self._grid.row, self._model.period(self._grid.currentIndex())
        if row is not None:
            self._recorder.refuse(row, period)

    def give_reason(self, reason: str) -> None:
        """Keep that there is no number, and go on."""
        self._grid.setFocus()
        if self.cell is not None:
            row, period = self.cell
            self._recorder.keep_none(row, period, reason)
            self._touched(row)
            self._grid.step(1, 0)

    def restore(self) -> None:
        """Forget the text that waits in the cell."""
        if self.cell is not None:
            row, period = self.cell
            if self._desk.waiting.release((row.place, period)):
                self._touched(row)
