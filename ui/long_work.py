"""Long work in a thread beside the window, which says how far it is and may be stopped."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from scorecard.progress import Stage, Stopped, Tell, whole
from ui.threads import begin, tell_window

#: Raises Refused, and Stopped as it is told to; anything else is a mistake of the program.
Job = Callable[[Tell], object]


class LongWork(QObject):
    """One job. `told` says what is being done and how much of all of it is done, from 0 to 1;
    `ended` gives what came of it, or what was raised."""

    told = Signal(str, float)
    ended = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job, self._stopped = job, Event()

    def start(self) -> None:
        """Begin."""
        begin(self._run, "long work", stays=True)

    def stop(self) -> None:
        """Nobody wants it any more: it ends as soon as it can, leaving nothing half done."""
        self._stopped.set()

    def _run(self) -> None:
        outcome = self._outcome()
        tell_window(self, lambda: self.ended.emit(outcome))

    def _outcome(self) -> object:
        try:
            return self._job(self._tell)
        except Exception as end:  # told where somebody waits for it
            return end

    def _tell(self, stage: Stage, share: float) -> None:
        if self._stopped.is_set() and stage is not Stage.SHOWING:
            raise Stopped
        tell_window(self, lambda: self.told.emit(stage, whole(stage, share)))
