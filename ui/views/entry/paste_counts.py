"""How many cells of a block have each verdict."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.entering.verdict import Verdict
from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.words import paint_words, words_width

BAR, LINE = 8, 18


class Counts(QWidget):
    """How many cells have each verdict: as a bar, and in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counted: dict[Verdict, int] = {}
        self._same = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.retell)

    def show_counts(self, counted: dict[Verdict, int], same: int) -> None:
        """Say other counts; `same` stand there already."""
        self._counted, self._same = counted, same
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.say("entry.comma").join(self.words))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> list[str]:
        """The counts in words."""
        return [words for words, _ink in self._told()]

    def sizeHint(self) -> QSize:
        """The bar and a line of words."""
        return QSize(200, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """The bar, and as many lines as the words need."""
        lines = {line for line, _left, _words, _ink in self._placed(width)}
        return BAR + 6 + LINE * max(len(lines), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a stretch for each verdict, then the words."""
        colours, painter = self._look.palette, QPainter(self)
        total, left = sum(self._counted.values()), 0.0
        for verdict, count in self._counted.items():
            width = self.width() * count / total if total else 0.0
            box = QRectF(left, 0, max(width - 2, 0), BAR)
            painter.fillRect(box, self._fill(verdict))
            if verdict is Verdict.BLANK and count:
                painter.setPen(QPen(colours.ctl, 1))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            left += width
        for line, start, words, ink in self._placed(self.width()):
            place = QRectF(start, BAR + 6 + LINE * line, self.width() - start, LINE)
            paint_words(painter, place, words, ink, role="secondary")

    def _placed(self, width: int) -> Iterator[tuple[int, float, str, QColor]]:
        """The words with the line and the place where they begin."""
        line, left = 0, 0.0
        for words, ink in self._told():
            wide = words_width(words, "secondary")
            if left and left + wide > width:
                line, left = line + 1, 0.0
            yield line, left, words, ink
            left += wide + 14

    def _told(self) -> list[tuple[str, QColor]]:
        shown = {**self._counted, Verdict.SAME: self._same}
        return [
            (self._look.say(f"entry.verdict.{verdict}", count=str(count)), self._ink(verdict))
            for verdict, count in shown.items()
            if count or verdict is Verdict.WRITE
        ]

    def _fill(self, verdict: Verdict) -> QColor:
        colours = self._look.palette
        return {
            Verdict.WRITE: colours.accent,
            Verdict.DOUBT: colours.tones[Status.AMBER].fill,
            Verdict.BLANK: colours.surface,
            Verdict.REFUSED: colours.tones[Status.RED].fill,
        }[verdict]

    def _ink(self, verdict: Verdict) -> QColor:
        tones = {Verdict.DOUBT: Status.AMBER, Verdict.REFUSED: Status.RED}
        colours = self._look.palette
        return colours.tones[tones[verdict]].text if verdict in tones else colours.text2
