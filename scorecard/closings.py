"""Which periods are closed, and for whom (結帳)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from scorecard.board import Board, Place
from scorecard.model.records import Closing, Key
from scorecard.org_units import above, in_order
from scorecard.period import MONTHS, Period, Span
from scorecard.text import Said
from scorecard.vocabulary import Words

Closings = Mapping[Place, Closing]


def closing_of(board: Board, entry: Key) -> Closing | None:
    """The closing that an entry is under: one in force, or else one that was opened again; None
    where its period was never closed."""
    found = tuple(_around(board, entry))
    return next((each for each in found if each.closed), found[0] if found else None)


def closed_by(board: Board, period: Period, org: str = "") -> Closing | None:
    """The closing in force by which all of a period is closed for a unit: its own, that of a longer
    period around it, or of the nearest unit above. Without a unit: for everybody."""
    units = [org] if org else [unit.id for unit in board.orgs.values() if unit.parent is None]
    found = [next(in_force(board, period, unit), None) for unit in units]
    return found[0] if found and all(found) else None


def in_force(board: Board, period: Period, org: str) -> Iterator[Closing]:
    """All the closings by which all of a period is closed for a unit, the nearest unit first and
    the shortest period of each."""
    least = MONTHS.get(period.kind, 0)
    for closing in covering(board, board.closings, org, period):
        if closing.closed and MONTHS[Period.parse(closing.period).kind] >= least:
            yield closing


def closed_about(board: Board, period: Period) -> tuple[Closing, ...]:
    """The closings in force that hold a period, or a part of it, for some unit; by the tree of
    units and the order of their periods."""
    if not board.closings:
        return ()
    units = {unit.id: at for at, unit in enumerate(in_order(board))}
    found = closings_in(board, board.settings.calendar.span(period), units)
    return tuple(sorted(filter(_is_closed, found), key=lambda each: units[each.org]))


def standing(board: Board, period: Period, org: str = "") -> Said:
    """Whether a period is closed for a unit, or for everybody: by itself, with which other one, in
    part, or not."""
    facts = {"period": board.settings.naming.label(period)}
    shut = closed_by(board, period, org)
    if shut is None:
        parts = closed_about(board, period) if not org else ()
        return Said("month_end.part" if parts else "month_end.open", {**facts})
    if shut.period == period.code and (not org or shut.org == org):
        return Said("month_end.closed", {**facts})
    if shut.period == period.code:
        return Said("month_end.closed_above", {**facts, "org": board.orgs[shut.org].name})
    return Said("month_end.closed_with", {**facts, "with": named(board, shut)})


def named(board: Board, closing: Closing) -> Said:
    """What is closed, in words: a period of a unit."""
    period = Period.parse(closing.period)
    label = board.settings.naming.label(period)
    facts: dict[str, str | Words | Said] = {"period": label, "org": board.orgs[closing.org].name}
    return Said(f"month_end.of.{period.kind}", facts)


def left_closed(board: Board, period: Period, opened: Closing) -> Said | None:
    """By what a period stays closed for the unit of a closing that is opened again."""
    left = (each for each in in_force(board, period, opened.org) if each.key != opened.key)
    other = next(left, None)
    if other is None:
        return None
    facts: dict[str, str | Words | Said] = {
        "period": board.settings.naming.label(period),
        "org": board.orgs[opened.org].name,
        "with": named(board, other),
    }
    return Said("month_end.still", facts)


def closings_in(board: Board, span: Span, units: Collection[str]) -> tuple[Closing, ...]:
    """The closings of units, in force or opened again, whose periods lie in a stretch of days or
    reach into it; in the order of their periods."""
    spans = {code: board.settings.calendar.span(Period.parse(code)) for _, code in board.closings}
    found = [
        closing
        for (org, code), closing in board.closings.items()
        if org in units and spans[code].first <= span.last and spans[code].last >= span.first
    ]
    return tuple(sorted(found, key=lambda each: (spans[each.period].first, each.period, each.org)))


def was_reopened(board: Board, entry: Key) -> bool:
    """Whether a period that an entry is in was ever closed and opened again."""
    return any(each.reopened_at for each in _around(board, entry))


def is_late(board: Board, entry: Key, at: str) -> bool:
    """Whether an entry of the moment `at` came after a period that it is in had been closed."""
    # Between a close and its opening again nothing is entered; both may lie in one second.
    here = _moment(at)
    opened = [_moment(each.reopened_at) for each in _around(board, entry)]
    return here is not None and any(each is not None and here >= each for each in opened)


def covering(board: Board, closings: Closings, org: str, period: Period) -> Iterator[Closing]:
    """Those of `closings` in which an entry of `org` in `period` lies: a week by its Thursday,
    what is longer by its last day."""
    calendar = board.settings.calendar
    codes = [calendar.belongs(period, kind).code for kind in MONTHS]
    for unit in above(board, org):
        yield from (closings[unit, code] for code in codes if (unit, code) in closings)


def _around(board: Board, entry: Key) -> Iterator[Closing]:
    _, org, code = entry
    return covering(board, board.closings, org, Period.parse(code))


def _moment(at: str) -> datetime | None:
    """An ISO moment with its offset; None where a text is none."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _is_closed(closing: Closing) -> bool:
    return closing.closed
