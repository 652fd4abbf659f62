"""Text tables in wrong encodings, of wrong quotes, with signs that turn, of numbers of no use."""

from tests.faults.cases.case import Case, all_of, case

_HEAD = "指標,2026-07,2026-08\n"
_LONG = "x" * 10_000_000


def _row(cells: str, name: str = "營收") -> bytes:
    return f"{_HEAD}{name},{cells}\n".encode()


def _plain(*lines: str) -> bytes:
    """A table in the form of `entries.csv`."""
    return "\n".join(["measure,org,period,value,note", *lines]).encode()


UNKNOWN = {
    "zeros": b"\0" * 1_000,
    "UTF-16 cut in a sign": "指標,2026-07\n營收,1".encode("utf-16")[:-1],
    "UTF-32": f"{_HEAD}營收,1,2".encode("utf-32"),
    "UTF-8 with noughts": _row("1\0,2"),
    "a mark of UTF-16 before UTF-8": b"\xff\xfe" + _row("1,2") + b"!",
    "a mark of UTF-8 before Big5": b"\xef\xbb\xbf" + f"{_HEAD}營收,1,2".encode("cp950"),
    "noise": bytes(range(256)) * 50,
}
NO_TABLE = {
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "blanks": b" \n\t\n  \n",
    "a heading alone": _HEAD.encode(),
    "lone quotes": b'"' * 100_001,
    "a million lines": b"\n" * 1_000_000,
    "a quote left open": '指標,2026-10,2026-11\n"營收,1,2'.encode(),
    "a poem": "床前明月光，疑是地上霜。\n舉頭望明月，低頭思故鄉。\n".encode(),
    "a program": b"#!/bin/sh\nrm -rf /\n",
    "a page": b"<html><table><tr><td>2026-10</td></tr></table></html>",
    "a letter": b"From: a@b\nTo: c@d\nSubject: 2026-10\n\nhello\n",
    "JSON": b'{"format": "scorecard.board/1"}',
    "one column": b"1\n2\n3\n",
    "periods of months that do not exist": "指標,2026-13,2026-00\n營收,1,2".encode(),
    "periods beyond the years": "指標,9999-07,9999-08\n營收,1,2".encode(),
    "periods in a calendar of no year": "指標,民國999年7月,民國999年8月\n營收,1,2".encode(),
    "EBCDIC": f"{_HEAD}revenue,1,2".encode("cp500", "replace"),
}
TOO_LARGE = {
    "a million separators": b"," * 1_000_000,
    "a line of twenty thousand cells": b"a;" * 20_000,
}
TOO_LONG = {
    "a cell of ten megabytes": f'{_HEAD}營收,1,"{_LONG}"'.encode(),
    "a line of ten megabytes": _HEAD.encode() + _LONG.encode(),
    "a name of ten megabytes": f"{_HEAD}{_LONG},1,2".encode(),
}
NO_NUMBER = {
    f"a value that is {name}": _row(f"{text},")
    for name, text in {
        "NaN": "NaN", "infinite": "Infinity", "without end": "∞", "hexadecimal": "0x1F",
        "of underscores": "1_000", "of two signs": "--1", "a fraction": "1//2", "a word": "abc",
        "a program": "=cmd|' /C calc'!A0", "a sum": "+1+2", "a call": "@SUM(A1)",
        "of two points": "1.2.3", "a time": "12:30:00", "a tag": "<b>1</b>",
        "a path": "../../etc/passwd", "a question": "';DROP TABLE entry;--", "an exponent": "1e",
        "half a quote": "1''", "of letters between": "1a2", "of a nameless unit": "5 zorks",
    }.items()
}  # fmt: skip
TOO_GREAT = {f"a value of {text}": _row(f"{text},") for text in ("1e999", "-1e999")}
LONG_VALUE = {"a value of five thousand digits": _row(f"{'9' * 5_000},")}
DIGITS = {
    "a value of seventeen digits": _row("12345678901234567,"),
    "a value of forty digits": _row(f"{'7' * 40},"),
}
NAMELESS = {
    f"a name {name}": _row("1,2", said)
    for name, said in {
        "that runs": "=1+1", "that calls": "@SUM(1)", "that adds": "+1", "that turns": "\u202e收營",
        "of isolates": "\u2066x\u2069", "of escapes": "\x1b[31mred\x1b[0m", "that rings": "\a\a",
        "of accents": "e" + "\u0301" * 5_000,
        "of nothing to see": "\u200b\u200b", "of tags": "<img src=x>",
        "of braces": "{name}{0}", "of percent signs": "%s%n", "of private signs": "\ue000\uf8ff",
        "of emoji": "👩‍👩‍👧‍👦" * 50, "of a path": "..\\..\\a", "of 300 signs": "名" * 300,
        "of no character": "\ufdd0\ufffe", "of two lines": '"a\nb"',
    }.items()
}  # fmt: skip
TAKEN = {
    "line ends of three kinds": b"\xef\xbb\xbf" + f"{_HEAD}營收,1,2\r\n銷貨成本,3,4\r\r".encode(),
    "signs that turn in a note": f"{_HEAD}營收,1,2\n銷貨成本,3,4\n".encode(),
    "a separator said first": f"sep=;\n{_HEAD}營收,1,2\n銷貨成本,3,4\n".replace(",", ";").encode(),
    "UTF-16 without a mark": f"{_HEAD}營收,1,2\n銷貨成本,3,4\n{',,' * 200}".encode("utf-16-le"),
    "a thousand blank rows": f"{_HEAD}營收,1,2\n{',,' * 3}\n".encode()
    + b",,\n" * 1_000
    + "銷貨成本,3,4".encode(),
}
PLAIN_REFUSED = {
    "unknown_measure": {
        "a measure that nobody knows": _plain("nothing,co,2026-10,1,"),
        "a measure that runs": _plain("=1+1,co,2026-10,1,"),
        "a measure that turns": _plain("\u202eeunever,co,2026-10,1,"),
        "a measure of a megabyte": _plain(f"{'m' * 100_000},co,2026-10,1,"),
    },
    "unknown_org": {"a unit that nobody knows": _plain("revenue,../..,2026-10,1,")},
    "no_such_period": {
        f"the period {text}": _plain(f"revenue,co,{text},1,")
        for text in ("2026-13", "2026-00", "0000-00", "10000-01", "2026-02-30", "２０２６-1", "now")
    },
    "wrong_kind": {"a year in place of a month": _plain("revenue,co,2026,1,")},
    "said_twice": {
        "a cell twice": _plain("revenue,co,2026-10,1,", "revenue,co,2026-10,2,"),
    },
    "read_not_a_number": {
        f"an entry of {text}": _plain(f"revenue,co,2026-10,{text},")
        for text in ("NaN", "-inf", "0x10", "1_0", "1e", "=1+1")
    },
    "not_csv": {
        "a quote left open in the form": _plain('revenue,co,2026-10,"1,'),
        "a quote in the middle": _plain('revenue,co,2026-10,"1"2,'),
    },
    "not_utf8": {"bytes of no letter": _plain("revenue,co,2026-10,1,") + b"\xff\xfe"},
    "text_too_long": {"a note of a megabyte": _plain(f"revenue,co,2026-10,1,{'n' * 100_000}")},
}  # fmt: skip
CASES: dict[str, Case] = {
    **all_of("a.csv", "encoding_unknown", UNKNOWN),
    **all_of("a.csv", "no_table", NO_TABLE),
    **all_of("a.csv", "workbook_too_large", TOO_LARGE),
    **all_of("a.csv", "cell_too_long", TOO_LONG),
    **all_of("a.csv", "read_not_a_number", NO_NUMBER),
    **all_of("a.csv", "read_range", TOO_GREAT),
    **all_of("a.csv", "read_digits", DIGITS),
    **all_of("a.csv", "read_too_long", LONG_VALUE),
    **all_of("a.csv", "name_unknown", NAMELESS),
    **all_of("a.csv", 4, TAKEN),
    **{
        name: case("b.csv", data, code)
        for code, files in PLAIN_REFUSED.items()
        for name, data in files.items()
    },
}
