"""Going to an address outside the program: only after a question that shows where (S11)."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind

_WITH_HOST = {"http", "https"}
_MAIL = "mailto"


def address_of(text: str) -> QUrl | None:
    """The address that a text is, http(s) or mailto; None for anything else, such as a file."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in {*_WITH_HOST, _MAIL}:
        return None
    has_place = bool(url.host()) if url.scheme() in _WITH_HOST else bool(url.path())
    return url if has_place else None


def ask_outside(look: Look, parent: QWidget | None, url: QUrl) -> Frame:
    """The question; the address is written as it is sent, in which no letter looks like another."""
    dialog = Frame(look, parent, Said("window.outside.title"), 520)
    dialog.say(Said("window.outside.sentence"))
    dialog.say(bytes(url.toEncoded().data()).decode("ascii"), role="mono", colour="text")
    cancel = Button(look, Said("window.cancel"), Kind.PRIMARY)
    go = Button(look, Said("window.outside.open"), icon="share")
    cancel.clicked.connect(dialog.reject)
    go.clicked.connect(dialog.accept)
    dialog.accepted.connect(lambda: QDesktopServices.openUrl(url))
    dialog.close_with([go, cancel])
    return dialog
