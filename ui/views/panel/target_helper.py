"""Below the target: what the past suggests, how often each would have been met, and how two years
would have been coloured under the one that is typed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.evaluation import Evaluation
from scorecard.figures.target_help import TargetHelp, target_help
from scorecard.figures.target_proposal import Proposal
from scorecard.reading.entry import read_percent
from scorecard.reading.outcome import Read
from scorecard.text import Said
from ui.fields.editor import LineField
from ui.forms.aim_text import aim_shown
from ui.forms.definition import Definition
from ui.look import Look
from ui.views.panel.status_strip import Coloured, StatusStrip
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

#: The ways to a limit, then those to a range; a KPI has one kind of them.
KEYS = ("keep", "stretch", "last_year", "limit", "usual", "middle", "natural")
#: A KPI has to be bettered by so much where nobody says otherwise, %.
USUAL, NARROW = "5", 44


class TargetHelper(QWidget):
    """Closed until it is asked for, so that nothing is worked out unseen. `taken(text)` when a
    proposal is to be the target; `asked` when something has to be worked out anew."""

    taken = Signal(str)
    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._unit, self._locked = look, "", False
        self.toggle = Button(look, Said("target_help"), Kind.LINK, icon="chevron-right")
        self.toggle.set_tip_wording(Said("target_help.open.tip"))
        self.content = QWidget()
        self.percent = LineField()
        self.percent.set_words(USUAL)
        self.percent.set_example(USUAL)
        self.percent.setFixedWidth(NARROW)
        self.sign = Label(look, "%", role="secondary", colour="text2")
        self.rows = {key: _Row(look, key) for key in KEYS}
        self.own = Label(look, "", role="secondary", wrap=True)
        self.why = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.strip = StatusStrip(look)
        self.past = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._lay_out()
        self.toggle.clicked.connect(lambda _on=False: self.open(not self.is_open))
        self.percent.typed.connect(lambda _text: self.asked.emit())
        for row in self.rows.values():
            row.take.clicked.connect(partial(self._on_taken, row))
        look.changed.connect(self._retell)
        self._retell()

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen."""
        return not self.content.isHidden()

    def open(self, there: bool) -> None:
        """Show it, or put it away."""
        self.content.setVisible(there)
        self.toggle.set_icon("chevron-down" if there else "chevron-right")
        if there:
            self.asked.emit()

    def show_definition(self, evaluation: Evaluation, tried: Definition, *, locked: bool) -> None:
        """Work out what the past says of a sound definition at its unit."""
        self._unit, self._locked = tried.version.unit, locked
        found = target_help(evaluation, tried.version, tried.target, tried.org, self._more)
        by_key = {proposal.key: proposal for proposal in found.proposals}
        for key, row in self.rows.items():
            row.show_proposal(by_key.get(key), found.counted, self._unit, locked=locked)
        for part in (self.percent, self.sign):
            part.setVisible("last_year" in by_key)
        self._tell_own(found.own, found.counted)
        self._tell_why(found)
        self._tell_past(found)

    def show_unsettled(self) -> None:
        """Say that the draft cannot be tested yet; the proposals stay."""
        self.own.hide()
        self.strip.hide()
        self.past.set_wording(Said("target_help.unsettled"))

    @property
    def _more(self) -> float:
        """By what part last year is to be bettered; nothing where that is no number."""
        read = read_percent(self.percent.words())
        return read.value if isinstance(read, Read) else 0.0

    def _on_taken(self, row: "_Row") -> None:
        if row.text and not self._locked:
            self.taken.emit(row.text)

    def _tell_own(self, own: Proposal | None, counted: int) -> None:
        self.own.setVisible(own is not None)
        if own is None:
            return
        facts: dict[str, str | Said] = {
            "text": aim_shown(own.text, self._unit),
            "met": str(own.met),
            "of": str(counted),
        }
        if own.verdict:
            facts["verdict"] = Said(f"target_help.own.{own.verdict}")
        self.own.set_wording(
            Said("target_help.own" if own.verdict else "target_help.met_only", {**facts})
        )

    def _tell_why(self, found: TargetHelp) -> None:
        self.why.setVisible(bool(found.reason))
        if found.reason:
            facts = {"count": str(found.counted)}
            self.why.set_wording(Said(f"target_help.why.{found.reason}", {**facts}))

    def _tell_past(self, found: TargetHelp) -> None:
        tried = found.trial
        pairs = zip(tried.cells, tried.before, strict=True)
        self.strip.show_cells(
            [Coloured(now.period.code, now.status, was.status) for now, was in pairs]
        )
        self.strip.show()
        facts = {"count": str(len(tried.cells))}
        for status, (was, now) in tried.counts.items():
            facts |= {f"{status}_was": str(was), status.value: str(now)}
        self.past.set_wording(Said("target_help.simulation", {**facts}))

    def _retell(self) -> None:
        self.percent.setAccessibleName(self._look.say("target_help.last_year.percent"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, (key, row) in enumerate(self.rows.items()):
            name = QHBoxLayout()
            name.setSpacing(4)
            name.addWidget(row.name)
            if key == "last_year":
                name.addWidget(self.percent)
                name.addWidget(self.sign)
            name.addStretch(1)
            grid.addLayout(name, at, 0)
            grid.addWidget(row.take, at, 1)
            grid.addWidget(row.met, at, 2)
        grid.setColumnStretch(2, 1)
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(6)
        inside.addLayout(grid)
        for part in (self.why, self.own, self.strip, self.past):
            inside.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self.toggle)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.content)
        self.content.hide()


class _Row:
    """One proposal: what it is, the button that takes it, how often it was met."""

    def __init__(self, look: Look, key: str) -> None:
        self._look, self.text = look, ""
        self.name = Label(look, Said(f"target_help.{key}"), role="secondary", colour="text2")
        self.take = Button(look, "", small=True)
        self.met = Label(look, "", role="secondary", colour="text2", wrap=True)

    def show_proposal(
        self, proposal: Proposal | None, counted: int, unit: str, *, locked: bool
    ) -> None:
        """Show a proposal, or nothing where there is none."""
        for widget in (self.name, self.take, self.met):
            widget.setVisible(proposal is not None)
        if proposal is None:
            self.text = ""
            return
        self.text = aim_shown(proposal.text, unit)
        self.take.set_wording(self.text)
        tip = Said("target_help.take", {"text": self.text})
        self.take.set_tip_wording(tip)
        self.take.setAccessibleDescription(self._look.tell(tip))
        self.take.setEnabled(not locked)
        facts: dict[str, str | Said] = {
            "met": str(proposal.met),
            "of": str(counted),
            "verdict": Said(f"target_help.verdict.{proposal.verdict}"),
        }
        self.met.set_wording(Said("target_help.met", {**facts}))
