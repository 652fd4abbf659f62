"""What a board says of the rows of the sheet in this period: where each stands, what is doubted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.board import Board, Place
from scorecard.check.retired import Retired
from scorecard.entering.progress import Spot
from scorecard.entering.sheet import Row, State, is_asked, state
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Slip


@dataclass(frozen=True, slots=True)
class Judged:
    """Where the cell of each row stands, which of them are asked for, and which look like a slip
    that nobody said to be right."""

    states: Mapping[Place, State]
    asked: Collection[Place]
    slips: Mapping[Place, Slip]


@dataclass(frozen=True, slots=True)
class Judge:
    """Rows with their own period that is entered now, on the day `today`."""

    rows: Sequence[Row]
    now: Mapping[Place, Period | None]
    retired: Retired
    today: date

    def judged(self, board: Board, radar: Radar, fresh: Collection[Spot]) -> Judged:
        """All rows, in any thread; `fresh` are the cells whose note was written beside another
        value."""
        states = {row.place: self._state(board, row) for row in self.rows}
        asked = {row.place for row in self.rows if self._is_asked(board, row)}
        return Judged(states, asked, self._slips(radar, fresh))

    def again(
        self, before: Judged, touched: Collection[Place], radar: Radar, fresh: Collection[Spot]
    ) -> Judged:
        """The same after the values of some rows have changed."""
        rows = [row for row in self.rows if row.place in touched]
        states = {**before.states, **{row.place: self._state(radar.board, row) for row in rows}}
        asked = {row.place for row in rows if self._is_asked(radar.board, row)}
        asked |= set(before.asked).difference(touched)
        return Judged(states, asked, self._slips(radar, fresh))

    def _state(self, board: Board, row: Row) -> State:
        return state(board, row, self.now[row.place], self.today, self.retired)

    def _is_asked(self, board: Board, row: Row) -> bool:
        period = self.now[row.place]
        return period is not None and is_asked(board, row.place, period, self.retired)

    def _slips(self, radar: Radar, fresh: Collection[Spot]) -> dict[Place, Slip]:
        by_period: dict[Period, list[Place]] = {}
        for place, period in self.now.items():
            if period is not None:
                by_period.setdefault(period, []).append(place)
        found: dict[Place, Slip] = {}
        for period, places in by_period.items():
            beside = {place for place, of in fresh if of == period}
            found |= radar.slips(places, period, beside)
        return found
