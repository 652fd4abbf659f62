"""Closed periods: what may not be changed in them, and which periods lie in one (結帳)."""

from collections.abc import Iterator, Sequence

from scorecard.board import Board, Place
from scorecard.check.fault import Fault, fault
from scorecard.closings import Closings, covering
from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import Closing, Entry, Target
from scorecard.org_units import above
from scorecard.period import Calendar, Period, Span, first_day
from scorecard.period_code import entered_by
from scorecard.trouble import Trouble
from scorecard.vocabulary import Words


def closed_faults(board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """Entries that `edits` change in a period that was closed before them and still is, and
    targets that they change for one (R-TARGET-3)."""
    shut = _closed_throughout(board, edits)
    if not shut:
        return
    known: dict[Place, Closing | None] = {}
    for edit in one_by_one(edits):
        record = edit.after if edit.after is not None else edit.before
        if isinstance(record, Entry):
            yield from _entry(board, shut, record, known)
        elif isinstance(record, Target):
            yield from _target(board, shut, record)


def closed_trouble(board: Board, closing: Closing) -> Trouble:
    """Why nothing is typed in a period that is closed."""
    return Trouble("period_closed", facts=_facts(board, closing))


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


def _entry(
    board: Board, shut: Closings, entry: Entry, known: dict[Place, Closing | None]
) -> Iterator[Fault]:
    """`known` keeps what was found: many entries are of one unit and period."""
    place = (entry.org, entry.period)
    if place not in known:
        known[place] = next(covering(board, shut, entry.org, Period.parse(entry.period)), None)
    closing = known[place]
    if closing is not None:
        yield fault(entry, "period", "period_closed", **_facts(board, closing))


def _target(board: Board, shut: Closings, target: Target) -> Iterator[Fault]:
    calendar = board.settings.calendar
    start, units = first_day(target.start, calendar), frozenset(above(board, target.org))
    for closing in sorted(shut.values(), key=lambda each: each.period, reverse=True):
        first = calendar.span(Period.parse(closing.period)).first
        if closing.org in units and start <= first:
            yield fault(
                target, "from", "target_closed", start=target.start, **_facts(board, closing)
            )
            return


def _facts(board: Board, closing: Closing) -> dict[str, str | Words]:
    return {
        "period": closing.period,
        "org": board.orgs[closing.org].name,
        **signed(closing),
    }


def signed(closing: Closing) -> dict[str, str]:
    """Who closed, and on which day (ISO 8601), as facts of a sentence."""
    return {"by": closing.by or "–", "at": closing.at[:10] or "–"}


def periods_inside(board: Board, measure: str, span: Span, calendar: Calendar) -> list[Period]:
    """The periods of a measure that are entered by the end of a stretch, and in it."""
    kind = entered_by(board.measures[measure].frequency)
    last = calendar.containing(span.last, kind)
    if calendar.span(last).first < span.first:
        return [last] if calendar.span(last).last == span.last else []
    return [Period(kind, number) for number in calendar.within(span, kind)]
