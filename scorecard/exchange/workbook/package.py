"""The parts of a zipped workbook, each checked before it is read (S5)."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from scorecard.exchange.plain_file import MEBI
from scorecard.trouble import Refused, Trouble

#: The most that the parts of a file may become when they are unpacked, and how many there may be.
MOST_UNPACKED, MOST_PARTS = 512 * MEBI, 10_000
#: Parts of more than this size together that shrank more than so many times are no tables; a sheet
#: of noughts and ones in ODS shrinks 270 times.
_SMALL, _MOST_RATIO = 16 * MEBI, 300
_PIECE = 256 * 1024
#: What `zipfile` raises for a zip that is not whole, or packed in a way that it does not know.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, zipfile.LargeZipFile),
    *(OSError, EOFError, ValueError, RuntimeError),
)
#: The bit of a part that needs a password.
_LOCKED = 0x1


class Package:
    """Parts by name. Raises Refused where the zip is damaged, locked, or swells too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise damaged("zip") from error
        parts = self._zip.infolist()
        self._parts = {part.filename: part for part in parts}
        self.names = frozenset(self._parts)
        if len(parts) > MOST_PARTS or len(self._parts) < len(parts):
            raise damaged("zip")
        self._left = min(MOST_UNPACKED, max(_SMALL, _MOST_RATIO * len(data)))

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part bit by bit, so that a large one is never held as a whole."""
        part = self._parts.get(name)
        if part is None:
            return
        if part.flag_bits & _LOCKED:
            raise Refused([Trouble("workbook_locked")])
        self._bound(part)
        try:
            with self._zip.open(part) as opened:
                while piece := opened.read(_PIECE):
                    yield piece
        except _DAMAGED as error:
            raise damaged(name) from error

    def _bound(self, part: zipfile.ZipInfo) -> None:
        """What a part says of its size is all that is ever unpacked of it, and counts."""
        self._left -= part.file_size
        if self._left < 0:
            limit = str(MOST_UNPACKED // MEBI)
            raise Refused([Trouble("workbook_swells", facts={"limit": limit})])


def damaged(part: str) -> Refused:
    """The refusal of a file that is not whole."""
    return Refused([Trouble("workbook_damaged", facts={"part": part[:60]})])
