"""Work that takes long, done in a thread beside the window; what it gives comes back into it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

from PySide6.QtCore import QObject, Signal, SignalInstance

#: Gives what was found, one after the other.
Work = Callable[[], Iterator[object]]


_at_work, _counting = [0], Lock()


@contextmanager
def without_rubbish() -> Iterator[None]:
    """Python throws nothing away meanwhile: a widget must not go in another thread than its own."""
    with _counting:
        _at_work[0] += 1
        gc.disable()
    try:
        yield
    finally:
        with _counting:
            _at_work[0] -= 1
            if not _at_work[0]:
                gc.enable()


class Beside(QObject):
    """One piece of work at a time; `came(found)` for each thing that it gives, `ended` after the
    last. What comes after `leave` is not told."""

    came = Signal(object)
    ended = Signal()
    _given = Signal(int, object)
    _done = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = 0
        self._thread: Thread | None = None
        self._given.connect(self._on_given)
        self._done.connect(self._on_done)

    @property
    def is_running(self) -> bool:
        """Whether somebody waits for it."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; what was being done before is left."""
        self._turn += 1
        turn = self._turn
        self._thread = Thread(target=lambda: self._run(turn, work), name="beside", daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """Wait for nothing any more."""
        self._turn += 1
        self._thread = None

    def finish(self) -> None:
        """Wait until it is done."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, turn: int, work: Work) -> None:
        with without_rubbish():
            for found in work():
                if turn != self._turn:
                    return
                self._tell(self._given, turn, found)
            if turn == self._turn:
                self._tell(self._done, turn)

    def _tell(self, signal: SignalInstance, *what: object) -> None:
        with suppress(RuntimeError):  # the window is gone; nobody waits for it
            signal.emit(*what)

    def _on_given(self, turn: int, found: object) -> None:
        if turn == self._turn:
            self.came.emit(found)

    def _on_done(self, turn: int) -> None:
        if turn == self._turn:
            self._thread = None
            self.ended.emit()
