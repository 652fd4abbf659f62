"""Measures whose newest entry is older than the latest one that is due (R-TIME-10)."""

from collections.abc import Iterator
from datetime import date

from scorecard.board import Board
from scorecard.check.retired import Retired
from scorecard.period import Period
from scorecard.period_due import latest_due
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import Frequency


def late(board: Board, today: date) -> Iterator[Trouble]:
    """A warning for each measure at each unit that is stale on `today` and still asked for."""
    calendar, settings, retired = board.settings.calendar, board.settings, Retired(board)
    for (measure, org), series in sorted(board.series.items()):
        kind = board.measures[measure].frequency
        present = [number for number, value in series.items() if value is not None]
        if kind is Frequency.PROJECT or not present:
            continue
        due = latest_due(kind, today, settings.grace(kind), calendar, today)
        newest = Period(kind, max(present))
        if newest.number < due.number and not retired((measure, org), due):
            facts = {"org": org, "newest": newest.code, "due": due.code}
            yield Trouble("stale", f"measure {measure}", facts, Level.WARNING)
