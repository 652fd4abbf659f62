"""How far the month that is looked at is entered, and how many warnings are open, counted in a
while and beside the window: never at the start, never while somebody types."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from scorecard.period import Period
from ui.beside import Beside
from ui.bridge import Bridge
from ui.first_sight import Entered
from ui.selection import Selection
from ui.waiting_texts import waiting_in

if TYPE_CHECKING:
    from scorecard.entering.progress import Progress, Spot
    from ui.to_enter import ToEnter

#: After so long nothing more was typed, ms.
_REST = 250


class Counting(QObject):
    """`counted(done, asked, warnings)` after each change of a document or of the month; a text
    that waits in its cell is a warning too. Nothing is counted before something changes where the
    first month is `known`."""

    counted = Signal(int, int, int)

    def __init__(self, bridge: Bridge, selection: Selection, known: Entered | None) -> None:
        super().__init__(bridge)
        self._bridge, self._selection = bridge, selection
        self._known = {} if known is None else {selection.view.period: known}
        self._finding, self._counting = Beside(self), Beside(self)
        self._finding.came.connect(self._on_found)
        self._counting.came.connect(self._tell)
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self.count)
        bridge.changed.connect(lambda _edits: self._count_anew())
        selection.moved.connect(self._timer.start)
        bridge.tell_waiting = self._count_anew
        self._timer.start()

    def count(self) -> None:
        """Say what is known, else begin to count, or to find out what there is."""
        bridge, period = self._bridge, self._selection.view.period
        if period in self._known:
            self.counted.emit(*self._known[period])
        elif bridge.knows_to_enter:
            work = partial(_counted, bridge.to_enter, period, frozenset(bridge.fresh))
            self._counting.start(work)
        else:
            self._finding.start(self._find)

    def said_at_start(self, period: Period) -> Entered | None:
        """What the next start will say of a month, where that is known now: it will not know of
        which notes were written beside another value."""
        return None if self._bridge.fresh else self._known.get(period)

    def finish(self) -> None:
        """Begin nothing more: the document is to be closed."""
        self._timer.stop()
        self._finding.leave()
        self._counting.leave()

    def _count_anew(self) -> None:
        self._counting.leave()
        self._known.clear()
        self._timer.start()

    def _find(self) -> Iterator[object]:
        from ui.to_enter import ToEnter

        yield ToEnter(self._bridge.board)

    def _on_found(self, found: "ToEnter") -> None:
        self._bridge.take_to_enter(found)
        self._timer.start()

    def _tell(self, counted: "tuple[Period, Progress]") -> None:
        period, found = counted
        waiting = set(waiting_in(self._bridge.workspace)) & set(found.asked)
        warnings = waiting.union(found.warnings)
        said = Entered(len(found.there), len(found.asked), len(warnings))
        self._known[period] = said
        self.counted.emit(*said)


def _counted(
    to_enter: "ToEnter", period: Period, fresh: Collection["Spot"]
) -> "Iterator[tuple[Period, Progress]]":
    """What the radar sees of a later board meanwhile is counted again once that was told."""
    yield period, to_enter.progress(period, fresh)
