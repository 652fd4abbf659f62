"""What is asked for a copy of a branch: the unit it is for, and whether targets go along."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scorecard.board import Board
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.unit_tree import UnitTree

#: Makes the copy for a unit, with the targets or without; says why not, or nothing.
Copy = Callable[[str, bool], str]


class Duplicate(Frame):
    """Asks for one unit of `board`."""

    def __init__(
        self, look: Look, parent: QWidget | None, title: Said, board: Board, copy: Copy
    ) -> None:
        super().__init__(look, parent, title, 440)
        self._copy = copy
        self.units = UnitTree(look, "window.duplicate.unit")
        self.units.show_units(board)
        self.targets = Chip(look, Said("window.duplicate.targets"), icon="target")
        self.targets.setChecked(True)
        self.say(Said("window.duplicate.says"), role="secondary")
        self.add(self.units)
        self.add(self.targets)
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        cancel = Button(look, Said("window.cancel"))
        done = Button(look, Said("window.done"), Kind.PRIMARY)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.try_it)
        self.units.itemActivated.connect(lambda _item: self.try_it())
        self.close_with([cancel, done])
        self.units.setFocus()

    def try_it(self) -> None:
        """Make the copy and close, or say why not."""
        unit = self.units.unit
        if unit is None:
            return
        sentence = self._copy(unit, self.targets.isChecked())
        self.refusal.set_wording(sentence)
        self.refusal.setVisible(bool(sentence))
        if not sentence:
            self.accept()
