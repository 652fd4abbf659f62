"""XLSX whose cells lie about where they stand, what they hold and how many they are."""

from tests.exchange.workbooks import changed
from tests.faults.cases.case import Case, all_of, case
from tests.faults.hostile import SHEET, TEXTS, good, shared_by_all, sheet_with

_HEAD = (
    '<row><c t="inlineStr"><is><t>指標</t></is></c><c t="inlineStr"><is><t>2026-07</t></is></c>'
    '<c t="inlineStr"><is><t>2026-08</t></is></c></row>'
)
_NAME = '<c t="inlineStr"><is><t>營收</t></is></c>'


def _row(cells: str) -> bytes:
    """A good sheet of one measure whose values are these cells."""
    return sheet_with(f"{_HEAD}<row>{_NAME}{cells}</row>")


def _value(text: str, more: str = "") -> bytes:
    return _row(f"<c{more}><v>{text}</v></c>")


def _in_sheet(was: bytes, now: bytes) -> bytes:
    return changed(good(), SHEET, lambda d: d.replace(was, now, 1))


def _merged(*areas: str) -> bytes:
    said = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return _in_sheet(b"</sheetData>", f"</sheetData><mergeCells>{said}</mergeCells>".encode())


NOWHERE = {
    f"a cell called {name}": lambda n=said: sheet_with(f'<row><c r="{n}"><v>1</v></c></row>')
    for name, said in {
        "by a number": "11", "by a letter": "A", "in Arabic digits": "&#1632;1", "by a sign": "-",
        "as an area": "A1:B2", "with dollars": "$A$1", "in full width": "Ａ１", "by a blank": " ",
        "R1C1": "R1C1", "with a minus": "A-1", "by another sheet": "a!A1", "for long": "A" * 9_000,
    }.items()
}  # fmt: skip
TOO_FAR = {
    f"a cell at {name}": lambda n=name: sheet_with(f'<row><c r="{n}"><v>1</v></c></row>')
    for name in ("XFE1", "A1048577", "ZZZ9", "A0", "A9999999")
} | {
    "merged beyond the letters": lambda: _merged("A1:ZZZZ9"),
    "a row of a billion": lambda: sheet_with('<row r="99999999999"><c><v>1</v></c></row>'),
    "a row of nothing": lambda: sheet_with('<row r="0"><c><v>1</v></c></row>'),
    "rows without end": lambda: sheet_with("<row/>" * 1_048_577),
    "a row of a hundred thousand cells": lambda: sheet_with(
        f"<row>{'<c><v>1</v></c>' * 100_000}</row>"
    ),
    "cells of nothing": lambda: sheet_with("<row>" + "<c/>" * 1_000_000 + "</row>"),
    "wide rows": lambda: sheet_with(
        "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 6000))
    ),
}
NO_TABLE = {
    "corners far apart": lambda: sheet_with(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a hundred thousand rows of nothing to import": lambda: sheet_with(
        "<row><c><v>7</v></c></row>" * 100_000
    ),
    "a text in a hundred thousand cells": lambda: shared_by_all(32_000, 100_000),
    "a sheet without cells": lambda: sheet_with(""),
    "no sheets": lambda: changed(
        good(), "xl/workbook.xml", lambda _d: b"<workbook><sheets></sheets></workbook>"
    ),
    "a sheet that leads nowhere": lambda: changed(
        good(), "xl/_rels/workbook.xml.rels", lambda d: d.replace(b"sheet1", b"sheet9")
    ),
    "links to what lies above": lambda: changed(
        good(),
        "xl/_rels/workbook.xml.rels",
        lambda d: d.replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd"),
    ),
    "links in a circle": lambda: changed(
        good(),
        "xl/_rels/workbook.xml.rels",
        lambda d: d.replace(b"worksheets/sheet1.xml", b"_rels/workbook.xml.rels"),
    ),
    "all sheets hidden": lambda: changed(
        good(), "xl/workbook.xml", lambda d: d.replace(b"<sheet ", b'<sheet state="hidden" ')
    ),
    "a page instead of a sheet": lambda: changed(good(), SHEET, lambda _d: b"<html>2026-07</html>"),
    "styles instead of a sheet": lambda: changed(
        good(), "xl/_rels/workbook.xml.rels", lambda d: d.replace(b"worksheets/sheet1", b"styles")
    ),
}
DAMAGED = {
    "a text that is not there": lambda: _value("99999", ' t="s"'),
    "a text of a number below nothing": lambda: _value("-1", ' t="s"'),
    "a text of half a number": lambda: _value("1.5", ' t="s"'),
    "a text of an Arabic number": lambda: _value("&#1633;", ' t="s"'),
    "a text of a number without end": lambda: _value("9" * 5_000, ' t="s"'),
    "merged with nothing": lambda: _merged(""),
    "merged with a name": lambda: _merged("Print_Area"),
    "an empty sheet part": lambda: changed(good(), SHEET, lambda _d: b""),
    "an empty book": lambda: changed(good(), "xl/workbook.xml", lambda _d: b""),
}
TOO_LONG = {
    "a cell of a million signs": lambda: sheet_with(
        f'<row><c t="inlineStr"><is><t>{"長" * 1_000_000}</t></is></c></row>'
    ),
    "a text of three million signs": lambda: shared_by_all(3_000_000, 3),
    "a number of forty thousand digits": lambda: _value("x" * 40_000, ' t="str"'),
}
#: Values that are no number of the document, each refused in its cell.
NO_NUMBER = {
    f"a number that is {text[:20]}": lambda t=text: _value(t)
    for text in (
        "NaN", "nan", "INF", "-Infinity", "0x1F", "1_000", "--1", "1e", "+", "∞",
        "1/2", "1;2", "１２_", "truth", "1 2 3",
    )
}  # fmt: skip
TOO_GREAT = {f"a number of {t}": lambda t=t: _value(t) for t in ("1e999", "-1e999")}
#: Spreadsheets hold 15 digits; what they write beyond is rounded, as R-NUMBER-2 says.
ONE_TAKEN = {
    "seventeen digits": lambda: _value("12345678901234567"),
    "a number of 300 digits": lambda: _value("9" * 300),
    "the largest number": lambda: _value("1.7976931348623157e308"),
    "the smallest number": lambda: _value("5e-324"),
}
NO_RESULT = {
    f"a formula without its result: {name}": lambda f=formula: _row(f"<c><f>{f}</f></c>")
    for name, formula in {
        "a sum": "SUM(A1)", "the web": 'WEBSERVICE("http://192.0.2.1")',
        "a program": "cmd|' /C calc'!A0",
        "a link": 'HYPERLINK("file:///etc/passwd")', "a call": 'CALL("Kernel32","WinExec")',
        "another book": "'[http://192.0.2.1/a.xlsx]a'!A1",
    }.items()
}  # fmt: skip
ERRORS = {
    f"a cell that shows {text}": lambda t=text: _value(t, ' t="e"')
    for text in ("#REF!", "#DIV/0!", "#NAME?", "#N/A", "#SPILL!", "#BLOCKED!")
}
DATES = {
    "a date in place of a number": lambda: _value("2026-10-01", ' t="d"'),
    "a date of a thousand years": lambda: _value("3026-10-01T00:00:00", ' t="d"'),
}
TAKEN = {
    "a dimension that lies": lambda: _in_sheet(b'ref="A1:D3"', b'ref="A1:XFD1048576"'),
    "a dimension of nothing": lambda: _in_sheet(b'ref="A1:D3"', b'ref="ZZZ"'),
    "merged over everything": lambda: _merged("A1:XFD1048576"),
    "merged backwards": lambda: _merged("D3:A1"),
    "merged a hundred thousand times": lambda: _merged(*(["H9:H9"] * 120_000)),
    "styles of no number": lambda: _in_sheet(b"<c ", b'<c s="-1" '),
    "styles beyond all": lambda: _in_sheet(b"<c ", b'<c s="99999999999" '),
    "a tag of a megabyte": lambda: _in_sheet(
        b"<sheetData>", b"<x>" + b"y" * 1_000_000 + b"</x><sheetData>"
    ),
    "a link outside": lambda: changed(
        good(),
        "xl/_rels/workbook.xml.rels",
        lambda d: d.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="x/externalLink" TargetMode="External"'
            b' Target="file:///etc/passwd"/></Relationships>',
        ),
    ),
    "a sheet twice in the book": lambda: changed(
        good(),
        "xl/workbook.xml",
        lambda d: d.replace(b"</sheets>", b'<sheet name="x" sheetId="9" r:id="rId77"/></sheets>'),
    ),
    "texts said to be a billion": lambda: changed(
        good(), TEXTS, lambda d: d.replace(b"uniqueCount=", b'uniqueCount="4000000000" x=', 1)
    ),
}  # fmt: skip
CASES: dict[str, Case] = {
    **all_of("a.xlsx", "workbook_damaged", {**NOWHERE, **DAMAGED}),
    **all_of("a.xlsx", "workbook_too_large", TOO_FAR),
    **all_of("a.xlsx", "no_table", NO_TABLE),
    **all_of("a.xlsx", "cell_too_long", TOO_LONG),
    **all_of("a.xlsx", "read_not_a_number", NO_NUMBER),
    **all_of("a.xlsx", "read_range", TOO_GREAT),
    **all_of("a.xlsx", 1, ONE_TAKEN),
    **all_of("a.xlsx", "no_result", NO_RESULT),
    **all_of("a.xlsx", "formula_error", ERRORS),
    **all_of("a.xlsx", "not_a_number", DATES),
    **all_of("a.xlsx", 6, TAKEN),
    "the same cell twice with two values": case(
        "a.xlsx",
        lambda: sheet_with(
            f"{_HEAD}<row>{_NAME}<c><v>1</v></c></row><row>{_NAME}<c><v>2</v></c></row>"
        ),
        "said_twice",
    ),
}
