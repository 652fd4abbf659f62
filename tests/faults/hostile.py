"""Files made to harm, each from a good one."""

import struct
from functools import cache

from tests.exchange.workbooks import Cell, changed, ods, ods_content, parts, xls, xlsx, zipped

MONTHS: list[list[Cell]] = [
    ["指標", "2026-07", "2026-08", "2026-09"],
    ["營收", 1, 2, 3],
    ["銷貨成本", 4, 5, 6],
]
SPACES = '<text:s text:c="16384"/>'
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


@cache
def good() -> bytes:
    return xlsx({"月報": MONTHS})


@cache
def good_ods() -> bytes:
    return ods({"月報": MONTHS})


@cache
def good_xls() -> bytes:
    return xls({"月報": MONTHS})


def sheet_with(inner: str, **others: str) -> bytes:
    """The workbook with other rows in its sheet."""
    rows = f"<sheetData>{inner}</sheetData>".encode()

    def change(part: bytes) -> bytes:
        start, end = part.index(b"<sheetData>"), part.index(b"</sheetData>")
        return part[:start] + rows + part[end + len(b"</sheetData>") :]

    held = parts(changed(good(), SHEET, change))
    return zipped({**held, **others})


def before_root(part: str, text: str) -> bytes:
    """The workbook with a text after the XML declaration of a part."""

    def change(data: bytes) -> bytes:
        end = data.index(b"?>") + 2
        return data[:end] + text.encode() + data[end:]

    return changed(good(), part, change)


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">'


def bomb(size: int) -> bytes:
    """Rows that shrink a thousandfold."""
    return zipped({**parts(good()), SHEET: "<row/>" * (size // 6)})


def lying_size(data: bytes, part: str, size: int) -> bytes:
    """A zip whose directory says another size of a part than it has."""
    changed_data, at = bytearray(data), 0
    while (at := changed_data.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack_from("<H", changed_data, at + 28)[0]
        if changed_data[at + 46 : at + 46 + length] == part.encode():
            struct.pack_into("<I", changed_data, at + 24, size)
        at += 4
    return bytes(changed_data)


def locked_flag(data: bytes) -> bytes:
    """A zip whose parts say that they are encrypted."""
    found, at = bytearray(data), 0
    while (at := found.find(b"PK\x01\x02", at)) >= 0:
        found[at + 8] |= 1
        at += 4
    return bytes(found)


def repeated(
    times: int, across: int, value: str = 'office:value-type="float" office:value="1"'
) -> bytes:
    """One filled cell of ODS, repeated."""
    cell = f'<table:table-cell {value} table:number-columns-repeated="{across}"/>'
    row = f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>'
    return zipped({"content.xml": ods_content(f'<table:table table:name="a">{row}</table:table>')})


def shared_by_all(length: int, count: int) -> bytes:
    """One long text in very many cells."""
    held = parts(good())
    texts = f"<sst><si><t>{'長' * length}</t></si></sst>".encode()
    inner = '<row><c t="s"><v>0</v></c></row>' * count
    return zipped(
        {**held, TEXTS: texts, SHEET: f"<worksheet><sheetData>{inner}</sheetData></worksheet>"}
    )


def biff(records: list[tuple[int, bytes]]) -> bytes:
    """An XLS file whose stream holds these records in place of its own."""
    data = bytearray(good_xls())
    stream = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)
    start = 512
    data[start : start + len(stream)] = stream
    return bytes(data)


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def cut(data: bytes, tenths: int) -> bytes:
    return data[: len(data) * tenths // 10]
