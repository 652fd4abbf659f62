"""The ground of a row: what is chosen, gone to or under the mouse."""

from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from scorecard.evaluation.line import Line
from scorecard.vocabulary import NodeKind
from ui.palettes import Palette

EDGE = 3


class Ground(StrEnum):
    """How a row lies there."""

    PLAIN = "plain"
    HOVERED = "hovered"
    CURRENT = "current"
    PICKED = "picked"


def paint_ground(
    painter: QPainter, rect: QRectF, line: Line, palette: Palette, ground: Ground
) -> None:
    """Fill the row of `line`, with the hairline below."""
    is_head = line.node.kind in {NodeKind.GOAL, NodeKind.PERSPECTIVE}
    plain = palette.sunken if is_head else palette.surface
    fills = {
        Ground.HOVERED: palette.hover,
        Ground.CURRENT: palette.sel,
        Ground.PICKED: palette.sel2,
    }
    painter.fillRect(rect, fills.get(ground, plain))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), palette.grid)


def paint_edge(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """The mark at the left of the row that is gone to."""
    painter.fillRect(QRectF(rect.left(), rect.top(), EDGE, rect.height()), palette.accent)
