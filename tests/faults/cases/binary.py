"""XLS: chains of sectors in circles, records that lie about their length, what they hold, where."""

import struct

from tests.faults.cases.case import Case, Made, all_of
from tests.faults.hostile import biff, good_xls, patched

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK = (0x809, b"\0\6\5\0" + b"\0" * 12)
_SHEET = (0x809, b"\0\6\x10\0" + b"\0" * 12)
_END = (0x0A, b"")


def _head(at: int, form: str, value: int) -> bytes:
    """A field of the compound file's head, changed."""
    return patched(good_xls(), at, struct.pack(form, value))


def _directory(entry: int, at: int, form: str, value: int) -> bytes:
    """A field of an entry of the directory, changed."""
    data = good_xls()
    first = struct.unpack_from("<I", data, 48)[0]
    return patched(data, (first + 1) * 512 + entry * 128 + at, struct.pack(form, value))


def _chained(at: int, value: int) -> bytes:
    """A link of the chain of sectors, changed."""
    data = good_xls()
    table = struct.unpack_from("<I", data, 76)[0]
    return patched(data, (table + 1) * 512 + 4 * at, struct.pack("<I", value))


def _named(name: str) -> bytes:
    """A compound file whose stream has another name."""
    wide = name.encode("utf-16-le").ljust(64, b"\0")
    data = good_xls()
    at = data.index("Workbook".encode("utf-16-le"))
    return patched(patched(data, at, wide), at + 64, struct.pack("<H", 2 * len(name) + 2))


def _records(*records: tuple[int, bytes]) -> bytes:
    return biff([_BOOK, *records])


def _cell(kind: int, row: int, column: int, body: bytes) -> tuple[int, bytes]:
    return kind, struct.pack("<HHH", row, column, 0) + body


DAMAGED: dict[str, bytes | Made] = {
    "only a signature": _SIGNATURE,
    "a head of nothing": _SIGNATURE + b"\x00" * 2_000,
    "a head of ones": _SIGNATURE + b"\xff" * 2_000,
    "a head cut off": good_xls()[:100],
    "no sector behind the head": good_xls()[:512],
    "cut in the first sector": good_xls()[:700],
    "cut by half": good_xls()[: len(good_xls()) // 2],
    "cut before the directory": good_xls()[:-1_536],
    **{
        f"sectors of 2 to the power of {shift}": lambda s=shift: _head(30, "<H", s)  # type: ignore[misc]
        for shift in (0, 1, 8, 31, 65535)
    },
    "a directory outside": lambda: _head(48, "<I", 0x0FFFFFF0),
    "no directory": lambda: _head(48, "<I", 0xFFFFFFFE),
    "a table of sectors outside": lambda: _head(76, "<I", 0x00FFFFFF),
    "a second table of sectors in a circle": lambda: patched(
        good_xls(), 68, struct.pack("<II", 0, 0xFFFFFFFF)
    ),
    "no table of sectors": lambda: _head(76, "<I", 0xFFFFFFFF),
    "a chain that bites its tail": lambda: _chained(0, 0),
    "a chain of two in a circle": lambda: good_xls().replace(
        struct.pack("<III", 1, 2, 3), struct.pack("<III", 1, 0, 3), 1
    ),
    "a chain that leaves the file": lambda: _chained(1, 0x00FFFFFF),
    "a stream that begins outside": lambda: _directory(1, 116, "<I", 0x00FFFFFF),
    "a stream of no sectors": lambda: _directory(1, 116, "<I", 0xFFFFFFFE),
    "a stream of another name": lambda: _named("Contents"),
    "a document of words": lambda: _named("WordDocument"),
    "a presentation": lambda: _named("PowerPoint Document"[:30]),
    "a record cut off": lambda: _records((0x203, b"\0")),
    "a record longer than the file": lambda: patched(good_xls(), 514, b"\xff\xff"),
    "noise": lambda: patched(good_xls(), 512, bytes(range(256)) * 8),
    "a row of numbers without numbers": lambda: _records((0xBD, b"\0\0")),
    "a sheet's name cut off": lambda: _records((0x85, b"\0")),
    "a format cut off": lambda: _records((0x41E, b"\0\0\xff")),
    "a style cut off": lambda: _records((0xE0, b"\0")),
}
LOCKED = {
    "a lock": lambda: _records((0x2F, b"\0\0")),
    "a lock of the newer kind": lambda: _records((0x2F, b"\1\0\1\0\1\0" + b"\0" * 48)),
    "an encrypted package": lambda: _named("EncryptedPackage"),
}
TOO_LARGE = {
    "corners far apart": lambda: _records(_cell(0x203, 65_535, 65_535, struct.pack("<d", 1.0))),
    "a number in column 256": lambda: _records(_cell(0x27E, 0, 256, b"\0" * 4)),
    "a row of numbers from column 60,000": lambda: _records(_cell(0xBD, 0, 60_000, b"\0" * 8)),
}
#: What the library cannot make sense of, and what it reads as a book of nothing.
NO_SENSE: dict[str, Made] = {
    "a book of no sheets": lambda: _records(_END),
    "a sheet that begins outside": lambda: _records(
        (0x85, struct.pack("<IBBB", 0x7FFFFFFF, 0, 0, 1) + b"\0a"), _END
    ),
    "texts said to be a billion": lambda: _records(
        (0xFC, struct.pack("<II", 10**9, 10**9)), _END, _SHEET, _END
    ),
    "a text longer than its record": lambda: _records(
        (0xFC, struct.pack("<IIHB", 1, 1, 65_535, 1) + b"ab"), _END, _SHEET, _END
    ),
    "a book of before 1995": lambda: biff([(0x409, b"\0\4\5\0\0\0"), _END]),
    "a version of no year": lambda: biff([(0x809, b"\xff\xff\5\0" + b"\0" * 12), _END]),
}
NOTHING: dict[str, Made] = {
    "three hundred sheets that are the book": lambda: _records(
        *[(0x85, struct.pack("<IBBB", 0, 0, 0, 1) + b"\0a")] * 300, _END
    ),
    "texts that only go on": lambda: _records(*[(0x3C, b"\0" * 8)] * 100, _END),
    "a book of the first kind": lambda: biff([(0x009, b"\2\0\5\0"), _END]),
}
CASES: dict[str, Case] = {
    **all_of("a.xls", "workbook_damaged", DAMAGED),
    **all_of("a.xls", "workbook_locked", LOCKED),
    **all_of("a.xls", "workbook_too_large", TOO_LARGE),
    **all_of("a.xls", "workbook_damaged", NO_SENSE),
    **all_of("a.xls", "no_table", NOTHING),
}
