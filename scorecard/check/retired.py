"""What is asked of nobody any more: every line that reads it is archived."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scorecard.board import Board, Place
from scorecard.check.readers import readers
from scorecard.period import Period


class Retired:
    """Which (measure, unit) pairs of a board are not asked for in a period, though they have been.
    What no line reads is asked for as ever: nobody archived it."""

    def __init__(self, board: Board, read_by: Mapping[Place, Sequence[str]] | None = None) -> None:
        """`read_by` are the lines that read each pair, where they are known already."""
        self._calendar = board.settings.calendar
        self._since: dict[Place, date] = {}
        if board.archived:
            known = readers(board) if read_by is None else read_by
            self._since = dict(_retired(board, known))

    def __call__(self, place: Place, period: Period) -> bool:
        """Whether all lines that read a pair are archived on the last day of `period`."""
        since = self._since.get(place)
        return since is not None and since <= self._calendar.span(period).last


def line_archived(board: Board, node: str) -> date | None:
    """The day from which on a line is archived, by itself or with one above it; None for none."""
    days = (board.archived.get(each) for each in _and_above(board, node))
    return min((day for day in days if day is not None), default=None)


def _retired(board: Board, read_by: Mapping[Place, Sequence[str]]) -> Iterator[tuple[Place, date]]:
    for place, nodes in read_by.items():
        days = [line_archived(board, node) for node in nodes]
        known = [day for day in days if day is not None]
        if known and len(known) == len(days):
            yield place, max(known)


def _and_above(board: Board, node: str | None) -> Iterator[str]:
    seen: set[str] = set()
    while node is not None and node in board.nodes and node not in seen:
        seen.add(node)
        yield node
        node = board.nodes[node].parent
