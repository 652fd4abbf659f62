"""Where a chart is drawn, on the screen or on a page: a painter with colours and words."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.painting.words import LEFT, paint_words
from ui.palettes import Palette


class Canvas(NamedTuple):
    """`say` gives the sentence of a key with its facts; `is_mono` is in black and white."""

    painter: QPainter
    palette: Palette
    say: Callable[..., str]
    is_mono: bool = False

    def words(
        self,
        box: QRectF,
        text: str,
        role: str = "secondary",
        *,
        align: Qt.AlignmentFlag = LEFT,
        faint: bool = False,
    ) -> None:
        """One line of text in the middle height of `box`."""
        colour = self.palette.text2 if faint else self.palette.text
        paint_words(self.painter, box, text, colour, role=role, align=align)
