"""A small table of words and numbers, the numbers at the right; read row by row."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.text import run_on
from ui.look import Look, Wording
from ui.widgets.label import Label
from ui.widgets.plain_tip import set_tip

ROW = 24


class FactRow(NamedTuple):
    """One row: its words, its numbers, and what it says when asked for more."""

    name: Wording
    numbers: tuple[str, ...]
    tip: str = ""


class FactTable(QWidget):
    """Headings, then rows; hidden while it has none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[int] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, headings: Sequence[Wording], rows: Sequence[FactRow]) -> None:
        """Show other rows under other headings."""
        self._clear()
        for column, heading in enumerate(headings):
            role = "body_bold" if column == 0 else "secondary"
            self._put(heading, 0, column, role, "text" if column == 0 else "text2")
        for at, row in enumerate(rows, 1):
            name = self._put(row.name, at, 0, "body", "text")
            set_tip(name, row.tip or name.text())
            said = [name.text()]
            for column, number in enumerate(row.numbers, 1):
                role = "body_medium" if column == 1 else "body"
                self._put(number, at, column, role, "text" if column == 1 else "text2")
                said.append(run_on([self._look.tell(headings[column]), number]))
            name.setAccessibleName(self._look.say("panel.comma").join(said))
        self.setVisible(bool(rows))
        self.update()

    @property
    def texts(self) -> list[list[str]]:
        """What it says, row by row, the headings first."""
        rows = range(self._grid.rowCount())
        columns = range(self._grid.columnCount())
        found = [[self._text(row, column) for column in columns] for row in rows]
        return [row for row in found if any(row)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline under each row."""
        painter, colours = QPainter(self), self._look.palette
        for row in range(self._grid.rowCount()):
            box = self._grid.cellRect(row, 0)
            if box.height():
                line = QRectF(0, box.bottom(), self.width(), 1)
                painter.fillRect(line, colours.line if row == 0 else colours.grid)

    def _put(self, wording: Wording, row: int, column: int, role: str, colour: str) -> Label:
        label = Label(self._look, wording, role=role, colour=colour)
        label.setMinimumHeight(ROW)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if column == 0:
            label.setMinimumWidth(48)
        self._grid.addWidget(label, row, column)
        return label

    def _text(self, row: int, column: int) -> str:
        item = self._grid.itemAtPosition(row, column)
        widget = item.widget() if item is not None else None
        return widget.text() if isinstance(widget, Label) else ""

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
