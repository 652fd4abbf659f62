"""A long `entries.csv` → what it says, as `entries_csv` reads it: what is plain at once by the
column, any other row by the same code as a row of a short one."""

import csv
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorecard.board import Board
from scorecard.exchange.entries_csv import STORED, RowReading, header
from scorecard.exchange.long.cells import Flags, Grid, Reals, grid
from scorecard.exchange.long.names import NO_PLACE, Names, UnitKind
from scorecard.exchange.long.parts import Part, lines_of, parts
from scorecard.exchange.long.series import Rows, blocks, in_order, joined, repeated
from scorecard.exchange.source import Columns, Source
from scorecard.model.records import Key
from scorecard.progress import Tell
from scorecard.text import called_place
from scorecard.trouble import Refused, Trouble

#: Rows that a reader of CSV gives at a time.
_AT_ONCE = 20_000
_MARK = int.from_bytes(STORED.encode(), "little")


def read_long_csv(path: Path, board: Board, tell: Tell) -> Source:
    """What a table of many rows says about the measures of `board`, in `columns`.

    Raises Refused as `read_entries_csv` does, Stopped as `tell` does, and OSError.
    """
    source, found = Source(path.name), parts(path, tell)
    first = next(found, Part(b"", 1))
    head, _, rest = first.data.partition(b"\n")
    named = next(csv.reader([head.decode("utf-8")]), [])
    reading = _LongReading(source, board, header(source, named))
    reading.read(chain([Part(rest, 2)], found), len(named))
    return source


