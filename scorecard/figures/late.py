"""What was entered after its period had been closed, as a snapshot says it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from scorecard.board import Board
from scorecard.check.closed import periods_inside
from scorecard.closings import is_late
from scorecard.model.records import Closing, Key
from scorecard.org_units import below
from scorecard.period import Period

#: Who entered something last, and when (ISO 8601); None where nobody knows.
Provenance = Callable[[Key], tuple[str, str] | None]


class Late(NamedTuple):
    """An entry that came after its period had been closed: by whom, and when (ISO 8601)."""

    key: Key
    by: str
    at: str


def late_entries(
    board: Board, closings: Iterable[Closing], provenance: Provenance
) -> tuple[Late, ...]:
    """The late entries in periods that were opened again."""
    found: dict[Key, Late] = {}
    for closing in closings:
        if closing.reopened_at:
            for key in _entered_in(board, closing):
                told = provenance(key)
                if told is not None and is_late(board, key, told[1]):
                    found[key] = Late(key, *told)
    return tuple(found.values())


def _entered_in(board: Board, closing: Closing) -> Iterator[Key]:
    calendar, units = board.settings.calendar, below(board, closing.org)
    span = calendar.span(Period.parse(closing.period))
    for (measure, org), series in board.series.items():
        if org in units and measure in board.measures:
            for period in periods_inside(board, measure, span, calendar):
                if period.number in series:
                    yield (measure, org, period.code)
