"""A sheet of A4 laid on its side: a painter with the words, colours and measures of a page.

Lengths are px of 0.25 mm, so that the 14 px of a table cell are 9.9 pt and the smallest text,
12 px, is 8.5 pt.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from scorecard.board import Board
from scorecard.figures.people import person_said
from scorecard.text import Said, say, tell
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Words
from ui.charts.canvas import Canvas
from ui.painting.words import LEFT, paint_words
from ui.palettes import Palette, palette
from ui.report.paragraph import paint_paragraph

MM = 4.0
WIDTH, HEIGHT, MARGIN = 297 * MM, 210 * MM, 8 * MM
CONTENT = QRectF(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a page is drawn, in which language, whether in black and white, and the document
    whose names its words may be about."""

    painter: QPainter
    language: str
    mono: bool = False
    board: Board = field(default_factory=Board)

    @property
    def palette(self) -> Palette:
        """The colours of paper."""
        return palette("mono" if self.mono else "paper")

    @property
    def canvas(self) -> Canvas:
        """What charts are drawn on."""
        return Canvas(self.painter, self.palette, self.say, self.mono)

    def say(self, key: str, **facts: str | Words | Said) -> str:
        """The sentence `key` in the language of the page."""
        return say(key, self.language, **facts)

    def tell(self, wording: Words | Said | str) -> str:
        """A text in the language of the page."""
        if isinstance(wording, str):
            return wording
        if isinstance(wording, Words):
            return wording.show(self.language)
        return tell(wording, self.language)

    def unit(self, unit: str) -> str:
        """A unit in the language of the page."""
        return unit_shown(unit, self.language)

    def person(self, name: str) -> str:
        """Who did something, as the language of the page writes the name."""
        return person_said(self.board, name).show(self.language)

    def words(
        self,
        box: QRectF,
        text: str,
        role: str = "body",
        *,
        align: Qt.AlignmentFlag = LEFT,
        faint: bool = False,
    ) -> None:
        """One line of text in the middle height of `box`, cut where it is too long."""
        paint_words(self.painter, box, text, self.ink(faint=faint), role=role, align=align)

    def paragraph(
        self, box: QRectF, text: str, role: str = "secondary", *, faint: bool = False
    ) -> float:
        """Lines of text from the top of `box`, as many as fit; their height."""
        return paint_paragraph(self.painter, box, text, self.ink(faint=faint), role)

    def ink(self, *, faint: bool = False) -> QColor:
        """The colour of text."""
        return self.palette.text2 if faint else self.palette.text

    def rule(self, left: float, right: float, y: float, *, strong: bool = False) -> None:
        """A line across, a hairline unless `strong`."""
        self.painter.setPen(QPen(self.palette.ink if strong else self.palette.line, 1))
        self.painter.drawLine(QLineF(left, y, right, y))
