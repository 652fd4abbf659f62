"""Opening a closed period again: which close, why, and what stays closed even then."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

WIDTH = 480


class Closed(NamedTuple):
    """A closing that can be opened again: its unit and period, what it is called, by whom it was
    closed, and what its opening leaves closed; empty where that is nothing."""

    org: str
    period: str
    name: Said
    told: Said
    still: Wording = ""


#: Opens one again for a reason; the sentence that says why not, or nothing.
Reopen = Callable[[Closed, str], str]


class ReopenPeriod(Frame):
    """Asks which of the `closed` is opened again, where there are several, the one at `proposed`
    first; and why. What was typed stays until it is right."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: Wording,
        closed: Sequence[Closed],
        *,
        proposed: int,
        reopen: Reopen,
    ) -> None:
        super().__init__(look, parent, title, WIDTH)
        self._closed, self._reopen = closed, reopen
        self.which = ChoiceField(look, [(str(at), each.name) for at, each in enumerate(closed)])
        self.which.set_words(str(proposed))
        self.told, self.still = (
            Label(look, "", role="secondary", wrap=True),
            TroubleLine(look, "text2"),
        )
        self.reason = QLineEdit()
        self.refusal = TroubleLine(look)
        self.cancel = Button(look, Said("window.cancel"))
        self.done_button = Button(look, Said("month_end.reopen_do"), Kind.PRIMARY)
        self._lay_out()
        self.which.typed.connect(lambda _words: self._tell())
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.try_it)
        self.reason.returnPressed.connect(self.try_it)
        self._tell()
        self.reason.setFocus()

    @property
    def chosen(self) -> Closed:
        """The closing that is to be opened again."""
        return self._closed[int(self.which.words())]

    def try_it(self) -> None:
        """Open it and go, or say why not."""
        refused = self._reopen(self.chosen, self.reason.text())
        self.refusal.show_question(refused, ())
        self.reason.setAccessibleDescription(refused)
        if refused:
            self.reason.setFocus()
        else:
            self.accept()

    def _tell(self) -> None:
        self.told.set_wording(self.chosen.told)
        self.still.show_question(self.chosen.still, ())
        self.fit()

    def _lay_out(self) -> None:
        look = self._look
        if len(self._closed) > 1:
            self._add_field("month_end.choose", self.which)
        self.add(self.told)
        self.say(Said("month_end.reopen_why"), role="secondary")
        self._add_field("month_end.reason", self.reason)
        self.reason.setPlaceholderText(look.say("month_end.reopen.example"))
        self.add(self.refusal)
        self.add(self.still)
        self.close_with([self.cancel, self.done_button])

    def _add_field(self, key: str, field: QWidget) -> None:
        """A field under its label, by which a screen reader names it."""
        label = Label(self._look, Said(key), role="body_bold")
        label.setBuddy(field)
        field.setAccessibleName(self._look.say(key))
        self.add(label)
        self.add(field)
