"""Numbers of a few periods, as a formula sees them."""

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.formula import Result
from scorecard.vocabulary import Missing, Value

Row = Mapping[str, Value]


@dataclass(frozen=True)
class Books:
    """`rows` from the oldest period on; the formula is asked in row `at`.

    The fiscal year starts at row 0; the row of the last year is `year` rows back.
    """

    rows: tuple[Row, ...]
    at: int
    year: int = 12
    length: int | None = 31

    def value(self, name: str) -> Result:
        return Result(self.rows[self.at].get(name, Missing("no_data")))

    def previous(self, steps: int) -> "Books | None":
        return self._moved(steps)

    def year_before(self) -> "Books | None":
        return self._moved(self.year)

    def year_to_date(self) -> "list[Books]":
        return [self._at(row) for row in range(self.at + 1)]

    def back(self, count: int) -> "list[Books]":
        return [self._at(row) for row in range(max(0, self.at - count + 1), self.at + 1)]

    def days(self) -> int | None:
        return self.length

    def _moved(self, steps: int) -> "Books | None":
        return self._at(self.at - steps) if self.at >= steps else None

    def _at(self, row: int) -> "Books":
        return Books(self.rows, row, self.year, self.length)


def one_row(**numbers: Value) -> Books:
    """The books of a single period."""
    return Books((numbers,), 0)


def rows(name: str, *numbers: float | None) -> Books:
    """One measure over some periods, asked in the last; None is missing."""
    cells = tuple({} if number is None else {name: number} for number in numbers)
    return Books(cells, len(cells) - 1)
