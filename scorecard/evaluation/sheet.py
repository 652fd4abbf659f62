"""Measures of many places over many periods as matrices, read from their series at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, nan
from typing import TYPE_CHECKING, NamedTuple

from scorecard.board import Board
from scorecard.period import PER_YEAR, Period
from scorecard.series import total
from scorecard.snapping import snap_many
from scorecard.vocabulary import Frequency

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]

#: Where terms cancel this much, `series.total` adds them as decimals; it does so from 100 on.
_CANCELS = 50


class Reading(NamedTuple):
    """A measure as the sum over some units, or as it is at a single one."""

    measure: str
    units: tuple[str, ...]


Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row for each of `rows`, one column for each period of `numbers`; what a shape calls
    `n0` is the first reading of a row. All arrays have the shape (rows, periods)."""

    board: Board
    kind: Frequency
    numbers: range
    rows: Sequence[Readings]

    @property
    def names(self) -> list[str]:
        """The slots of a row."""
        return [f"n{slot}" for slot in range(len(self.rows[0]))]

    def value(self, name: str) -> "Floats":
        """The values of a slot; NaN is missing."""
        readings = self._readings(name)
        if all(len(reading.units) == 1 for reading in readings):
            return self._single(readings)
        return self._summed(readings)

    def count(self, name: str) -> "Counts":
        """How many units have a value."""
        import numpy as np

        return np.array(
            [(~np.isnan(self._cube(reading))).sum(axis=0) for reading in self._readings(name)]
        )

    def units(self, name: str) -> "Counts":
        """How many units there are, as one column."""
        import numpy as np

        return np.array([[len(reading.units)] for reading in self._readings(name)])

    def previous(self, steps: int) -> "Sheet":
        """The same rows `steps` periods earlier."""
        numbers = range(self.numbers.start - steps, self.numbers.stop - steps)
        return Sheet(self.board, self.kind, numbers, self.rows)

    def year_before(self) -> "Sheet":
        """The same rows a year earlier; only for kinds of which each year has as many."""
        return self.previous(PER_YEAR[self.kind])

    def days(self) -> "Floats":
        """The calendar days of each period."""
        import numpy as np

        calendar = self.board.settings.calendar
        days = [float(calendar.span(Period(self.kind, number)).days) for number in self.numbers]
        return np.array([days] * len(self.rows))

    def _readings(self, name: str) -> list[Reading]:
        slot = int(name.removeprefix("n"))
        return [row[slot] for row in self.rows]

    def _single(self, readings: Sequence[Reading]) -> "Floats":
        import numpy as np

        series_of, numbers = self.board.series_of, self.numbers
        cells = chain.from_iterable(
            map(series_of(reading.measure, reading.units[0]).get, numbers) for reading in readings
        )
        shape = (len(readings), len(numbers))
        # An entry that says "there is none" is None, which becomes NaN.
        return np.fromiter(cells, float, shape[0] * shape[1]).reshape(shape)

    def _cube(self, reading: Reading) -> "Floats":
        """The values of one reading, a row for each unit."""
        return self._single([Reading(reading.measure, (unit,)) for unit in reading.units])

    def _summed(self, readings: Sequence[Reading]) -> "Floats":
        import numpy as np

        rows = [self._cube(reading) for reading in readings]
        return np.array([row[0] if len(row) == 1 else _sum(row) for row in rows])


def _sum(units: "Floats") -> "Floats":
    """The sums of the present values of each column, as `series.aggregate` gives them."""
    import numpy as np

    present = ~np.isnan(units)
    filled = np.where(present, units, 0.0)
    sums = np.array([fsum(column) for column in filled.T.tolist()])
    for at in np.flatnonzero(np.abs(filled).sum(axis=0) > _CANCELS * np.abs(sums)).tolist():
        sums[at] = total(filled[present[:, at], at].tolist())
    sums = snap_many(sums)
    sums[~present.any(axis=0)] = nan
    return sums
