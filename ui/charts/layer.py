"""What a plot is drawn with: a layer painted in px, and pens that keep their width."""

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

NOWHERE = float("nan")


class Layer(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints in px what has its place in values: `place` turns one into the other."""

    def __init__(self, draw: Callable[[QPainter, Callable[[float, float], QPointF]], None]) -> None:
        super().__init__()
        self._draw = draw

    def boundingRect(self) -> QRectF:
        """All that is in view."""
        return QRectF(self.viewRect()) if self.getViewBox() is not None else QRectF()

    def viewTransformChanged(self) -> None:
        """The stretch shown has changed, and with it what this covers."""
        super().viewTransformChanged()  # forgets where the view was, which boundingRect asks
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Draw, with the painter in px."""
        world = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, lambda x, y: world.map(QPointF(x, y)))
        painter.restore()


def placed(values: Sequence[float | None]) -> tuple[list[int], list[float]]:
    """Values side by side, not-a-number where there is none."""
    return list(range(len(values))), [NOWHERE if value is None else value for value in values]


def pen(colour: QColor, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """A pen of `width` px at any scale; dashes are px too."""
    made = QPen(colour, width)
    made.setCosmetic(True)
    if dash:
        made.setDashPattern([part / width for part in dash])
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    else:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made
