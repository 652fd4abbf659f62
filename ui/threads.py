"""Threads beside the window, in which Python throws nothing away.

What nobody holds any more may be a widget, and a widget must not go in another thread than its
own. Collections are off from before a thread begins until the window's own thread has heard that
it ended: switched on in the thread, the one that is due would come there. What long work has made
by the hundred thousand is the document, which is here to stay: a collection that looked through
it would stop the window for the better part of a second.

What a thread has to tell comes into the window by one object that stays to the end. A signal of
something in the window must not be emitted by a thread: that may go with its window meanwhile.
"""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

#: So many new objects are looked through in a blink.
_MANY = 50_000
#: How long a thread may keep the window waiting each time that it wants to do something, s.
_TURN = 0.001


def begin(work: Callable[[], object], name: str, *, stays: bool = False) -> Thread:
    """Begin `work` in a thread of its own, which ends with the program. Called by the window. What
    it makes `stays`, where that is a document: no collection looks through it."""
    return _together().begin(work, name, stays)


def tell_window(owner: QObject, act: Callable[[], object]) -> None:
    """Have `act` done by the window's own thread, unless `owner` is gone by then. Called by a
    thread; what is told first is done first."""
    with suppress(RuntimeError):  # the program is over
        _together().told.emit(owner, act)


@cache
def _together() -> "_Together":
    return _Together()


class _Together(QObject):
    """All threads; lives in the window's own."""

    told = Signal(object, object)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._running, self._stays = 0, False
        self._turn = sys.getswitchinterval()
        self._ended.connect(self._on_ended)
        self.told.connect(self._on_told)

    def begin(self, work: Callable[[], object], name: str, stays: bool) -> Thread:
        self._running += 1
        self._stays |= stays
        gc.disable()
        sys.setswitchinterval(_TURN)
        thread = Thread(target=lambda: self._run(work), name=name, daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            with suppress(RuntimeError):  # the program is over
                self._ended.emit()

    def _on_told(self, owner: QObject, act: Callable[[], object]) -> None:
        if isValid(owner):
            act()

    def _on_ended(self) -> None:
        self._running -= 1
        if not self._running:
            sys.setswitchinterval(self._turn)
            if self._stays and gc.get_count()[0] > _MANY:
                gc.freeze()
            self._stays = False
            gc.enable()
