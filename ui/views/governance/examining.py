"""The examination of a document a little at a time, so that the window answers meanwhile."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from scorecard.evaluation import Evaluation
from scorecard.governance.examination import examinations, in_order
from scorecard.governance.finding import Finding

#: How long one turn may take, s: less than a picture of the screen.
_TURN = 0.012


class Examining(QObject):
    """`finished(findings)` when all is examined; `went_on(steps)` after each turn before."""

    went_on = Signal(int)
    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Sequence[Finding]] = iter(())
        self._found: list[Finding] = []
        self._done = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self._timer.isActive()

    def start(self, evaluation: Evaluation) -> None:
        """Begin anew; what was found so far is forgotten."""
        self._steps, self._found, self._done = examinations(evaluation), [], 0
        self._timer.start()

    def stop(self) -> None:
        """Leave it."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _TURN
        while perf_counter() < until:
            some = next(self._steps, None)
            if some is None:
                self._timer.stop()
                self.finished.emit(in_order(self._found))
                return
            self._found += some
            self._done += 1
        self.went_on.emit(self._done)
