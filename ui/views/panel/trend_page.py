"""The trend, large, with what was said about its periods and a place to say more."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from scorecard.commands.comment import AddComment
from scorecard.model.records import Comment
from scorecard.text import Said, run_on
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from ui.charts.words import chart_words
from ui.fields.trouble_line import TroubleLine
from ui.look import Look
from ui.views.panel.chart_slot import ChartSlot, caption, figure_of
from ui.views.panel.restarts import Restarts
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
        self.restarts = Restarts(look)
        self._lay_out()
        self._slot.chart.menu_requested.connect(self._on_menu)
        # Once there is room for it.
        self._shows_reason = QTimer(self, singleShot=True, interval=0)
        self._shows_reason.timeout.connect(lambda: self.ensureWidgetVisible(self.restarts.reason))
        self.restarts.asked.connect(self._shows_reason.start)
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
        self.lands.set_wording(run_on(map(self._look.tell, subject.lands)))
        self.lands.setVisible(bool(subject.lands))
        self._show_notes(subject)
        self._writing.setVisible(figure is not None and subject.bridge.read_only is None)
        self.restarts.setVisible(figure is not None)
        self.restarts.show_subject(subject)
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
        self.column.addWidget(self.restarts)
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
            who = signed_by(subject.person(comment.by), comment.at, self._look)
            self._notes.addWidget(Label(self._look, who, role="secondary", colour="text2"))

    def menu_of(self, at: int) -> QMenu | None:
        """What can be done at a point of the line; None where nothing can."""
        subject = self._subject
        if subject is None or subject.trend is None or subject.bridge.read_only is not None:
            return None
        if at >= len(subject.trend.points):
            return None
        period, menu = subject.trend.points[at].period, QMenu(self)
        words = self._look.say("panel.restart.ask", period=period.code)
        menu.addAction(words, lambda: self.restarts.ask(period))
        for start in self.restarts.starts:
            if start.start == period.code:
                back = self._look.say("panel.restart.back_from", period=period.code)
                menu.addAction(back, partial(self.restarts.take_back, start))
        return menu

    def _on_menu(self, at: int, where: QPoint) -> None:
        menu = self.menu_of(at) or QMenu(self)
        if menu.actions():
            menu.addSeparator()
        self._slot.offer_copies(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

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
