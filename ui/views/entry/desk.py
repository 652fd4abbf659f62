"""What lies on the desk of whoever enters: rows, where each stands, what is doubted or waits."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scorecard.board import Board, Place
from scorecard.catalogue.folding import folded
from scorecard.closings import closing_of
from scorecard.entering.sheet import (
    Group,
    Row,
    State,
    columns,
    groups,
    kinds,
    own_period,
)
from scorecard.entering.verdict import Verdict
from scorecard.entry_name import entry_words
from scorecard.entry_text import entry_shown
from scorecard.model.edits import Edit
from scorecard.model.records import Closing
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Slip
from scorecard.vocabulary import Words
from ui.bridge import Bridge
from ui.views.entry.judged import Judge, Judged
from ui.views.entry.late import Late
from ui.views.entry.waiting import Held, Waiting
from ui.views.entry.wanted import Show, Wanted

if TYPE_CHECKING:
    from scorecard.entering.pasting import Cell, Plan

Line = Group | Row


@dataclass(frozen=True, slots=True)
class Standing:
    """The cell of a row in this period: where it stands, and what is doubted about it."""

    state: State
    slip: Slip | None = None


class Desk:
    """The rows of `wanted` on the board of a bridge. `plan` lies over them while a block is looked
    at; `waiting` are the texts that mean no value yet, `late` tells what came after a close."""

    def __init__(self, bridge: Bridge, wanted: Wanted) -> None:
        self._bridge, self.wanted = bridge, wanted
        self.waiting, self.late = Waiting(bridge), Late(bridge)
        self._closed: set[tuple[Words, Words]] = set()
        self.plan: Plan | None = None
        self._foreseen: tuple[Judge, Board, Judged] | None = None
        self.lines: tuple[Line, ...] = ()
        self.read()
        self.lay()

    @property
    def board(self) -> Board:
        """The document as it is now."""
        return self._bridge.board

    def read(self) -> None:
        """Find out what there is to be entered, and who reads it."""
        self.known = self._bridge.to_enter
        self.readers, self.yes = self.known.readers, self.known.yes
        self.kinds = kinds(self.board, self.readers)

    def lay(self, wanted: Wanted | None = None) -> None:
        """Work out all rows anew, for another wish if there is one."""
        self.wanted = wanted or self.wanted
        board = self.board
        calendar = board.settings.calendar
        self.periods = columns(self.wanted.month, self.wanted.kind, calendar)
        wish = self.wanted
        self._groups = groups(board, self.readers, wish.kind, wish.asked, wish.by)
        self.rows = [row for group in self._groups for row in group.rows]
        self._own = {
            row.place: [own_period(row.measure, each, calendar) for each in self.periods]
            for row in self.rows
        }
        now = {row.place: self.own(row) for row in self.rows}
        self._judge = Judge(self.rows, now, self.known.retired, self._bridge.today())
        self._judged = self._judge.judged(board, self.known.radar, self._bridge.fresh)
        self.longest = max(map(self._length, self.rows), default=0)
        self.lines = tuple(self._chosen())
        self._headings = [at for at, line in enumerate(self.lines) if isinstance(line, Group)]
        self._places = {
            line.place: at for at, line in enumerate(self.lines) if isinstance(line, Row)
        }

    def follow(self, edits: Sequence[Edit]) -> set[int] | None:
        """Take in what was changed: the lines that show something else now, None for all."""
        touched = {(edit.key[0], edit.key[1]) for edit in edits if edit.table == "entry"}
        closes = any(edit.table == "closing" for edit in edits)
        if closes or self._bridge.to_enter is not self.known:
            self.read()
            self.lay()
            return None
        before, self._judged = self._judged.slips, self._judged_again(touched)
        after = self._judged.slips
        doubted = before.keys() | after.keys()
        touched |= {each for each in doubted if before.get(each) != after.get(each)}
        at = {self._places[place] for place in touched if place in self._places}
        return at | {self._heading_of(line) for line in at}

    def foresee(self, board: Board, seen: bool) -> None:
        """Work out beside the window what the rows say of a later board, where they are seen."""
        if not seen:
            return
        judge, fresh = self._judge, frozenset(self._bridge.fresh)
        self._foreseen = judge, board, judge.judged(board, Radar(board), fresh)

    def period(self, row: Row, at: int) -> Period | None:
        """The row's own period in the column at a position among the periods."""
        return self._own[row.place][at]

    def own(self, row: Row) -> Period | None:
        """The row's own period that is to be entered now."""
        return self._own[row.place][-1]

    def standing(self, row: Row) -> Standing:
        """Where the row stands in this period."""
        return Standing(self._judged.states[row.place], self._judged.slips.get(row.place))

    def held_of(self, row: Row, period: Period | None) -> Held | None:
        """The text that waits in a cell."""
        return self.waiting.of((row.place, period)) if period is not None else None

    def pasted(self, row: Row, period: Period | None) -> "Cell | None":
        """What would be pasted into a cell."""
        if self.plan is None or period is None:
            return None
        return self.plan.by_spot.get((row.place, period))

    def is_locked(self, row: Row, period: Period | None) -> bool:
        """Whether a cell is in a period that is closed for its unit."""
        return self.closing(row, period) is not None

    def closing(self, row: Row, period: Period | None) -> Closing | None:
        """The closing in force that a cell is under."""
        if period is None or not self.board.closings:
            return None
        closing = closing_of(self.board, (*row.place, period.code))
        return closing if closing is not None and closing.closed else None

    def is_folded(self, group: Group) -> bool:
        """Whether only the heading of a group is shown."""
        return (group.org, group.name) in self._closed

    def fold(self, group: Group) -> None:
        """Close a group, or open it again."""
        self._closed ^= {(group.org, group.name)}
        self.lay()

    def unfold(self) -> None:
        """Open all groups."""
        self._closed.clear()
        self.lay()

    def group_of(self, line: int) -> Group:
        """The group that a line belongs to."""
        found = self.lines[self._heading_of(line)]
        assert isinstance(found, Group)  # the first line is one
        return found

    def asks(self, row: Row) -> bool:
        """Whether something is to be entered for the row in this period, or has been."""
        return self._judged.states[row.place] not in {State.APART, State.RETIRED}

    def is_open(self, row: Row) -> bool:
        """Whether something is still to be entered for the row."""
        waits = self.held_of(row, self.own(row)) is not None
        return not waits and self._judged.states[row.place] in {State.EMPTY, State.LATE}

    @property
    def due_day(self) -> str:
        """Until which day this period is to be entered, as month and day."""
        settings, period = self.board.settings, self.periods[-1]
        last = settings.calendar.span(period).last + timedelta(days=settings.grace(period.kind))
        return last.strftime("%m-%d")

    def is_doubted(self, row: Row) -> bool:
        """Whether something about the row is to be looked at."""
        pasted = self.pasted(row, self.own(row))
        if pasted is not None and pasted.verdict in {Verdict.DOUBT, Verdict.REFUSED}:
            return True
        return row.place in self._judged.slips or self.held_of(row, self.own(row)) is not None

    @property
    def doubted(self) -> tuple[Place, ...]:
        """The rows whose value looks like a slip, and nobody said why it is right."""
        return tuple(self._judged.slips)

    @property
    def unwritten(self) -> int:
        """How many cells of the block that lies over the sheet are not written yet."""
        plan = self.plan
        return 0 if plan is None else len(plan.cells) - plan.count(Verdict.SAME)

    def done(self, group: Group | None = None) -> tuple[int, int]:
        """How many of the rows (of a group, or all) are entered, and how many are asked for."""
        rows = self.rows if group is None else group.rows
        judged = self._judged
        asked = [judged.states[row.place] for row in rows if row.place in judged.asked]
        return sum(each in {State.ENTERED, State.NONE} for each in asked), len(asked)

    def count(self, show: Show) -> int:
        """How many rows a choice would show."""
        standing = list(self._judged.states.values())
        match show:
            case Show.EMPTY:
                return standing.count(State.EMPTY) + standing.count(State.LATE)
            case Show.LATE:
                return standing.count(State.LATE)
            case Show.DOUBTED if self.plan is None and self.waiting.is_empty:
                return len(self._judged.slips)
            case Show.DOUBTED:
                return sum(map(self.is_doubted, self.rows))
        return len(self.rows)

    def line_of(self, place: Place) -> int | None:
        """Where a row is shown."""
        return self._places.get(place)

    def rows_shown(self) -> tuple[Row, ...]:
        """The rows that are to be seen, in their order."""
        return tuple(line for line in self.lines if isinstance(line, Row))

    def _chosen(self) -> Iterator[Line]:
        """The lines of the wish; a group without rows is left out. Which rows are shown stays
        until there is another wish: what is just filled does not vanish."""
        text = folded(self.wanted.text)
        for group in self._groups:
            rows = [
                row
                for row in group.rows
                if self._is_shown(row, self.wanted.show) and _is_named(row, text)
            ]
            if rows:
                yield group._replace(rows=tuple(rows))
                yield from () if self.is_folded(group) else rows

    def _is_shown(self, row: Row, show: Show) -> bool:
        state_now = self._judged.states[row.place]
        match show:
            case Show.EMPTY:
                return state_now in {State.EMPTY, State.LATE}
            case Show.LATE:
                return state_now is State.LATE
            case Show.DOUBTED:
                return self.is_doubted(row)
        return True

    def _heading_of(self, line: int) -> int:
        return self._headings[bisect_right(self._headings, line) - 1]

    def _length(self, row: Row) -> int:
        """How many signs the longest of the earlier values shown has."""
        series = self.board.series_of(*row.place)
        own = self._own[row.place][:-1]
        values = [series.get(period.number) for period in own if period is not None]
        shown = [entry_shown(v, row.measure.unit, yes=False) for v in values if v is not None]
        return max(map(len, shown), default=0)

    def _judged_again(self, touched: Collection[Place]) -> Judged:
        foreseen, self._foreseen = self._foreseen, None
        if foreseen is not None and foreseen[0] is self._judge and foreseen[1] is self.board:
            return foreseen[2]
        return self._judge.again(self._judged, touched, self.known.radar, self._bridge.fresh)


def _is_named(row: Row, text: str) -> bool:
    called = entry_words(row.measure.name, row.org)
    words = (row.measure.id, *row.measure.name, *row.measure.owner, *row.org, *called)
    return not text or any(text in folded(word) for word in words)
