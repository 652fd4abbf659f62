"""The foot of the right side: where the chosen templates go, and the button that adds them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.board import Board
from scorecard.catalogue.template import Template
from scorecard.commands.add_kpis import AddKpis, Pick
from scorecard.commands.new_scorecard import NewScorecard
from scorecard.text import Said
from scorecard.vocabulary import NodeKind
from scorecard.workspace import Command
from ui.fields.editor import ChoiceField
from ui.look import Look, Wording
from ui.units import called, set_in, units
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.label import Label

PADDING = 16


class Where(QWidget):
    """`changed` when something else is chosen; `add_requested` by the button."""

    changed = Signal()
    add_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.unit, self.parent_line = _Place(look), _Place(look)
        self.rhythm = ChoiceField(
            look,
            [(key, Said(f"library.rhythm.{key}")) for key in ("monthly", "as_updated")],
        )
        self.stars = Chip(look, Said("library.stars"), icon="star")
        self.stars.set_tip_wording(Said("library.stars.tip"))
        self.stars.setChecked(True)
        self.said = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.button = Button(look, Said("library.add"), Kind.PRIMARY, icon="plus")
        self._lay_out()
        for field in (self.unit, self.parent_line, self.rhythm):
            field.typed.connect(lambda _text: self.changed.emit())
        self.stars.toggled.connect(lambda _on: self.changed.emit())
        self.button.clicked.connect(lambda _on=False: self.add_requested.emit())
        look.changed.connect(self.retell)
        self.retell()

    def offer(self, board: Board) -> None:
        """Offer the units and lines of a document; what was chosen stays where it is there."""
        self.unit.offer(list(units(board)))
        self.parent_line.offer([("", Said("library.by_perspective")), *_lines(board)])

    def command(self, templates: Sequence[Template], board: Board, start: str) -> Command:
        """What adds these templates to a document; an empty one is begun with them."""
        starred = self.stars.isChecked()
        picks = tuple(Pick(each.id, each.star and starred) for each in templates)
        if not board.orgs and not board.nodes:
            return NewScorecard(self._look.language, start, picks)
        return AddKpis(
            picks,
            self.unit.words(),
            start,
            self.parent_line.words() or None,
            as_updated=self.rhythm.words() == "as_updated",
        )

    def tell(self, wording: Wording, refusal: Wording | None, count: int) -> None:
        """Say what adding `count` templates would do, or why it cannot be done."""
        self.said.set_wording(wording)
        key = "library.add" if count == 1 else "library.add_several"
        self.button.set_wording(Said(key, {"count": str(count)}))
        self.button.refuse(refusal)

    def retell(self) -> None:
        """Take colours from the look again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.sunken)
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.line)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        fields = {"unit": self.unit, "parent": self.parent_line, "rhythm": self.rhythm}
        for place, (key, field) in enumerate(fields.items()):
            words = Said(f"library.where.{key}")
            label = Label(self._look, words, role="secondary", colour="text2")
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row, column = divmod(place, 2)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
        grid.addWidget(self.stars, 3, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(PADDING, 8, PADDING, PADDING)
        column_of.setSpacing(8)
        column_of.addLayout(grid)
        column_of.addWidget(self.said)
        column_of.addWidget(self.button)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class _Place(ChoiceField):
    """One of the places of a document, which change with it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, [])

    def offer(self, choices: Sequence[tuple[str, Wording]]) -> None:
        """Offer these; the one that is chosen stays so, otherwise it is the first."""
        if choices == self._choices:
            return
        chosen = self.words()
        with QSignalBlocker(self):
            self.clear()
            self._choices = list(choices)
            for key, wording in choices:
                self.addItem(self._look.tell(wording), key)
            self.setCurrentIndex(max(self.findData(chosen), 0) if choices else -1)


def _lines(board: Board) -> Iterator[tuple[str, Wording]]:
    """The lines that can have lines below, in the order of the tree, each set in."""
    waiting = [(node, 0) for node in reversed(board.children.get(None, ()))]
    while waiting:
        node, depth = waiting.pop()
        below = board.children.get(node, ())
        waiting += [(child, depth + 1) for child in reversed(below)]
        if board.nodes[node].kind is not NodeKind.KPI:
            yield node, set_in(called(board.name_of(board.nodes[node]), node), depth)
