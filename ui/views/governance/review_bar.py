"""The foot: what the chosen row is about, the way to its field, and the review of its KPI."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.board import Board
from scorecard.figures.people import people
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.reviews import review_said
from scorecard.model.records import Review
from scorecard.text import Said
from scorecard.vocabulary import ReviewOutcome, Words
from ui.fields.editor import LineField
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented

PADDING, PERSON = 16, 144


class ReviewBar(QWidget):
    """`mend_requested` by the button; `review_requested` and `back_requested` for the reviews of
    the KPIs that are shown."""

    mend_requested = Signal()
    review_requested = Signal()
    back_requested = Signal()

    def __init__(self, look: Look, author: str) -> None:
        super().__init__()
        self._look = look
        self._known: dict[str, Words] = {}
        self.said = Label(look, "", role="body_medium", wrap=True)
        self.last = Label(look, "", role="secondary", colour="text2")
        self.back = Button(look, Said("governance.review.back"), Kind.LINK)
        self.mend = Button(
            look, Said("governance.mend.field"), icon="arrow-right", small=True, keys="Enter"
        )
        outcomes = [(each.value, Said(f"governance.outcome.{each}")) for each in ReviewOutcome]
        self.outcome = Segmented(look, Said("governance.outcome"), outcomes)
        self.by, self.note = LineField(), LineField()
        self.by.set_words(author)
        self.button = Button(look, Said("governance.review"), Kind.PRIMARY)
        self._lay_out()
        self.mend.clicked.connect(self.mend_requested)
        self.back.clicked.connect(self.back_requested)
        self.button.clicked.connect(self.review_requested)
        self.note.returnPressed.connect(self.review_requested)
        look.changed.connect(self.retell)
        self.retell()

    def show_chosen(self, chosen: Sequence[Finding], board: Board, refusal: Wording | None) -> None:
        """Tell of the chosen rows; `refusal` says why nothing can be changed."""
        kpis = list(dict.fromkeys(each.kpi for each in chosen if each.kpi))
        one = chosen[0] if len(chosen) == 1 else None
        self.said.set_wording(_said(chosen))
        self.mend.set_wording(Said(f"governance.mend.{_way(one)}"))
        self.mend.refuse(None if one is not None else Said("governance.mend.one"))
        reviews = board.reviews.get(kpis[0], ()) if one is not None and kpis else ()
        self._known = people(board)
        self._tell_last(reviews[-1] if reviews else None, editable=refusal is None)
        key = "governance.review.several" if len(kpis) > 1 else "governance.review"
        self.button.set_wording(Said(key, {"count": str(len(kpis))}))
        self.button.refuse(refusal or (None if kpis else Said("governance.review.none")))

    def review(self, kpi: str, day: str) -> Review:
        """What was chosen and typed, for one KPI."""
        note = Words(**{self._look.language: self.note.words().strip()})
        outcome = ReviewOutcome(self.outcome.current)
        return Review(kpi, day, outcome, self.by.words().strip(), note)

    def clear_note(self) -> None:
        """The note was about those KPIs only."""
        self.note.set_words("")

    def retell(self) -> None:
        """Take words and colours from the look again."""
        for field, key in ((self.by, "by"), (self.note, "note")):
            field.set_example(self._look.say(f"governance.review.{key}"))
            field.setAccessibleName(self._look.say(f"governance.review.{key}"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.sunken)
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.line)

    def _tell_last(self, review: Review | None, *, editable: bool) -> None:
        facts: dict[str, str | Words | Said] = {}
        if review is not None:
            facts = {"day": review.day, "by": self._person(review.by), "said": review_said(review)}
        self.last.set_wording(Said("governance.review.last", facts) if facts else "")
        self.back.setVisible(review is not None and editable)

    def _person(self, name: str) -> Words:
        """Who it was, as each language writes the name."""
        return self._known.get(name, Words(name or "–"))

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.said, 1)
        first.addWidget(self.mend)
        second.addWidget(self.last)
        second.addWidget(self.back)
        second.addStretch(1)
        third.addWidget(self.outcome)
        self.by.setFixedWidth(PERSON)
        third.addWidget(self.by)
        third.addWidget(self.note, 1)
        third.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, 12)
        column.setSpacing(8)
        for row in (first, second, third):
            row.setSpacing(8)
            column.addLayout(row)


def _way(finding: Finding | None) -> str:
    """How a finding is mended."""
    if finding is None or (finding.field and finding.node):
        return "field"
    if finding.measure:
        return "measure"
    if finding.concern is Concern.RED_UNANSWERED:
        return "comment"
    return "line" if finding.node else "place"


def _said(chosen: Sequence[Finding]) -> Wording:
    if not chosen:
        return Said("governance.nothing_chosen")
    if len(chosen) > 1:
        return Said("governance.several", {"count": str(len(chosen))})
    return Said("governance.about", {"name": chosen[0].name, "sentence": chosen[0].sentence})
