"""The lines whose colour an import changed: before, after, and the name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.evaluation import Evaluation
from scorecard.text import Said
from scorecard.vocabulary import Status, Words
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words

#: So many are shown; the tree shows them all.
_MOST, _ROW, _SHAPE, _INDENT = 12, 24, 12, 72


class Moved(NamedTuple):
    """One line that changed its colour."""

    name: Words
    before: Status
    after: Status


def statuses(evaluation: Evaluation) -> dict[str, Status]:
    """The colour of each line that has a KPI."""
    return {line.node.id: line.status for line in evaluation.lines() if line.node.kpi is not None}


def moved(before: Mapping[str, Status], evaluation: Evaluation) -> tuple[Moved, ...]:
    """The lines whose colour is another one now; one that was not there had none."""
    after = statuses(evaluation)
    names = {line.node.id: line.name for line in evaluation.lines()}
    pairs = ((node, before.get(node, Status.GREY), status) for node, status in after.items())
    return tuple(Moved(names[node], was, now) for node, was, now in pairs if was is not now)


class MovedLines(QWidget):
    """Draws them below each other; a screen reader hears them as one text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: Sequence[Moved] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Moved]) -> None:
        """Show what changed; hidden where nothing did."""
        self._lines = lines[:_MOST]
        self.setVisible(bool(lines))
        self.setAccessibleName("\n".join(map(self._spoken, self._lines)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(360, _ROW * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw two shapes, an arrow and the name in each line."""
        painter, colours = QPainter(self), self._look.palette
        for at, line in enumerate(self._lines):
            top = at * _ROW + (_ROW - _SHAPE) / 2
            paint_status(painter, QRectF(0, top, _SHAPE, _SHAPE), line.before, colours)
            place = QRectF(_SHAPE + 8, top, _SHAPE, _SHAPE)
            paint_icon(painter, place, "arrow-right", colours.text2)
            paint_status(painter, QRectF(40, top, _SHAPE, _SHAPE), line.after, colours)
            words = QRectF(_INDENT, at * _ROW, self.width() - _INDENT, _ROW)
            paint_words(painter, words, self._look.tell(line.name), colours.text)

    def _spoken(self, line: Moved) -> str:
        before, after = (Said(f"look.status.{s}") for s in (line.before, line.after))
        facts: dict[str, Words | Said] = {"name": line.name, "before": before, "after": after}
        return self._look.tell(Said("window.workbook.moved_line", facts))
