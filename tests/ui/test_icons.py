"""The icons: each drawing as Lucide means it, in the few commands that the program reads."""

from statistics import fmean

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from ui.icons import FOLDER, SIDE, paint_icon, path_of

INK = QColor("#204060")
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))
#: How far the mean of a picture may be from Qt's own of the same file, of 255.
NEAR = 4


def _blank(side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.white)
    return pixmap


def _drawn(name: str, side: int) -> QImage:
    pixmap = _blank(side)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, side, side), name, INK)
    painter.end()
    return pixmap.toImage()


def _by_qt(name: str, side: int) -> QImage:
    drawing = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", INK.name())
    pixmap = _blank(side)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap.toImage()


def _difference(one: QImage, other: QImage) -> float:
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    greys = [[image.pixelColor(x, y).lightness() for x, y in places] for image in (one, other)]
    return fmean(abs(a - b) for a, b in zip(*greys, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_looks_as_qt_draws_its_file(qtbot: QtBot, name: str) -> None:
    assert _difference(_drawn(name, 48), _by_qt(name, 48)) < NEAR
    assert _difference(_drawn(name, 48), _blank(48).toImage()) > NEAR


def test_every_line_of_every_icon_lies_in_its_square() -> None:
    square = QRectF(0, 0, SIDE, SIDE)

    for name in NAMES:
        box = path_of(name).boundingRect()
        assert square.contains(box.topLeft()), name
        assert square.contains(box.bottomRight()), name


def test_a_drawing_that_was_not_arranged_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("icons")
    (folder / "round.svg").write_text('<svg><path d="M9 12a3 3 0 1 0 6 0" /></svg>', "utf-8")
    (folder / "two.svg").write_text('<svg><path d="M1 2" /><path d="M3 4" /></svg>', "utf-8")
    monkeypatch.setattr("ui.icons.FOLDER", folder)

    for name in ("round", "two"):
        with pytest.raises(ValueError, match=name):
            path_of(name)
