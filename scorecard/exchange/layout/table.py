"""What is recognised on a sheet: its numbers with all that stands around them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scorecard.exchange.layout.headings import Role, plain_heading, role_of
from scorecard.exchange.workbook.grid import Area, Grid, Value
from scorecard.period import Period

#: So many merged cells are filled with what stands in the first of them.
_MOST_FILLED = 200_000
#: So far above the headings a title may stand.
_ABOVE = 8
_UNIT = re.compile(
    r"(?:單位|unit)\s*[:：]\s*(?:新[台臺]幣)?\s*([^\s)）;；,，]{1,12})", re.IGNORECASE
)


class Spot(NamedTuple):
    """A cell by its row and column, from 0."""

    row: int
    column: int


class Figure(NamedTuple):
    """One cell of numbers. `role` is VALUE or TARGET; `org` and `unit` are empty where the sheet
    does not say them; `note` is what stands beside it."""

    name: str
    name_at: Spot
    org: str
    unit: str
    period: Period
    role: Role
    value: Value
    at: Spot
    note: str = ""


class Struck(NamedTuple):
    """What is left out, and the word key that says why."""

    at: Spot
    text: str
    why: str


class Objection(NamedTuple):
    """What cannot be read: the cell, its text, the code of the sentence and its facts."""

    at: Spot
    what: str
    code: str
    facts: Mapping[str, str]


class Listed(NamedTuple):
    """A row of a list of KPIs: what it says, by role, each with its cell."""

    name: str
    at: Spot
    said: Mapping[Role, tuple[Value, Spot]]


class Known(NamedTuple):
    """What the document would understand: names of measures and KPIs, and names of units."""

    is_name: Callable[[str], bool]
    is_org: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Hints:
    """What somebody said about a workbook: the year of bare months, what columns hold."""

    year: int | None = None
    columns: Mapping[str, Role] = field(default_factory=dict)

    def role(self, heading: Value) -> Role | None:
        """The role of a column by its heading."""
        return self.columns.get(plain_heading(heading)) or role_of(heading)


@dataclass(slots=True)
class Table:
    """A sheet as it is understood. `shape` is `across` (periods side by side), `down` (periods
    below each other), `single` (one period for all) or `list` (KPIs without periods); `head` is
    the row of the headings, `doubts` what was understood and may be meant otherwise, `unit` what a
    title says for the whole table: 單位：仟元."""

    grid: Grid
    shape: str
    head: int
    roles: Mapping[int, Role] = field(default_factory=dict)
    periods: Mapping[int, Period] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    doubts: list[Objection] = field(default_factory=list)
    unit: str = ""


class Filled:
    """A grid in which every cell of a merged area says what its first cell says."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._first: dict[Spot, Spot] = {}
        self._reach: dict[int, int] = {}
        for area in grid.merged:
            self._fill(area)

    def at(self, row: int, column: int) -> Value:
        """The value of a cell."""
        if self._first:
            row, column = self._first.get(Spot(row, column), Spot(row, column))
        return self.grid.at(row, column)

    def text(self, row: int, column: int) -> str:
        """The value of a cell as a text on one line; empty where nothing stands."""
        return text_of(self.at(row, column))

    def width(self, row: int) -> int:
        """How many columns a row reaches; 0 where there is no such row. The last cells of a merged
        area are often not written."""
        written = len(self.grid.rows[row]) if row < len(self.grid.rows) else 0
        return max(written, self._reach.get(row, 0))

    def _fill(self, area: Area) -> None:
        height, width = area.bottom - area.top + 1, area.right - area.left + 1
        if height < 1 or width < 1 or len(self._first) + height * width > _MOST_FILLED:
            return
        first = Spot(area.top, area.left)
        for row in range(area.top, area.bottom + 1):
            self._reach[row] = max(self._reach.get(row, 0), area.right + 1)
            for column in range(area.left, area.right + 1):
                self._first[Spot(row, column)] = first


def target_of_year(filled: Filled, row: int, column: int) -> Objection:
    """Targets whose heading names a year may be what the whole year is to add up to."""
    text = filled.text(row, column)
    return Objection(Spot(row, column), text, "target_of_year", {"text": text[:40]})


def unit_above(filled: Filled, head: int) -> str:
    """The unit that a title says for the whole table; empty where none does."""
    for row in range(max(head - _ABOVE, 0), head):
        for cell in filled.grid.rows[row]:
            found = _UNIT.search(cell) if isinstance(cell, str) else None
            if found:
                return found[1].strip()
    return ""


def text_of(value: Value) -> str:
    """A value as a text on one line."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def is_number(value: Value) -> bool:
    """Whether a cell holds a number, or a text that begins as one does."""
    if isinstance(value, float):
        return True
    if not isinstance(value, str):
        return False
    text = value.strip().lstrip("(-+−$ NT")
    return text[:1].isdigit() or (text[:1] == "." and text[1:2].isdigit())
