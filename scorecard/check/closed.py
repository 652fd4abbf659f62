"""Closed periods: what may not be changed in them, what they lack, what came late (結帳)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from scorecard.board import Board, Place
from scorecard.check.fault import Fault, fault
from scorecard.model.edits import Edit
from scorecard.model.records import Closing, Entry, Key, Target
from scorecard.period import MONTHS, Calendar, Period, Span, first_day
from scorecard.period_code import entered_by

Closings = Mapping[Place, Closing]


def closed_faults(board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """Entries that `edits` change in a period that was closed before them and still is, and
    targets that they change for one (R-TARGET-3)."""
    shut = _closed_throughout(board, edits)
    if not shut:
        return
    for edit in edits:
        record = edit.after if edit.after is not None else edit.before
        if isinstance(record, Entry):
            yield from _entry(board, shut, record)
        elif isinstance(record, Target):
            yield from _target(board, shut, record)


def closing_of(board: Board, entry: Key) -> Closing | None:
    """The closing, in force or opened again, of the period that an entry is in; None where its
    period was never closed."""
    _, org, code = entry
    return next(_covering(board, board.closings, org, Period.parse(code)), None)


def is_closed(board: Board, period: str) -> bool:
    """Whether a period is closed for everybody: for each unit that stands above the others."""
    tops = [unit.id for unit in board.orgs.values() if unit.parent is None]
    found = [board.closings.get((unit, period)) for unit in tops]
    return bool(tops) and all(closing is not None and closing.closed for closing in found)


def is_late(board: Board, entry: Key, at: str) -> bool:
    """Whether an entry of the moment `at` came after its period had been closed."""
    closing = closing_of(board, entry)
    if closing is None:
        return False
    # Between a close and its opening again nothing is entered; both may lie in one second.
    opened, here = _moment(closing.reopened_at), _moment(at)
    return opened is not None and here is not None and here >= opened


def asked_in(board: Board, org: str, period: str) -> tuple[Key, ...]:
    """The (measure, unit, period) at a unit and below it that a period asks for: those of every
    measure that was entered before, or is in it."""
    calendar = board.settings.calendar
    span, units = calendar.span(Period.parse(period)), set(below(board, org))
    return tuple(
        (measure, unit, asked.code)
        for measure, unit in sorted(board.series)
        if unit in units
        for asked in _inside(board, measure, span, calendar)
        if asked.number >= min(board.series_of(measure, unit))
    )


def missing_in(board: Board, org: str, period: str) -> tuple[Key, ...]:
    """What a period asks for at a unit and below it and has no entry, not even that there is
    none."""
    return tuple(
        (measure, unit, code)
        for measure, unit, code in asked_in(board, org, period)
        if Period.parse(code).number not in board.series_of(measure, unit)
    )


def _closed_throughout(board: Board, edits: Sequence[Edit]) -> Closings:
    before: dict[Place, Closing | None] = {}
    for edit in reversed(edits):
        for image in (edit.before, edit.after):
            if isinstance(image, Closing):
                was = edit.before if isinstance(edit.before, Closing) else None
                before[image.org, image.period] = was
    found = {}
    for place, closing in board.closings.items():
        was = before.get(place, closing)
        if closing.closed and was is not None and was.closed:
            found[place] = closing
    return found


def _entry(board: Board, shut: Closings, entry: Entry) -> Iterator[Fault]:
    for closing in _covering(board, shut, entry.org, Period.parse(entry.period)):
        yield fault(entry, "period", "period_closed", **_facts(closing))
        return


def _target(board: Board, shut: Closings, target: Target) -> Iterator[Fault]:
    calendar = board.settings.calendar
    start, units = first_day(target.start, calendar), set(_up(board, target.org))
    for closing in sorted(shut.values(), key=lambda each: each.period, reverse=True):
        first = calendar.span(Period.parse(closing.period)).first
        if closing.org in units and start <= first:
            yield fault(target, "from", "target_closed", start=target.start, **_facts(closing))
            return


def _facts(closing: Closing) -> dict[str, str]:
    return {
        "period": closing.period,
        "org": closing.org,
        "by": closing.by or "–",
        "at": closing.at[:10] or "–",
    }


def _covering(board: Board, closings: Closings, org: str, period: Period) -> Iterator[Closing]:
    """Those of `closings` in which an entry of `org` in `period` lies: a week by its Thursday,
    what is longer by its last day."""
    calendar = board.settings.calendar
    codes = [calendar.belongs(period, kind).code for kind in MONTHS]
    for unit in _up(board, org):
        yield from (closings[unit, code] for code in codes if (unit, code) in closings)


def _up(board: Board, org: str) -> Iterator[str]:
    """A unit and those above it."""
    seen: set[str] = set()
    at: str | None = org
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        above = board.orgs.get(at)
        at = above.parent if above is not None else None


def below(board: Board, org: str) -> Iterator[str]:
    """A unit and all those under it."""
    waiting, seen = [org], {org}
    while waiting:
        here = waiting.pop()
        yield here
        below = [unit for unit in board.units_below.get(here, ()) if unit not in seen]
        seen.update(below)
        waiting.extend(below)


def _inside(board: Board, measure: str, span: Span, calendar: Calendar) -> list[Period]:
    """The periods of a measure that are entered by the end of a stretch, and in it."""
    kind = entered_by(board.measures[measure].frequency)
    last = calendar.containing(span.last, kind)
    if calendar.span(last).first < span.first:
        return [last] if calendar.span(last).last == span.last else []
    return [Period(kind, number) for number in calendar.within(span, kind)]


def _moment(at: str) -> datetime | None:
    """An ISO moment with its offset; None where a text is none."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
