"""Rows of a long table, however they are ordered, put together by series."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorecard.model.records import EntryBlock, Key

#: So many rows become Python's own numbers and texts at a time.
_AT_ONCE = 50_000


class Rows(NamedTuple):
    """Rows of a table as columns: numbers that stand for a place and for a code, the value (no
    number where there is none), the line of the file. `notes` are those that say something, by
    row."""

    places: NDArray[np.int32]
    codes: NDArray[np.int32]
    values: NDArray[np.float64]
    lines: NDArray[np.int32]
    notes: Mapping[int, str]

    def __len__(self) -> int:
        return len(self.places)

    def taken(self, which: NDArray[np.int64]) -> "Rows":
        """The rows of those positions, in that order."""
        notes = dict[int, str]()
        if self.notes:
            at = {int(old): new for new, old in enumerate(which)}
            notes = {at[old]: note for old, note in self.notes.items() if old in at}
        return Rows(
            self.places[which], self.codes[which], self.values[which], self.lines[which], notes
        )


def joined(parts: list[Rows]) -> Rows:
    """All rows of all parts, which are emptied."""
    notes, start = dict[int, str](), 0
    for part in parts:
        notes |= {start + row: note for row, note in part.notes.items()}
        start += len(part)
    columns = [
        np.concatenate([column, *found]) if found else column
        for column, found in (
            (np.empty(0, np.int32), [part.places for part in parts]),
            (np.empty(0, np.int32), [part.codes for part in parts]),
            (np.empty(0, np.float64), [part.values for part in parts]),
            (np.empty(0, np.int32), [part.lines for part in parts]),
        )
    ]
    parts.clear()
    places, codes, values, lines = columns
    return Rows(places, codes, values, lines, notes)  # type: ignore[arg-type]  # by their order


def in_order(rows: Rows, ranks: NDArray[np.int64], numbers: NDArray[np.int64]) -> Rows:
    """The rows by the rank of their place, then the number of their period, then the line."""
    keys = (ranks[rows.places] << np.int64(32)) + numbers[rows.codes]
    if bool((keys[1:] > keys[:-1]).all()):
        return rows
    return rows.taken(np.argsort(keys, kind="stable"))


def repeated(rows: Rows, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The positions of rows in order that say again what the one before them is about."""
    same = (rows.places[1:] == rows.places[:-1]) & (
        numbers[rows.codes[1:]] == numbers[rows.codes[:-1]]
    )
    return np.flatnonzero(same) + 1


def blocks(rows: Rows, keys: list[Key], codes: list[str]) -> Iterator[tuple[EntryBlock, range]]:
    """The series of rows in order, each with its positions."""
    if not len(rows):
        return
    starts = [0, *(np.flatnonzero(rows.places[1:] != rows.places[:-1]) + 1).tolist(), len(rows)]
    names = np.array(codes, dtype=object)
    first = 0
    while first < len(starts) - 1:
        last = first + 1
        while last < len(starts) - 1 and starts[last + 1] - starts[first] <= _AT_ONCE:
            last += 1
        yield from _blocks(rows, starts[first : last + 1], keys, names)
        first = last


def _blocks(
    rows: Rows, starts: list[int], keys: list[Key], names: NDArray[np.object_]
) -> Iterator[tuple[EntryBlock, range]]:
    begin, end = starts[0], starts[-1]
    periods: list[str] = names[rows.codes[begin:end]].tolist()
    values: list[float | None] = rows.values[begin:end].tolist()
    for row in np.flatnonzero(np.isnan(rows.values[begin:end])).tolist():
        values[row] = None
    for start, stop in pairwise(starts):
        measure, org = keys[rows.places[start]]
        part = slice(start - begin, stop - begin)
        notes = [rows.notes.get(row, "") for row in range(start, stop)] if rows.notes else []
        block = EntryBlock(
            measure,
            org,
            tuple(periods[part]),
            tuple(values[part]),
            tuple(notes) if any(notes) else (),
        )
        yield block, range(start, stop)
