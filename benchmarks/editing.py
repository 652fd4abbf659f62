"""One entry, from typed to durable to painted, against one full repaint of the tree."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import data
from benchmarks.commit import timed
from benchmarks.document import written
from benchmarks.launch import scorecard
from benchmarks.pairs import Figure
from scorecard.commands.entry import EnterValue
from ui.app import ARGUMENTS

GOAL = 0.65
#: Repaints in one take of the peer.
REPAINTS = 5


@contextmanager
def edit(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """The figure, in a window of this process."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(list(ARGUMENTS))
    window = scorecard(folder, written(size, folder))
    window.show()
    room, numbers = window.room, count(900)
    if room is None:
        raise RuntimeError("no document")

    def enter() -> None:
        measure = f"m{next(numbers) % 20:05}"
        value = 800.0 + next(numbers) % 400
        room.bridge.run(EnterValue(measure, data.COMPANY, data.LAST.code, value))
        application.processEvents()

    def repaint() -> None:
        for _ in range(REPAINTS):
            room.page.tree.viewport().repaint()

    application.processEvents()
    whole = timed(repaint)
    try:
        yield Figure(
            f"edit {name}", GOAL, "tree repaint", "s", timed(enter), lambda: whole() / REPAINTS
        )
    finally:
        window.close()
