"""The org units of a document: adding, naming, moving, removing them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from scorecard.board import Board
from scorecard.commands.org import MoveOrg, NewOrg, PutOrg, RemoveOrg, siblings
from scorecard.model.records import Org
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS
from scorecard.workspace import Command
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.unit_tree import UnitTree

#: Does it; gives the sentence that says why not, or nothing.
Do = Callable[[Command], str]


class OrgUnits(Frame):
    """The tree of units, a name, and what can be done with them; each is one step to undo."""

    def __init__(
        self, look: Look, parent: QWidget | None, board: Callable[[], Board], do: Do
    ) -> None:
        super().__init__(look, parent, Said("window.units.title"), 520)
        self._board, self._do = board, do
        self.units = UnitTree(look, "window.units.title")
        self.name = QLineEdit()
        self.name.setAccessibleName(look.say("window.units.name"))
        self.name.setPlaceholderText(look.say("window.units.example"))
        acts: dict[str, Callable[[], object]] = {
            "add": self.add_unit,
            "rename": self.rename,
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
            "in": self.move_in,
            "out": self.move_out,
            "remove": self.remove,
        }
        self.buttons = {key: Button(look, Said(f"window.units.{key}"), small=True) for key in acts}
        for key, act in acts.items():
            self.buttons[key].clicked.connect(lambda _on=False, act=act: act())
        self.say(Said("window.units.says"), role="secondary")
        self.add(self.units)
        self.add(self._tools())
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        close = Button(look, Said("window.close"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        self.close_with([close])
        self.units.currentItemChanged.connect(lambda _now, _before: self._show_name())
        self.units.show_units(board())
        self._show_name()
        self.units.setFocus()

    def add_unit(self) -> None:
        """A unit of the typed name below the one that is gone to."""
        before = self._board().orgs.keys()
        name = {self._look.language: self.name.text()}
        if self._run(NewOrg(self.units.unit, NO_WORDS._replace(**name))):
            for unit in self._board().orgs.keys() - before:
                self.units.go_to(unit)

    def rename(self) -> None:
        """The typed name for the unit that is gone to, in the language of now."""
        unit = self._unit
        if unit is not None:
            name = unit.name._replace(**{self._look.language: self.name.text().strip()})
            self._run(PutOrg(replace(unit, name=name)))

    def step(self, steps: int) -> None:
        """Move it that many places down among its siblings, up if negative."""
        unit = self._unit
        if unit is not None:
            there = [org.id for org in siblings(self._board(), unit.parent)]
            place = there.index(unit.id) + steps
            if 0 <= place < len(there):
                self._run(MoveOrg(unit.id, unit.parent, place))

    def move_in(self) -> None:
        """Make it a part of the one above it."""
        unit = self._unit
        if unit is not None:
            there = [org.id for org in siblings(self._board(), unit.parent)]
            place = there.index(unit.id)
            if place:
                self._run(MoveOrg(unit.id, there[place - 1], len(there)))

    def move_out(self) -> None:
        """Put it beside the unit that it is a part of."""
        unit = self._unit
        if unit is not None and unit.parent is not None:
            whole = self._board().orgs[unit.parent]
            there = [org.id for org in siblings(self._board(), whole.parent)]
            self._run(MoveOrg(unit.id, whole.parent, there.index(whole.id) + 1))

    def remove(self) -> None:
        """Take it away, where nothing uses it."""
        unit = self._unit
        if unit is not None:
            self._run(RemoveOrg(unit.id))

    @property
    def _unit(self) -> Org | None:
        return self._board().orgs.get(self.units.unit or "")

    def _run(self, command: Command) -> bool:
        """Do it, show the units as they are then, and say why not where it was refused."""
        sentence = self._do(command)
        self.refusal.set_wording(sentence)
        self.refusal.setVisible(bool(sentence))
        if not sentence:
            self.units.show_units(self._board())
            self._show_name()
        return not sentence

    def _show_name(self) -> None:
        unit = self._unit
        self.name.setText(unit.name.show(self._look.language) if unit is not None else "")

    def _tools(self) -> QWidget:
        tools = QWidget()
        grid = QGridLayout(tools)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.name, 0, 0, 1, 3)
        places = {"add": (0, 3), "rename": (0, 4)}
        rest = [key for key in self.buttons if key not in places]
        places |= {key: (1, column) for column, key in enumerate(rest)}
        for key, place in places.items():
            grid.addWidget(self.buttons[key], *place)
        return tools
