"""Where the process limits of a KPI start anew: what was agreed on, and a field for more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from scorecard.commands.segment import RemoveSegment, StartSegment
from scorecard.model.records import SegmentStart
from scorecard.period import Period
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from ui.fields.trouble_line import TroubleLine
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.views.panel.wording import signed_by
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label


class Restarts(QWidget):
    """The agreed starts of a KPI at its unit, each with its reason and a way back, and below them
    the wish for one more. The program makes none by itself (R-SIGNAL-7). `asked` when the field
    for a reason opens."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject: Subject | None = None
        self._period: Period | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.begin = Button(look, "", Kind.LINK)
        self.reason = QLineEdit()
        self.done = Button(look, Said("panel.restart.do"))
        self.trouble = TroubleLine(look)
        self._writing = QWidget()
        self._lay_out()
        self.begin.clicked.connect(self._on_begin)
        self.reason.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)

    def show_subject(self, subject: Subject) -> None:
        """Show another line; what is being written stays with the line it is about."""
        was = self._subject
        if was is not None and was.node != subject.node:
            self._put_away()
        self._subject = subject
        editable = subject.bridge.read_only is None
        self._show_starts(subject, editable=editable)
        self.begin.set_wording(Said("panel.restart.ask", {"period": subject.period.code}))
        self.begin.setVisible(editable and bool(subject.trend and subject.trend.limits))
        self._writing.setVisible(editable and self._period is not None)

    def ask(self, period: Period) -> None:
        """Ask why the limits start anew with `period`."""
        self._period = period
        placeholder = self._look.say("panel.restart.reason", period=period.code)
        self.reason.setPlaceholderText(placeholder)
        self.reason.setAccessibleName(placeholder)
        self.trouble.show_trouble(None)
        self._writing.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit()

    def take_back(self, start: SegmentStart) -> None:
        """Let the segment before go on."""
        if self._subject is not None:
            self._subject.bridge.ask(RemoveSegment(*start.key))

    @property
    def starts(self) -> tuple[SegmentStart, ...]:
        """What was agreed on for the KPI at its unit, the oldest first."""
        subject = self._subject
        return () if subject is None else starts_of(subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the field away."""
        if event.key() == Qt.Key.Key_Escape and self._period is not None:
            self._put_away()
            self.begin.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._writing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.done)
        link = QHBoxLayout()
        link.addWidget(self.begin)
        link.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addLayout(link)
        column.addWidget(self._writing)
        column.addWidget(self.trouble)
        self._writing.hide()

    def _show_starts(self, subject: Subject, *, editable: bool) -> None:
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for start in starts_of(subject):
            back = partial(self.take_back, start) if editable else None
            self._list.addWidget(_Start(self._look, start, subject.person(start.by), back))

    def _on_begin(self) -> None:
        if self._subject is not None:
            self.ask(self._subject.period)

    def _on_done(self) -> None:
        subject, period = self._subject, self._period
        if subject is None or period is None:
            return
        try:
            start = _start(subject, period, self.reason.text().strip(), self._look.language)
            subject.bridge.run(StartSegment(start))
        except Refused as refusal:
            self.trouble.show_trouble(refusal.troubles[0])
            return
        self._put_away()

    def _put_away(self) -> None:
        self._period = None
        self.reason.clear()
        self.trouble.show_trouble(None)
        self._writing.hide()


class _Start(QWidget):
    """One agreed start: from when, why, who and when, and the way back."""

    def __init__(
        self,
        look: Look,
        start: SegmentStart,
        by: Words,
        take_back: Callable[[], object] | None,
    ) -> None:
        super().__init__()
        facts: dict[str, str | Words | Said] = {"period": start.start, "reason": start.reason}
        back = Button(look, Said("panel.restart.back"), Kind.LINK)
        back.setAccessibleName(look.say("panel.restart.back_from", period=start.start))
        if take_back is None:
            back.hide()
        else:
            back.clicked.connect(take_back)
        who = Label(look, signed_by(by, start.at, look), role="secondary", colour="text2")
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(who)
        below.addWidget(back)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(look, Said("panel.restart", facts), wrap=True))
        column.addLayout(below)


def starts_of(subject: Subject) -> tuple[SegmentStart, ...]:
    """What was agreed on for the KPI at its unit, the oldest first."""
    return tuple(subject.board.segments.get((subject.kpi, subject.org), ()))


def _start(subject: Subject, period: Period, reason: str, language: str) -> SegmentStart:
    workspace = subject.bridge.workspace
    words = Words(en=reason) if language == "en" else Words(reason)
    at = workspace.clock.now().isoformat(timespec="seconds")
    return SegmentStart(subject.kpi, subject.org, period.code, words, workspace.author, at)
