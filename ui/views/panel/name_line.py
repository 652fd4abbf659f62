"""The name of the chosen line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from ui.fonts import line_height
from ui.look import Look
from ui.painting.words import is_cut, paint_words
from ui.widgets.label import Label


class NameLine(Label):
    """The name, over two lines where it is long, and cut with … where those are too short."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", role="h3")

    def retell(self) -> None:
        """Take words and colour from the look again."""
        super().retell()
        self._take_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as it needs in its new width."""
        super().resizeEvent(event)
        self._take_lines()

    def minimumSizeHint(self) -> QSize:
        """A few characters at least."""
        wanted = super().minimumSizeHint()
        return QSize(min(64, wanted.width()), wanted.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of it as there is room for."""
        colour, painter, lines = self._look.palette.text, QPainter(self), self.lines
        high = self.height() / len(lines)
        for number, words in enumerate(lines):
            box = QRectF(0, number * high, self.width(), high)
            paint_words(painter, box, words, colour, role="h3")

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on its line, or on its two; the second may be cut."""
        text = self.text()
        if not is_cut(text, self.width(), "h3"):
            return (text,)
        from PySide6.QtGui import QTextLayout  # few names are so long

        laid = QTextLayout(text, self.font())
        laid.beginLayout()
        line = laid.createLine()
        line.setLineWidth(self.width())
        laid.endLayout()
        return (text[: line.textLength()].rstrip(), text[line.textLength() :])

    def _take_lines(self) -> None:
        self.setFixedHeight(len(self.lines) * line_height("h3"))
