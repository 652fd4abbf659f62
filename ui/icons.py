"""Line icons (lucide), drawn in a colour of the palette."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.palettes import Palette

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24)


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw the icon `name` in the middle of `rect`, as large as fits, sharp at any scale."""
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(box.topLeft(), _pixmap(name, colour.rgba(), round(side), ratio))


def icon(name: str, palette: Palette) -> QIcon:
    """The icon `name` for buttons and menus: text2, text when active, dis when disabled."""
    made = QIcon()
    states = (
        (QIcon.Mode.Normal, palette.text2),
        (QIcon.Mode.Active, palette.text),
        (QIcon.Mode.Selected, palette.text),
        (QIcon.Mode.Disabled, palette.dis),
    )
    for mode, colour in states:
        for ratio in (1.0, 2.0):
            made.addPixmap(_pixmap(name, colour.rgba(), 16, ratio), mode)
    return made


@cache
def _pixmap(name: str, rgba: int, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, QColor.fromRgba(rgba).name()).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
