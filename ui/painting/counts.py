"""How many lines below a parent have which status: ●16 ▲14 ■5 ◆3 ○1."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width
from ui.palettes import Palette

SHAPE, GAP, BETWEEN = 9, 4, 11


def paint_counts(
    painter: QPainter, rect: QRectF, counts: Mapping[Status, int], palette: Palette
) -> None:
    """Draw the counts from the left of `rect`; a status that does not occur is left out."""
    left = rect.left()
    for status, text in _shown(counts):
        shape = QRectF(left, rect.center().y() - SHAPE / 2, SHAPE, SHAPE)
        paint_status(painter, shape, status, palette)
        width = words_width(text, "secondary_medium")
        box = QRectF(left + SHAPE + GAP, rect.top(), width, rect.height())
        paint_words(painter, box, text, palette.text, role="secondary_medium")
        left += SHAPE + GAP + width + BETWEEN


def counts_width(counts: Mapping[Status, int]) -> float:
    """The width the counts take, px."""
    widths = [words_width(text, "secondary_medium") for _, text in _shown(counts)]
    return sum(widths) + len(widths) * (SHAPE + GAP + BETWEEN) - (BETWEEN if widths else 0)


def _shown(counts: Mapping[Status, int]) -> Iterator[tuple[Status, str]]:
    return ((status, str(counts[status])) for status in Status if counts.get(status, 0))
