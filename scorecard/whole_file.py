"""A file written whole or not at all (R13)."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO


def written_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a file beside `path`, then put it in the place of `path`.

    Whoever looks sees the earlier file or the new one, also after a power cut. Where anything
    fails the earlier file is untouched and the error is raised: an OSError of the disk, or
    what `write` raised. The file is readable by its owner alone (S12).
    """
    with standing_in(path) as beside:
        with beside.open("wb") as file:
            write(file)
        put_in_place(beside, path)


@contextlib.contextmanager
def standing_in(path: Path) -> Iterator[Path]:
    """An empty private file beside `path`; gone at the end unless it was put in place."""
    number, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
    os.close(number)
    beside = Path(name)
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def put_in_place(beside: Path, path: Path) -> None:
    """Make `beside` safe on the disk and rename it to `path`, over what is there."""
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(path)
    keep_folder(path.parent)


def keep_folder(folder: Path) -> None:
    """Make the names in `folder` safe on the disk, where the system can do that."""
    if os.name == "nt":  # Windows opens no folders; its renames are in the file system's own log
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
