"""The first sight: a picture of what the next start shows, used only if all is as it was.

Only Qt is imported here, because the picture is shown before anything else is loaded.
"""

import contextlib
import zlib
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from PySide6.QtGui import QImage

from ui.same_state import facts_of, is_left_alone, screen_state, state_of
from ui.surroundings import Surroundings

FORMAT = QImage.Format.Format_RGB32


class Entered(NamedTuple):
    """How far a month is entered, and how many warnings are open, as the foot says it."""

    done: int
    asked: int
    warnings: int


class Head(NamedTuple):
    """What stands before the pixels: of which document and state they are, on which days that is
    what one sees (ISO 8601, both included), what is `entered` (three numbers, or nothing where
    that was not counted), and their measures."""

    document: str
    title: str
    state: str
    since: str
    until: str
    entered: str
    width: int
    height: int
    ratio: float
    check: int


class Sight(NamedTuple):
    """What is to be seen, the title of its window, and what the foot says, if that is known."""

    image: QImage
    title: str
    entered: Entered | None


class FirstSight:
    """The picture in the program's own folder. To be made before the application is dressed."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._screen = around, screen_state()
        self._true_of = b""

    def found(self, file: Path | None) -> Sight | None:
        """The picture and the window's title for `file` (None: the last document).

        None unless every byte of the document and of the preferences is as it was, on a day that
        changes nothing, by the same program on the same screen, and the document was left
        properly. The document was examined when the picture was made, so a damaged one is not
        shown (R9).
        """
        with (
            contextlib.suppress(OSError, ValueError, TypeError),
            self._around.sight.open("rb") as stream,
        ):
            head = _read(stream.readline())
            document = Path(head.document)
            is_asked_for = file is None or file.resolve() == document
            facts = self._facts(document)
            is_now = head.since <= self._around.today().isoformat() <= head.until
            is_ready = is_asked_for and is_now and is_left_alone(document, self._around)
            if is_ready and head.state == state_of(facts, document):
                self._true_of = facts
                return Sight(_image(head, stream), head.title, _entered(head.entered))
        return None

    def is_kept(self, document: Path) -> bool:
        """Whether the picture that was found is still that of `document`, which may be open."""
        with contextlib.suppress(OSError):
            return self._true_of == self._facts(document)
        return False

    def keep(self, seen: Sight, document: Path, until: date) -> None:
        """Keep what a start shows of `document`, which is closed, up to the day `until`; nothing
        where that cannot be written or said in one line."""
        from scorecard.whole_file import written_whole

        image = seen.image.convertToFormat(FORMAT)
        pixels = bytes(image.constBits())
        measures = (image.width(), image.height(), image.devicePixelRatio(), zlib.crc32(pixels))
        with contextlib.suppress(OSError, ValueError):
            state = state_of(self._facts(document), document)
            since, last = self._around.today().isoformat(), until.isoformat()
            entered = " ".join(map(str, seen.entered or ()))
            head = Head(str(document), seen.title, state, since, last, entered, *measures)
            line = _written(head)
            written_whole(self._around.sight, lambda file: file.writelines((line, pixels)))

    def _facts(self, document: Path) -> bytes:
        return facts_of(document, self._around, self._screen)


def _read(line: bytes) -> Head:
    *texts, width, height, ratio, check = line.decode().split("\t")
    document, title, state, since, until, entered = texts
    size = int(width), int(height)
    return Head(document, title, state, since, until, entered, *size, float(ratio), int(check))


def _written(head: Head) -> bytes:
    line = "\t".join(map(str, head)) + "\n"
    if _read(line.encode()) != head or line.count("\n") > 1:
        raise ValueError(line)
    return line.encode()


def _entered(numbers: str) -> Entered | None:
    return Entered(*map(int, numbers.split())) if numbers else None


def _image(head: Head, stream: BinaryIO) -> QImage:
    """The pixels that follow. Raises ValueError where they are not those that were written."""
    image = QImage(head.width, head.height, FORMAT)
    pixels = image.bits()
    is_whole = stream.readinto(pixels) == len(pixels) and not stream.read(1)  # type: ignore[attr-defined]  # a buffered file
    if not is_whole or zlib.crc32(pixels) != head.check:
        raise ValueError(head.check)
    image.setDevicePixelRatio(head.ratio)
    return image
