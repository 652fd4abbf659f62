"""Which version of a definition is shown, and the way to the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.model.records import KpiVersion
from scorecard.period import first_day
from scorecard.text import Said
from ui.fields.editor import ChoiceField
from ui.fields.trouble_line import TroubleLine
from ui.forms.field_row import LABEL
from ui.forms.versions import follower
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Showing:
    """`versions` are all of a KPI, oldest first; `shown` is looked at and `after` follows it,
    `in_force` counts in `period`. `planned` names those that begin after today, `draft` the one
    that a draft is over, empty without one."""

    versions: Sequence[KpiVersion]
    shown: KpiVersion
    after: KpiVersion | None
    in_force: KpiVersion
    period: str
    planned: frozenset[str]
    draft: str


class VersionBar(QWidget):
    """`chosen(name)` is the wish to see another version, `compare_wanted` that to see what differs
    between two. There is none of it while a KPI has one version alone."""

    chosen = Signal(str)
    compare_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._way = look, ""
        self._showing: Showing | None = None
        name = Label(look, Said("panel.version.shown"), role="secondary", colour="text2")
        name.setFixedWidth(LABEL + 8)
        self.choice = ChoiceField(look, [])
        name.setBuddy(self.choice)
        self.line = TroubleLine(look, "text", beside=True)
        self.compare = Button(look, Said("difference.open"), Kind.QUIET, icon="git-compare")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.choice, 1)
        row.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.line)
        self.choice.typed.connect(self.chosen)
        self.compare.clicked.connect(lambda _on=False: self.compare_wanted.emit())
        self.line.chosen.connect(lambda _at: self.chosen.emit(self._way))
        self.hide()

    def show_versions(self, showing: Showing) -> None:
        """Offer the versions, the newest first, and say where the one that is shown stands."""
        if showing != self._showing:
            self._showing = showing
            offered = [(each.version, _offer(each, showing)) for each in showing.versions]
            self.choice.set_choices(offered[::-1])
            self._tell(showing)
        self.choice.set_words(showing.shown.version)
        self.setVisible(len(showing.versions) > 1)

    def _tell(self, showing: Showing) -> None:
        """One sentence with the one step that leads on from here."""
        shown, force, after = showing.shown, showing.in_force, showing.after
        draft = showing.draft
        if draft and draft != shown.version:
            self._offer_way(
                showing.draft, Said("panel.version.draft_over", {"over": showing.draft})
            )
        elif shown != force:
            facts = {"version": force.version, "period": showing.period}
            self._offer_way(force.version, Said("panel.version.counts", {**facts}))
        elif after is not None:
            key = "planned" if after.version in showing.planned else "later"
            facts = {"version": after.version, "start": after.effective}
            self._offer_way(after.version, Said(f"panel.version.{key}", {**facts}))
        else:
            self._way = ""
            self.line.show_question("", ())

    def _offer_way(self, version: str, sentence: Said) -> None:
        self._way = version
        self.line.show_question(sentence, [Said("panel.version.show", {"version": version})])


def showing(subject: Subject, shown: KpiVersion, today: date, draft: str) -> Showing:
    """The versions of the KPI that is looked at, `shown` among them, on the day `today`."""
    board, calendar = subject.board, subject.board.settings.calendar
    versions = board.versions[subject.kpi]
    planned = (v.version for v in versions if first_day(v.effective, calendar) > today)
    return Showing(
        versions,
        shown,
        follower(board, shown),
        subject.in_force,
        subject.period.code,
        frozenset(planned),
        draft,
    )


def _offer(version: KpiVersion, showing: Showing) -> Said:
    """A version with the day it begins and what it is just now."""
    facts = {"version": version.version, "start": version.effective}
    since = Said("panel.version.since", {**facts})
    marks = {
        "draft": version.version == showing.draft,
        "force": version == showing.in_force,
        "planned": version.version in showing.planned,
    }
    mark = next((name for name, is_so in marks.items() if is_so), "")
    if not mark:
        return since
    return Said(f"panel.version.is.{mark}", {"since": since, "period": showing.period})
