"""Work that takes longer than a blink, done a little at a time so that the window answers."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

#: How long one turn may take, s: less than a picture of the screen.
_TURN = 0.012


class Turns(QObject):
    """Goes through an iterator: `finished(items)` with all of them at its end, `went_on(count)`
    after each turn before."""

    went_on = Signal(int)
    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._items: list[object] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self._timer.isActive()

    def start(self, steps: Iterator[object]) -> None:
        """Begin anew; what was done so far is forgotten."""
        self._steps, self._items = steps, []
        self._timer.start()

    def stop(self) -> None:
        """Leave it."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _TURN
        while perf_counter() < until:
            try:
                self._items.append(next(self._steps))
            except StopIteration:
                self._timer.stop()
                self.finished.emit(self._items)
                return
        self.went_on.emit(len(self._items))
