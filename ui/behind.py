"""A page that is hidden shows later what happened meanwhile; its lines are worked out before."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from scorecard.model.edits import Edit
from ui.bridge import Bridge
from ui.selection import Selection
from ui.turns import Turns

Edits = tuple[Edit, ...]


class Behind(QObject):
    """Calls `show` with the edits of each change, with none where only what is looked at moved;
    while the page is hidden it keeps them until it is not, and works lines out a few at a time."""

    def __init__(
        self, bridge: Bridge, selection: Selection, page: QWidget, show: Callable[[Edits], None]
    ) -> None:
        super().__init__(page)
        self._bridge, self._page, self._show = bridge, page, show
        self._turns = Turns(self)
        self._kept: Edits | None = None
        bridge.changed.connect(self._take)
        selection.moved.connect(lambda: self._take(()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What happened is shown with the page."""
        if event.type() is QEvent.Type.Show and self._kept is not None:
            self._turns.stop()
            self._page.removeEventFilter(self)
            kept, self._kept = self._kept, None
            self._show(kept)
        return super().eventFilter(watched, event)

    def _take(self, edits: Edits) -> None:
        if not self._page.isHidden():
            self._show(edits)
            return
        if self._kept is None:  # a first filter makes all classes of events: not at the start
            self._page.installEventFilter(self)
        self._kept = (*(self._kept or ()), *edits)
        evaluation = self._bridge.evaluation
        # A parent alone would work out all that is below it in one go.
        nodes = [each.id for each in evaluation.board.nodes.values() if each.kpi is not None]
        self._turns.start(evaluation.line(node) for node in nodes)
