"""Making a page bit by bit while nothing else happens, so that the window never stops for it."""

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
PAUSE = 20


class Warming(QObject, Generic[T]):
    """Runs `steps` one after the other; what they return is the page."""

    def __init__(self, steps: Callable[[], Generator[None, None, T]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps()
        self._made: T | None = None
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Go on while there is something to do."""
        if self._made is None:
            self._timer.start()

    def finished(self) -> T:
        """The page, made to its end at once."""
        while self._made is None:
            self._step()
        return self._made

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration as end:
            self._made = end.value
            self._timer.stop()
