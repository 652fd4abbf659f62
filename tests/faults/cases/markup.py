"""XML that expands, fetches, nests or is none, in each part of a workbook that is read."""

from collections.abc import Callable

from tests.exchange.workbooks import changed
from tests.faults.cases.case import Case, case
from tests.faults.hostile import LAUGHS, OUTSIDE, REMOTE, SHEET, TEXTS, good, good_ods

Change = Callable[[bytes], bytes]
#: The parts, each of a file of its kind.
PARTS = {
    "the sheet": ("a.xlsx", SHEET),
    "the texts": ("a.xlsx", TEXTS),
    "the styles": ("a.xlsx", "xl/styles.xml"),
    "the book": ("a.xlsx", "xl/workbook.xml"),
    "the links of the book": ("a.xlsx", "xl/_rels/workbook.xml.rels"),
    "the links of the package": ("a.xlsx", "_rels/.rels"),
    "the content": ("a.ods", "content.xml"),
}


def _doctype(text: str) -> Change:
    """A text behind the XML declaration."""
    return lambda d: d.replace(b"?>", b"?>" + text.encode(), 1)


def _root(text: bytes) -> Change:
    """A text behind the first tag."""

    def change(data: bytes) -> bytes:
        end = data.index(b">", data.index(b"?>") + 2) + 1
        return data[:end] + text + data[end:]

    return change


QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>'
SHARE = r'<!DOCTYPE x SYSTEM "\\192.0.2.1\share\x.dtd">'
DEFAULTS = f'<!DOCTYPE x [<!ATTLIST c v CDATA "{"x" * 10_000}">]>'
EMPTY = "<!DOCTYPE x>"
NOTATION = '<!DOCTYPE x [<!NOTATION n SYSTEM "/bin/sh">]>'

ENTITIES: dict[str, Change] = {
    "laughs": _doctype(LAUGHS),
    "a long entity": _doctype(QUADRATIC),
    "a file outside": _doctype(OUTSIDE),
    "a type elsewhere": _doctype(REMOTE),
    "a type on a share": _doctype(SHARE),
    "an entity of the declaration": _doctype(PARAMETER),
    "attributes by default": _doctype(DEFAULTS),
    "an empty type": _doctype(EMPTY),
    "a notation": _doctype(NOTATION),
}
DAMAGED: dict[str, Change] = {
    "an entity that nobody declared": _root(b"&secret;"),
    "a sign of no number": _root(b"&#0;"),
    "a sign beyond Unicode": _root(b"&#x110000;"),
    "half a pair": _root(b"&#xD800;"),
    "a control character": _root(b"\x01"),
    "a nought byte": _root(b"\x00"),
    "bytes that are no UTF-8": _root(b"\xe6\x8c"),
    "a surrogate in UTF-8": _root(b"\xed\xa0\x80"),
    "an overlong sign": _root(b"\xc0\xaf"),
    "tags crossed": _root(b"<a><b></a></b>"),
    "a tag left open": _root(b"<a>"),
    "an attribute twice": _root(b'<a x="1" x="2"/>'),
    "an attribute without quotes": _root(b"<a x=1/>"),
    "a name of no namespace": _root(b"<nowhere:a/>"),
    "a comment left open": _root(b"<!-- "),
    "a comment with two dashes": _root(b"<!-- -- -->"),
    "a section left open": _root(b"<![CDATA[ "),
    "an instruction called xml": _root(b"<?xml version='1.0'?>"),
    "an encoding of no name": lambda d: d.replace(b"UTF-8", b"UTF-99", 1),
    "an encoding that is said wrong": lambda d: d.replace(b"UTF-8", b"UTF-16", 1),
    "UTF-7": lambda d: d.replace(b"UTF-8", b"UTF-7", 1),
    "EBCDIC": lambda d: d.decode("utf-8").encode("cp500", "replace"),
    "UTF-32": lambda d: d.decode("utf-8").encode("utf-32"),
    "two roots": lambda d: d + b"<a/>",
    "words behind the root": lambda d: d + b"the end",
    "words before the declaration": lambda d: b"words" + d,
    "no root": lambda d: d[: d.index(b"?>") + 2],
    "cut in the middle": lambda d: d[: len(d) // 2],
    "cut in a tag": lambda d: d[: d.rindex(b"<") + 3],
    "nested without an end": _root(b"<a>" * 60_000),
    "noise": lambda d: bytes(range(256)) * (len(d) // 256 + 1),
}
#: Odd, and no harm in any part.
TAKEN: dict[str, Change] = {
    "XML of another version": lambda d: d.replace(b'version="1.0"', b'version="9.9"', 1),
    "another's tags": _root(b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/a"/>'),
    "an instruction to fetch a style": _doctype('<?xml-stylesheet href="http://192.0.2.1/a"?>'),
    "a comment of a megabyte": _root(b"<!--" + b"x" * 1_000_000 + b"-->"),
    "a tag of twenty thousand attributes": _root(
        b"<a " + b" ".join(b'a%d=""' % n for n in range(20_000)) + b"/>"
    ),
    "an attribute of three megabytes": _root(b'<a x="' + b"y" * 3_000_000 + b'"/>'),
    "nested thirty thousand deep": _root(b"<z>" * 30_000 + b"</z>" * 30_000),
    "a mark of UTF-8": lambda d: b"\xef\xbb\xbf" + d,
}


def _cases(changes: dict[str, Change], said: str | int) -> dict[str, Case]:
    return {
        f"{name} in {where}": _case(file, part, change, said)
        for where, (file, part) in PARTS.items()
        for name, change in changes.items()
    }


def _case(file: str, part: str, change: Change, said: str | int) -> Case:
    whole = good if file.endswith("xlsx") else good_ods
    return case(file, lambda: changed(whole(), part, change), said)


CASES: dict[str, Case] = {
    **_cases(ENTITIES, "workbook_entities"),
    **_cases(DAMAGED, "workbook_damaged"),
    **_cases(TAKEN, 6),
}
