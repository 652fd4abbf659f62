"""Text tables: the encoding and the separator are found out, neither has to be said."""

import csv
import io
from collections.abc import Iterator, Sequence

from scorecard.exchange.workbook.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    Grid,
    Row,
    Workbook,
)
from scorecard.trouble import Refused, Trouble

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS = ",;\t|"
#: So many lines, and so many bytes, say how a file is made.
_LINES, _BYTES = 50, 65_536
_SAID = "sep="


def read_separated(data: bytes, name: str) -> Workbook:
    """A text table as one sheet; its cells are texts. Raises Refused."""
    text = decoded(data, name)
    separator, text = _separator(text)
    rows: list[Row] = []
    room = MOST_CELLS
    for row in _rows(text, separator, name):
        room -= len(row)
        if room < 0 or len(row) > MOST_COLUMNS:
            raise Refused([Trouble("workbook_too_large", name, {"limit": f"{MOST_CELLS:,}"})])
        rows.append(row)
    return Workbook(name, (Grid(name, rows, (), f"{name}!"),))


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, Big5 (cp950) or Windows-1252. Raises Refused."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused([Trouble("encoding_unknown", name)])


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    head = data[:_BYTES]
    if head.count(0) * 4 > len(head):  # every other byte of Latin text in UTF-16 is nothing
        return ("utf-16-le",) if head[1::2].count(0) >= head[::2].count(0) else ("utf-16-be",)
    return ("utf-8", "cp950", "cp1252")


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without a first line that only names it."""
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"')
    if said.lower().startswith(_SAID) and len(said) == len(_SAID) + 1:
        return said[-1], rest
    return max(_SEPARATORS, key=lambda sign: _evenness(text, sign)), text


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first lines have the same number of cells, if more than one."""
    lines = text[:_BYTES].splitlines()[:_LINES]
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return 0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return (widths.count(usual), usual) if usual > 1 else (0, 0)


def _rows(text: str, separator: str, name: str) -> Iterator[Sequence[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        where = f"{name} line {reader.line_num}"
        if "field limit" in str(error):
            facts = {"limit": f"{csv.field_size_limit():,}"}
            raise Refused([Trouble("cell_too_long", where, facts)]) from None
        raise Refused([Trouble("not_csv", where)]) from None
