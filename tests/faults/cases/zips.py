"""Zips that lie about themselves: bombs, sizes, sums, names, packings, halves."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.exchange.workbooks import ods_content, parts, zipped
from tests.faults.cases.case import Case, all_of, case
from tests.faults.hostile import SHEET, TEXTS, bomb, good, good_ods, locked_flag, lying_size

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_STYLES, _BOOK, _CONTENT = "xl/styles.xml", "xl/workbook.xml", "content.xml"
_READ = (SHEET, TEXTS, _STYLES, _BOOK)
_MEGA = 1_000_000


def _entry(data: bytes, part: str) -> int:
    """Where the directory speaks of a part."""
    at = 0
    while (at := data.index(_CENTRAL, at)) >= 0:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + length] == part.encode():
            return at
        at += 4
    raise ValueError(part)


def _patch(data: bytes, part: str, offset: int, form: str, value: int) -> bytes:
    """A field of a part's entry in the directory, changed."""
    changed = bytearray(data)
    struct.pack_into(form, changed, _entry(data, part) + offset, value)
    return bytes(changed)


def _end(data: bytes, offset: int, form: str, value: int) -> bytes:
    """A field of the end of the directory, changed."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rindex(_END) + offset, value)
    return bytes(changed)


def _overlapping(count: int) -> bytes:
    """Many sheets that are all the same bytes of the file: one part, said to be many."""
    held = parts(good())
    held[SHEET] = b"<worksheet><sheetData>" + b"<row/>" * _MEGA + b"</sheetData></worksheet>"
    names = [f"xl/worksheets/sheet{n}.xml" for n in range(2, count)]
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(count))
    links = "".join(
        f'<Relationship Id="r{n}" Type="x/worksheet" Target="{each.removeprefix("xl/")}"/>'
        for n, each in enumerate([SHEET, *names])
    )
    held[_BOOK] = f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>'.encode()
    held["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>".encode()
    data = zipped(held)
    end, start = data.rindex(_END), data.index(_CENTRAL)
    entry = _entry(data, SHEET)
    size = 46 + sum(struct.unpack_from("<HHH", data, entry + 28))
    said = data[entry : entry + size]
    more = b"".join(
        said[:28] + struct.pack("<H", len(name)) + said[30:46] + name.encode() for name in names
    )
    total = struct.unpack_from("<H", data, end + 10)[0] + len(names)
    tail = struct.pack("<4s4H2LH", _END, 0, 0, total, total, end - start + len(more), start, 0)
    return data[:end] + more + tail


def _stream_cut() -> bytes:
    """A zip that is whole around a part whose packed bytes end in the middle."""
    held = parts(good())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in held.items():
            package.writestr(name, part)
    data = target.getvalue()
    at = _entry(data, SHEET)
    return _patch(data, SHEET, 20, "<I", struct.unpack_from("<I", data, at + 20)[0] // 2)


def _twice(part: str) -> bytes:
    target = io.BytesIO(good())
    with zipfile.ZipFile(target, "a") as package:
        other = part[:-1] + "_"
        package.writestr(other, "<x/>")
    return target.getvalue().replace(other.encode(), part.encode())


def _with(**others: bytes) -> bytes:
    return zipped({**parts(good()), **others})


def _many_bombs(count: int) -> bytes:
    """Sheets none of which is too large alone."""
    held = parts(good())
    names = [f"xl/worksheets/sheet{n}.xml" for n in range(1, count + 1)]
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(count))
    links = "".join(
        f'<Relationship Id="r{n}" Type="x/worksheet" Target="{name.removeprefix("xl/")}"/>'
        for n, name in enumerate(names)
    )
    held[_BOOK] = f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>'.encode()
    held["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>".encode()
    held |= dict.fromkeys(names, b"<worksheet>" + b" " * 15_000_000 + b"</worksheet>")
    return zipped(held)


def _cut_at(sign: bytes, last: bool = False, after: int = 0) -> Callable[[], bytes]:
    def made() -> bytes:
        data = good()
        return data[: (data.rindex(sign) if last else data.index(sign)) + after]

    return made


DAMAGED: dict[str, bytes | Callable[[], bytes]] = {
    **{f"a wrong sum of {part}": lambda p=part: _patch(good(), p, 16, "<I", 7) for part in _READ},  # type: ignore[misc]
    **{
        f"packed in way {way}": lambda w=way: _patch(good(), SHEET, 10, "<H", w)  # type: ignore[misc]
        for way in (1, 6, 12, 14, 93, 95, 97)
    },
    **{
        f"{part} said too small": lambda p=part: lying_size(good(), p, 40)  # type: ignore[misc]
        for part in _READ
    },
    "a part of no bytes that says it has some": lambda: _patch(good(), SHEET, 20, "<I", 0),
    "a part that begins behind the end": lambda: _patch(good(), SHEET, 42, "<I", 0x7FFFFFFF),
    "a part that begins in the directory": lambda: _patch(good(), SHEET, 42, "<I", 40),
    "a part on another disk with a long field": lambda: _patch(good(), SHEET, 30, "<H", 0xFFFF),
    "a name longer than the file": lambda: _patch(good(), SHEET, 28, "<H", 0xFFFF),
    "fifty sheets that are the same bytes": lambda: _overlapping(50),
    "a stream that ends in the middle": _stream_cut,
    "a directory that begins behind the end": lambda: _end(good(), 16, "<I", 0x7FFFFFFF),
    "a directory longer than the file": lambda: _end(good(), 12, "<I", 0x7FFFFFFF),
    "the book twice": lambda: _twice(_BOOK),
    "the sheet twice": lambda: _twice(SHEET),
    "ten thousand parts": lambda: _with(**{f"x/{n}": b"" for n in range(10_001)}),
    "cut behind the signature": good()[:4],
    "cut in the first head": good()[:20],
    "cut in the first name": good()[:33],
    "cut in the first part": good()[:60],
    "cut before the second part": lambda: good()[: good().index(_LOCAL, 4)],
    "cut before the directory": _cut_at(_CENTRAL),
    "cut in the directory": _cut_at(_CENTRAL, after=30),
    "cut before its end": _cut_at(_END, last=True),
    "cut in its end": _cut_at(_END, last=True, after=12),
    "cut by the last byte": lambda: good()[:-1],
    "ODS cut before the directory": lambda: good_ods()[: good_ods().index(_CENTRAL)],
    "ODS cut in its end": lambda: good_ods()[:-9],
    "an empty zip": lambda: zipped({}),
    "a zip in a zip": lambda: zipped({"a.xlsx": good()}),
    "a zip of something else": lambda: zipped({"readme.txt": "hello"}),
    "a zip of a document of words": lambda: zipped({"word/document.xml": "<w/>"}),
    "a presentation": lambda: zipped({"ppt/presentation.xml": "<p/>"}),
    "a package of Java": lambda: zipped({"META-INF/MANIFEST.MF": "Main-Class: a"}),
    "ten thousand zips in one": lambda: zipped({f"{n}.zip": b"PK" for n in range(9_000)}),
}
SWELLS: dict[str, bytes | Callable[[], bytes]] = {
    "rows of 40 MB": lambda: bomb(40 * _MEGA),
    "rows of 120 MB": lambda: bomb(120 * _MEGA),
    "texts of 40 MB": lambda: _with(**{TEXTS: b"<sst><si>" + b"<t/>" * (10 * _MEGA)}),
    "styles of 40 MB": lambda: _with(**{_STYLES: b" " * (40 * _MEGA)}),
    "a book of 40 MB": lambda: _with(**{_BOOK: b"<a>" * (14 * _MEGA)}),
    "links of 40 MB": lambda: _with(**{"_rels/.rels": b" " * (40 * _MEGA)}),
    "five sheets, each just small enough": lambda: _many_bombs(5),
    "a size said too large": lambda: lying_size(good(), SHEET, 4_000 * _MEGA),
    "a book said too large": lambda: lying_size(good(), _BOOK, 4_294_967_295),
}
ODS_SWELLS: dict[str, bytes | Callable[[], bytes]] = {
    "content of 40 MB": lambda: zipped({_CONTENT: ods_content(" " * (40 * _MEGA))}),
    "a manifest of 40 MB": lambda: zipped(
        {**parts(good_ods()), "META-INF/manifest.xml": b" " * (40 * _MEGA)}
    ),
}
#: Odd and harmless: what is odd is never looked at, or is what it should be.
TAKEN: dict[str, bytes | Callable[[], bytes]] = {
    "a part that leads out of the folder": lambda: _with(**{"../../etc/passwd": b"x"}),
    "a part of an absolute path": lambda: _with(**{"/etc/passwd": b"x"}),
    "a part of Windows": lambda: _with(**{"C:\\Windows\\a.dll": b"MZ"}),
    "macros": lambda: _with(**{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "a program": lambda: _with(**{"xl/embeddings/a.exe": b"MZ" * 1000}),
    "a bomb that nothing leads to": lambda: _with(**{"docProps/x.xml": b" " * (30 * _MEGA)}),
    "a comment behind the end": lambda: _end(good(), 20, "<H", 9) + b"a comment",
}
CASES: dict[str, Case] = {
    **all_of("a.xlsx", "workbook_damaged", DAMAGED),
    **all_of("a.xlsx", "workbook_swells", SWELLS),
    **all_of("a.ods", "workbook_swells", ODS_SWELLS),
    **all_of("a.xlsx", 6, TAKEN),
    "encrypted parts": case("a.xlsx", lambda: locked_flag(good()), "workbook_locked"),
    "encrypted parts of ODS": case("a.ods", lambda: locked_flag(good_ods()), "workbook_locked"),
    "junk before the zip": case("a.xlsx", lambda: b"MZ" + good(), "not_a_workbook"),
}
