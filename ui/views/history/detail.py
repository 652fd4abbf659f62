"""What the chosen step changed, line by line, and the button that undoes it alone."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from scorecard.chronicle.listing import step_name
from scorecard.chronicle.taking_back import take_back
from scorecard.chronicle.telling import lines_of
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.workspace import Step
from ui.bridge import Bridge
from ui.look import Look, Wording
from ui.widgets.button import Button
from ui.widgets.label import Label

#: So many changed records are told of one step.
MOST = 200


class Detail(QWidget):
    """Tells of one step; of several only that one is to be chosen."""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._step: Step | None = None
        self._heading = Label(look, "", role="body_medium")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(look.say("history.changes"))
        self.refusal = Label(look, "", role="secondary", wrap=True)
        self.refusal.hide()
        self.take_back_button = Button(look, Said("history.take_back"), icon="undo-2")
        self.take_back_button.clicked.connect(self.take_back)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.take_back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Tell of the step, if it is one."""
        self._step = steps[0] if len(steps) == 1 else None
        self.refusal.hide()
        self.text.setAccessibleName(self._look.say("history.changes"))
        self._heading.set_wording("" if self._step is None else step_name(self._step))
        self.text.setPlainText("\n".join(map(self._look.tell, self._lines())))
        self.take_back_button.refuse(self._why_not())

    def take_back(self) -> None:
        """Undo the step alone, or say what depends on it."""
        if self._step is None:
            return
        try:
            take_back(self._bridge.workspace, self._step)
        except Refused as refusal:
            trouble = refusal.troubles[0]
            self.refusal.set_wording(_sentence(trouble))
            self.refusal.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        line = QRectF(0, 0, self.width(), 1)
        QPainter(self).fillRect(line, self._look.palette.line)

    def _lines(self) -> list[Wording]:
        if self._step is None:
            return [Said("history.only_one")]
        try:
            edits, count = self._bridge.workspace.chronicle.changes(self._step.seq, MOST)
        except Refused as refusal:  # a damaged record is said, and the rest of the history stands
            return [_sentence(refusal.troubles[0])]
        board = self._bridge.board
        lines: list[Wording] = [line for edit in edits for line in lines_of(edit, board)]
        if count > len(edits):
            lines.append(Said("history.rest", {"count": str(count - len(edits))}))
        return lines or [Said("history.no_changes")]

    def _why_not(self) -> Wording | None:
        locked = self._bridge.read_only
        if locked is not None:
            return _sentence(locked)
        if self._step is None:
            return Said("history.only_one")
        return Said("history.no_changes") if self._step.kind == "begin" else None


def _sentence(trouble: Trouble) -> Said:
    return Said(f"trouble.{trouble.code}", {**trouble.facts})
