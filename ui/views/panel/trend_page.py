"""The trend, large, with what was said about its periods and a place to say more."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from scorecard.commands.comment import AddComment
from scorecard.model.records import Comment
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from ui.charts.words import chart_words
from ui.fields.trouble_line import TroubleLine
from ui.look import Look
from ui.views.panel.chart_slot import ChartSlot, caption, figure_of
from ui.views.panel.scrolled import Scrolled
from ui.views.panel.subject import SHOWN, Subject
from ui.views.panel.wording import signed_by
from ui.widgets.button import Button
from ui.widgets.label import Label

HEIGHT = 360


class TrendPage(Scrolled):
    """Two years of a KPI, its comments, and a field to add one to the period shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject: Subject | None = None
        self._slot = ChartSlot(look, SHOWN, HEIGHT, large=True)
        self.caption = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.summary = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.lands = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self.comment = QLineEdit()
        self.trouble = TroubleLine(look)
        self._add = Button(look, Said("panel.comment.add"), icon="message-square")
        self._writing = QWidget()
        self._lay_out()
        self.comment.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)

    def show_subject(self, subject: Subject) -> None:
        """Show another line; what is being written stays with the line it is about."""
        was = self._subject
        if was is not None and (was.node, was.period) != (subject.node, subject.period):
            self.comment.clear()
            self.trouble.show_trouble(None)
        self._subject = subject
        self.caption.set_wording(caption(subject))
        self.caption.setVisible(bool(self.caption.text()))
        self._slot.show_subject(subject)
        figure = figure_of(subject, self._look)
        nothing = self._look.say("panel.trend.none")
        told = nothing if figure is None else chart_words(figure, self._look)
        self.summary.set_wording(told)
        self.lands.set_wording(" ".join(map(self._look.tell, subject.lands)))
        self.lands.setVisible(bool(subject.lands))
        self._show_notes(subject)
        self._writing.setVisible(figure is not None and subject.bridge.read_only is None)
        placeholder = self._look.say("panel.comment.placeholder", period=subject.period.code)
        self.comment.setPlaceholderText(placeholder)
        self.comment.setAccessibleName(placeholder)

    @property
    def notes(self) -> list[str]:
        """The comments as they are shown."""
        items = (self._notes.itemAt(at) for at in range(self._notes.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Label)]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._writing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.comment, 1)
        row.addWidget(self._add)
        for part in (self.caption, self._slot, self.lands, self.summary):
            self.column.addWidget(part)
        self.column.addLayout(self._notes)
        self.column.addWidget(self._writing)
        self.column.addWidget(self.trouble)
        self.column.addStretch(1)

    def _show_notes(self, subject: Subject) -> None:
        while item := self._notes.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, comment in enumerate(comments_of(subject), 1):
            facts = {"number": str(number), "period": comment.period}
            said = Said("panel.comment", {**facts, "text": comment.text})
            self._notes.addWidget(Label(self._look, said, wrap=True))
            who = signed_by(comment.by, comment.at, self._look)
            self._notes.addWidget(Label(self._look, who, role="secondary", colour="text2"))

    def _on_add(self) -> None:
        subject, text = self._subject, self.comment.text().strip()
        if subject is None or not text:
            return
        try:
            subject.bridge.run(AddComment(_comment(subject, text, self._look.language)))
        except Refused as refusal:
            self.trouble.show_trouble(refusal.troubles[0])
            return
        self.comment.clear()
        self.trouble.show_trouble(None)


def comments_of(subject: Subject) -> list[Comment]:
    """What was said about the KPI at its unit, in the order of the periods."""
    place = (subject.kpi, subject.org)
    found = [c for c in subject.board.comments.values() if (c.kpi, c.org) == place]
    return sorted(found, key=lambda comment: (comment.period, comment.at))


def _comment(subject: Subject, text: str, language: str) -> Comment:
    workspace, taken = subject.bridge.workspace, subject.board.comments
    number = len(taken) + 1
    while f"c{number}" in taken:
        number += 1
    words = Words(en=text) if language == "en" else Words(text)
    at = workspace.clock.now().isoformat(timespec="seconds")
    return Comment(
        f"c{number}", subject.kpi, subject.org, subject.period.code, words, workspace.author, at
    )
