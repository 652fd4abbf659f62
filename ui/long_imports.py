"""Writing a long import beside the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scorecard.commands.importing import ImportBoard
from scorecard.exchange.plan import Plan
from scorecard.progress import Stage
from scorecard.text import Said
from ui.bridge import Bridge, Ready
from ui.dialogs.progress import Progress
from ui.look import Look

#: So many records are written beside the window.
_MANY = 500


def is_long_plan(planned: Plan) -> bool:
    """Whether to write what a plan says would stop the window."""
    return len(planned.edits) > _MANY or any(edit.is_block for edit in planned.edits)


def write_beside(
    bridge: Bridge, look: Look, parent: QWidget, planned: Plan, done: Callable[[], object]
) -> None:
    """Do what a long plan says beside the window, and call `done` once it is shown; what goes wrong
    is said when it has ended."""
    command = ImportBoard(planned.source.name, planned.edits_on)
    title = Said("window.import.title", {"name": planned.source.name})
    progress = Progress(
        look, parent, title, lambda tell: bridge.written(command, tell), Stage.RECORDING
    )

    def show(ready: Ready | None) -> None:
        bridge.take_over(ready)
        done()

    progress.came.connect(show)
    progress.stopped.connect(lambda: tell_stopped(bridge))
    progress.open()


def tell_stopped(bridge: Bridge) -> None:
    """Say that nothing was imported."""
    bridge.tell(Said("window.progress.stopped"))
