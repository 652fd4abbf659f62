"""A block between the clipboard and the document: looked at, decided cell by cell, then written."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from scorecard.entering.block import Block
from scorecard.entering.pasting import Cell, Decided, Landing, Plan, plan
from scorecard.entering.sheet import Row
from ui.beside import Beside
from ui.views.entry.desk import Desk
from ui.views.entry.recorder import Recorder

#: A block of so many cells is judged in less than a blink; a larger one beside the window.
_AT_ONCE = 120


class Pasting:
    """Lays a plan over a desk; `changed` is called with each other plan, None when it is over."""

    def __init__(
        self,
        desk: Desk,
        recorder: Recorder,
        changed: Callable[[Plan | None], None],
        parent: QObject,
    ) -> None:
        self._desk, self._recorder, self._changed = desk, recorder, changed
        self._newest: Plan | None = None
        self._beside = Beside(parent)
        self._beside.came.connect(self._show)

    @property
    def is_on(self) -> bool:
        """Whether a block is looked at, or about to be."""
        return self._newest is not None

    def begin(self, block: Block, row: Row, column: int) -> None:
        """Look at a block that comes down at a row and a column of the periods."""
        rows = self._desk.rows_shown()
        places = [each.place for each in rows]
        named = [each.place for each in self._desk.rows]
        landing = Landing(places, self._desk.periods, places.index(row.place), column, named)
        self._lay(plan(self._desk.board, block, landing))

    def decide(self, cells: Sequence[Cell], what: str, note: str) -> None:
        """Follow what was decided about cells."""
        made = self._newest
        if made is not None:
            for cell in cells:
                made = self._after(made, cell, what, note)
            self._lay(made)

    def _after(self, made: Plan, cell: Cell, what: str, note: str) -> Plan:
        if cell.spot is None:
            near = cell.near if what == "match" else None
            return made.leave_out(cell.label) if near is None else made.match(cell.label, near)
        decided = self._decided(cell, what, note)
        return made if decided is None else made.decide({cell.spot: decided})

    def write(self) -> bool:
        """Write what is good as one step; what waits stays on the desk."""
        made = self._newest
        if made is None:
            return False
        # The sheet shows what is written, not what was looked at.
        self._newest = self._desk.plan = None
        if not self._recorder.block(made.entries, "command.paste"):
            self._newest = self._desk.plan = made
            return False
        self._lay(made.written(self._desk.board))
        return True

    def cancel(self) -> None:
        """Forget the block."""
        self._lay(None)

    def refresh(self) -> None:
        """The document has changed under the block."""
        if self._newest is not None:
            self._lay(self._newest.on(self._desk.board))

    def _lay(self, made: Plan | None) -> None:
        """Show a plan once it is worked out."""
        self._newest = made
        self._beside.leave()
        if made is None or len(made.block) * len(made.block[0]) <= _AT_ONCE:
            self._show(made)
        else:
            self._beside.start(lambda: _worked_out(made))

    def _show(self, made: Plan | None) -> None:
        self._newest = self._desk.plan = made if made is None or made.cells else None
        self._changed(self._desk.plan)

    def _decided(self, cell: Cell, what: str, note: str) -> Decided | None:
        match what:
            case "repair":
                return Decided(cell.repair)
            case "keep":
                return Decided(_literal(cell), note)
            case "none":
                return Decided(None, note)
            case "zero":
                return Decided(0.0)
            case "change":
                return self._changed_to(cell, note)
        return Decided(dropped=True)

    def _changed_to(self, cell: Cell, text: str) -> Decided | None:
        """A text typed in place of the one that was refused, where it means a value."""
        if cell.spot is None:
            return None
        place, period = cell.spot
        row = next(each for each in self._desk.rows if each.place == place)
        typed = self._recorder.meaning(row, period, text)
        return Decided(typed.value) if typed.value is not None and typed.is_sound else None


def _worked_out(made: Plan) -> Iterator[Plan]:
    """A plan that knows its cells, so that showing it takes no time."""
    _ = made.by_spot, made.entries  # each is worked out once, and kept
    yield made


def _literal(cell: Cell) -> float | None:
    """The value of a cell as it stands in the block."""
    if cell.value is not None or cell.typed is None or not cell.typed.choices:
        return cell.value
    return cell.typed.choices[-1]
