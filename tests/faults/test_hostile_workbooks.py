"""Workbooks made to harm: a sentence each, in bounded time and memory, nothing written (S2, S5)."""

import io
import resource
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.board import Board
from scorecard.exchange.source_file import planned_file
from scorecard.text import LANGUAGES, sentence
from tests.exchange.documents import described, imported
from tests.exchange.workbooks import changed, ods_content, parts, zipped
from tests.faults.hostile import (
    LAUGHS,
    OUTSIDE,
    REMOTE,
    SHEET,
    SPACES,
    TEXTS,
    before_root,
    biff,
    bomb,
    cut,
    good,
    good_ods,
    good_xls,
    locked_flag,
    lying_size,
    patched,
    repeated,
    shared_by_all,
    sheet_with,
)

#: What reading one hostile file may take.
SECONDS, MEBIBYTES = 20, 900


XLSX: dict[str, Callable[[], bytes]] = {
    **{f"cut at {n} tenths": lambda n=n: cut(good(), n) for n in range(1, 10)},  # type: ignore[misc]
    "empty": lambda: b"",
    "only a signature": lambda: b"PK\x03\x04",
    "no zip": lambda: b"this is no workbook",
    "a web page": lambda: b"<html><table><tr><td>2026-10</td></tr></table></html>",
    "an empty zip": lambda: zipped({}),
    "a zip of something else": lambda: zipped({"readme.txt": "hello"}),
    "laughs in a sheet": lambda: before_root(SHEET, LAUGHS),
    "laughs in the texts": lambda: before_root(TEXTS, LAUGHS),
    "laughs in the styles": lambda: before_root("xl/styles.xml", LAUGHS),
    "laughs in the book": lambda: before_root("xl/workbook.xml", LAUGHS),
    "laughs in the links": lambda: before_root("_rels/.rels", LAUGHS),
    "a file outside": lambda: before_root(SHEET, OUTSIDE),
    "a document type elsewhere": lambda: before_root(TEXTS, REMOTE),
    "a bomb of 100 MB": lambda: bomb(100_000_000),
    "a bomb of 300 MB": lambda: bomb(300_000_000),
    "a size said too small": lambda: lying_size(good(), SHEET, 40),
    "a size said too large": lambda: lying_size(good(), SHEET, 4_000_000_000),
    "encrypted parts": lambda: locked_flag(good()),
    "a text in a million cells": lambda: shared_by_all(32_000, 1_000_000),
    "a text of ten million signs": lambda: shared_by_all(10_000_000, 3),
    "a cell beyond the last column": lambda: sheet_with('<row><c r="XFE1"><v>1</v></c></row>'),
    "a cell beyond the last row": lambda: sheet_with('<row><c r="A1048577"><v>1</v></c></row>'),
    "a row beyond the last": lambda: sheet_with('<row r="99999999999"><c><v>1</v></c></row>'),
    "a cell in no column": lambda: sheet_with('<row><c r="11"><v>1</v></c></row>'),
    "a cell in no row": lambda: sheet_with('<row><c r="A"><v>1</v></c></row>'),
    "a cell of a strange name": lambda: sheet_with('<row><c r="&#1632;1"><v>1</v></c></row>'),
    "corners far apart": lambda: sheet_with(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "wide rows": lambda: sheet_with(
        "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 6000))
    ),
    "a text that is not there": lambda: sheet_with('<row><c t="s"><v>99999</v></c></row>'),
    "a text of a strange number": lambda: sheet_with('<row><c t="s"><v>-1</v></c></row>'),
    "tags left open": lambda: sheet_with("<row><c><v>1</v>"),
    "tags crossed": lambda: sheet_with("<row><c></row></c>"),
    "signs that XML does not know": lambda: sheet_with("<row><c><v>\x01</v></c></row>"),
    "nested a million deep": lambda: sheet_with("<a>" * 1_000_000 + "</a>" * 1_000_000),
    "a sheet of another encoding": lambda: changed(
        good(), SHEET, lambda d: d.replace(b"UTF-8", b"UTF-99", 1)
    ),
    "a sheet in UTF-7": lambda: changed(good(), SHEET, lambda d: d.replace(b"UTF-8", b"UTF-7", 1)),
    "broken UTF-8": lambda: changed(
        good(), TEXTS, lambda d: d.replace("指".encode(), b"\xe6\x8c", 1)
    ),
    "an empty sheet part": lambda: changed(good(), SHEET, lambda _d: b""),
    "an empty book": lambda: changed(good(), "xl/workbook.xml", lambda _d: b""),
    "no sheets": lambda: changed(
        good(), "xl/workbook.xml", lambda _d: b"<workbook><sheets></sheets></workbook>"
    ),
    "merged outside": lambda: changed(
        good(),
        SHEET,
        lambda d: d.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>'
        ),
    ),
    "formulas without results": lambda: sheet_with(
        '<row><c t="inlineStr"><is><t>指標</t></is></c><c><v>2026</v></c><c><v>2027</v></c></row>'
        '<row><c t="inlineStr"><is><t>營收</t></is></c><c><f>A1</f></c>'
        '<c><f>WEBSERVICE("x")</f></c></row>'
    ),
    "numbers beyond all": lambda: sheet_with(
        '<row><c t="inlineStr"><is><t>指標</t></is></c><c><v>2026</v></c><c><v>2027</v></c></row>'
        '<row><c t="inlineStr"><is><t>營收</t></is></c><c><v>1e999</v></c><c><v>NaN</v></c></row>'
    ),
    "a link to the parts above": lambda: changed(
        good(),
        "xl/_rels/workbook.xml.rels",
        lambda d: d.replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd"),
    ),
    "links in a circle": lambda: changed(
        good(),
        "xl/_rels/workbook.xml.rels",
        lambda d: d.replace(b"worksheets/sheet1.xml", b"_rels/workbook.xml.rels"),
    ),
    "ten thousand parts": lambda: zipped(
        {**parts(good()), **{f"x/{n}": b"" for n in range(10_001)}}
    ),
}
ODS: dict[str, Callable[[], bytes]] = {
    **{f"cut at {n} tenths": lambda n=n: cut(good_ods(), n) for n in range(1, 10)},  # type: ignore[misc]
    "a cell a billion times": lambda: repeated(1_048_576, 16_384),
    "a row too often": lambda: repeated(1_000_000_000, 1),
    "a cell too often": lambda: repeated(1, 100_000),
    "a cell minus once": lambda: repeated(1, -1),
    "a text a million times": lambda: repeated(
        1_048_576, 20, f'office:value-type="string" office:string-value="{"長" * 30_000}"'
    ),
    "spaces without end": lambda: zipped(
        {
            "content.xml": ods_content(
                '<table:table table:name="a"><table:table-row><table:table-cell>'
                "<text:p>" + SPACES * 10_000 + "x</text:p>"
                "</table:table-cell></table:table-row></table:table>"
            )
        }
    ),
    "spanned over everything": lambda: zipped(
        {
            "content.xml": ods_content(
                '<table:table table:name="a"><table:table-row><table:table-cell'
                ' office:value-type="float" office:value="1" table:number-rows-spanned="1048576"'
                ' table:number-columns-spanned="16384"/></table:table-row></table:table>'
            )
        }
    ),
    "laughs": lambda: changed(
        good_ods(), "content.xml", lambda d: d.replace(b"?>", b"?>" + LAUGHS.encode(), 1)
    ),
    "a password": lambda: zipped(
        {"content.xml": b"\x00\x01", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}
    ),
    "tables in tables": lambda: zipped(
        {
            "content.xml": ods_content(
                '<table:table table:name="a">' * 5000 + "</table:table>" * 5000
            )
        }
    ),
    "a bomb": lambda: zipped({"content.xml": ods_content(" " * 300_000_000)}),
}
XLS: dict[str, Callable[[], bytes]] = {
    **{f"cut at {n} tenths": lambda n=n: cut(good_xls(), n) for n in range(1, 10)},  # type: ignore[misc]
    "only a signature": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a header of nothing": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000,
    "a header of ones": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000,
    "sectors of a strange size": lambda: patched(good_xls(), 30, b"\xff\xff"),
    "a directory outside": lambda: patched(good_xls(), 48, b"\xf0\xff\xff\x0f"),
    "a chain in a circle": lambda: good_xls().replace(
        struct.pack("<III", 1, 2, 3), struct.pack("<III", 1, 0, 3), 1
    ),
    "corners far apart": lambda: biff(
        [(0x809, b"\0\6\5\0" + b"\0" * 12), (0x203, struct.pack("<HHHd", 65535, 65535, 0, 1.0))]
    ),
    "a record cut off": lambda: biff([(0x809, b"\0\6\5\0" + b"\0" * 12), (0x203, b"\0")]),
    "a lock": lambda: biff([(0x809, b"\0\6\5\0" + b"\0" * 12), (0x2F, b"\0\0")]),
    "nothing but noise": lambda: patched(good_xls(), 512, bytes(range(256)) * 8),
}
TEXT: dict[str, bytes] = {
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "half of UTF-16": "指標,2026-10\n營收,1".encode("utf-16")[:-1],
    "zeros": b"\0" * 1000,
    "noise": bytes(range(256)) * 50,
    "a quote left open": '指標,2026-10,2026-11\n"營收,1,2'.encode(),
    "a cell of a million signs": b'a,2026-10,2026-11\n"' + b"x" * 1_000_000 + b'",1,2',
    "a million separators": b"," * 1_000_000,
    "a million lines": b"\n" * 1_000_000,
    "quotes": b'"' * 100_001,
    "numbers too long": f"指標,2026-10,2026-11\n營收,{'9' * 5000},1".encode(),
    "formulas": "指標,2026-10,2026-11\n=cmd|' /C calc'!A0,1,2".encode(),
    "signs that turn the text": "指標,2026-10,2026-11\n\u202e營收,1,2".encode(),
}


