"""The definition: nineteen fields, a draft that survives a restart, and the act that ends it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.check.formulas import mistake_in
from scorecard.commands.revise_definition import ReviseDefinition, next_version
from scorecard.model.records import Target
from scorecard.period import Calendar, Period
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Frequency
from ui.bridge import Bridge
from ui.forms.definition import Context, Definition
from ui.forms.definition_fields import FIELDS, PARTS
from ui.forms.definition_form import DefinitionForm, filled
from ui.forms.draft import Draft, Outcome, outcome_correction, outcome_new
from ui.forms.field_row import FieldRow
from ui.forms.offers import offers
from ui.look import Look
from ui.views.panel.anchored import Anchored
from ui.views.panel.draft_foot import DraftFoot
from ui.views.panel.lineage_lines import LineageLines
from ui.views.panel.subject import Subject
from ui.views.panel.trial_line import TrialLine
from ui.views.panel.version_list import VersionList
from ui.widgets.label import Label

#: Typing rests this long before a draft is kept, and before it is tried out, ms.
KEPT_AFTER, TRIED_AFTER = 400, 150
#: Below this height the foot leaves its sentences out, px.
LOW = 460
REASON = "reason_missing"


class DefinitionPage(QWidget):
    """Follows a KPI; what was typed stays with it until the act or until it is thrown away."""

    def __init__(self, look: Look, bridge: Bridge, rows: Mapping[str, FieldRow]) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._subject: Subject | None = None
        self._draft: Draft | None = None
        self._asked_reason = False
        self.sheet, self._foot = Anchored(), DraftFoot(look)
        self.banner = self._foot.banner
        self.form = DefinitionForm(look, rows)
        self.trial, self.lineage = TrialLine(look), LineageLines(look)
        self._versions = VersionList(look)
        self._keeping = QTimer(self, singleShot=True, interval=KEPT_AFTER)
        self._trying = QTimer(self, singleShot=True, interval=TRIED_AFTER)
        self._lay_out()
        self._connect()

    def show_subject(self, subject: Subject) -> None:
        """Show the newest definition of another KPI, with what was typed over it."""
        kpi_changed = self._subject is None or (subject.kpi, subject.org) != self._place()
        if kpi_changed:
            self.keep()
            self._asked_reason = False
            self.banner.close_question()
            self.banner.show_trouble(None)
        typed = self._read_draft(subject) if kpi_changed or self._draft is None else self._typed()
        self._subject = subject
        base = Definition(subject.board.latest(subject.kpi), _target(subject), subject.org)
        self._draft = Draft(base, typed)
        self._show_all()
        self.lineage.show_subject(subject)
        self._versions.show_versions(subject.board.versions[subject.kpi])

    def keep(self) -> None:
        """Keep what was typed in the document, at once."""
        if self._keeping.isActive() and self._draft is not None:
            self._keeping.stop()
            kpi = self._draft.base.version.kpi
            workspace = self._bridge.workspace
            if not workspace.changed:  # nobody listens to a document that was closed
                return
            try:
                if self._draft.is_empty:
                    workspace.drop_draft(kpi)
                else:
                    workspace.keep_draft(kpi, dict(self._draft.typed))
            except Refused as refusal:
                self.banner.show_trouble(refusal.troubles[0])

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the page hears when its window is closed."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the fields come first."""
        super().resizeEvent(event)
        self._foot.set_brief(self.height() < LOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when the page goes."""
        self.keep()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing typed is lost when the window goes, nor when the keyboard goes elsewhere: to a
        menu, say, from which another document is opened."""
        if event.type() in {QEvent.Type.Close, QEvent.Type.FocusOut}:
            self.keep()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._foot)
        self.sheet.column.addWidget(self.form)
        self.form.rows["formula"].add_below(self.trial.result)
        self.form.rows["formula"].add_below(self.trial.doubt)
        self.form.rows["formula"].add_below(self.lineage.feeds)
        self.form.rows["formula"].add_below(self.lineage.used_by)
        self.form.rows["thresholds"].add_below(self.trial.bar)
        self.form.rows["thresholds"].add_below(self.trial.past)
        self.sheet.column.addWidget(Label(self._look, Said("panel.versions"), role="h3"))
        self.sheet.column.addWidget(self._versions)
        self.sheet.column.addStretch(1)

    def _connect(self) -> None:
        self.form.typed.connect(self._on_typed)
        for editor in self.form.editors:
            editor.installEventFilter(self)
        self._keeping.timeout.connect(self._on_keeping)
        self._trying.timeout.connect(self._try_out)
        self.banner.create_requested.connect(self.make_version)
        self.banner.correct_requested.connect(self._correct)
        self.banner.discard_requested.connect(self._discard)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.make_version)

    def _on_typed(self, part: str, text: str) -> None:
        if self._draft is not None:
            self._draft = self._draft.with_text(PARTS[part], text, self._at())
            self._keeping.start()
            self._trying.start()
            with self.sheet.held():
                self._show_all()

    def _on_keeping(self) -> None:
        self._keeping.start()
        self.keep()

    def make_version(self) -> None:
        """Make the new version, where it is sound; else say what is wrong and go there."""
        draft = self._draft
        if draft is None or not draft.changes_meaning or self._bridge.read_only is not None:
            return
        self._asked_reason = True
        outcome = outcome_new(draft, self._at(), self._bridge.today())
        if outcome.is_sound:
            self._run(outcome, correct=False)
        else:
            self._show_all()
            self._go_to_trouble(outcome)

    def _correct(self) -> None:
        draft = self._draft
        if draft is None:
            return
        outcome = outcome_correction(draft, self._at())
        if outcome.is_sound:
            self._run(outcome, correct=True)
        else:
            self._go_to_trouble(outcome)

    def _run(self, outcome: Outcome, *, correct: bool) -> None:
        draft, definition = self._draft, outcome.definition
        if draft is None:
            return
        target = definition.target if definition.target != draft.base.target else None
        try:
            self._bridge.run(ReviseDefinition(definition.version, target, correct))
        except Refused as refusal:
            self.banner.show_trouble(refusal.troubles[0])
            return
        self._discard()

    def _discard(self) -> None:
        if self._draft is not None and self._subject is not None:
            self._draft = Draft(self._draft.base, {})
            self._asked_reason = False
            self.banner.show_trouble(None)
            self._on_keeping()
            self._show_all()

    def _go_to_trouble(self, outcome: Outcome) -> None:
        wrong = [*outcome.troubles, *outcome.questions]
        field = next((f for f in FIELDS if f.key in wrong), None)
        if field is None:
            self.banner.show_trouble(next(iter(outcome.troubles.values()), None))
            return
        row = self.form.rows[field.key]
        self.sheet.ensureWidgetVisible(row)
        editor = next(iter(row.editors.values()))
        focus: Callable[[], None] = editor.setFocus  # type: ignore[attr-defined]  # a widget
        focus()

    def _show_all(self) -> None:
        draft, subject = self._draft, self._subject
        if draft is None or subject is None:
            return
        at = self._at()
        outcome = outcome_new(draft, at, self._bridge.today())
        locked = self._bridge.read_only is not None
        given = {} if draft.is_empty else self._given(outcome)
        self.form.show_draft(draft, at, given, locked=locked)
        mistake = mistake_in(outcome.definition.version, subject.board)
        self.form.show_outcome(draft, self._told(outcome), at, mistake)
        newest, editable = draft.base.version, not locked
        self._foot.show_version(newest, filled(draft, at), editable=editable)
        self._show_banner(draft, outcome)
        if not self._trying.isActive():
            self._try_out()

    def _told(self, outcome: Outcome) -> Outcome:
        """A reason is asked for when the act is tried, not at the first key."""
        if self._asked_reason:
            return outcome
        troubles = {
            key: trouble for key, trouble in outcome.troubles.items() if trouble.code != REASON
        }
        return Outcome(outcome.definition, troubles, outcome.questions)

    def _given(self, outcome: Outcome) -> dict[str, str]:
        """What stands in the fields of the act while nobody typed there."""
        version = outcome.definition.version
        facts = {"new": version.version, "old": self._base_version()}
        return {
            "version": self._look.say("panel.draft.version", **facts),
            "effective": version.effective,
            "change": "",
        }

    def _show_banner(self, draft: Draft, outcome: Outcome) -> None:
        self._foot.show_draft(not draft.is_empty)
        version, board = outcome.definition.version, self._bridge.board
        facts = {
            "count": str(len(draft.changed)),
            "new": next_version(board, version.kpi),
            "old": self._base_version(),
            "start": version.effective,
            "before": _before(version.effective, board.settings.calendar),
            "since": draft.base.version.effective,
        }
        self.banner.show_facts(facts, can_create=draft.changes_meaning)

    def _try_out(self) -> None:
        draft, subject = self._draft, self._subject
        if draft is not None and subject is not None:
            outcome = outcome_new(draft, self._at(), self._bridge.today())
            with self.sheet.held():
                self.trial.show_outcome(subject, draft, outcome)

    def _read_draft(self, subject: Subject) -> dict[str, str]:
        self.form.set_offers(offers(subject.board, subject.kpi, self._look))
        kept = self._bridge.workspace.draft(subject.kpi) or {}
        return {key: text for key, text in kept.items() if isinstance(text, str)}

    def _typed(self) -> dict[str, str]:
        return dict(self._draft.typed) if self._draft is not None else {}

    def _place(self) -> tuple[str, str]:
        return (self._subject.kpi, self._subject.org) if self._subject else ("", "")

    def _base_version(self) -> str:
        return self._draft.base.version.version if self._draft is not None else ""

    def _at(self) -> Context:
        return Context(self._bridge.board, self._look.language)


def _target(subject: Subject) -> Target | None:
    """The newest target of the KPI at its unit."""
    targets = subject.board.targets.get((subject.kpi, subject.org), ())
    return targets[-1] if targets else None


def _before(start: str, calendar: Calendar) -> str:
    """The last month, week … in which the old version still counts; the day for a date."""
    period = Period.parse(start)
    if period.kind is Frequency.DAY and calendar.span(period).first.day == 1:
        period = calendar.containing(calendar.span(period).first, Frequency.MONTH)
    return period.shifted(-1).code
