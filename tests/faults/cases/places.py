"""What is no file, has another name than it should, or is of another kind than its name says."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.faults.cases.case import Case, case
from tests.faults.hostile import good, good_ods, good_xls

_TABLE = "指標,2026-07,2026-08\n營收,1,2\n銷貨成本,3,4\n".encode()
_PDF, _PNG, _RTF = b"%PDF-1.7\n%\xe2\xe3", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, rb"{\rtf1 2026-10}"
_GZIP, _ELF, _SQLITE = b"\x1f\x8b\x08" + b"\0" * 40, b"\x7fELF" + b"\1" * 60, b"SQLite format 3\0"
_KINDS = ("xlsx", "xls", "ods", "xlsm")
_GOOD = {"XLSX": good, "XLS": good_xls, "ODS": good_ods}


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


#: No regular file: each says so, and none is waited for or read without end.
PLACES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a pipe": ("a.csv", os.mkfifo),
    "a pipe called a workbook": ("a.xlsx", os.mkfifo),
    "a pipe called JSON": ("a.json", os.mkfifo),
    "a folder": ("folder.csv", lambda path: path.mkdir(exist_ok=True)),
    "a link to a device without end": ("a.csv", _link("/dev/zero")),
    "a link to noise without end": ("a.xls", _link("/dev/urandom")),
    "a link to a device of nothing": ("a.csv", _link("/dev/null")),
    "a link to a folder": ("a.csv", _link("/")),
}
NOT_THERE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "nothing at all": ("a.csv", lambda _path: None),
    "a link to nothing": ("a.csv", _link("gone.csv")),
    "a link to itself": ("a.csv", lambda path: path.symlink_to(path)),
    "a socket": ("a.ods", _socket),
    "a link to the terminal": ("a.csv", _link("/dev/tty")),
}
NO_WORKBOOK = {
    f"{name} called .{kind}": case(f"a.{kind}", data, "not_a_workbook")
    for name, data in {
        "text": _TABLE, "PDF": _PDF, "a picture": _PNG, "gzip": _GZIP, "a program": _ELF,
        "a database": _SQLITE, "a page": b"<html>", "JSON": b"{}", "nothing": b"", "a blank": b" ",
    }.items()
    for kind in _KINDS
}  # fmt: skip
OTHER_ENDING = {
    f"{name} called .{kind}": case(f"a.{kind}", made, 6)
    for name, made in _GOOD.items()
    for kind in ("csv", "txt", "tsv", "xlsm", "xlsx", "xls", "ods")
}
UNREAD = {
    f"a file called {name}": case(name, _TABLE, "not_read_yet")
    for name in ("a.pdf", "a.exe", "a", "a.csv.lnk", "a.xlsb", "a.scorecard-journal", ".csv")
}
#: The names of files are no paths and no words of a format, whatever signs they hold.
NAMED = {
    f"a name of {name}": case(file, _TABLE, 4)
    for name, file in {
        "signs that turn": "\u202evsc.csv", "two lines": "a\nb.csv", "a bell": "a\a.csv",
        "escapes": "a\x1b[31m.csv", "braces": "{0}{name}.csv", "a percent sign": "%s.csv",
        "an option": "--help.csv", "200 signs": "n" * 200 + ".csv", "quotes": "'\".csv",
        "no text": os.fsdecode(b"\xff\xfe.csv"), "a capital ending": "A.CSV",
    }.items()
}  # fmt: skip
CASES: dict[str, Case] = {
    **{name: Case(file, put, "not_plain_file") for name, (file, put) in PLACES.items()},
    **{name: Case(file, put, "no_such_source") for name, (file, put) in NOT_THERE.items()},
    **NO_WORKBOOK,
    **OTHER_ENDING,
    **UNREAD,
    **NAMED,
}
