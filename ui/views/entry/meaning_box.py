"""What a value would mean for the KPIs that read it: each with its shape and its word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.evaluation import Cell, Evaluation
from scorecard.shown import target_said, value_of
from scorecard.text import Said
from scorecard.vocabulary import Direction, Missing, Status
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words
from ui.widgets.plain_tip import set_tip

LINE, INSET, SHAPE, MOST = 20, 12, 12, 4


class Told(NamedTuple):
    """One line of the box."""

    status: Status
    words: str


class MeaningBox(QWidget):
    """A title, and a line for each KPI; hidden where no KPI reads the value."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._title = look, ""
        self.told: tuple[Told, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_told(self, title: str, told: Sequence[Told]) -> None:
        """Say other lines."""
        self._title, self.told = title, tuple(told)
        self.setVisible(bool(told))
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(line.words for line in told))
        set_tip(self, self.accessibleDescription())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line each."""
        return QSize(200, 16 + LINE * (len(self.told) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and its lines."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        line = QRectF(INSET, 8, self.width() - 2 * INSET, LINE)
        paint_words(painter, line, self._title, colours.text, role="body_medium")
        for each in self.told:
            line.translate(0, LINE)
            shape = QRectF(line.left(), line.top(), SHAPE, line.height())
            paint_status(painter, shape, each.status, colours)
            words = line.adjusted(SHAPE + 8, 0, 0, 0)
            paint_words(painter, words, each.words, colours.text2, role="secondary")


def told_of(
    before: Evaluation, after: Evaluation, nodes: Sequence[str], look: Look
) -> Iterator[Told]:
    """What each KPI line would be; `before` is as it is now."""
    for node in nodes[:MOST]:
        line = after.line(node)
        if line.cell is not None:
            was = before.line(node).status
            yield Told(line.status, _words(line.cell, look.tell(line.name), line.status, was, look))
    if len(nodes) > MOST:
        yield Told(Status.BLUE, look.say("entry.meaning.more", count=str(len(nodes) - MOST)))


def _words(cell: Cell, name: str, status: Status, was: Status, look: Look) -> str:
    facts = {"kpi": name, "value": _value(cell, look)}
    target = target_said(cell, look.language)
    key = "entry.meaning.line" if target else "entry.meaning.bare"
    said = Said(key, {**facts, "status": Said(f"look.status.{status}"), "target": target})
    words = look.tell(said)
    if status is was:
        return words
    return words + look.say("entry.meaning.was", status=Said(f"look.status.{was}"))


def _value(cell: Cell, look: Look) -> str:
    if cell.version.direction is Direction.YES and not isinstance(cell.value, Missing):
        return look.say("panel.yes" if cell.value >= 1 else "panel.no")
    shown = value_of(cell, look.language)
    return str(shown) if shown is not None else look.say("panel.missing")
