"""The definition: nineteen fields, a draft that survives a restart, and the act that ends it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from ui.bridge import Bridge
from ui.forms.definition import Context
from ui.forms.definition_fields import FIELDS, PARTS
from ui.forms.definition_form import filled
from ui.forms.draft import Draft, Outcome, can_follow, is_over_blank, outcome_correction, outcome_of
from ui.forms.field_row import FieldRow
from ui.forms.formula_text import renamed
from ui.forms.offers import offers
from ui.forms.versions import definition_of, version_named
from ui.look import Look
from ui.views.panel.definition_sheet import DefinitionSheet
from ui.views.panel.draft_act import act_of, given, without_reason
from ui.views.panel.draft_foot import DraftFoot
from ui.views.panel.draft_keeper import DraftKeeper
from ui.views.panel.measure_deeds import MeasureDeeds
from ui.views.panel.repainting import Repainting
from ui.views.panel.subject import Subject
from ui.views.panel.version_bar import showing

#: Typing rests this long before a draft is tried out, ms.
TRIED_AFTER = 150
#: Below this height the foot leaves its sentences out, px.
LOW = 460


class DefinitionPage(QWidget):
    """Follows a KPI; what was typed stays with it until the act or until it is thrown away.

    Shown is the version that counts in the period, or the one that a draft is over, or the one
    that is chosen. `drafted` when another draft is kept, or none. An act leaves the keyboard in the
    field where one typed last.
    """

    drafted = Signal()

    def __init__(self, look: Look, bridge: Bridge, rows: Mapping[str, FieldRow]) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._subject: Subject | None = None
        self._draft: Draft | None = None
        self._chosen, self._draft_over, self._asked_reason = "", "", False
        self._typed_in: QWidget = rows["formula"]
        self._offered: tuple[str, str, Mapping[str, str]] = ("", "", {})
        self.sheet, self._foot = DefinitionSheet(look, rows), DraftFoot(look)
        self.banner, self.form = self._foot.banner, self.sheet.form
        self._measures = MeasureDeeds(look, bridge, self, self._follow)
        self._keeper = DraftKeeper(bridge, self)
        self._repainting = Repainting(self.banner, self)
        self._trying = QTimer(self, singleShot=True, interval=TRIED_AFTER)
        self._lay_out()
        self._connect()

    def show_subject(self, subject: Subject) -> None:
        """Show the definition of another KPI or period, with what was typed over it."""
        before, self._subject = self._subject, subject
        if before is None or (subject.kpi, subject.org) != (before.kpi, before.org):
            self._keeper.flush()
            self._chosen, self._asked_reason = "", False
            self.banner.close_question()
            self.banner.show_trouble(None)
        elif subject.evaluation.view != before.evaluation.view:
            self._chosen = ""
        self._offer_names(subject)
        self._take_up(subject)
        self._show_all()
        self.sheet.show_subject(subject)

    def keep(self) -> None:
        """Keep what was typed in the document, at once."""
        self._keeper.flush()

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
        menu, say, from which another document is opened. A field that gets it comes into view."""
        if event.type() in {QEvent.Type.Close, QEvent.Type.FocusOut}:
            self.keep()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._typed_in = watched
            self.sheet.bring_into_view(watched)
        return super().eventFilter(watched, event)

    def make_version(self) -> None:
        """Make the new version, where it is sound; else say what is wrong and go there. Where a
        later version leaves no room for one, ask whether the old one is to be corrected."""
        draft = self._draft
        if draft is None or not draft.changes_meaning or self._is_locked:
            return
        if is_over_blank(draft, self._bridge.board):
            self._correct()
            return
        if not can_follow(draft, self._bridge.board, self._bridge.today()):
            self.banner.ask_correct()
            return
        self._asked_reason = True
        outcome = self._outcome(draft)
        if outcome.is_sound:
            self._run(outcome, correct=False)
        else:
            self._show_all()
            self._go_to_trouble(outcome)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.form.typed.connect(self._on_typed)
        for editor in self.form.editors:
            editor.installEventFilter(self)
        self._keeper.kept.connect(self.drafted)
        self._keeper.refused.connect(self.banner.show_trouble)
        self._trying.timeout.connect(self._try_out)
        self.sheet.versions.chosen.connect(self._on_version)
        self.sheet.texts_taken.connect(self._type_all)
        self.sheet.measures.edit_wanted.connect(self._measures.edit)
        self.form.measure_wanted.connect(self._on_measure_wanted)
        self.banner.asked.connect(self._count)
        self.banner.create_requested.connect(self.make_version)
        self.banner.correct_requested.connect(self._correct)
        self.banner.discard_requested.connect(self._discard)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.make_version)

    def _take_up(self, subject: Subject) -> None:
        """Find the version that is to be shown, and what was typed over it."""
        board, kpi = subject.board, subject.kpi
        kept, in_force = self._keeper.found(kpi), subject.in_force
        over = in_force if kept is None else version_named(board, kpi, kept.over) or in_force
        shown = version_named(board, kpi, self._chosen) or over
        self._draft_over = over.version if kept is not None else ""
        typed = kept.typed if kept is not None and shown == over else {}
        self._draft = Draft(definition_of(board, shown, subject.org, subject.first_day), typed)

    def _offer_names(self, subject: Subject) -> None:
        """Offer the names of now while a formula is typed."""
        about = (subject.kpi, self._look.language, subject.board.names)
        if about != self._offered:
            self._offered = about
            self.form.set_offers(offers(subject.board, subject.kpi, self._look))

    def _on_version(self, version: str) -> None:
        if self._subject is not None:
            self._chosen = version
            self._take_up(self._subject)
            self._show_all()

    def _on_typed(self, part: str, text: str) -> None:
        if self._draft is not None:
            self._hold(self._draft.with_text(PARTS[part], text, self._at()))
            self._trying.start()
            with self.sheet.held():
                self._show_all()

    def _type_all(self, texts: Mapping[str, str]) -> None:
        """Have texts typed that were offered, by the part of the form."""
        draft = self._draft
        if draft is not None:
            for part, text in texts.items():
                draft = draft.with_text(PARTS[part], text, self._at())
            self._hold(draft)
            self._trying.start()
            self._show_all()

    def _on_measure_wanted(self, name: str) -> None:
        if self._draft is not None:
            self._measures.create(name, self._outcome(self._draft).definition.version)

    def _follow(self, before: Words, after: Words) -> None:
        """Say a name anew in the formula that is being written."""
        typed = self._draft.typed.get("formula") if self._draft is not None else None
        if typed is not None:
            self._type_all({"formula": renamed(typed, before, after)})
        self.form.formula.setFocus()

    def _hold(self, draft: Draft) -> None:
        """Go on with another draft."""
        self._draft = draft
        self._draft_over = "" if draft.is_empty else draft.base.version.version
        self._keeper.keep_soon(draft)

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
            self._hold(Draft(self._draft.base, {}))
            self._repainting.stop()
            self._asked_reason = False
            self.banner.show_trouble(None)
            self.keep()
            self._show_all()
            self._typed_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_trouble(self, outcome: Outcome) -> None:
        wrong = [*outcome.troubles, *outcome.questions]
        field = next((f for f in FIELDS if f.key in wrong), None)
        if field is None:
            self.banner.show_trouble(next(iter(outcome.troubles.values()), None))
            return
        self.sheet.go_to(field.key)

    def _show_all(self) -> None:
        draft, subject = self._draft, self._subject
        if draft is None or subject is None:
            return
        at, outcome, today = self._at(), self._outcome(draft), self._bridge.today()
        texts = {} if draft.is_empty else given(draft, outcome, self._look)
        shown, locked = draft.base.version, self._is_locked
        self.sheet.show_draft(draft, at, texts, locked=locked)
        self.sheet.show_outcome(draft, self._told(outcome), at, locked=locked)
        self.sheet.versions.show_versions(showing(subject, shown, today, self._draft_over))
        self._foot.show_version(shown, filled(draft, at), editable=not locked)
        self._foot.show_draft(not draft.is_empty)
        self.banner.show_act(act_of(draft, outcome, subject.board, today))
        if not self._trying.isActive():
            self._try_out()

    def _outcome(self, draft: Draft) -> Outcome:
        return outcome_of(draft, self._at(), self._bridge.today())

    def _told(self, outcome: Outcome) -> Outcome:
        """A reason is asked for when the act is tried, not at the first key."""
        return outcome if self._asked_reason else without_reason(outcome)

    def _try_out(self) -> None:
        draft, subject = self._draft, self._subject
        if draft is not None and subject is not None:
            self.sheet.try_out(subject, draft, self._outcome(draft))
            self._count()

    def _count(self) -> None:
        """Count what would be painted anew by the act that is in front."""
        draft, subject = self._draft, self._subject
        if draft is None or subject is None or not draft.changes_meaning:
            self._repainting.stop()
            return
        follows = can_follow(draft, self._bridge.board, self._bridge.today())
        correct = self.banner.is_correcting or not follows
        outcome = outcome_correction(draft, self._at()) if correct else self._outcome(draft)
        self._repainting.count(subject.evaluation, draft, outcome, correct=correct)

    @property
    def _is_locked(self) -> bool:
        """Whether nothing can be typed: the document is only read, or the draft is elsewhere."""
        shown = self._draft.base.version.version if self._draft is not None else ""
        return self._bridge.read_only is not None or self._draft_over not in {"", shown}

    def _at(self) -> Context:
        return Context(self._bridge.board, self._look.language)
