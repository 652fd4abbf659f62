"""Threads beside the window, in which Python throws nothing away.

What nobody holds any more may be a widget, and a widget must not go in another thread than its
own. Collections are off from before a thread begins until the window's own thread has heard that
it ended: switched on in the thread, the one that is due would come there.
"""

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Thread

from PySide6.QtCore import QObject, Signal


def begin(work: Callable[[], object], name: str) -> Thread:
    """Begin `work` in a thread of its own, which ends with the program. Called by the window."""
    return _together().begin(work, name)


@cache
def _together() -> "_Together":
    return _Together()


class _Together(QObject):
    """All threads; lives in the window's own."""

    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._running = 0
        self._ended.connect(self._on_ended)

    def begin(self, work: Callable[[], object], name: str) -> Thread:
        self._running += 1
        gc.disable()
        thread = Thread(target=lambda: self._run(work), name=name, daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            with suppress(RuntimeError):  # the program is over
                self._ended.emit()

    def _on_ended(self) -> None:
        self._running -= 1
        if not self._running:
            gc.enable()
