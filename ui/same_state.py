"""Whether everything that a start shows is as it was: one digest over all of it."""

import os
import sys
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCryptographicHash
from PySide6.QtGui import QGuiApplication

from scorecard import VERSION
from ui.surroundings import Surroundings

#: Larger documents would take longer to be proven the same than that saves, bytes.
LARGEST = 32_000_000
#: What lies beside a document that somebody has open, or that was not closed properly.
BESIDE = (".lock", "-journal", "-wal")
LANGUAGE = ("LC_ALL", "LC_MESSAGES", "LANG")


def screen_state() -> str:
    """The screen and the colours of the system, before the program puts on its own."""
    screen, ground = QGuiApplication.primaryScreen(), QGuiApplication.palette().window().color()
    place = screen.availableGeometry().getRect()
    return f"{ground.name()} {place} {screen.devicePixelRatio()} {screen.logicalDotsPerInch()}"


def facts_of(document: Path, around: Surroundings, screen: str) -> bytes:
    """The program, the screen, the preferences, and what the system says about the
    document, which is not opened: to do that while SQLite has it open would drop its locks.
    Raises OSError where something is not there."""
    about = document.stat()
    rights = [os.access(place, os.W_OK) for place in (document, document.parent)]
    facts = (
        (VERSION, sys.version, qt_version, screen),
        ([os.environ.get(name, "") for name in LANGUAGE], str(document), rights),
        (about.st_mode, document.parent.stat().st_mode, about.st_size, about.st_mtime_ns),
        (around.settings.read_bytes(), around.geometry.read_bytes()),
    )
    return repr(facts).encode()


def state_of(facts: bytes, document: Path) -> str:
    """A digest of `facts` and every byte of the document, which nobody has open here. Raises
    OSError where it cannot be read, ValueError where it has more than `LARGEST` bytes."""
    size = document.stat().st_size
    if size > LARGEST:
        raise ValueError(size)
    digest = QCryptographicHash(QCryptographicHash.Algorithm.Blake2b_256)
    digest.addData(facts)
    digest.addData(document.read_bytes())
    return bytes(digest.result().toHex().data()).decode()


def is_left_alone(document: Path, around: Surroundings) -> bool:
    """Whether nobody has the document open, and the program ended properly last time."""
    beside = [document.with_name(document.name + ending) for ending in BESIDE]
    return not any(os.path.lexists(place) and _has_content(place) for place in beside) and not (
        any(around.own.glob("running-*.txt"))
    )


def _has_content(place: Path) -> bool:
    return place.lstat().st_size > 0
