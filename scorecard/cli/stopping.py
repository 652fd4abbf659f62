"""Long work on the command line: how far it is, and Ctrl+C, which leaves nothing half done."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from scorecard.progress import Stage, Stopped, Tell, whole
from scorecard.text import say


@contextmanager
def stoppable(what: str, language: str) -> Iterator[Tell]:
    """Says on standard error how far `what` is, where somebody looks on.

    Ctrl+C makes what is told raise Stopped. Between two tellings it waits: a step is either not in
    the document or whole in it, and is never said to be the other.
    """
    line = _Line(what, language)
    stopped = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    def tell(stage: Stage, share: float) -> None:
        if stopped:
            raise Stopped
        line.show(int(whole(stage, share) * 100))

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield tell
    finally:
        signal.signal(signal.SIGINT, before)
        line.clear()


class _Line:
    """One line of a terminal, written over and over."""

    def __init__(self, what: str, language: str) -> None:
        self._what, self._language = what, language
        self._shown = -1

    def show(self, percent: int) -> None:
        """Say how much is done."""
        if sys.stderr.isatty() and percent != self._shown:
            self._shown = percent
            text = say("cli.importing", self._language, name=self._what, percent=str(percent))
            print(f"\r{text}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave the line to what comes next."""
        if self._shown >= 0:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
