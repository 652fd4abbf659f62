"""The sheet: rows of what is to be entered in groups, periods as columns, and where each stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.check.retired import Retired
from scorecard.entry_name import part_words
from scorecard.evaluation.view import LENGTHS, grain
from scorecard.model.records import Measure
from scorecard.org_units import below
from scorecard.period import Calendar, Period
from scorecard.period_due import due
from scorecard.vocabulary import NO_WORDS, Frequency, Words

#: So many periods are shown, the newest last.
COLUMNS = 6


class Row(NamedTuple):
    """One line of the sheet; `org` names the unit where it is not the whole company."""

    place: Place
    measure: Measure
    org: Words = NO_WORDS


class By(StrEnum):
    """What the rows of a group have in common."""

    SOURCE = "source"
    UNIT = "unit"
    OWNER = "owner"


class Group(NamedTuple):
    """Rows of one source, unit or owner, called `name`; `org` names the unit beside it where all of
    them belong to the same one."""

    name: Words
    org: Words
    rows: tuple[Row, ...]


class State(StrEnum):
    """Where a cell stands; apart: its measure has no period that ends there; retired: it is empty
    and every line that reads it is archived."""

    ENTERED = "entered"
    NONE = "none"
    EMPTY = "empty"
    LATE = "late"
    APART = "apart"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose rows are wanted: of a unit and those below it, of an owner; None for all."""

    org: str | None = None
    owner: Words | None = None


def groups(
    board: Board,
    places: Iterable[Place],
    kind: Frequency,
    asked: Asked,
    by: By = By.SOURCE,
) -> list[Group]:
    """The rows whose measures have values in periods of `kind` or longer ones, in groups: the
    first measure leads among sources and owners, the order of the units among units."""
    units = None if asked.org is None else below(board, asked.org)
    found: dict[tuple[int, Words], list[Row]] = {}
    for place in places:
        measure = board.measures[place[0]]
        if units is not None and place[1] not in units:
            continue
        if asked.owner is not None and measure.owner != asked.owner:
            continue
        if _shown_in(measure, kind):
            found.setdefault(_common(board, place, by), []).append(_row(board, place, measure))
    made = [(at, _group(board, name, rows, by)) for (at, name), rows in found.items()]
    made.sort(key=lambda each: (each[0], each[1].rows[0].measure.order, each[1].name))
    return [group for _, group in made]


def _common(board: Board, place: Place, by: By) -> tuple[int, Words]:
    """Where the group of a row stands among the others, and what it is called."""
    measure, unit = board.measures[place[0]], board.orgs.get(place[1])
    if by is not By.UNIT:
        return 0, measure.owner if by is By.OWNER else measure.source
    return (unit.order, unit.name) if unit is not None else (0, NO_WORDS)


def kinds(board: Board, places: Iterable[Place]) -> tuple[Frequency, ...]:
    """The kinds of period that a sheet can show, months always."""
    fine = {grain(board.measures[measure].frequency) for measure, _ in places}
    short = LENGTHS[: LENGTHS.index(Frequency.MONTH)]
    return (Frequency.MONTH, *(kind for kind in reversed(short) if kind in fine))


def columns(month: Period, kind: Frequency, calendar: Calendar) -> tuple[Period, ...]:
    """The last periods of `kind` up to the end of a month, the newest last."""
    newest = calendar.containing(calendar.span(month).last, kind)
    return tuple(newest.shifted(step) for step in range(1 - COLUMNS, 1))


def own_period(measure: Measure, column: Period, calendar: Calendar) -> Period | None:
    """The measure's own period that is entered in a column: that of its kind, or the longer one
    that ends with it. None where there is none."""
    kind = grain(measure.frequency)
    if kind is column.kind:
        return column
    if LENGTHS.index(kind) < LENGTHS.index(column.kind):
        return None
    own, last = calendar.belongs(column, kind), calendar.span(column).last
    return own if calendar.span(own).last == last else None


def state(board: Board, row: Row, period: Period | None, today: date, retired: Retired) -> State:
    """Where the cell of a row in its own period stands on a day."""
    if period is None:
        return State.APART
    series = board.series_of(*row.place)
    if period.number in series:
        return State.ENTERED if series[period.number] is not None else State.NONE
    if retired(row.place, period):
        return State.RETIRED
    settings = board.settings
    is_due = due(period, settings.grace(row.measure.frequency), today, settings.calendar)
    return State.LATE if is_due else State.EMPTY


def is_asked(board: Board, place: Place, period: Period, retired: Retired) -> bool:
    """Whether a period asks for a value of a place: not before its first one, where it has any,
    and not once every line that reads it is archived."""
    series = board.series_of(*place)
    return (not series or period.number >= min(series)) and not retired(place, period)


def owners(board: Board, places: Iterable[Place]) -> tuple[Words, ...]:
    """Who owns what is to be entered."""
    found = {board.measures[measure].owner for measure, _ in places}
    return tuple(sorted(owner for owner in found if any(owner)))


def _shown_in(measure: Measure, kind: Frequency) -> bool:
    own = grain(measure.frequency)
    if kind is not Frequency.MONTH:
        return own is kind
    return LENGTHS.index(own) >= LENGTHS.index(kind)


def _row(board: Board, place: Place, measure: Measure) -> Row:
    return Row(place, measure, part_words(board, place[1]))


def _group(board: Board, name: Words, rows: Sequence[Row], by: By) -> Group:
    units = {row.place[1] for row in rows}
    ordered = tuple(sorted(rows, key=lambda row: _order(board, row)))
    if len(units) > 1:
        return Group(name, NO_WORDS, ordered)
    unit = NO_WORDS if by is By.UNIT else rows[0].org
    return Group(name, unit, tuple(row._replace(org=NO_WORDS) for row in ordered))


def _order(board: Board, row: Row) -> tuple[Words, int, str, int]:
    org = board.orgs.get(row.place[1])
    return (row.measure.owner, row.measure.order, row.measure.id, org.order if org else 0)
