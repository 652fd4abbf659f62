"""What the window looks at: the period, how far it reaches back, and the chosen line."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from scorecard.evaluation.view import View
from scorecard.period import MONTHS, Calendar, Period
from scorecard.vocabulary import Frequency


class Reach(StrEnum):
    """How much of the calendar one look covers."""

    MONTH = "month"
    QUARTER = "quarter"
    TO_DATE = "to_date"


class Selection(QObject):
    """The view (period and reach) and the node that is chosen; `moved` when either changes.

    `month` is the last month of what is looked at; it stays when the reach changes.
    """

    moved = Signal()

    def __init__(
        self,
        month: Period,
        calendar: Callable[[], Calendar] = Calendar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._month, self._calendar = month, calendar
        self._reach, self._node = Reach.MONTH, ""

    @property
    def month(self) -> Period:
        """The month that is looked at, or the last one of the quarter."""
        return self._month

    @property
    def reach(self) -> Reach:
        """Whether the month, its quarter or the year up to it is looked at."""
        return self._reach

    @property
    def view(self) -> View:
        """The view to evaluate."""
        if self._reach is Reach.QUARTER:
            calendar = self._calendar()
            return View(calendar.belongs(self._month, Frequency.QUARTER))
        return View(self._month, upto=self._reach is Reach.TO_DATE)

    @property
    def node(self) -> str | None:
        """The id of the chosen line, or None."""
        return self._node or None

    def choose(self, node: str | None) -> None:
        """Choose a line by its id; None for no line."""
        self._set(self._month, self._reach, node or "")

    def show_month(self, month: Period) -> None:
        """Look at another month, with the same reach."""
        self._set(month, self._reach, self._node)

    def set_reach(self, reach: Reach) -> None:
        """Look at the month, its quarter, or the year up to it."""
        self._set(self._month, reach, self._node)

    def step(self, steps: int) -> None:
        """Look that many months (quarters, where a quarter is shown) later."""
        length = MONTHS[Frequency.QUARTER] if self._reach is Reach.QUARTER else 1
        self.show_month(self._month.shifted(steps * length))

    def _set(self, month: Period, reach: Reach, node: str) -> None:
        if (month, reach, node) != (self._month, self._reach, self._node):
            self._month, self._reach, self._node = month, reach, node
            self.moved.emit()
