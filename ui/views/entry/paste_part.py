"""The block over the sheet and its panel, both loaded with the first block."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.look import Look
from ui.views.entry.desk import Desk
from ui.views.entry.recorder import Recorder

if TYPE_CHECKING:
    from scorecard.entering.pasting import Cell, Plan
    from ui.views.entry.paste_side import PasteSide
    from ui.views.entry.pasting import Pasting


class PastePart(QObject):
    """Shows the panel of a block in `sides`, in place of the one that is first there.

    `laid` when another block lies over the sheet, or none; `shown(place, period)` when a card is
    gone to; `left` when the keyboard goes back to the sheet."""

    laid = Signal()
    shown = Signal(object, object)
    left = Signal()

    def __init__(
        self, look: Look, desk: Desk, recorder: Recorder, sides: QStackedWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._desk, self._recorder = look, desk, recorder
        self._sides = sides

    @cached_property
    def pasting(self) -> "Pasting":
        """What is to become of the block."""
        from ui.views.entry.pasting import Pasting

        return Pasting(self._desk, self._recorder, self._on_plan, self)

    @cached_property
    def side(self) -> "PasteSide":
        """The panel."""
        from ui.views.entry.paste_side import PasteSide

        made = PasteSide(self._look, self._desk)
        made.write.connect(self.write)
        made.cancel.connect(self.cancel)
        made.decided.connect(self.pasting.decide)
        made.shown.connect(self._on_card)
        self._sides.addWidget(made)
        return made

    @property
    def is_on(self) -> bool:
        """Whether a block is looked at."""
        return "pasting" in self.__dict__ and self.pasting.is_on

    def write(self) -> None:
        """Write what is good of it."""
        if self.is_on and self.pasting.write() and not self.pasting.is_on:
            self.left.emit()

    def cancel(self) -> None:
        """Forget it."""
        self.pasting.cancel()
        self.left.emit()

    def refresh(self) -> None:
        """The document has changed under it."""
        if self.is_on:
            self.pasting.refresh()

    def _on_plan(self, plan: "Plan | None") -> None:
        """Show another plan, or none; the keyboard goes to the panel and back."""
        was_on = self._sides.currentIndex() > 0
        if plan is not None:
            self._sides.setCurrentWidget(self.side)
            self.side.show_plan(plan)
            if not was_on:
                self.side.go_to_cards()
        else:
            self._sides.setCurrentIndex(0)
            if was_on and self._sides.isVisible():
                self.left.emit()
        self.laid.emit()

    def _on_card(self, cell: "Cell") -> None:
        if cell.spot is not None:
            self.shown.emit(*cell.spot)
