"""What the first lines of a pasted block name: periods, and the rows of the sheet."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.catalogue.folding import folded
from scorecard.entering.block import Block, turned
from scorecard.entering.sheet import COLUMNS
from scorecard.entry_name import KPI, MEASURE, EntryNames, entry_name, units_of
from scorecard.period import Calendar, Period
from scorecard.reading.outcome import Read
from scorecard.reading.span import read_period
from scorecard.slips.parts import shown_by
from scorecard.text import LANGUAGES
from scorecard.vocabulary import Frequency

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = re.compile(r"([a-z]{3})[a-z]*\.?[\s\-/']*([0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_DATED = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{2}|[0-9]{4})")
_BARE = re.compile(r"([0-9]{1,2})\s*月份?")
#: A name in the block may be this long before the rows are looked at in full.
_CENTURY, _SHORT = 2000, 100
_YEAR, _LONGEST_MONTH = 12, 31


class Headed(NamedTuple):
    """A block with its headings taken off: `periods` by column, `places` by row, None where a
    heading names nothing; empty where there is no such heading. `names` are the row headings."""

    cells: Block
    periods: tuple[Period | None, ...] = ()
    places: tuple[Place | None, ...] = ()
    names: tuple[str, ...] = ()


class Known(NamedTuple):
    """What headings can name: the row of a name, None where it is none of one alone; what all rows
    are `called`, and the newest column."""

    row: Callable[[str], Place | None]
    called: Callable[[], Mapping[str, Place]]
    newest: Period
    calendar: Calendar


def known(board: Board, places: Sequence[Place], newest: Period) -> Known:
    """What may be named in a block for these rows. What several are called names none."""
    rows = _Rows(board, places)
    return Known(rows.find, rows.called, newest, board.settings.calendar)


class _Rows:
    """Finds the rows of a sheet by their names."""

    def __init__(self, board: Board, places: Sequence[Place]) -> None:
        self._board, self._names = board, EntryNames(board, units_of(board))
        self._rows: dict[str, list[str]] = {}
        for measure, org in places:
            self._rows.setdefault(measure, []).append(org)
        self._found: dict[str, Place | None] = {}
        self._called: dict[str, Place] = {}

    def find(self, text: str) -> Place | None:
        """The row of a name; None where none is called so, or several."""
        if text not in self._found:
            called = self._names.read(text) if text else None
            rows = {row for each in called.means for row in self._of(*each)} if called else set()
            self._found[text] = rows.pop() if len(rows) == 1 else None
        return self._found[text]

    def called(self) -> Mapping[str, Place]:
        """The rows by what the sheet calls them, folded; for what is spelt nearly so."""
        if not self._called:
            for measure, orgs in self._rows.items():
                for org in orgs:
                    for name in self._shown(measure, org):
                        self._called.setdefault(folded(name), (measure, org))
        return self._called

    def _of(self, meaning: str, org: str) -> Iterator[Place]:
        """The rows of a measure at a unit; of a measure alone that of the highest unit."""
        measure = self._measure(meaning)
        units = self._rows.get(measure, [])
        if not org and len(units) > 1:
            units = [unit for unit in units if self._is_top(unit)] or units
        yield from ((measure, unit) for unit in units if org in ("", unit))

    def _measure(self, meaning: str) -> str:
        if meaning.startswith(MEASURE):
            return meaning.removeprefix(MEASURE)
        return shown_by(self._board.latest(meaning.removeprefix(KPI)), self._board) or ""

    def _is_top(self, org: str) -> bool:
        found = self._board.orgs.get(org)
        return found is not None and found.parent is None

    def _shown(self, measure: str, org: str) -> Iterator[str]:
        names, unit = self._board.measures[measure].name, self._board.orgs.get(org)
        for language in LANGUAGES:
            name = names.show(language) or measure
            yield name
            if unit is not None:
                yield entry_name(name, unit.name.show(language) or org, language)


def headed(block: Block, names: Known) -> Headed:
    """What the first rows and columns of a block are; measures across and periods down too."""
    straight = _headed(block, names)
    if straight.places or not block:
        return straight
    across = _headed(turned(block), names)
    return across if across.places else straight


def near(name: str, names: Known) -> Place | None:
    """The row that a heading which names none may have meant; None where nothing is near."""
    called = names.called()
    found = get_close_matches(folded(name), called, n=1, cutoff=0.6)
    return called[found[0]] if found else None


def period_of(text: str, names: Known) -> Period | None:
    """The period of a heading: `2026-10`, `115年10月`, `10月`, `Oct 2026`, or a day in it. One that
    is longer than those of the sheet is told as such; a bare number is no year."""
    kind = names.newest.kind
    found = _month(text, names.newest) if kind is Frequency.MONTH else None
    read = read_period(text) if found is None and not text.isdigit() else None
    if isinstance(read, Read):
        found = read.value
    elif found is None and kind is Frequency.MONTH:
        found = _on_sheet(text, names.newest)
    if found is not None and found.kind is Frequency.DAY:
        return names.calendar.belongs(found, kind)
    return found


def is_dated(text: str) -> bool:
    """Whether a text is a date with its year last, whose order of day and month nobody knows."""
    return _DATED.fullmatch(text.strip()) is not None


def _on_sheet(text: str, newest: Period) -> Period | None:
    """The only month of the sheet that such a date can mean: 11/01/26 is November where January is
    not shown; None where it can mean two."""
    found = _DATED.fullmatch(text.strip())
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    year += _CENTURY if year < _SHORT else 0
    pairs = ((first, second), (second, first))
    months = {year * _YEAR + m - 1 for m, day in pairs if m <= _YEAR and day <= _LONGEST_MONTH}
    shown = [month for month in months if 0 <= newest.number - month < COLUMNS]
    return Period(Frequency.MONTH, shown[0]) if len(shown) == 1 else None


def _headed(block: Block, names: Known) -> Headed:
    periods, below = _periods(block, names)
    column = _named_column(below, names)
    if column is None:
        return Headed(below, periods)
    labels = tuple(line[column] for line in below)
    places = tuple(map(names.row, labels))
    keep = _kept(below, periods, column)
    cells = tuple(tuple(line[at] for at in keep) for line in below)
    return Headed(cells, tuple(periods[at] for at in keep) if periods else (), places, labels)


def _kept(below: Block, periods: Sequence[Period | None], column: int) -> list[int]:
    """The columns behind the names that hold values: under a period where any are named, else
    those with a digit in them."""
    behind = range(column + 1, len(below[0]))
    if periods:
        return [at for at in behind if periods[at] is not None]
    return [at for at in behind if any(map(str.isdigit, "".join(line[at] for line in below)))]


def _periods(block: Block, names: Known) -> tuple[tuple[Period | None, ...], Block]:
    """The periods of the first line that names any, and what is below it."""
    for at, line in enumerate(block[:3]):
        found = tuple(period_of(cell, names) for cell in line)
        count = sum(period is not None for period in found)
        if count and count >= sum(map(_is_number, line)):
            return found, block[at + 1 :]
    return (), block


def _named_column(block: Block, names: Known) -> int | None:
    """The column in which most rows of the sheet are named."""
    if not block:
        return None
    counts = [sum(names.row(line[at]) is not None for line in block) for at in range(len(block[0]))]
    best = max(range(len(counts)), key=counts.__getitem__)
    return best if counts[best] else None


def _month(text: str, newest: Period) -> Period | None:
    """A month by its English name, or without a year: the last one of that name up to now."""
    named, bare = _NAMED.fullmatch(text.strip()), _BARE.fullmatch(text.strip())
    if named and named[1].lower() in _MONTHS:
        number = _MONTHS.index(named[1].lower())
        if named[2]:
            year = int(named[2])
            year += _CENTURY if year < _SHORT else 0
            return Period(Frequency.MONTH, year * _YEAR + number)
    elif bare and 1 <= int(bare[1]) <= _YEAR:
        number = int(bare[1]) - 1
    else:
        return None
    return Period(Frequency.MONTH, newest.number - (newest.number - number) % _YEAR)


def _is_number(text: str) -> bool:
    """Whether a cell holds a plain number that is hardly a year."""
    return text.replace(",", "").replace(".", "").lstrip("-").isdigit() and len(text) > len("2026")
