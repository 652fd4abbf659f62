"""One question with one field; what was typed stays until it is right."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind

#: Does what was typed; gives the sentence that says why not, or nothing.
Accept = Callable[[str], str]
#: What is worth saying about what is typed, at each key.
Tell = Callable[[str], Wording]


class Ask(Frame):
    """What is to be known beforehand (`said`) stands above the field. `accept` is called with the
    text; its sentence, if any, is shown below the field, and below that what `tell` says of the
    text. In the empty field stands an `example`."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: Wording,
        text: str,
        accept: Accept,
        *,
        tell: Tell | None = None,
        said: Iterable[Wording] = (),
        example: Wording = "",
    ) -> None:
        super().__init__(look, parent, title, 420)
        self._accept = accept
        for wording in said:
            self.say(wording, role="secondary")
        self.field = QLineEdit(text)
        self.field.setAccessibleName(look.tell(title))
        self.field.setPlaceholderText(look.tell(example))
        self.field.selectAll()
        self.add(self.field)
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        if tell is not None:
            self.told = self.say(tell(text), role="secondary")
            self.field.textChanged.connect(lambda typed: self.told.set_wording(tell(typed)))
        cancel, self.done_button = (
            Button(look, Said("window.cancel")),
            Button(look, Said("window.done"), Kind.PRIMARY),
        )
        cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.try_it)
        self.field.returnPressed.connect(self.try_it)
        self.close_with([cancel, self.done_button])
        self.field.setFocus()

    def try_it(self) -> None:
        """Do it and close, or say why not."""
        sentence = self._accept(self.field.text())
        if not sentence:
            self.accept()
            return
        self.refusal.set_wording(sentence)
        self.refusal.show()
        self.field.setProperty("refused", "true")
        self.field.setAccessibleDescription(sentence)
        self.field.style().polish(self.field)
        self.field.setFocus()
