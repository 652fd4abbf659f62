"""What is to be said beside a field: a sentence, and the likely repairs or next steps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from ui.look import Look, Wording
from ui.spoken import alert
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
#: Repairs that need more than this stand below each other, px.
ROOM = 300


class TroubleLine(QWidget):
    """Hidden while nothing is said. `chosen(n)` when the n-th repair is pressed. What is not wrong
    but worth knowing is said in another `colour`. `beside`: repairs stand at the right."""

    chosen = Signal(int)

    def __init__(
        self, look: Look, colour: str | Status = Status.RED, *, beside: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._label = Label(look, "", role="secondary", colour=colour, wrap=True)
        self._row, self._beside = QBoxLayout(ACROSS), beside
        parts = QBoxLayout(ACROSS if beside else DOWN, self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12 if beside else 2)
        parts.addWidget(self._label, 1 if beside else 0)
        parts.addLayout(self._row)
        self.repairs: list[Button] = []
        self.hide()

    @property
    def text(self) -> str:
        """The sentence, empty while nothing is wrong."""
        return self._label.text() if not self.isHidden() else ""

    def show_trouble(self, trouble: Trouble | None, steps: Sequence[Wording] = ()) -> None:
        """Say what is wrong, with the `steps` that lead out of it, or nothing."""
        if trouble is None:
            self.show_question("", ())
        else:
            self.show_question(Said(f"trouble.{trouble.code}", {**trouble.facts}), steps)

    def show_question(self, wording: Wording, repairs: Sequence[Wording]) -> None:
        """Say a sentence and offer repairs; an empty one hides the line."""
        before = self.text
        self._label.set_wording(wording)
        self._offer(repairs)
        self.setVisible(bool(wording))
        if wording and self._label.text() != before:
            alert(self._label)

    def height_in(self, width: int) -> int:
        """How high it is in `width`, before any layout knows its words."""
        sentence = self._label.heightForWidth(width)
        heights = [button.sizeHint().height() for button in self.repairs]
        buttons = sum(heights) if self._row.direction() == DOWN else max(heights, default=-2)
        return sentence + 2 + buttons

    def _offer(self, repairs: Sequence[Wording]) -> None:
        while item := self._row.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.repairs = [Button(self._look, words, Kind.LINK) for words in repairs]
        for number, button in enumerate(self.repairs):
            button.clicked.connect(lambda _checked=False, n=number: self.chosen.emit(n))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        wide = sum(button.sizeHint().width() + 12 for button in self.repairs)
        self._row.setDirection(DOWN if wide > ROOM and not self._beside else ACROSS)
        self._row.setSpacing(12 if self._row.direction() == ACROSS else 2)
        self._row.addStretch(1)
