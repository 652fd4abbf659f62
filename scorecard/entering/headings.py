"""What the first lines of a pasted block name: periods, and the rows of the sheet."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.catalogue.folding import folded
from scorecard.entering.block import Block, turned
from scorecard.period import Calendar, Period
from scorecard.reading.outcome import Read
from scorecard.reading.span import read_period
from scorecard.vocabulary import Frequency

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = re.compile(r"([a-z]{3})[a-z]*\.?[\s\-/']*([0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_BARE = re.compile(r"([0-9]{1,2})\s*月份?")
#: A name in the block may be this long before the rows are looked at in full.
_CENTURY, _SHORT = 2000, 100
_YEAR = 12


class Headed(NamedTuple):
    """A block with its headings taken off: `periods` by column, `places` by row, None where a
    heading names nothing; empty where there is no such heading. `names` are the row headings."""

    cells: Block
    periods: tuple[Period | None, ...] = ()
    places: tuple[Place | None, ...] = ()
    names: tuple[str, ...] = ()


class Known(NamedTuple):
    """What headings can name: `rows` by what they may be called, and the newest column."""

    rows: Mapping[str, Place]
    newest: Period
    calendar: Calendar


def known(board: Board, places: Sequence[Place], newest: Period) -> Known:
    """What may be named in a block for these rows. What several are called names none."""
    found: dict[str, Place | None] = {}
    units = Counter(measure for measure, _ in places)
    for place in places:
        for name in dict.fromkeys(_names(board, place, alone=units[place[0]] == 1)):
            found[name] = place if found.get(name, place) == place else None
    rows = {name: place for name, place in found.items() if place is not None}
    return Known(rows, newest, board.settings.calendar)


def headed(block: Block, names: Known) -> Headed:
    """What the first rows and columns of a block are; measures across and periods down too."""
    straight = _headed(block, names)
    if straight.places or not block:
        return straight
    across = _headed(turned(block), names)
    return across if across.places else straight


def near(name: str, names: Known) -> Place | None:
    """The row that a heading which names none may have meant; None where nothing is near."""
    found = get_close_matches(folded(name), names.rows, n=1, cutoff=0.6)
    return names.rows[found[0]] if found else None


def period_of(text: str, names: Known) -> Period | None:
    """The period of a heading: `2026-10`, `115年10月`, `10月`, `Oct 2026`, or a day in it. One that
    is longer than those of the sheet is told as such; a bare number is no year."""
    kind = names.newest.kind
    found = _month(text, names.newest) if kind is Frequency.MONTH else None
    read = read_period(text) if found is None and not text.isdigit() else None
    if isinstance(read, Read):
        found = read.value
    if found is not None and found.kind is Frequency.DAY:
        return names.calendar.belongs(found, kind)
    return found


def _headed(block: Block, names: Known) -> Headed:
    periods, below = _periods(block, names)
    column = _named_column(below, names)
    if column is None:
        return Headed(below, periods)
    labels = tuple(line[column] for line in below)
    places = tuple(names.rows.get(folded(label)) for label in labels)
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
    counts = [sum(folded(line[at]) in names.rows for line in block) for at in range(len(block[0]))]
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


def _names(board: Board, place: Place, *, alone: bool) -> Iterable[str]:
    """What a row may be called: by its measure, with its unit too where it has several."""
    measure, org = board.measures[place[0]], board.orgs.get(place[1])
    called = [measure.id, *filter(None, measure.name)]
    yield from map(folded, called)
    if alone:
        return
    for unit in (place[1], *(filter(None, org.name) if org is not None else ())):
        for name in called:
            yield folded(f"{name} {unit}")
            yield folded(f"{name}（{unit}）")
            yield folded(f"{unit} {name}")


def _is_number(text: str) -> bool:
    """Whether a cell holds a plain number that is hardly a year."""
    return text.replace(",", "").replace(".", "").lstrip("-").isdigit() and len(text) > len("2026")