@pytest.fixture(scope="module")
def board() -> Board:
    return imported(described())


def reading(path: Path, data: bytes, board: Board) -> None:
    """Read the file as an import would; refused or not, it ends in words and soon."""
    path.write_bytes(data)
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    planned = planned_file(path, board)

    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    said = [
        sentence(refusal.why, language) for refusal in planned.refused for language in LANGUAGES
    ]
    assert time.monotonic() - begun < SECONDS
    assert grown < MEBIBYTES
    assert all(said)
    assert planned.refused
    assert planned.edits == ()


def taken(path: Path, board: Board) -> int:
    """How many cells of the file would be written."""
    planned = planned_file(path, board)
    return planned.created + planned.updated


@pytest.mark.parametrize("made", XLSX.values(), ids=XLSX)
def test_a_hostile_xlsx_is_refused_in_words(
    made: Callable[[], bytes], board: Board, tmp_path: Path
) -> None:
    reading(tmp_path / "a.xlsx", made(), board)


@pytest.mark.parametrize("made", ODS.values(), ids=ODS)
def test_a_hostile_ods_is_refused_in_words(
    made: Callable[[], bytes], board: Board, tmp_path: Path
) -> None:
    reading(tmp_path / "a.ods", made(), board)


@pytest.mark.parametrize("made", XLS.values(), ids=XLS)
def test_a_hostile_xls_is_refused_in_words(
    made: Callable[[], bytes], board: Board, tmp_path: Path
) -> None:
    reading(tmp_path / "a.xls", made(), board)


