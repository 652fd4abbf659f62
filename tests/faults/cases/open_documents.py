"""ODS whose cells repeat without end, or say what they are in ways that nobody means."""

from tests.exchange.workbooks import changed, ods_content, parts, zipped
from tests.faults.cases.case import Case, all_of, case
from tests.faults.hostile import SPACES, good_ods, repeated

_NUMBER = 'office:value-type="float" office:value="{}"'
_TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
_LONG = f'office:value-type="string" office:string-value="{"長" * 30_000}"'


def _table(inner: str) -> bytes:
    return zipped(
        {"content.xml": ods_content(f'<table:table table:name="a">{inner}</table:table>')}
    )


def _cells(inner: str) -> bytes:
    return _table(f"<table:table-row>{inner}</table:table-row>")


def _sheet(cell: str) -> bytes:
    """A good sheet of one measure whose only value is this cell."""
    head = "".join(map(_TEXT.format, ("指標", "2026-07", "2026-08")))
    name = _TEXT.format("營收")
    return _table(
        f"<table:table-row>{head}</table:table-row><table:table-row>{name}{cell}</table:table-row>"
    )


def _value(facts: str, text: str = "") -> bytes:
    return _sheet(f"<table:table-cell {facts}><text:p>{text}</text:p></table:table-cell>")


def _in_cell(inner: str) -> bytes:
    return _cells(f"<table:table-cell><text:p>{inner}</text:p></table:table-cell>")


TOO_LARGE = {
    "a cell a billion times": lambda: repeated(1_048_576, 16_384),
    "a row of every column a thousand times": lambda: repeated(1_000, 16_384),
    "a cell in every row": lambda: repeated(1_048_576, 9),
    "a row beyond the last": lambda: repeated(1_048_577, 1),
    "a cell beyond the last": lambda: repeated(1, 16_385),
    "a text a million times": lambda: repeated(1_048_576, 20, _LONG),
    "a thousand rows a thousand times": lambda: _table(
        f'<table:table-row table:number-rows-repeated="1000"><table:table-cell {_NUMBER.format(1)}'
        ' table:number-columns-repeated="1000"/></table:table-row>' * 1_000
    ),
    "spanned over more than there is": lambda: _cells(
        f'<table:table-cell {_NUMBER.format(1)} table:number-columns-spanned="16384"/>' * 2
    ),
}
DAMAGED = {
    **{
        f"a cell {times} times": lambda t=times: _cells(  # type: ignore[misc]
            f'<table:table-cell {_NUMBER.format(1)} table:number-columns-repeated="{t}"/>'
        )
        for times in ("-1", "1e5", "１０", "1.5", "x", "99999999")
    },
    **{
        f"a row {times} times": lambda t=times: _table(  # type: ignore[misc]
            f'<table:table-row table:number-rows-repeated="{t}"/>'
        )
        for times in ("-1", "1000000000", "0x10")
    },
    "spaces of no number": lambda: _in_cell('<text:s text:c="many"/>'),
    "no content": lambda: zipped({"content.xml": b"", "mimetype": "x"}),
    "a page for content": lambda: zipped({"content.xml": b"<html><br></html>"}),
    "noise for content": lambda: zipped({"content.xml": b"\x00\x01"}),
}
NO_TABLE = {
    "tables in tables": lambda: _table(
        '<table:table-row><table:table-cell><table:table table:name="b">' * 3_000
        + "</table:table></table:table-cell></table:table-row>" * 3_000
    ),
    "a cell spanned over everything": lambda: _cells(
        f'<table:table-cell {_NUMBER.format(1)} table:number-rows-spanned="1048576"'
        ' table:number-columns-spanned="16384"/>'
    ),
    "covered cells alone": lambda: _cells("<table:covered-table-cell/>" * 1_000),
    "rows that nobody fills": lambda: _table(
        '<table:table-row table:number-rows-repeated="1048576"/>' * 1_000
    ),
    "a document of words": lambda: zipped({"content.xml": ods_content("<text:p>2026-10</text:p>")}),
    "a comment alone": lambda: _cells(
        "<table:table-cell><office:annotation><text:p>1</text:p></office:annotation>"
        "</table:table-cell>"
    ),
    "a sheet of no cells": lambda: _table(""),
    "thirty thousand sheets": lambda: zipped(
        {"content.xml": ods_content('<table:table table:name="a"/>' * 30_000)}
    ),
}
TOO_LONG = {
    "spaces without end": lambda: _in_cell(SPACES * 10_000 + "x"),
    "paragraphs without end": lambda: _cells(
        f"<table:table-cell>{'<text:p>x</text:p>' * 40_000}</table:table-cell>"
    ),
    "a text of a million signs": lambda: _in_cell("長" * 1_000_000),
}
NO_NUMBER = {
    f"a number that is {text}": lambda t=text: _value(_NUMBER.format(t), t)
    for text in ("NaN", "inf", "1_000", "0x10", "eight")
}
TOO_GREAT = {"a number of 1e999": lambda: _value(_NUMBER.format("1e999"), "1e999")}
DATES = {
    "a date in place of a number": lambda: _value(
        'office:value-type="date" office:date-value="2026-10-01"', "1 Oct"
    ),
}
NOT_READ = {
    "a date that does not exist": lambda: _value(
        'office:value-type="date" office:date-value="2026-02-31"', "31 Feb"
    ),
    "a date of the year 99999": lambda: _value(
        'office:value-type="date" office:date-value="99999-01-01"', "far"
    ),
}
TAKEN = {
    "scripts": lambda: zipped({**parts(good_ods()), "Basic/Standard/a.xml": "<a>Shell(1)</a>"}),
    "a link to a file": lambda: changed(
        good_ods(),
        "content.xml",
        lambda d: d.replace(b"<text:p>", b'<text:p><text:a href="file:///etc/passwd"/>', 1),
    ),
    "a source outside": lambda: changed(
        good_ods(),
        "content.xml",
        lambda d: d.replace(b"<table:table ", b'<table:table x="http://192.0.2.1/a.ods" ', 1),
    ),
    "rows of nothing beyond the end": lambda: changed(
        good_ods(),
        "content.xml",
        lambda d: d.replace(
            b"</table:table>",
            b'<table:table-row table:number-rows-repeated="1048576"/></table:table>',
        ),
    ),
}
CASES: dict[str, Case] = {
    **all_of("a.ods", "workbook_too_large", TOO_LARGE),
    **all_of("a.ods", "workbook_damaged", DAMAGED),
    **all_of("a.ods", "no_table", NO_TABLE),
    **all_of("a.ods", "cell_too_long", TOO_LONG),
    **all_of("a.ods", "read_not_a_number", {**NO_NUMBER, **NOT_READ}),
    **all_of("a.ods", "read_range", TOO_GREAT),
    **all_of("a.ods", "not_a_number", DATES),
    **all_of("a.ods", 6, TAKEN),
    "a formula without its result": case(
        "a.ods", lambda: _sheet('<table:table-cell table:formula="of:=1+1"/>'), "no_result"
    ),
    "a password": case(
        "a.ods",
        lambda: zipped(
            {"content.xml": b"\x00\x01", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}
        ),
        "workbook_locked",
    ),
}
