"""The name of the chosen line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from ui.fonts import line_height
from ui.look import Look
from ui.painting.words import is_cut, paint_words
from ui.widgets.label import Label

#: Of more lines a name is cut.
MOST = 3


class NameLine(Label):
    """The name, over up to three lines where it is long, cut with … where those are too short."""

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
        """What stands on each line; the last one may be cut."""
        rest = self.text()
        found: list[str] = []
        while len(found) < MOST - 1 and is_cut(rest, self.width(), "h3"):
            at = self._break(rest)
            found.append(rest[:at].rstrip())
            rest = rest[at:]
        return (*found, rest)

    def _break(self, text: str) -> int:
        """How many characters go on the first line."""
        from PySide6.QtGui import QTextLayout  # few names are so long

        laid = QTextLayout(text, self.font())
        laid.beginLayout()
        line = laid.createLine()
        line.setLineWidth(self.width())
        laid.endLayout()
        return line.textLength()

    def _take_lines(self) -> None:
        self.setFixedHeight(len(self.lines) * line_height("h3"))
