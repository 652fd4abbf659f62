"""A window started in a process of its own, which tells when it was painted and goes.

Run: python -m benchmarks.launch empty | app, with FOLDER, FILE and SECONDS. It prints one
line of JSON: `painted` on the clock that all processes share, `memory` at its greatest in MB.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TODAY = date(2026, 3, 1)
KB = 1024


class FirstPaint(QObject):
    """Calls `painted` once the widget that it watches has been painted."""

    def __init__(self, watched: QWidget, painted: Callable[[], object]) -> None:
        super().__init__(watched)
        self._watched, self._painted = watched, painted
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """The paint itself follows the filter, so what is called waits for the next turn."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def main(kind: str, folder: Path, file: Path | None, seconds: float) -> None:
    """Show the window, wait for its first paint and `seconds` more, and tell."""
    application = QApplication([kind])
    window = empty() if kind == "empty" else scorecard(folder, file)
    told: dict[str, float] = {}

    def painted() -> None:
        told["painted"] = time.monotonic()
        QTimer.singleShot(int(seconds * 1000), application.quit)

    FirstPaint(_painted_last(window), painted)
    window.show()
    application.exec()
    told["memory"] = greatest_memory()
    print(json.dumps(told), flush=True)
    window.close()


def greatest_memory() -> float:
    """The greatest memory so far, in MB. What `resource` says on Linux counts that of the
    process before it became this program."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / KB
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB / KB


def empty() -> QMainWindow:
    """The smallest honest window."""
    window = QMainWindow()
    window.resize(800, 600)
    return window


def scorecard(folder: Path, file: Path | None) -> "MainWindow":
    """The window of the product with `file`, or at its first start with `folder` as its home."""
    from scorecard.clock import SystemClock
    from ui.app import start
    from ui.surroundings import Surroundings

    return start(Surroundings("benchmark", SystemClock(), lambda: TODAY, folder, folder), file)


def _painted_last(window: QMainWindow) -> QWidget:
    """The tree, where there is one."""
    return next((tree.viewport() for tree in window.findChildren(QTreeView)), window)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(given[0], Path(given[1]), Path(given[2]) if given[2] else None, float(given[3]))
