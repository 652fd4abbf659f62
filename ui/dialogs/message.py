"""A trouble told in plain words, where there is no page to tell it on."""

from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind


def message(look: Look, parent: QWidget | None, title: Wording, sentence: Wording) -> Frame:
    """A dialog with one sentence and a button to go on."""
    dialog = Frame(look, parent, title, 480)
    dialog.say(sentence)
    close = Button(look, Said("window.close"), Kind.PRIMARY)
    close.clicked.connect(dialog.accept)
    dialog.close_with([close])
    return dialog
