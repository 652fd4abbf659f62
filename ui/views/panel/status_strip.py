"""Periods as a row of status shapes, the oldest at the left; a line under those that differ."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.widgets.painted import RING

SHAPE, CELL, HEIGHT, MARK = 10, 15, 22, 2


class Coloured(NamedTuple):
    """A period with the colour that it would have, and the one that it has."""

    period: str
    status: Status
    was: Status


class StatusStrip(QWidget):
    """Arrow keys go through the periods; each is told by a tool tip and to a screen reader."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._at = look, -1
        self.cells: tuple[Coloured, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(RING, 4)
        look.changed.connect(self.retell)
        self.retell()

    def show_cells(self, cells: Sequence[Coloured]) -> None:
        """Show other periods."""
        self.cells, self._at = tuple(cells), -1
        self.retell()

    def sizeHint(self) -> QSize:
        """As wide as there are periods."""
        return QSize(CELL * max(len(self.cells), 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower where it has to be."""
        return QSize(SHAPE * max(len(self.cells), 1), HEIGHT)

    def told(self, at: int) -> str:
        """What is said of a period."""
        cell = self.cells[at]
        facts: dict[str, Said | str] = {
            "period": cell.period,
            "status": Said(f"look.status.{cell.status}"),
            "was": Said(f"look.status.{cell.was}"),
        }
        return self._look.say("target_help.strip.cell", **facts)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.say("target_help.strip"))
        some = [self.told(at) for at in range(len(self.cells))]
        self.setAccessibleDescription(some[self._at] if self._at >= 0 else "\n".join(some))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from period to period."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.cells:
            super().keyPressEvent(event)
            return
        last = len(self.cells) - 1
        self._at = min(max(self._at + step, 0), last) if self._at >= 0 else last
        self.retell()
        middle = QPoint(round((self._at + 0.5) * self._width), HEIGHT)
        QToolTip.showText(self.mapToGlobal(middle), self.told(self._at), self)

    def event(self, event: QEvent) -> bool:
        """A tool tip for the period under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.cells:
            at = int(event.pos().x() / self._width)
            text = self.told(at) if 0 <= at < len(self.cells) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes, the mark of those that differ, and a frame around the chosen one."""
        painter, colours = QPainter(self), self._look.palette
        for at, cell in enumerate(self.cells):
            box = QRectF(at * self._width, 0, self._width, HEIGHT)
            shape = QRectF(0, 0, SHAPE, SHAPE)
            shape.moveCenter(box.center())
            paint_status(painter, shape, cell.status, colours)
            if cell.status is not cell.was:
                line = QRectF(box.left() + 2, HEIGHT - MARK, box.width() - 4, MARK)
                painter.fillRect(line, colours.text2)
            if at == self._at:
                painter.setPen(colours.accent)
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    @property
    def _width(self) -> float:
        return min(CELL, self.width() / max(len(self.cells), 1))
