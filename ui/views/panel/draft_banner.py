"""What becomes of a draft: from when it counts, and the three ways to go on."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.views.panel.draft_act import Act
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

RADIUS = 8
KEYS = "Ctrl+Enter"


class DraftBanner(QWidget):
    """Asks inline before a draft is thrown away or a version is written over: `discard_requested`
    and `correct_requested` come after the answer, `create_requested` at once. `asked` when a
    question comes or goes: what would be painted anew is then another number."""

    asked = Signal()
    create_requested = Signal()
    correct_requested = Signal()
    discard_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._act = Act()
        self._asking, self._brief = "", False
        self._title = Label(look, "", role="body_bold", wrap=True)
        self._sentence = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._repaint = Label(look, "", role="secondary", colour=Status.AMBER, wrap=True)
        self._repaint.hide()
        self.trouble = TroubleLine(look)
        self.discard = Button(look, Said("panel.draft.discard"), small=True)
        self.correct = Button(look, "", small=True)
        self.make = Button(look, "", Kind.PRIMARY, small=True)
        self.yes = Button(look, "", Kind.PRIMARY, small=True)
        self.no = Button(look, Said("panel.draft.back"), small=True)
        self._lay_out()
        self.make.clicked.connect(self.create_requested)
        self.discard.clicked.connect(lambda: self._ask("discard"))
        self.correct.clicked.connect(self.ask_correct)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(lambda: self._ask(""))
        look.changed.connect(self.update)

    def show_act(self, act: Act) -> None:
        """Tell of a draft. Where it cannot become a version, correcting stays."""
        self._act = act
        words = self._said("direct" if act.is_direct else "create")
        self.make.set_wording(words)
        self.make.set_tip_wording(Said("look.tip.keys", {"name": words, "keys": KEYS}))
        self.make.refuse(act.refusal)
        self.correct.set_wording(self._said("correct"))
        self._tell()

    def ask_correct(self) -> None:
        """Ask whether the version that the draft is over is to be written over."""
        self._ask("correct")

    def set_brief(self, brief: bool) -> None:
        """Leave the sentence to a screen reader where there is little room; never a question's."""
        self._brief = brief
        self._tell()

    def show_repaint(self, wording: Wording) -> None:
        """Say how much of the past would be coloured otherwise; nothing where none of it is."""
        self._repaint.set_wording(wording)
        self._repaint.setVisible(bool(wording))

    @property
    def is_correcting(self) -> bool:
        """Whether it asks if a version is to be written over."""
        return self._asking == "correct"

    @property
    def repaint_told(self) -> str:
        """What it says of the past."""
        return self._repaint.text()

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say why the document refuses it."""
        self.trouble.show_trouble(trouble)

    def close_question(self) -> None:
        """Take back a question that was not answered."""
        self._ask("")

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self._asking)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        status = Status.AMBER if self._asking == "correct" else Status.BLUE
        tone = self._look.palette.tones[status]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone.border, 1))
        painter.setBrush(tone.tint)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _said(self, key: str) -> Said:
        return Said(f"panel.draft.{key}", {**self._act.facts})

    def _ask(self, question: str) -> None:
        was, self._asking = self._asking, question
        self._tell()
        if question:
            self.no.setFocus()
        if question != was:
            self.asked.emit()

    def _on_yes(self) -> None:
        asked, self._asking = self._asking, ""
        self._tell()
        (self.discard_requested if asked == "discard" else self.correct_requested).emit()

    def _tell(self) -> None:
        asking = self._asking
        act = self._act
        self._title.set_wording(self._said(f"ask.{asking}") if asking else act.title)
        self._sentence.set_wording(self._said(f"ask.{asking}.sentence") if asking else act.sentence)
        if asking:
            self.yes.set_wording(self._said(f"yes.{asking}"))
        self._sentence.setVisible(bool(asking) or not self._brief)
        for button in (self.discard, self.correct, self.make):
            button.setVisible(not asking)
        self.correct.setVisible(not asking and not act.is_direct)
        for button in (self.yes, self.no):
            button.setVisible(bool(asking))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sentence.text())
        self.update()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.discard, self.correct):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.make, self.no, self.yes):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        for part in (self._title, self._sentence, self._repaint, self.trouble):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(row)
