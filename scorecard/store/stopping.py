"""Stopping SQLite in the middle of a statement, where somebody wants no more of what is done."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from scorecard.progress import Stage, Stopped, Tell, untold
from scorecard.trouble import CannotOpen, Refused

#: Instructions of SQLite between two looks: some milliseconds.
_LOOK = 50_000


@contextmanager
def stoppable(connection: sqlite3.Connection, tell: Tell) -> Iterator[Tell]:
    """Gives what is to be told how far one is; `tell` is asked during each statement too. Raises
    Stopped as it does, in place of the error of the statement that was stopped."""
    if tell is untold:
        yield tell
        return
    asking = _Asking(tell)
    connection.set_progress_handler(asking.look, _LOOK)
    try:
        yield asking.at
    except (sqlite3.Error, Refused, CannotOpen):  # a check of pages that was stopped finds damage
        if asking.stopped is not None:
            raise asking.stopped from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


class _Asking:
    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last: tuple[Stage, float] | None = None
        self.stopped: Stopped | None = None

    def at(self, stage: Stage, share: float) -> None:
        """Tell how far one is now."""
        self._last = stage, share
        self._tell(stage, share)

    def look(self) -> bool:
        """Whether to stop the statement: asked by SQLite, which can let nothing be raised."""
        if self._last is not None:
            try:
                self._tell(*self._last)
            except Stopped as stopped:
                self.stopped = stopped
                return True
        return False
