"""A file written whole or not at all (R13)."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO


def written_whole(
    path: Path, write: Callable[[BinaryIO], None], *, handed_out: bool = False
) -> None:
    """Let `write` fill a file beside `path`, then put it in the place of `path`.

    Whoever looks sees the earlier file or the new one, also after a power cut. Where anything
    fails the earlier file is untouched and the error is raised: an OSError of the disk, or
    what `write` raised. The file is readable by its owner alone (S12), unless it is to be
    `handed_out`: then by those whom the system lets read the files of this person.
    """
    with standing_in(path, handed_out=handed_out) as beside:
        with beside.open("wb") as file:
            write(file)
        put_in_place(beside, path)


@contextlib.contextmanager
def standing_in(path: Path, *, handed_out: bool = False) -> Iterator[Path]:
    """An empty file beside `path`, private unless it is to be `handed_out`; gone at the end unless
    it was put in place."""
    beside = _open_to_others(path) if handed_out else _private(path)
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _private(path: Path) -> Path:
    number, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
    os.close(number)
    return Path(name)


def _open_to_others(path: Path) -> Path:
    """With the rights of the file it will replace; of a new one the system's mask decides."""
    beside = path.with_name(f".{path.name[:80]}.{os.urandom(8).hex()}.tmp")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    with contextlib.suppress(FileNotFoundError):
        beside.chmod(path.stat().st_mode & 0o777)
    return beside


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
