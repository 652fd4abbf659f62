"""The answers to one question about a workbook, offered when somebody looks for them."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent

from scorecard.exchange.mapping.questions import Option, Question
from ui.fields.editor import ChoiceField
from ui.look import Look

_POPUP = 360


class Choices(ChoiceField):
    """Shows what is chosen; `chosen` tells another option. A document has many measures and a
    workbook many names, so the rest of the answers is filled in at the first key or click."""

    chosen = Signal(object)

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__(look, [])
        self._words = look
        self.setPlaceholderText(look.say("window.workbook.choose"))
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_question(question)
        self.activated.connect(lambda _at: self._tell())

    def show_question(self, question: Question) -> None:
        """Show a question as it stands now."""
        self.question = question
        self.is_open = not question.is_settled
        self._is_full = False
        at = question.chosen
        with QSignalBlocker(self):
            self.set_choices([] if at is None else [(str(at), self._said(question.options[at]))])
            self.setCurrentIndex(-1 if at is None else 0)
        look, name = self._words, question.name
        self.setAccessibleName(look.say("window.workbook.match_of", name=name))
        self.setAccessibleDescription(look.say(f"window.workbook.how.{question.how}"))

    def offer_all(self) -> None:
        """Fill in every answer; what is chosen stays so."""
        if not self._is_full:
            self._is_full = True
            options = enumerate(self.question.options)
            self.set_choices([(str(at), self._said(option)) for at, option in options])
            self.view().setMinimumWidth(_POPUP)

    def showPopup(self) -> None:
        """Open with every answer."""
        self.offer_all()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space leaves the row out, as one goes through them; Enter opens what is still to be
        settled, and else leads on; other keys look for an answer."""
        last = self.question.options[-1]
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.is_open:
                self.showPopup()
            else:
                event.ignore()
            return
        if event.key() == Qt.Key.Key_Space and last.choice.skip:
            self.chosen.emit(last)
            return
        self.offer_all()
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.words():
            self.chosen.emit(self.question.options[int(self.words())])

    def _said(self, option: Option) -> str:
        words = self._words.tell(option.said)
        return f"{words}　{option.beside}" if option.beside else words
