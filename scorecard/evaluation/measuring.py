"""Values of measures over units and stretches of time: organisation first, then time."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation.due import Due
from scorecard.evaluation.view import grain
from scorecard.model.records import Measure
from scorecard.org_units import leaves
from scorecard.period import Calendar, Period
from scorecard.series import combined
from scorecard.vocabulary import Method, Missing, Value, known

NO_DATA = Missing("no_data")
NEGATIVE_WEIGHT = Missing("negative_weight")
ZERO_WEIGHT = Missing("zero_weight")

#: Methods that make of a single value something else: 1, or nothing where it has no weight.
NEVER_ITSELF = frozenset({Method.COUNT, Method.WEIGHTED})

#: The units that count in the period with this number of the measure's own kind.
UnitsAt = Callable[[int], Sequence[str]]


class Totals(NamedTuple):
    """A measure over some of its periods; `partial` where a unit or period is lacking."""

    value: Value
    partial: bool


class Measuring:
    """Reads measures of one board; units that an org unit is the sum of are worked out once."""

    def __init__(self, board: Board, due: Due) -> None:
        self.board = board
        self.due = due
        self.calendar: Calendar = board.settings.calendar
        self._leaves: dict[tuple[str, str], tuple[str, ...]] = {}

    def leaves(self, measure: str, org: str) -> tuple[str, ...]:
        """The units whose entries make up `measure` at `org`."""
        place = (measure, org)
        if place not in self._leaves:
            self._leaves[place] = leaves(self.board, measure, org)
        return self._leaves[place]

    def keepers(self, measure: str, org: str) -> tuple[str, ...]:
        """Those of the leaves that ever had an entry."""
        leaves = self.leaves(measure, org)
        return tuple(unit for unit in leaves if self.board.series_of(measure, unit))

    def entry(self, measure: str, unit: str, number: int) -> float | None:
        """The typed value, or None."""
        return self.board.series_of(measure, unit).get(number)

    def entered(self, measure: str, unit: str) -> Iterator[int]:
        """The numbers of the periods that have a value."""
        series = self.board.series_of(measure, unit)
        return (number for number, value in series.items() if value is not None)

    def said_none(self, measure: str, unit: str, number: int) -> bool:
        """Whether somebody said that there is no value, and why."""
        series = self.board.series_of(measure, unit)
        return number in series and series[number] is None

    def first_entry(self, measure: str, org: str) -> int | None:
        """The number of the oldest period in which `measure` has an entry for `org`."""
        firsts = [
            min(series)
            for unit in self.leaves(measure, org)
            if (series := self.board.series_of(measure, unit))
        ]
        return min(firsts, default=None)

    def typed(self, measure: str, unit: str, period: str) -> float | None:
        """The typed value of a period given by its code, or None."""
        return self.entry(measure, unit, Period.parse(period).number)

    def over_units(self, measure: Measure, units: Sequence[str], number: int) -> Value:
        """`measure` in one of its periods, put together over `units` by its own method."""
        cells: list[Value] = [self._cell(measure.id, unit, number) for unit in units]
        if len(cells) == 1 and measure.over_org not in NEVER_ITSELF:
            return cells[0]
        weights = None
        if measure.over_org is Method.WEIGHTED:
            weights = [self._weight(measure, (unit,), number) for unit in units]
        return combined(measure.over_org, cells, weights).value

    def over_time(self, measure: Measure, numbers: Sequence[int], units_at: UnitsAt) -> Totals:
        """`measure` over the periods `numbers`, each put together over `units_at(number)`."""
        values = [self.over_units(measure, units_at(number), number) for number in numbers]
        lacking = measure.over_time is not Method.COUNT and any(
            any(self.entry(measure.id, unit, number) is None for unit in units_at(number))
            and self.due(Period(grain(measure.frequency), number))
            for number in numbers
        )
        if NEGATIVE_WEIGHT in values:
            return Totals(NEGATIVE_WEIGHT, lacking)
        if ZERO_WEIGHT in values and all(isinstance(value, Missing) for value in values):
            return Totals(ZERO_WEIGHT, lacking)
        if len(values) == 1 and measure.over_time not in NEVER_ITSELF:
            return Totals(values[0], lacking)
        weights = None
        if measure.over_time is Method.WEIGHTED:
            weights = [
                self._weight(measure, self._with(measure, units_at(number), number), number)
                for number in numbers
            ]
        return Totals(combined(measure.over_time, values, weights).value, lacking)

    def _with(self, measure: Measure, units: Sequence[str], number: int) -> list[str]:
        """The units that have a value: only their weights count (R-VALUE-4)."""
        return [unit for unit in units if self.entry(measure.id, unit, number) is not None]

    def _cell(self, measure: str, unit: str, number: int) -> Value:
        value = self.entry(measure, unit, number)
        return NO_DATA if value is None else value

    def _weight(self, measure: Measure, units: Sequence[str], number: int) -> Value:
        """The weight of a cell: the weight measure added over the units, in the same period
        or, where that measure is kept in longer periods, in the one that holds its end."""
        weight = self.board.measures.get(measure.weight or "")
        if weight is None:
            return 1.0
        if weight.frequency is not measure.frequency:
            period = Period(grain(measure.frequency), number)
            number = self.calendar.belongs(period, grain(weight.frequency)).number
        found = [known(self._cell(weight.id, unit, number)) for unit in units]
        present = [value for value in found if value is not None]
        return sum(present) if present else NO_DATA
