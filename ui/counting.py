"""How far the month that is looked at is entered, and how many warnings are open, counted in a
while: never at the start, never while somebody types."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from scorecard.period import Period
from ui.beside import Beside
from ui.bridge import Bridge
from ui.first_sight import Entered
from ui.selection import Selection
from ui.waiting_texts import waiting_in

if TYPE_CHECKING:
    from scorecard.entering.progress import Spot
    from ui.to_enter import ToEnter

#: After so long nothing more was typed, ms.
_REST = 250


class Counting(QObject):
    """`counted(done, asked, warnings)` after each change of a document or of the month; a text
    that waits in its cell is a warning too. What there is to be entered is found out beside the
    window, where nobody asked for it yet; not before something changes where it is `known`."""

    counted = Signal(int, int, int)

    def __init__(self, bridge: Bridge, selection: Selection, known: Entered | None) -> None:
        super().__init__(bridge)
        self._bridge, self._selection = bridge, selection
        self._known = {} if known is None else {selection.view.period: known}
        self._beside = Beside(self)
        self._beside.came.connect(self._on_found)
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self.count)
        bridge.changed.connect(lambda _edits: self._count_anew())
        selection.moved.connect(self._timer.start)
        bridge.tell_waiting = self._count_anew
        self._timer.start()

    def count(self) -> None:
        """Count now, or once it is found out what there is."""
        said = self.said_of(self._selection.view.period, self._bridge.fresh)
        if said is None:
            self._beside.start(self._find)
        else:
            self.counted.emit(*said)

    def said_of(self, period: Period, fresh: "Collection[Spot]" = ()) -> Entered | None:
        """What there is to say of a month, where what there is to be entered is found out."""
        bridge = self._bridge
        if period in self._known:
            return self._known[period]
        if not bridge.knows_to_enter:
            return None
        found = bridge.to_enter.progress(period, fresh)
        waiting = set(waiting_in(bridge.workspace)) & set(found.asked)
        warnings = waiting.union(found.warnings)
        return Entered(len(found.there), len(found.asked), len(warnings))

    def finish(self) -> None:
        """Begin nothing more: the document is to be closed."""
        self._timer.stop()
        self._beside.leave()

    def _count_anew(self) -> None:
        self._known.clear()
        self._timer.start()

    def _find(self) -> Iterator[object]:
        from ui.to_enter import ToEnter

        yield ToEnter(self._bridge.board)

    def _on_found(self, found: "ToEnter") -> None:
        self._bridge.take_to_enter(found)
        self._timer.start()
