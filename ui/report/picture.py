"""A page as a picture: the preview on the screen, and PNG files."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from scorecard.whole_file import written_whole
from ui.report.booklet import Booklet
from ui.report.sheet import HEIGHT, WIDTH

#: As wide as A4 at 200 dots per inch.
PRINT_WIDTH = 2339


def page_image(booklet: Booklet, index: int, width: int) -> QImage:
    """Page `index` (from 0) on white, `width` pixels wide."""
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    try:
        painter.scale(width / WIDTH, width / WIDTH)
        booklet.paint(painter, index)
    finally:
        painter.end()  # a painter must not outlive what it paints on
    return image


def write(path: Path, booklet: Booklet, index: int = 0, width: int = PRINT_WIDTH) -> None:
    """Write one page as PNG, whole or not at all (R13). Raises OSError."""
    data = _png(page_image(booklet, index, width))

    def fill(file: BinaryIO) -> None:
        file.write(data)

    written_whole(path, fill, handed_out=True)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
