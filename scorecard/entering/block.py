"""A block of cells as spreadsheets put it on the clipboard, and back."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

#: What a spreadsheet would run when a text begins with it.
_RUNS = frozenset("=+-@")
Block = tuple[tuple[str, ...], ...]


def block_of(text: str) -> Block:
    """The cells of tab-separated text, a cell in quotes with line ends in it too; lines are of
    equal length, and none is empty at the end."""
    lines = [[_bare(cell) for cell in line] for line in _lines(text)]
    while lines and not any(lines[-1]):
        lines.pop()
    width = max(map(len, lines), default=0)
    return tuple((*line, *[""] * (width - len(line))) for line in lines)


def _lines(text: str) -> Iterable[Sequence[str]]:
    """Excel puts a cell with quotes in quotes and doubles them; LibreOffice puts every cell as it
    stands, so that a quote may begin a cell and end nowhere."""
    try:
        return list(csv.reader(StringIO(text), "excel-tab", strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def text_of(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as tab-separated text."""
    return "\n".join("\t".join(map(_plain, line)) for line in lines)


def turned(block: Block) -> Block:
    """The same with rows as columns."""
    return tuple(zip(*block, strict=True))


def _bare(cell: str) -> str:
    """A cell without blanks around it and without the apostrophe that kept a text from running."""
    bare = cell.strip()
    return bare[1:] if bare[:1] == "'" and bare[1:2] in _RUNS else bare


def _plain(cell: str) -> str:
    return " ".join(cell.split())
