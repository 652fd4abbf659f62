"""pyqtgraph takes a third of a second to import: it is done beside the window, once it shows."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from ui.threads import begin

MODULE, POLL = "ui.charts.trend_plot", 15


@cache
def _importing() -> Thread:
    """The import, begun once."""
    return begin(lambda: import_module(MODULE), "charts")


class Loading(QObject):
    """Imports the charts in the background and calls `ready` in the thread of the window."""

    def __init__(self, ready: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ready = ready
        self._thread: Thread | None = None
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._look_again)

    def start(self) -> None:
        """Begin, or wait for the import that somebody else began."""
        self._thread = _importing()
        self._timer.start()

    def _look_again(self) -> None:
        if self._thread is not None and not self._thread.is_alive():
            self._timer.stop()
            self._ready()
