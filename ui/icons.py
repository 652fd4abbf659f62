"""Line icons (Lucide), drawn in a colour of the palette."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.palettes import Palette

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24)
#: The square that every icon is drawn in, and the width of its lines there.
SIDE, LINE = 24, 1.75
#: A command of the one path of a drawing, with its numbers; see resources/icons/arrange.py.
_COMMAND = re.compile(r"([MLCZ])([-\d. e]*)")
_PATH = re.compile(r'<path d="([^"]*)"')


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
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor.fromRgba(rgba), LINE, Qt.PenStyle.SolidLine, cap, join))
    painter.drawPath(path_of(name))
    painter.end()
    return pixmap


def path_of(name: str) -> QPainterPath:
    """The lines of the icon `name` in a square of `SIDE`; ValueError where it is drawn otherwise
    than the file resources/icons/arrange.py writes it."""
    found = _PATH.findall((FOLDER / f"{name}.svg").read_text("utf-8"))
    if len(found) != 1 or _COMMAND.sub("", found[0]):
        raise ValueError(name)
    path = QPainterPath()
    draw: dict[str, Callable[..., object]]
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath}
    for letter, numbers in _COMMAND.findall(found[0]):
        draw[letter](*map(float, numbers.split()))
    return path
