"""How the window is divided: the rail, what is open beside it, the toast and the foot."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.text import Said
from ui.afterword import Afterword
from ui.look import Look
from ui.widgets.rail import Rail


def framed(rail: Rail, rooms: QStackedWidget, afterword: Afterword) -> QWidget:
    """The parts of the window in their places."""
    central, side = QWidget(), QWidget()
    across, column = QHBoxLayout(central), QVBoxLayout(side)
    for layout in (across, column):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    across.addWidget(rail)
    across.addWidget(rooms, 1)
    column.addWidget(central, 1)
    column.addWidget(afterword.toast)
    column.addWidget(afterword.status)
    return side


def nothing_open(look: Look, open_sample: Callable[[], object]) -> QWidget:
    """What stands there where no document could be opened."""
    from ui.widgets.empty_state import EmptyState

    words = (Said(f"window.nothing.{part}") for part in ("title", "sentence", "action"))
    nothing = EmptyState(look, "folder-open", *words)
    nothing.action_requested.connect(open_sample)
    return nothing
