"""How far long work is; Esc and the button stop it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from scorecard.progress import Stage, Stopped
from scorecard.text import Said, sentence
from scorecard.trouble import Refused
from ui.dialogs.frame import Frame
from ui.dialogs.message import message
from ui.long_work import Job, LongWork
from ui.look import Look, Wording
from ui.widgets.button import Button

WIDTH = 480
_WHOLE = 1000


class Progress(Frame):
    """Does a job and closes; `came` gives what came of it, unless it was refused, which is said,
    or `stopped`. What is in the file and only to be shown is not stopped any more."""

    came = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        title: Wording,
        job: Job,
        first: Stage = Stage.READING,
    ) -> None:
        super().__init__(look, parent, title, WIDTH)
        self.work = LongWork(job, self)
        self.said = self.say(Said(f"window.progress.{first}"))
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(look.say("window.progress.name"))
        self.add(self.bar)
        self.stop_button = Button(look, Said("window.progress.stop"))
        self.stop_button.clicked.connect(self.reject)
        self.close_with([self.stop_button])
        self._closing = QTimer(self, singleShot=True, interval=0)
        self._closing.timeout.connect(self.accept)
        self.work.told.connect(self._on_told)
        self.work.ended.connect(self._on_ended)

    def open(self) -> None:
        """Show it and begin."""
        super().open()
        self.work.start()

    def reject(self) -> None:
        """Stop the work; the dialog closes when it has ended."""
        if not self.stop_button.isEnabled():
            return
        self.work.stop()
        self.stop_button.setEnabled(False)
        self.said.set_wording(Said("window.progress.stopping"))

    def _on_told(self, stage: str, share: float) -> None:
        self.bar.setValue(round(share * _WHOLE))
        is_written = stage == Stage.SHOWING
        if self.stop_button.isEnabled() or is_written:
            self.said.set_wording(Said(f"window.progress.{stage}"))
        if is_written:
            self.stop_button.setEnabled(False)
            self.bar.setMaximum(0)  # nobody knows how far it is

    def _on_ended(self, found: object) -> None:
        # What is told changes much of the window: that this dialog goes is painted apart from it.
        self._closing.start()
        parent: QObject | None = self.parent()
        if isinstance(found, Refused) and isinstance(parent, QWidget):
            said = sentence(found.troubles[0], self._look.language)
            message(self._look, parent, self.windowTitle(), said).open()
        elif isinstance(found, Stopped):
            self.stopped.emit()
        elif isinstance(found, Exception):
            raise found  # into the report (R16)
        else:
            self.came.emit(found)
