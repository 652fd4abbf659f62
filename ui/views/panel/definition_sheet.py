"""What of a definition scrolls: its version, the nineteen fields with what belongs to each, and
what changed before."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal

from scorecard.board import Board
from scorecard.check.formulas import mistake_in, named, unknown_in
from scorecard.model.records import KpiVersion, Measure
from scorecard.text import Said
from ui.fields.trouble_line import TroubleLine
from ui.forms.definition import Context
from ui.forms.definition_fields import PARTS
from ui.forms.definition_form import DefinitionForm
from ui.forms.draft import Draft, Outcome
from ui.forms.editions import is_corrected
from ui.forms.field_row import FieldRow
from ui.forms.limit_offer import LimitOffer, limit_offer
from ui.look import Look
from ui.views.panel.anchored import Anchored
from ui.views.panel.definition_ways import DefinitionWays
from ui.views.panel.measure_list import MeasureList
from ui.views.panel.offered import latest_said
from ui.views.panel.subject import Subject
from ui.views.panel.target_helper import TargetHelper
from ui.views.panel.trial_line import TrialLine
from ui.views.panel.version_bar import VersionBar
from ui.views.panel.version_list import VersionList
from ui.widgets.label import Label


class DefinitionSheet(Anchored):
    """Shows drafts; `texts_taken(texts)` by part when limits are to follow the target or were
    moved on the bar, and when a suggested target is taken."""

    texts_taken = Signal(object)

    def __init__(self, look: Look, rows: Mapping[str, FieldRow]) -> None:
        super().__init__()
        self._look = look
        self.versions, self.form = VersionBar(look), DefinitionForm(look, rows)
        self.trial, self.advice = TrialLine(look), TroubleLine(look, "text")
        self.measures, self.history = MeasureList(look), VersionList(look)
        self.ways, self.helper = DefinitionWays(look, self), TargetHelper(look)
        self._subject: Subject | None = None
        self._tried: tuple[Subject, Outcome] | None = None
        self._locked = False
        self._offer: LimitOffer | None = None
        self._lay_out()
        self.advice.chosen.connect(lambda _at: self._on_taken())
        self.trial.limits.moved.connect(self.texts_taken)
        self.helper.taken.connect(lambda text: self.texts_taken.emit({"target": text}))
        self.helper.asked.connect(self._help)
        self.ways.graph.walked.connect(self.bring_into_view)
        self.ways.measure_wanted.connect(self.measures.edit_wanted)
        self.versions.compare_wanted.connect(self._compare)
        self.history.compare_wanted.connect(self._compare)

    def show_subject(self, subject: Subject) -> None:
        """Show what belongs to the KPI whatever its draft says: where it is used, all versions."""
        self.ways.show_subject(subject)
        self.form.formula.set_values(lambda means: latest_said(subject, means, self._look))
        self._subject = subject
        corrected = is_corrected(subject.bridge.workspace, subject.kpi)
        self.history.show_versions(subject.board.versions[subject.kpi], corrected=corrected)

    def show_draft(
        self, draft: Draft, at: Context, given: Mapping[str, str], *, locked: bool
    ) -> None:
        """Show the texts of a draft; `given` stands for what nobody typed."""
        self.form.show_draft(draft, at, given, locked=locked)

    def show_outcome(self, draft: Draft, outcome: Outcome, at: Context, *, locked: bool) -> None:
        """Say beside each field what is wrong, and what follows from what was typed."""
        # Its place is one of the text that is shown, in the names of this language.
        shown = replace(outcome.definition.version, formula=draft.text(PARTS["formula"], at))
        mistake = mistake_in(shown, at.board)
        self.form.show_outcome(draft, outcome, at, mistake, unknown_in(shown.formula, at.board))
        if mistake is None:  # while a name is being typed the list stays
            found = _measures(outcome.definition.version, at.board)
            self.measures.show_measures(found, editable=not locked)
        self.trial.limits.show_definition(outcome.definition, draft.base, editable=not locked)
        self._locked = locked
        self._offer = limit_offer(draft, outcome)
        if self._offer is None:
            self.advice.show_question("", ())
        else:
            self.advice.show_question(self._offer.still, [self._offer.take])

    def try_out(self, subject: Subject, draft: Draft, outcome: Outcome) -> None:
        """Show what the draft gives; the field one types in stays where it is."""
        self._tried = (subject, outcome)
        with self.held():
            self.trial.show_outcome(subject, draft, outcome)
            self._help()
        self._show_steps()

    def show_field(self, field: str) -> None:
        """Bring a field into view."""
        row = self.form.rows[field]
        self._show_row(row)
        QTimer.singleShot(0, self, lambda: self._show_row(row))  # a new page gets its places late

    def go_to(self, field: str) -> None:
        """Give the keyboard to a field, in view, so that typing replaces what stands there."""
        self.show_field(field)
        editor = next(iter(self.form.rows[field].editors.values()))
        focus: Callable[[Qt.FocusReason], None] = editor.setFocus  # type: ignore[attr-defined]  # a widget
        focus(Qt.FocusReason.TabFocusReason)

    def _show_row(self, row: FieldRow) -> None:
        """Not at the edge: what is said of a draft comes up over the last rows."""
        self.bring_into_view(row, self.viewport().height() // 3)

    def _compare(self, version: str = "") -> None:
        """Show what changed in a version, in the one that is looked at where none is named."""
        if self._subject is None:
            return
        from ui.views.panel.version_compare import compare  # few look at it

        shown = version or self.versions.choice.words()
        compare(self._look, self.window(), self._subject, shown)

    def _show_steps(self) -> None:
        """Bring into view what leads out of a mistake in the field one types in."""
        row = self.form.rows["formula"]
        typed = self.window().focusWidget()
        if row.trouble.repairs and typed is not None and row.isAncestorOf(typed):
            self.bring_into_view(row.trouble)

    def _help(self) -> None:
        """Say what the past says of the target, where somebody looks."""
        if self._tried is None or not self.helper.is_open:
            return
        subject, outcome = self._tried
        if outcome.can_be_tried:
            tried = outcome.definition
            self.helper.show_definition(subject.evaluation, tried, locked=self._locked)
        else:
            self.helper.show_unsettled()

    def _on_taken(self) -> None:
        if self._offer is not None:
            self.texts_taken.emit(self._offer.texts)
            self.go_to("target")  # the pressed button is gone, and with it the keyboard

    def _lay_out(self) -> None:
        rows = self.form.rows
        rows["formula"].add_below(self.trial.live)
        rows["formula"].add_below(self.trial.doubt)
        rows["formula"].add_below(self.measures)
        rows["table"].add_below(self.ways.heading)
        rows["table"].add_below(self.ways.graph)
        rows["related"].add_below(self.ways.related)
        rows["dashboards"].add_below(self.ways.dashboards)
        rows["target"].add_below(self.advice)
        rows["target"].add_below(self.helper)
        rows["thresholds"].add_below(self.trial.limits.bar)
        rows["thresholds"].add_below(self.trial.limits.words)
        rows["thresholds"].add_below(self.trial.past)
        heading = Label(self._look, Said("panel.versions"), role="h3")
        for part in (self.versions, self.form, heading, self.history):
            self.column.addWidget(part)
        self.column.addStretch(1)


def _measures(version: KpiVersion, board: Board) -> list[Measure]:
    """The measures that a formula says, each once."""
    meanings = dict.fromkeys(named(version, board))
    found = (board.measures.get(m.removeprefix("measure:")) for m in meanings)
    return [measure for measure in found if measure is not None]
