"""The sheet and the clipboard of the system: cells copied, a block laid over, one cell typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from scorecard.entering.block import block_of
from ui.views.entry.blocks import Blocks
from ui.views.entry.grid import Grid
from ui.views.entry.sheet_model import Column, SheetModel

if TYPE_CHECKING:
    from ui.views.entry.pasting import Pasting


class Clipboard:
    """Takes from the selected cells of a grid, and gives to where one stands; `pasting` looks at
    blocks, and is loaded with the first one."""

    def __init__(
        self,
        grid: Grid,
        model: SheetModel,
        blocks: Blocks,
        pasting: "Callable[[], Pasting]",
    ) -> None:
        self._grid, self._model = grid, model
        self._blocks, self._pasting = blocks, pasting

    def copy(self) -> None:
        """Put the selected cells on it."""
        QGuiApplication.clipboard().setText(self._blocks.chosen())

    def copy_all(self) -> None:
        """Put the whole sheet on it."""
        QGuiApplication.clipboard().setText(self._blocks.whole())

    def paste(self) -> None:
        """Type what is one cell, and look at what is a block."""
        block, row = block_of(QGuiApplication.clipboard().text()), self._grid.row
        if not block or row is None:
            return
        index = self._grid.currentIndex()
        is_period = Column.FIRST <= index.column() <= Column.NOW
        column = index.column() if is_period else Column.NOW
        if len(block) == len(block[0]) == 1 and self._model.desk.plan is None:
            at = index.column() if index.column() >= Column.FIRST else Column.NOW
            self._model.setData(index.siblingAtColumn(at), block[0][0])
        else:
            self._pasting().begin(block, row, column - Column.FIRST)
