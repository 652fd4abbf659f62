"""What is wrong with many entries at once, and which of them are unlikely: the rules are those of
single entries, looked at by the column; only what a column leaves open is looked at alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
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
        exact = _all_exact(
            np.array(list(chain.from_iterable(block.values for block in blocks)), dtype=float)
        )
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
        places = np.concatenate([course.places for course in courses])
        starts = np.cumsum([0, *(len(course.values) for course in courses)])
        for at in np.flatnonzero((places >= 0) & ~_surely_near(values, ranks)).tolist():
            history = values[at - min(int(ranks[at]), RECENT) : at].tolist()
            if unlikely(history, float(values[at])):
                edit = batch[int(np.searchsorted(starts, at, side="right")) - 1]
                yield doubt(board, _entry(edit, int(places[at])), history)


class _Course(NamedTuple):
    """The known values of a series after an edit, oldest first, and at which place in the block
    each stands; below 0 where it was there before."""

    values: Column
    places: NDArray[np.int64]


def _course(board: Board, edit: Edit) -> _Course:
    block = edit.after
    if not isinstance(block, EntryBlock):
        return _Course(np.empty(0), np.empty(0, np.int64))
    before = board.series_of(block.measure, block.org)
    if not before:
        values = np.array(block.values, dtype=float)
        known = np.flatnonzero(~np.isnan(values))
        return _Course(values[known], known)
    places = {NUMBERS[period]: at for at, period in enumerate(block.periods)}
    after = {**before, **{number: block.values[at] for number, at in places.items()}}
    held = [number for number in sorted(after) if after[number] is not None]
    return _Course(
        np.array([after[number] for number in held], dtype=float),
        np.array([places.get(number, -1) for number in held], dtype=np.int64),
    )


def _entry(edit: Edit, at: int) -> Entry:
    """The entry at a place in the block of an edit."""
    period = edit.after.periods[at] if isinstance(edit.after, EntryBlock) else ""
    return entries_of(edit.after)[period]


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
    if known.issuperset(periods):
        return True
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