class _LongReading:
    """One pass over the parts of a file."""

    def __init__(self, source: Source, board: Board, columns: dict[str, int]) -> None:
        self.source = source
        self._columns = columns
        self._by_row = RowReading(source, board, columns)
        self._names = Names(self._by_row)
        self._found: list[Rows] = []
        #: The refusals by their lines; those of values wait until it is known what is said twice.
        self._lines: list[int] = []
        self._unread: dict[int, tuple[str, Trouble]] = {}

    def read(self, found: Iterator[Part], width: int) -> None:
        """Take all parts in, whose lines have so many cells."""
        for part in found:
            cells = grid(part.data, width)
            if cells is None:
                self._found += self._read_rows(chain([part], found), part.line)
            else:
                self._found.append(self._grid_rows(cells, part.line))
        self._put_together()

    def _grid_rows(self, cells: Grid, line: int) -> Rows:
        names = self._names
        places = self._places(cells)
        codes = names.codes_of(cells, cells.column(self._columns["period"]))
        values, is_read = self._values(cells, names.unit_kinds[places])
        fits = (places != NO_PLACE) & (names.kinds[codes] == names.place_kinds[places])
        lines = np.arange(line, line + len(cells), dtype=np.int32)
        rows = Rows(places, codes, values, lines, self._notes(cells))
        dropped = [
            row
            for row in np.flatnonzero(~(fits & is_read)).tolist()
            if self._take(cells.row(row), line + row, row, values) is None
        ]
        return rows.taken(np.delete(np.arange(len(rows)), dropped)) if dropped else rows

    def _take(self, row: list[str], line: int, at: int, values: Reals) -> Key | None:
        """Read one row by itself, its value into `values`; what it is about, None where that is
        refused or the row says nothing."""
        if not any(cell.strip() for cell in row):
            return None
        before = len(self.source.refused)
        key = self._by_row.key(f"{self.source.name} line {line}", row)
        self._lines += [line] * (len(self.source.refused) - before)
        if key is None:
            return None
        try:
            value = self._by_row.value(row, key[0])
            values[at] = np.nan if value is None else value
        except Refused as refused:
            text = row[self._columns["value"]] if self._columns["value"] < len(row) else ""
            self._unread[line] = text, refused.troubles[0]
        return key

    def _places(self, cells: Grid) -> NDArray[np.int32]:
        """The place of each row; looked up where it is another than in the row before."""
        naming = [self._columns[name] for name in ("measure", "org") if name in self._columns]
        named = [cells.column(index) for index in naming]
        fresh = np.zeros(len(cells), dtype=bool)
        fresh[:1] = True
        for word in (word for each in named for word in cells.words(each)):
            fresh[1:] |= word[1:] != word[:-1]
        starts = np.flatnonzero(fresh)
        texts = [cells.texts(each, starts) for each in named]
        found = [self._names.place(*text) for text in zip(*texts, strict=True)]
        sizes = np.diff(np.append(starts, len(cells)))
        return np.repeat(np.array(found, dtype=np.int32), sizes)

    def _values(self, cells: Grid, kinds: NDArray[np.int8]) -> tuple[Reals, Flags]:
        """The values on the stored scale, and where they are sure."""
        column = cells.column(self._columns["value"])
        plain = cells.numbers(column)
        if "scale" in self._columns:
            kinds = np.where(self._is_stored(cells), UnitKind.NUMBER, kinds)
        typed = plain.scaled(0)
        is_percent, is_yes = kinds == UnitKind.PERCENT, kinds == UnitKind.YES
        # From 0 to 1 a percent asks which scale is meant; a yes is 1 or 0 to the letter.
        sure = ~is_percent | (typed == 0) | (np.abs(typed) >= 1)
        sure &= ~is_yes | ((column.lengths == 1) & (typed <= 1))
        values = np.where(is_percent, plain.scaled(2), typed)
        is_empty = column.lengths == 0
        return np.where(is_empty, np.nan, values), is_empty | (plain.is_plain & sure)

    def _is_stored(self, cells: Grid) -> Flags:
        column = cells.column(self._columns["scale"])
        words = cells.words(column)
        if not words:
            return np.zeros(len(cells), dtype=bool)
        found: Flags = (words[0] == _MARK) & (column.lengths == len(STORED))
        return found

    def _notes(self, cells: Grid) -> dict[int, str]:
        if "note" not in self._columns:
            return {}
        said = np.flatnonzero(cells.column(self._columns["note"]).lengths).tolist()
        return {row: note for row in said if (note := self._by_row.note(cells.row(row)))}

    def _read_rows(self, found: Iterator[Part], line: int) -> Iterator[Rows]:
        """The rest of the file by a reader of CSV."""
        numbered = self._numbered(found, line)
        while batch := list(islice(numbered, _AT_ONCE)):
            yield self._batch(batch)

    def _numbered(self, found: Iterator[Part], line: int) -> Iterator[tuple[int, list[str]]]:
        """The rows, each with the line in which it begins."""
        reader, begin = csv.reader(lines_of(found), strict=True), line
        try:
            for row in reader:
                yield begin, row
                begin = line + reader.line_num
        except csv.Error:
            raise Refused([Trouble("not_csv", f"{self.source.name} line {begin}")]) from None

    def _batch(self, batch: list[tuple[int, list[str]]]) -> Rows:
        found: list[tuple[int, int, int]] = []
        values, notes = np.full(len(batch), np.nan), dict[int, str]()
        for line, row in batch:
            at = len(found)
            key = self._take(row, line, at, values)
            if key is not None:
                found.append((self._names.place(*key[:2]), self._names.code(key[2]), line))
                if "note" in self._columns and (note := self._by_row.note(row)):
                    notes[at] = note
        columns = np.array(found, dtype=np.int32).reshape(-1, 3).T
        return Rows(columns[0], columns[1], values[: len(found)], columns[2], notes)

    def _put_together(self) -> None:
        """All rows by series, what is refused by its line."""
        names, rows = self._names, joined(self._found)
        ranks = np.empty(len(names.keys), dtype=np.int64)
        ranks[sorted(range(len(names.keys)), key=names.keys.__getitem__)] = np.arange(len(ranks))
        rows = in_order(rows, ranks, names.numbers)
        again = repeated(rows, names.numbers)
        self._refuse_repeated(rows, again.tolist())
        if self._unread or len(again):
            is_out = np.isin(rows.lines, list(self._unread))
            is_out[again] = True
            rows = rows.taken(np.flatnonzero(~is_out))
        self._refuse_unread()
        lines, found = dict[Key, Sequence[int]](), []
        for block, where_from in blocks(rows, names.keys, names.codes):
            found.append(block)
            lines[block.key] = array("i", rows.lines[where_from.start : where_from.stop].tobytes())
        self.source.columns = Columns(tuple(found), lines, "note" in self._columns)

    def _refuse_unread(self) -> None:
        """Refuse the values that could not be read, and put all refusals in the order of the
        file."""
        for line, (text, trouble) in self._unread.items():
            where = f"{self.source.name} line {line}"
            self.source.refuse(where, text, trouble.code, **trouble.facts)
            self._lines.append(line)
        refused = zip(self._lines, self.source.refused, strict=True)
        self.source.refused = [each for _, each in sorted(refused, key=lambda pair: pair[0])]

    def _refuse_repeated(self, rows: Rows, again: list[int]) -> None:
        first, others = 0, set(again)
        for at in again:
            if at - 1 not in others:
                first = at - 1
            line = int(rows.lines[at])
            said = (*self._names.keys[rows.places[at]], self._names.codes[rows.codes[at]])
            where, there = (f"{self.source.name} line {n}" for n in (line, rows.lines[first]))
            self.source.refuse(where, " ".join(said), "said_twice", first=called_place(there))
            self._lines.append(line)
            self._unread.pop(line, None)
