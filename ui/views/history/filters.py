"""What is looked for in the history: words, a KPI, a person, a day."""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.board import Board
from scorecard.chronicle.listing import asked_of
from scorecard.figures.people import people
from scorecard.text import Said
from scorecard.vocabulary import Words
from scorecard.workspace import Step
from ui.bridge import Bridge
from ui.fields.editor import ChoiceField
from ui.look import Look, Wording
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField

#: A person who signed nothing is chosen by this, since an empty choice is everybody.
_UNSIGNED = "\0"
_WIDTHS = {"kpi": 220, "person": 156, "day": 156}


class Filters(QWidget):
    """One line of fields; `changed` when something else is looked for."""

    changed = Signal()

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge = bridge
        self._offered: object = None
        self.search = SearchField(look, Said("history.search"))
        self.kpi, self.person, self.day = (ChoiceField(look, []) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.search)
        for name, field in (("kpi", self.kpi), ("person", self.person), ("day", self.day)):
            label = Label(look, Said(f"history.{name}"), role="secondary", colour="text2")
            label.setBuddy(field)
            field.setFixedWidth(_WIDTHS[name])
            row.addWidget(label)
            row.addWidget(field)
            field.typed.connect(lambda _chosen: self.changed.emit())
        row.addStretch(1)
        self.search.textChanged.connect(lambda _text: self.changed.emit())

    def steps(self, limit: int) -> tuple[Step, ...]:
        """At most `limit` steps, newest first; the words are looked for in what this gives."""
        board, today, by = self._bridge.board, self._bridge.today(), self.person.words()
        signed = None if not by else "" if by == _UNSIGNED else by
        asked = asked_of(board, today, self.kpi.words(), signed, self.day.words())
        return self._bridge.workspace.chronicle.steps(asked, limit)

    def offer(self) -> None:
        """Offer what there is now; what is chosen stays so."""
        chronicle, board = self._bridge.workspace.chronicle, self._bridge.board
        if board.versions is not self._offered:
            self._offered = board.versions
            self.kpi.set_choices([("", Said("history.every.kpi")), *_kpis(board)])
        known = people(board)
        signed: list[tuple[str, Wording]] = [
            (by or _UNSIGNED, known.get(by, Words(by, by)) if by else Said("history.nobody"))
            for by in chronicle.signers()
        ]
        self.person.set_choices([("", Said("history.every.person")), *signed])
        days: list[tuple[str, Wording]] = [
            (day, Said("history.day_count", {"day": day, "count": str(count)}))
            for day, count in chronicle.days()
        ]
        self.day.set_choices([("", Said("history.every.day")), *days])
        for field in (self.kpi, self.person, self.day):
            field.setCurrentIndex(max(field.currentIndex(), 0))

    def clear(self) -> None:
        """Look for nothing in particular."""
        with QSignalBlocker(self.search):
            self.search.clear()
        for field in (self.kpi, self.person, self.day):
            field.setCurrentIndex(0)
        self.changed.emit()


def _kpis(board: Board) -> Iterator[tuple[str, Wording]]:
    for kpi, versions in sorted(board.versions.items()):
        name = versions[-1].name
        yield kpi, Words(*(f"{kpi}　{text}" for text in name)) if any(name) else Words(kpi, kpi)
