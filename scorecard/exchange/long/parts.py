"""A long text file part by part, each of whole lines, so that memory does not grow with it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scorecard.progress import Stage, Tell
from scorecard.trouble import Refused, Trouble

#: Bytes of a part, but for a longer line.
_PART = 1 << 20
_MARK = b"\xef\xbb\xbf"


class Part(NamedTuple):
    """Whole lines, the last with its end; `line` is the number of the first, from 1."""

    data: bytes
    line: int


def parts(path: Path, tell: Tell) -> Iterator[Part]:
    """The parts of a file in UTF-8, without its byte order mark. Raises OSError, and Refused where
    a line is none."""
    size = max(path.stat().st_size, 1)
    line, done, left = 1, 0, b""
    with path.open("rb") as file:
        while data := file.read(_PART):
            tell(Stage.READING, done / size)
            done += len(data)
            left += data if done > len(data) else data.removeprefix(_MARK)
            cut = left.rfind(b"\n") + 1
            if cut:
                yield _checked(Part(left[:cut], line), path.name)
                line += left.count(b"\n", 0, cut)
                left = left[cut:]
    if left:
        yield _checked(Part(left + b"\n", line), path.name)


def lines_of(found: Iterator[Part]) -> Iterator[str]:
    """The lines of parts as a reader of CSV wants them."""
    for part in found:
        text = part.data.decode("utf-8").replace("\0", "")
        yield from io.StringIO(text, newline="")


def _checked(part: Part, name: str) -> Part:
    try:
        part.data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = part.line + part.data.count(b"\n", 0, wrong.start)
        facts = {"position": str(wrong.start)}
        raise Refused([Trouble("not_utf8", f"{name} line {line}", facts)]) from None
    return part
