"""The streams of a compound file (OLE), in which XLS and locked workbooks are kept."""

from collections.abc import Iterator
from struct import Struct, error

from scorecard.exchange.workbook.package import damaged

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = Struct("<24xHHHHH6xIIIIIIIII")
_ENTRY = Struct("<64sHBBIII16s4xQQIQ")
_HEADER, _IN_HEADER, _ENTRY_SIZE = 512, 109, 128
_LAST_SECTOR = 0xFFFFFFFA
_SMALL_SECTOR = 64


class Compound:
    """Streams by name. Raises Refused where the file is not whole or runs in circles."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._read_head()
            self.streams = dict(self._entries())
        except (error, IndexError, ValueError):
            raise damaged("OLE") from None

    def read(self, name: str) -> bytes:
        """The bytes of a stream; empty where there is none."""
        first, size = self.streams.get(name, (_LAST_SECTOR, 0))
        try:
            if size < self._cutoff:
                return self._small(first)[:size]
            return self._chain(first)[:size]
        except (error, IndexError):
            raise damaged(name) from None

    def _read_head(self) -> None:
        head = _HEAD.unpack_from(self._data)
        shift, self._directory, self._cutoff = head[3], head[7], head[9]
        if shift not in (9, 12):
            raise ValueError(shift)
        self._size = 1 << shift
        first_small, more, count_more = head[10], head[12], head[13]
        sectors = list(_words(self._data[_HEADER - 4 * _IN_HEADER : _HEADER]))
        for _ in range(min(count_more, len(self._data) // self._size)):
            words = list(_words(self._sector(more)))
            sectors += words[:-1]
            more = words[-1]
        used = [sector for sector in sectors if sector < _LAST_SECTOR]
        self._next = [word for sector in used for word in _words(self._sector(sector))]
        self._small_next = list(_words(self._chain(first_small)))
        self._small_data = b""

    def _entries(self) -> Iterator[tuple[str, tuple[int, int]]]:
        listed = self._chain(self._directory)
        for at in range(0, len(listed) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            entry = _ENTRY.unpack_from(listed, at)
            name = entry[0][: max(entry[1] - 2, 0)].decode("utf-16-le", "replace")
            first, size = entry[10], entry[11] & 0xFFFFFFFF
            if entry[2] == 5:  # noqa: PLR2004  the root, whose stream holds the small ones
                self._small_data = self._chain(first)
            yield name, (first, size)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise IndexError(number)
        return self._data[start : start + self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(at) for at in _followed(first, self._next))

    def _small(self, first: int) -> bytes:
        return b"".join(
            self._small_data[at * _SMALL_SECTOR : (at + 1) * _SMALL_SECTOR]
            for at in _followed(first, self._small_next)
        )


def _followed(first: int, onward: list[int]) -> Iterator[int]:
    """The sectors of a chain. Raises IndexError where it leaves the file or comes back."""
    at, left = first, len(onward)
    while at < _LAST_SECTOR:
        if left == 0:
            raise IndexError(at)
        left -= 1
        yield at
        at = onward[at]


def _words(data: bytes) -> Iterator[int]:
    return (word for (word,) in Struct("<I").iter_unpack(data[: len(data) // 4 * 4]))
