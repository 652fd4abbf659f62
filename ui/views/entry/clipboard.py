"""The sheet and the clipboard of the system: cells copied, a block laid over, one cell typed."""

from PySide6.QtGui import QGuiApplication

from scorecard.entering.block import block_of
from ui.views.entry.blocks import Blocks
from ui.views.entry.grid import Grid
from ui.views.entry.pasting import Pasting
from ui.views.entry.sheet_model import Column, SheetModel


class Clipboard:
    """Takes from the selected cells of a grid, and gives to where one stands."""

    def __init__(self, grid: Grid, model: SheetModel, blocks: Blocks, pasting: Pasting) -> None:
        self._grid, self._model = grid, model
        self._blocks, self._pasting = blocks, pasting

    def copy(self) -> None:
        """Put the selected cells on it."""
        QGuiApplication.clipboard().setText(self._blocks.chosen())

    def copy_all(self) -> None:
        """Put the whole sheet on it."""
        QGuiApplication.clipboard().setText(self._blocks.whole())

    def paste(self) -> bool:
        """Type what is one cell, and look at what is a block; whether a block is looked at."""
        block, row = block_of(QGuiApplication.clipboard().text()), self._grid.row
        if not block or row is None:
            return False
        index = self._grid.currentIndex()
        is_period = Column.FIRST <= index.column() <= Column.NOW
        column = index.column() if is_period else Column.NOW
        if len(block) == len(block[0]) == 1 and not self._pasting.is_on:
            at = index.column() if index.column() >= Column.FIRST else Column.NOW
            self._model.setData(index.siblingAtColumn(at), block[0][0])
            return False
        self._pasting.begin(block, row, column - Column.FIRST)
        return self._pasting.is_on
