"""Work that takes long, done in a thread beside the window; what it gives comes back into it."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, Signal

from ui.threads import begin, tell_window

#: Gives what was found, one after the other.
Work = Callable[[], Iterator[object]]


class Beside(QObject):
    """One piece of work at a time; `came(found)` for each thing that it gives, `ended` after the
    last. What comes after `leave` is not told."""

    came = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = 0
        self._thread: Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether somebody waits for it."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; what was being done before is left."""
        self._turn += 1
        turn = self._turn
        self._thread = begin(lambda: self._run(turn, work), "beside")

    def leave(self) -> None:
        """Wait for nothing any more."""
        self._turn += 1
        self._thread = None

    def finish(self) -> None:
        """Wait until it is done."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, turn: int, work: Work) -> None:
        for found in work():
            if turn != self._turn:
                return
            tell_window(self, partial(self._on_given, turn, found))
        if turn == self._turn:
            tell_window(self, partial(self._on_done, turn))

    def _on_given(self, turn: int, found: object) -> None:
        if turn == self._turn:
            self.came.emit(found)

    def _on_done(self, turn: int) -> None:
        if turn == self._turn:
            self._thread = None
            self.ended.emit()
