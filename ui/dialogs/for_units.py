"""What is asked to follow one KPI for several units: which KPI, the whole, the units within."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QFormLayout, QWidget

from scorecard.board import Board
from scorecard.model.records import Org
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.label import Label
from ui.widgets.unit_tree import UnitTree

#: Makes the lines of a KPI for units of a whole, with its targets or without; says why not.
Make = Callable[[str, str, tuple[str, ...], bool], str]
#: The units that have their line of a KPI of a whole already.
There = Callable[[str, str], Iterable[str]]


class ForUnits(Frame):
    """Begins with the KPI `kpi` of the unit `whole`, where a line is given; else both are asked."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: Said,
        board: Board,
        *,
        line: tuple[str, str] | None,
        there: There,
        make: Make,
    ) -> None:
        super().__init__(look, parent, title, 480)
        self._board, self._there, self._make = board, there, make
        self.kpi = ChoiceField(look, [(kpi, board.latest(kpi).name) for kpi in board.versions])
        self.whole = ChoiceField(look, [(org.id, org.name) for org in _wholes(board)])
        self.units = UnitTree(look, "window.for_units.units", ticks=True)
        self.targets = Chip(look, Said("window.for_units.targets"), icon="target")
        self._form = QWidget()
        self._lay_out()
        if line is not None:
            self.kpi.set_words(line[0])
            self.whole.set_words(line[1])
            self._form.hide()
        self._whole = line[1] if line is not None else self.whole.words()
        self._offer()
        self.kpi.typed.connect(lambda _kpi: self._offer())
        self.whole.typed.connect(self._on_whole)
        self.units.setFocus()

    def try_it(self) -> None:
        """Make the lines and close, or say why not."""
        held = set(self._there(self.kpi.words(), self._whole))
        units = tuple(unit for unit in self.units.ticked if unit not in held)
        sentence = self._make(self.kpi.words(), self._whole, units, self.targets.isChecked())
        self.refusal.set_wording(sentence)
        self.refusal.setVisible(bool(sentence))
        if not sentence:
            self.accept()

    def _on_whole(self, whole: str) -> None:
        self._whole = whole
        self._offer()

    def _offer(self) -> None:
        held = self._there(self.kpi.words(), self._whole)
        self.units.show_units(self._board, self._whole, held)
        is_alone = not self.units.topLevelItemCount()
        self.units.setHidden(is_alone)
        self.alone.setVisible(is_alone)

    def _lay_out(self) -> None:
        layout = QFormLayout(self._form)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, field in (("kpi", self.kpi), ("whole", self.whole)):
            label = Label(self._look, Said(f"window.for_units.{name}"), colour="text2")
            label.setBuddy(field)
            layout.addRow(label, field)
        self.say(Said("window.for_units.says"), role="secondary")
        self.add(self._form)
        self.add(self.units)
        self.alone = self.say(Said("window.for_units.none"))
        self.add(self.targets)
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        cancel = Button(self._look, Said("window.cancel"))
        done = Button(self._look, Said("window.done"), Kind.PRIMARY)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.try_it)
        self.close_with([cancel, done])


def _wholes(board: Board) -> list[Org]:
    """The units that others are parts of, the topmost first."""
    wholes = [org for org in board.orgs.values() if board.units_below.get(org.id)]
    return sorted(wholes, key=lambda org: org.parent is not None)
