"""Undo and redo: at once, or beside the window where a step is large."""

from typing import Literal

from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look


def go(kind: Literal["undo", "redo"], bridge: Bridge, look: Look, parent: QWidget) -> None:
    """Take the newest step back, or do again what was taken back last."""
    workspace = bridge.workspace
    step = workspace.undo_step if kind == "undo" else workspace.redo_step
    if step is None or not workspace.chronicle.is_long(step.seq):
        bridge.undo() if kind == "undo" else bridge.redo()
        return
    from ui.dialogs.progress import Progress  # rarely wanted

    title = Said(f"window.{kind}_what", {"what": step.name})
    progress = Progress(look, parent, title, lambda tell: bridge.replayed(kind, tell))
    progress.came.connect(bridge.take_over)
    progress.stopped.connect(lambda: bridge.tell(Said("window.progress.stopped")))
    progress.open()
