"""Which periods are closed, and for whom (結帳)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from scorecard.board import Board, Place
from scorecard.model.records import Closing, Key
from scorecard.org_units import above
from scorecard.period import MONTHS, Period, Span

Closings = Mapping[Place, Closing]


def closing_of(board: Board, entry: Key) -> Closing | None:
    """The closing, in force or opened again, of the period that an entry is in; None where its
    period was never closed."""
    _, org, code = entry
    return next(covering(board, board.closings, org, Period.parse(code)), None)


def is_closed(board: Board, period: str) -> bool:
    """Whether a period is closed for everybody: for each unit that stands above the others."""
    tops = [unit.id for unit in board.orgs.values() if unit.parent is None]
    found = [board.closings.get((unit, period)) for unit in tops]
    return bool(tops) and all(closing is not None and closing.closed for closing in found)


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


def is_late(board: Board, entry: Key, at: str) -> bool:
    """Whether an entry of the moment `at` came after its period had been closed."""
    closing = closing_of(board, entry)
    if closing is None:
        return False
    # Between a close and its opening again nothing is entered; both may lie in one second.
    opened, here = _moment(closing.reopened_at), _moment(at)
    return opened is not None and here is not None and here >= opened


def covering(board: Board, closings: Closings, org: str, period: Period) -> Iterator[Closing]:
    """Those of `closings` in which an entry of `org` in `period` lies: a week by its Thursday,
    what is longer by its last day."""
    calendar = board.settings.calendar
    codes = [calendar.belongs(period, kind).code for kind in MONTHS]
    for unit in above(board, org):
        yield from (closings[unit, code] for code in codes if (unit, code) in closings)


def _moment(at: str) -> datetime | None:
    """An ISO moment with its offset; None where a text is none."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
