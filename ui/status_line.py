"""The foot of the window: where the file is, when it was saved, how far the month is entered and
what of it is doubted, what waits to be written, what is being written, what undo would undo."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.store.journal import Step
from scorecard.text import Said
from ui.look import Look, Wording
from ui.widgets.elided import Elided
from ui.widgets.label import Label

HEIGHT = 28


class StatusLine(QWidget):
    """One line of small words, left and right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._saved = Label(look, "", role="secondary", colour="text2")
        self._place = Elided(look, "", role="secondary", colour="text2")
        self._period = Label(look, "", role="secondary", colour="text2")
        self._entered = Label(look, "", role="secondary", colour="text2")
        self._warnings = Label(look, "", role="secondary", colour="text2")
        self._pasting = Label(look, "", role="secondary", colour="text2")
        self._draft = Label(look, "", role="secondary", colour="text2")
        self._undo = Elided(look, "", role="secondary", colour="text2")
        self._keys = Label(look, Said("window.keys_hint"), role="secondary", colour="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._saved)
        row.addWidget(self._place, 1)
        row.addWidget(self._period)
        row.addWidget(self._entered)
        row.addWidget(self._warnings)
        row.addWidget(self._pasting)
        row.addWidget(self._draft)
        row.addWidget(self._undo)
        row.addWidget(self._keys)
        for part in (self._entered, self._warnings, self._pasting, self._draft):
            part.hide()
        # The path has what the others leave.
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFixedHeight(HEIGHT)

    def show_file(self, path: Path, newest: Step | None) -> None:
        """Say where the document is and when it was last changed."""
        saved: Wording = Said("window.saved_unchanged")
        if newest is not None:
            saved = Said("window.saved", {"at": minute_of(newest.at)})
        self._saved.set_wording(saved)
        self._place.set_wording(str(path))

    def show_period(self, standing: Said) -> None:
        """Say whether the period that is looked at is closed."""
        self._period.set_wording(standing)

    def show_progress(self, done: int, asked: int, warnings: int) -> None:
        """Say how far the month is entered, and how many warnings nobody confirmed."""
        facts = {"done": str(done), "asked": str(asked)}
        self._entered.set_wording(Said("window.entered", {**facts}))
        self._entered.setVisible(asked > 0)
        self._warnings.set_wording(Said("window.warnings", {"count": str(warnings)}))
        self._warnings.setVisible(warnings > 0)

    def hide_progress(self) -> None:
        """Say nothing of a month that was not counted yet."""
        self._entered.hide()
        self._warnings.hide()

    def show_pasting(self, count: int) -> None:
        """Say how many cells of a pasted block are not written yet, or nothing."""
        self._pasting.set_wording(Said("window.pasting", {"count": str(count)}))
        self._pasting.setVisible(count > 0)

    def show_draft(self, wording: Wording) -> None:
        """Say which definition is being written, or nothing."""
        self._draft.set_wording(wording)
        self._draft.setVisible(bool(wording))

    def show_undo(self, step: Step | None) -> None:
        """Say what undo would take back."""
        what = "" if step is None else Said("window.undo_hint", {"what": step.name})
        self._undo.set_wording(what)


def minute_of(moment: str) -> str:
    """`2026-11-03T09:12:44+08:00` as `2026-11-03 09:12`, in the place where it was written."""
    return moment[:16].replace("T", " ")
