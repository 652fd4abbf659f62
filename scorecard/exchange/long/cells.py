"""The cells of a part without quotes, all at once: where they are, what they say."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]

#: A number of at most so many characters is exact, and its digits fit a float as a whole number.
_SURELY_EXACT = 15
_WORD = 8
_ZERO, _DOT, _MINUS, _COMMA, _LINE_END, _DIGITS = 48, 46, 45, 44, 10, 10


class Cells(NamedTuple):
    """A column: each cell from `starts` up to `ends` in the bytes of the part."""

    starts: Places
    ends: Places

    @property
    def lengths(self) -> Places:
        return self.ends - self.starts


class Plain(NamedTuple):
    """Numbers that mean the same to everybody: digits without their point, decimals, sign.
    `is_plain` where a cell is such a number; the others say nothing else."""

    digits: Reals
    decimals: Places
    is_negative: Flags
    is_plain: Flags

    def scaled(self, more: int) -> Reals:
        """The numbers with the point moved to the left, each the nearest float."""
        numbers = self.digits / _TENS[self.decimals + more]
        return np.where(self.is_negative, -numbers, numbers) + 0.0


_TENS = 10.0 ** np.arange(2 * _SURELY_EXACT)


class Grid:
    """Lines of as many cells as the table has columns."""

    def __init__(self, data: bytes, ends: NDArray[np.int64]) -> None:
        self.data = data
        # What lies behind the last cell is looked at, and cut off.
        self._bytes = np.frombuffer(data + bytes(2 * _WORD), dtype=np.uint8)
        self._words = np.ndarray(
            (len(self._bytes) - _WORD,), dtype="<u8", buffer=self._bytes.data, strides=(1,)
        )
        self._ends = ends
        self._starts = np.concatenate(([0], ends[:-1, -1] + 1))

    def __len__(self) -> int:
        return len(self._ends)

    def column(self, index: int) -> Cells:
        """One column."""
        starts = self._starts if index == 0 else self._ends[:, index - 1] + 1
        return Cells(starts, self._ends[:, index])

    def row(self, at: int) -> list[str]:
        """The texts of one line."""
        return self.data[self._starts[at] : self._ends[at, -1]].decode("utf-8").split(",")

    def texts(self, cells: Cells, rows: Places) -> list[str]:
        """The texts of a column in some rows."""
        starts, ends = cells.starts[rows].tolist(), cells.ends[rows].tolist()
        return [self.data[a:b].decode("utf-8") for a, b in zip(starts, ends, strict=True)]

    def words(self, cells: Cells) -> list[NDArray[np.uint64]]:
        """The bytes of the cells, eight at a time, with zeros behind their ends."""
        longest, found = int(cells.lengths.max(initial=0)), []
        for first in range(0, longest, _WORD):
            left = np.clip(cells.lengths - first, 0, _WORD)
            starts = np.minimum(cells.starts + first, len(self._words) - 1)
            found.append(self._words[starts] & _MASKS[left])
        return found

    def numbers(self, cells: Cells) -> Plain:
        """What the cells say as plain numbers."""
        count = len(self)
        digits, decimals = np.zeros(count), np.zeros(count, dtype=np.int64)
        lengths = cells.lengths
        first = self._bytes[cells.starts]
        is_negative = first == _MINUS
        is_plain = (lengths > is_negative) & (lengths <= _SURELY_EXACT)
        has_point = np.zeros(count, dtype=bool)
        for at in range(min(int(lengths.max(initial=0)), _SURELY_EXACT)):
            byte = self._bytes[np.minimum(cells.starts + at, len(self._bytes) - 1)]
            inside = at < lengths
            digit = byte - np.uint8(_ZERO)
            is_digit, is_point = inside & (digit < _DIGITS), inside & (byte == _DOT)
            sign = is_negative if at == 0 else False
            is_plain &= ~inside | is_digit | (is_point & ~has_point) | sign
            digits = np.where(is_digit, digits * 10.0 + digit, digits)
            decimals += is_digit & has_point
            has_point |= is_point
        is_plain &= self._well_formed(cells, is_negative)
        return Plain(digits, np.minimum(decimals, _SURELY_EXACT), is_negative, is_plain)

    def _well_formed(self, cells: Cells, is_negative: Flags) -> Flags:
        """Whether numbers begin and end with a digit, without a zero that means nothing."""
        head = cells.starts + is_negative
        first, second = self._bytes[head] - np.uint8(_ZERO), self._bytes[head + 1]
        last = self._bytes[np.maximum(cells.ends - 1, 0)] - np.uint8(_ZERO)
        alone = (first != 0) | (second == _DOT) | (head + 1 == cells.ends)
        found: Flags = (first < _DIGITS) & (last < _DIGITS) & alone
        return found


_MASKS = np.array([(1 << (8 * count)) - 1 for count in range(_WORD + 1)], dtype=np.uint64)


def grid(data: bytes, width: int) -> Grid | None:
    """The cells of whole lines of so many cells; None where quotes, other line ends or another
    number of cells need a reader of CSV."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    if b'"' in data or b"\r" in data or b"\0" in data:
        return None
    found = np.frombuffer(data, dtype=np.uint8)
    ends = np.flatnonzero((found == _COMMA) | (found == _LINE_END))
    rows = data.count(b"\n")
    if len(ends) != rows * width:
        return None
    by_row = ends.reshape(rows, width)
    return Grid(data, by_row) if bool((found[by_row[:, -1]] == _LINE_END).all()) else None
