"""What is wrong with many entries at once, and which of them are unlikely: the rules are those of
single entries, looked at by the column; only what a column leaves open is looked at alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorecard.board import Board
from scorecard.check.fault import Fault
from scorecard.check.records import record_faults
from scorecard.check.unlikely import answered_with_yes, doubt
from scorecard.model.edits import Edit, entries_of
from scorecard.model.records import Entry, EntryBlock
from scorecard.number import RECENT, unlikely
from scorecard.period import NUMBERS
from scorecard.period_code import entry_trouble
from scorecard.vocabulary import Frequency

#: So many values are looked at in one go, whatever the size of a document.
_BATCH = 50_000
#: A number of at most so many decimals is told to be exact by arithmetic on whole columns.
_SCALES = (1.0, 1e2, 1e4, 1e6)
_WHOLE = 1e15
#: Nearer than ten times, whatever the arithmetic rounds.
_SURELY_NEAR = 9.99

Column = NDArray[np.float64]


def block_faults(board: Board, edits: Iterable[Edit]) -> Iterator[Fault]:
    """Every fault of the entries that blocks put on `board`."""
    fitting: dict[Frequency, set[str]] = {}
    for batch in _batches(edits):
        blocks = [edit.after for edit in batch if isinstance(edit.after, EntryBlock)]
        exact = _all_exact(np.array([v for block in blocks for v in block.values], dtype=float))
        for block in blocks:
            measure = board.measures.get(block.measure)
            there = measure is not None and block.org in board.orgs
            if (
                not exact
                or not there
                or any(block.notes)
                or not _fits(block.periods, board.measures[block.measure].frequency, fitting)
            ):
                for entry in entries_of(block).values():
                    yield from record_faults(board, entry)


def unlikely_in_blocks(board: Board, edits: Iterable[Edit]) -> Iterator[Fault]:
    """A warning for each value of blocks that asks "sure?" beside the last six before it
    (R-NUMBER-11); `board` is as it is before them."""
    answered = answered_with_yes(board)
    asked = (edit for edit in edits if edit.key[0] not in answered)
    for batch in _batches(asked):
        courses = [_course(board, edit) for edit in batch]
        values = np.concatenate([course.values for course in courses] or [np.empty(0)])
        ranks = np.concatenate([np.arange(len(course.values)) for course in courses])
        fresh = np.concatenate([course.fresh for course in courses])
        starts = np.cumsum([0, *(len(course.values) for course in courses)])
        for at in np.flatnonzero(fresh & ~_surely_near(values, ranks)).tolist():
            history = values[at - min(int(ranks[at]), RECENT) : at].tolist()
            if unlikely(history, float(values[at])):
                place = int(np.searchsorted(starts, at, side="right")) - 1
                number = int(courses[place].numbers[at - starts[place]])
                yield doubt(board, _entry(batch[place], number), history)


class _Course(NamedTuple):
    """The known values of a series after an edit, oldest first, with the numbers of their periods;
    `fresh` are those of the edit."""

    numbers: NDArray[np.int64]
    values: Column
    fresh: NDArray[np.bool_]


def _course(board: Board, edit: Edit) -> _Course:
    block = edit.after
    if not isinstance(block, EntryBlock):
        return _Course(np.empty(0, np.int64), np.empty(0), np.empty(0, np.bool_))
    numbers = [NUMBERS[period] for period in block.periods]
    before = board.series_of(block.measure, block.org)
    held = numbers, list(block.values)
    if before:
        merged = sorted({**before, **dict(zip(numbers, block.values, strict=True))}.items())
        held = [number for number, _ in merged], [value for _, value in merged]
    values = np.array(held[1], dtype=float)
    known = ~np.isnan(values)
    places = np.array(held[0], dtype=np.int64)[known]
    fresh = np.isin(places, numbers) if before else np.ones(len(places), np.bool_)
    return _Course(places, values[known], fresh)


def _entry(edit: Edit, number: int) -> Entry:
    """The entry of a block in a period."""
    entries = entries_of(edit.after)
    return next(each for period, each in entries.items() if NUMBERS[period] == number)


def _surely_near(values: Column, ranks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a value is less than ten times from each of the last six of its series."""
    least, most = np.full(len(values), np.inf), np.full(len(values), -np.inf)
    for back in range(1, RECENT + 1):
        there = ranks[back:] >= back
        earlier = values[:-back]
        least[back:] = np.where(there, np.minimum(least[back:], earlier), least[back:])
        most[back:] = np.where(there, np.maximum(most[back:], earlier), most[back:])
    near = (least > 0) & (values * _SURELY_NEAR >= most) & (values <= least * _SURELY_NEAR)
    return near | (most <= 0)


def _all_exact(values: Column) -> bool:
    """Whether surely none has more digits than an entry may have."""
    left = values[~np.isnan(values)]
    for scale in _SCALES:
        whole = np.rint(left * scale)
        left = left[~((whole / scale == left) & (np.abs(whole) < _WHOLE))]
        if not len(left):
            return True
    return False


def _fits(periods: Sequence[str], frequency: Frequency, fitting: dict[Frequency, set[str]]) -> bool:
    known = fitting.setdefault(frequency, set())
    fresh = set(periods) - known
    known.update(code for code in fresh if entry_trouble(code, frequency) is None)
    return known.issuperset(fresh)


def _batches(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    batch: list[Edit] = []
    size = 0
    for edit in edits:
        batch.append(edit)
        size += len(edit.after.periods) if isinstance(edit.after, EntryBlock) else 0
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