@pytest.mark.parametrize("data", TEXT.values(), ids=TEXT)
def test_a_hostile_text_table_is_refused_in_words(
    data: bytes, board: Board, tmp_path: Path
) -> None:
    reading(tmp_path / "a.csv", data, board)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_the_workbook_that_the_hostile_ones_are_made_of_is_taken(
    kind: str, board: Board, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes({"xlsx": good, "ods": good_ods, "xls": good_xls}[kind]())

    assert taken(path, board) == 6


def test_what_a_workbook_links_to_is_not_fetched(board: Board, tmp_path: Path) -> None:
    link = '<externalReferences><externalReference r:id="rId99"/></externalReferences></workbook>'
    data = changed(good(), "xl/workbook.xml", lambda d: d.replace(b"</workbook>", link.encode()))
    outside = (
        b'<Relationship Id="rId99" Type="x/externalLink" TargetMode="External"'
        b' Target="http://192.0.2.1/a.xlsx"/></Relationships>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        changed(
            data, "xl/_rels/workbook.xml.rels", lambda d: d.replace(b"</Relationships>", outside)
        )
    )

    assert taken(path, board) == 6


def test_a_dimension_that_lies_changes_nothing(board: Board, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        changed(good(), SHEET, lambda d: d.replace(b'ref="A1:D3"', b'ref="A1:XFD1048576"'))
    )

    assert b"XFD1048576" in zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(SHEET)
    assert taken(path, board) == 6


def test_cells_merged_over_everything_change_nothing(board: Board, tmp_path: Path) -> None:
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(good(), SHEET, lambda d: d.replace(b"</sheetData>", merged)))

    assert taken(path, board) == 6


def test_a_workbook_that_is_called_csv_is_read_as_what_it_is(board: Board, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(good())

    assert taken(path, board) == 6
