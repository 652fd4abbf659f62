"""A block of cells as spreadsheets put it on the clipboard, and back."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

Block = tuple[tuple[str, ...], ...]


def block_of(text: str) -> Block:
    """The cells of tab-separated text, a cell in quotes with line ends in it too; lines are of
    equal length, and none is empty at the end."""
    lines = [[cell.strip() for cell in line] for line in csv.reader(StringIO(text), "excel-tab")]
    while lines and not any(lines[-1]):
        lines.pop()
    width = max(map(len, lines), default=0)
    return tuple((*line, *[""] * (width - len(line))) for line in lines)


def text_of(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as tab-separated text."""
    return "\n".join("\t".join(map(_plain, line)) for line in lines)


def turned(block: Block) -> Block:
    """The same with rows as columns."""
    return tuple(zip(*block, strict=True))


def _plain(cell: str) -> str:
    return " ".join(cell.split())
