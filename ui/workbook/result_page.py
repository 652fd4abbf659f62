"""The last step: what was done, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.exchange.preview import Result
from scorecard.text import Said
from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.workbook.found import Found
from ui.workbook.moved_lines import Moved, MovedLines

#: The middle of the dialog is where the result stands.
_INSET = 320


class ResultPage(QWidget):
    """Tells `undo_requested`."""

    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = Label(look, "", role="h2")
        self.lines = {result: Label(look, "") for result in Result}
        self.undo = Button(look, Said("window.workbook.undo"), icon="undo-2")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(_INSET, 0, _INSET, 0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(Label(look, Said("window.workbook.one_step"), colour="text2"))
        for line in self.lines.values():
            column.addWidget(line)
        self.moved_title = Label(look, Said("window.workbook.moved"), role="body_bold")
        self.moved = MovedLines(look)
        column.addWidget(self.moved_title)
        column.addWidget(self.moved)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.undo.clicked.connect(self.undo_requested)

    def show_found(self, found: Found, lines: Sequence[Moved]) -> None:
        """Say how much was taken, and which lines changed their colour."""
        self.moved.show_lines(lines)
        self.moved_title.setVisible(bool(lines))
        written = found.counts[Result.CREATED] + found.counts[Result.UPDATED]
        self.title.set_wording(Said("window.workbook.done", {"count": f"{written:,}"}))
        for result, line in self.lines.items():
            facts = {"count": f"{found.counts[result]:,}"}
            line.set_wording(Said(f"window.workbook.done.{result}", facts))
