"""Which line of the sheet comes next: headings are passed over."""

from collections.abc import Callable

from scorecard.entering.sheet import Row
from ui.views.entry.desk import Desk


class Walking:
    """Ways through the lines of a desk; None where there is no such line."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        #: What a jump looks for.
        self.goals: dict[str, Callable[[Row], bool]] = {
            "row": lambda _row: True,
            "empty": desk.is_open,
            "doubted": desk.is_doubted,
        }

    def row(self, line: int, way: int) -> int | None:
        """The next row in a direction."""
        return self._beyond(line, way, lambda _row: True)

    def asked(self, line: int, way: int) -> int | None:
        """The next row of which something is asked in this period."""
        return self._beyond(line, way, self._desk.asks)

    def jump(self, start: int, way: int, goal: str) -> int | None:
        """The first row from `start` on for which a goal is true, round the end."""
        count, test = len(self._desk.lines), self.goals[goal]
        lines = ((start + way * step) % count for step in range(count))
        return next((line for line in lines if self._passes(line, test)), None)

    def _beyond(self, line: int, way: int, test: Callable[[Row], bool]) -> int | None:
        end = len(self._desk.lines) if way > 0 else -1
        return next((at for at in range(line + way, end, way) if self._passes(at, test)), None)

    def _passes(self, line: int, test: Callable[[Row], bool]) -> bool:
        found = self._desk.lines[line]
        return isinstance(found, Row) and test(found)
