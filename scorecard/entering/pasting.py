"""What pasting a block would do, cell by cell, before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.check.unlikely import answered_with_yes, earlier_values
from scorecard.closings import closing_of
from scorecard.entering.block import Block
from scorecard.entering.headings import Headed, Known, headed, is_dated, known, near
from scorecard.entering.meaning import likely, meant
from scorecard.entering.sheet import own_period
from scorecard.entering.verdict import Verdict
from scorecard.entry_name import place_words
from scorecard.entry_text import Typed
from scorecard.evaluation.view import grain
from scorecard.model.edits import Edit
from scorecard.model.records import Entry
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Slip
from scorecard.slips.usual import usual
from scorecard.trouble import Trouble
from scorecard.vocabulary import NO_WORDS, Frequency, Words

Spot = tuple[Place, Period]


class Cell(NamedTuple):
    """One pasted cell. `spot` is None where the block names no row or period of the sheet;
    `repair` is what was probably meant, None where nothing better is known, `near` the row that
    its heading may have meant."""

    text: str
    spot: Spot | None
    verdict: Verdict
    label: str = ""
    value: float | None = None
    typed: Typed | None = None
    slip: Slip | None = None
    trouble: Trouble | None = None
    repair: float | None = None
    near: Place | None = None


class Landing(NamedTuple):
    """Where a block comes down: the rows and periods that are to be seen, the cell that it starts
    at where it has no headings, by row and column, and every row that headings may name."""

    places: Sequence[Place]
    columns: Sequence[Period]
    row: int
    column: int
    named: Sequence[Place]


class Decided(NamedTuple):
    """What somebody decided about a doubtful cell: its value, None with a reason for none, and
    why it is right; `dropped` where it is to be left out."""

    value: float | None = None
    note: str = ""
    dropped: bool = False


@dataclass(frozen=True)
class Plan:
    """What a block would do to a board: each cell with its verdict. `decided` by spot; `matched`
    and `left_out` say what row headings mean that the sheet has not."""

    board: Board
    block: Block
    headed: Headed
    landing: Landing
    decided: Mapping[Spot, Decided] = field(default_factory=dict)
    matched: Mapping[str, Place] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def match(self, label: str, place: Place) -> "Plan":
        """The same with a row heading that means the row of `place`."""
        return replace(self, matched={**self.matched, label: place})

    def leave_out(self, label: str) -> "Plan":
        """The same without the rows of a heading that means none."""
        return replace(self, left_out=self.left_out | {label})

    def decide(self, decisions: Mapping[Spot, Decided]) -> "Plan":
        """The same with more decisions made."""
        return replace(self, decided={**self.decided, **decisions})

    def on(self, board: Board) -> "Plan":
        """The same on another board."""
        return replace(self, board=board)

    def written(self, board: Board) -> "Plan":
        """What is left of it after what is good stands on `board`."""
        done = {cell.spot: Decided(dropped=True) for cell in self.cells if self._is_done(cell)}
        known = {spot: decided for spot, decided in done.items() if spot is not None}
        return replace(self, board=board, decided={**self.decided, **known})

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All that was pasted, in the order of the block; what is dropped is left out."""
        read = [cell for cell in self._read() if not self._is_dropped(cell.spot)]
        slips = self._slips(read)
        return tuple(self._judged(cell, slips) for cell in read)

    @cached_property
    def by_spot(self) -> Mapping[Spot, Cell]:
        """The cells that have a place in the sheet."""
        return {cell.spot: cell for cell in self.cells if cell.spot is not None}

    def count(self, verdict: Verdict) -> int:
        """How many cells have a verdict."""
        return sum(cell.verdict is verdict for cell in self.cells)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What would be written now."""
        return tuple(self._entry(cell) for cell in self.cells if cell.verdict is Verdict.WRITE)

    def _entry(self, cell: Cell) -> Entry:
        assert cell.spot is not None  # what is written has a place
        (measure, org), period = cell.spot
        there = self.board.entry(measure, org, period.code)
        note = there.note if there is not None and there.value is not None else ""
        decided = self.decided.get(cell.spot)
        kept = decided.note if decided is not None and decided.note else note
        return Entry(measure, org, period.code, cell.value, kept)

    def _read(self) -> Iterator[Cell]:
        for at, line in enumerate(self.headed.cells):
            place = self._place(at)
            label = self.headed.names[at] if self.headed.names else ""
            if self.headed.names and place is None:
                yield from self._strangers(at, label, line)
                continue
            for beside, text in enumerate(line):
                period, named = self._period(beside), self._heading(beside)
                if named is not None and period is None:
                    facts = {"period": named.code}
                    trouble = Trouble("paste_other_period", facts=facts)
                    yield Cell(text, None, Verdict.REFUSED, label, trouble=trouble)
                elif text or not self._is_apart(place, period):
                    yield self._cell(place, period, text, label)

    def _strangers(self, at: int, label: str, line: Sequence[str]) -> Iterator[Cell]:
        """A row that the sheet has not, as one; an empty one is nothing, nor is a first one of
        words alone, which only heads the others."""
        is_head = at == 0 and not any(map(str.isdigit, "".join(line)))
        if label and any(line) and label not in self.left_out and not is_head:
            close = near(label, self._known)
            named = place_words(self.board, close) if close is not None else NO_WORDS
            now = self.landing.columns[-1].code
            facts: dict[str, str | Words] = {"name": label[:40], "near": named, "period": now}
            code = "paste_unknown" if close is None else "paste_near"
            if at == 0 and any(map(is_dated, line)):
                code = "paste_dated"
                facts["text"] = next(filter(is_dated, line))
            trouble = Trouble(code, facts=facts)
            text = next(filter(None, line))
            yield Cell(text, None, Verdict.REFUSED, label, trouble=trouble, near=close)

    def _is_apart(self, place: Place | None, column: Period | None) -> bool:
        """Whether a row has no period of its own in a column, so that an empty cell is nothing."""
        if place is None or column is None:
            return False
        measure = self.board.measures[place[0]]
        return own_period(measure, column, self.board.settings.calendar) is None

    def _cell(self, place: Place | None, column: Period | None, text: str, label: str) -> Cell:
        if place is None or column is None:
            verdict = Verdict.REFUSED if text else Verdict.BLANK
            return Cell(text, None, verdict, label, trouble=Trouble("paste_outside"))
        measure, calendar = self.board.measures[place[0]], self.board.settings.calendar
        period = own_period(measure, column, calendar)
        if period is None:
            trouble = Trouble("paste_no_period", facts={"period": column.code})
            return Cell(text, None, Verdict.REFUSED, label, trouble=trouble)
        closing = closing_of(self.board, (*place, period.code))
        if closing is not None and closing.closed:
            trouble = Trouble("paste_closed", facts={"period": closing.period})
            return Cell(text, None, Verdict.REFUSED, label, trouble=trouble)
        decided = self.decided.get((place, period))
        if decided is not None:
            return Cell(text, (place, period), Verdict.WRITE, label, decided.value)
        return self._meant((place, period), text, label)

    def _meant(self, spot: Spot, text: str, label: str) -> Cell:
        (measure_id, org), period = spot
        before = usual(earlier_values(self.board.series_of(measure_id, org), period.number))
        currency, yes = self.board.settings.currency, measure_id in self._yes
        typed = meant(text, self.board.measures[measure_id], currency, before, yes=yes)
        if typed.trouble is not None:
            return Cell(text, spot, Verdict.REFUSED, label, typed=typed, trouble=typed.trouble)
        if typed.cleared or typed.none:
            return Cell(text, spot, Verdict.BLANK, label, typed=typed)
        if typed.why is not None:
            repair = likely(typed, before)
            return Cell(text, spot, Verdict.DOUBT, label, typed=typed, repair=repair)
        stands = self.board.series_of(measure_id, org).get(period.number) == typed.value
        verdict = Verdict.SAME if stands else Verdict.WRITE
        return Cell(text, spot, verdict, label, typed.value, typed)

    def _judged(self, cell: Cell, slips: Mapping[Spot, Slip]) -> Cell:
        slip = slips.get(cell.spot) if cell.spot is not None else None
        if slip is None or cell.spot is None or cell.spot in self.decided:
            return cell
        repair = dict(slip.repair).get(cell.spot[0])
        return cell._replace(verdict=Verdict.DOUBT, slip=slip, repair=repair)

    def _slips(self, cells: Sequence[Cell]) -> dict[Spot, Slip]:
        """The slips of what would be written, each period with all that it would hold then."""
        written = [cell for cell in cells if cell.verdict is Verdict.WRITE and cell.spot]
        edits = [Edit(None, Entry(*c.spot[0], c.spot[1].code, c.value)) for c in written if c.spot]
        radar, touched = Radar(self.board.after(edits)), {cell.spot for cell in written}
        found: dict[Spot, Slip] = {}
        for period in dict.fromkeys(spot[1] for spot in touched if spot):
            places = [each for each in self.landing.named if self._kind(each) is period.kind]
            block = {spot[0] for spot in touched if spot and spot[1] == period}
            slips = radar.slips(places, period, block=block)
            found |= {(place, period): slip for place, slip in slips.items()}
        return {spot: slip for spot, slip in found.items() if spot in touched}

    def _place(self, at: int) -> Place | None:
        if self.headed.names:
            return self.headed.places[at] or self.matched.get(self.headed.names[at])
        row = self.landing.row + at
        return self.landing.places[row] if row < len(self.landing.places) else None

    def _heading(self, beside: int) -> Period | None:
        """The period that a column of the block names."""
        return self.headed.periods[beside] if self.headed.periods else None

    def _period(self, beside: int) -> Period | None:
        if self.headed.periods:
            found = self._heading(beside)
            return found if found in self.landing.columns else None
        at = self.landing.column + beside
        if self.headed.names and len(self.headed.cells[0]) == 1:
            at = len(self.landing.columns) - 1
        return self.landing.columns[at] if at < len(self.landing.columns) else None

    def _is_done(self, cell: Cell) -> bool:
        return cell.verdict in {Verdict.WRITE, Verdict.SAME}

    def _is_dropped(self, spot: Spot | None) -> bool:
        decided = self.decided.get(spot) if spot is not None else None
        return decided is not None and decided.dropped

    def _kind(self, place: Place) -> Frequency:
        return grain(self.board.measures[place[0]].frequency)

    @cached_property
    def _yes(self) -> frozenset[str]:
        return answered_with_yes(self.board)

    @cached_property
    def _known(self) -> Known:
        return known(self.board, self.landing.named, self.landing.columns[-1])


def plan(board: Board, block: Block, landing: Landing) -> Plan:
    """What pasting `block` would do; headings that name rows or periods are followed."""
    names = known(board, landing.named, landing.columns[-1])
    return Plan(board, block, headed(block, names), landing)
