"""The parts of a zipped workbook, each checked before it is read (S5)."""

import io
import zipfile
import zlib

from scorecard.trouble import Refused, Trouble

MEBI = 1024 * 1024
#: The largest file, and the most that its parts may become when they are unpacked.
MOST_FILE, MOST_UNPACKED, MOST_PARTS = 256 * MEBI, 512 * MEBI, 10_000
#: A part of more than this size that shrank more than so many times is no table.
_SMALL, _MOST_RATIO = 16 * MEBI, 400
#: What `zipfile` raises for a zip that is not whole, or packed in a way that it does not know.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, zipfile.LargeZipFile),
    *(OSError, EOFError, ValueError, NotImplementedError),
)


class Package:
    """Parts by name. Raises Refused where the zip is damaged, locked, or swells too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise damaged("zip") from error
        parts = self._zip.infolist()
        self._parts = {part.filename: part for part in parts}
        if len(parts) > MOST_PARTS or len(self._parts) < len(parts):
            raise damaged("zip")
        self._left = MOST_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none."""
        part = self._parts.get(name)
        if part is None:
            return b""
        self._bound(part)
        try:
            return self._zip.read(part)
        except _DAMAGED as error:
            raise damaged(name) from error
        except RuntimeError as error:  # zipfile's word for a part that needs a password
            raise Refused([Trouble("workbook_locked")]) from error

    def _bound(self, part: zipfile.ZipInfo) -> None:
        """What a part says of its size is all that is ever unpacked of it, and counts."""
        self._left -= part.file_size
        ratio = part.file_size / max(part.compress_size, 1)
        if self._left < 0 or (part.file_size > _SMALL and ratio > _MOST_RATIO):
            limit = str(MOST_UNPACKED // MEBI)
            raise Refused([Trouble("workbook_swells", facts={"limit": limit})])


def damaged(part: str) -> Refused:
    """The refusal of a file that is not whole."""
    return Refused([Trouble("workbook_damaged", facts={"part": part[:60]})])
