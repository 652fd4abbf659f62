"""Pictures of painters, and what was drawn in them."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage, QPainter

WHITE = QColor("#FFFFFF")


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> QImage:
    """A white picture after `paint`."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def columns(image: QImage, left: int = 0, right: int | None = None) -> list[int]:
    """The columns in which anything was drawn."""
    return [
        x
        for x in range(left, image.width() if right is None else right)
        if any(image.pixelColor(x, y) != WHITE for y in range(image.height()))
    ]


def ink(image: QImage) -> float:
    """How much darkness was laid down."""
    return sum(
        255 - image.pixelColor(x, y).blue()
        for x in range(image.width())
        for y in range(image.height())
    )
