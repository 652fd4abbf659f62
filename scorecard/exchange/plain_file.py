"""The bytes of a file that somebody chose: a plain one, of bounded size, never waited for."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from scorecard.trouble import Refused, Trouble

MEBI = 1024 * 1024
#: The largest file that is read.
MOST_FILE = 256 * MEBI


def read_plain(path: Path) -> bytes:
    """All of a file. Raises Refused where it is not there, no plain file, or too large."""
    try:
        with opened_plain(path) as file:
            if os.fstat(file.fileno()).st_size > MOST_FILE:
                facts = {"limit": str(MOST_FILE // MEBI)}
                raise Refused([Trouble("file_too_large", path.name, facts)])
            return file.read(MOST_FILE)
    except OSError:
        raise Refused([Trouble("no_such_source", path.name)]) from None


def opened_plain(path: Path) -> BinaryIO:
    """A file to read from. Raises OSError, and Refused where it is a pipe, which would be waited
    for, a device, which may have no end, or a folder."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_dir():  # which Windows does not open at all
        raise Refused([Trouble("not_plain_file", path.name)])
    number = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise Refused([Trouble("not_plain_file", path.name)])
    return os.fdopen(number, "rb")
