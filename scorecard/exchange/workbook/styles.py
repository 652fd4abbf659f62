"""Which formats of a workbook show a percentage and which a date."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from scorecard.exchange.workbook.markup import walk


class Format(Enum):
    """What a number format says about its number."""

    PLAIN = 0
    PERCENT = 1
    DATE = 2


_PERCENTS = frozenset({9, 10})
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
#: What a format holds that says nothing of the kind: quoted texts, escapes, colours, fillers.
_SILENT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_MOST_DIGITS = 6
_DATED = re.compile("[ymd]")


def read_formats(pieces: Iterable[bytes]) -> list[Format]:
    """The format of each cell style by its number, of the part `styles.xml`."""
    own: dict[str, str] = {}
    found: list[Format] = []
    is_style = False

    def opened(tag: str, facts: Mapping[str, str]) -> None:
        nonlocal is_style
        if tag == "numFmt":
            own[facts.get("numFmtId", "")] = facts.get("formatCode", "")
        elif tag == "cellXfs":
            is_style = True
        elif tag == "xf" and is_style:
            number = facts.get("numFmtId", "0")
            found.append(coded(own[number]) if number in own else built_in(number))

    def closed(tag: str) -> None:
        nonlocal is_style
        if tag == "cellXfs":
            is_style = False

    walk(pieces, "styles", opened, closed, lambda _text: None)
    return found


def built_in(number: str) -> Format:
    """The meaning of a format that a workbook does not spell out."""
    known = whole(number)
    if known in _PERCENTS:
        return Format.PERCENT
    return Format.DATE if known in _DATES else Format.PLAIN


def whole(said: str) -> int:
    """The number of a style or format; 0, the plain one, where it is none that there can be."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS else 0


def coded(code: str) -> Format:
    """The meaning of a format by its code: `0.0%`, `yyyy-mm`, `[$-404]e/m`."""
    said = _SILENT.sub("", code.partition(";")[0]).lower()
    if "%" in said:
        return Format.PERCENT
    return Format.DATE if _DATED.search(said) and "general" not in said else Format.PLAIN
