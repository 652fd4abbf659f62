"""The number of the chosen line, large, with its unit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.shown import Shown
from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.counts import counts_width, paint_counts
from ui.painting.words import paint_words, words_width

BIG, SMALL = "kpi", "h1"
#: Number and unit stand beside each other in so much room, px.
ROOM = 200


class BigNumber(QWidget):
    """The number of the line, 48 px high where it has room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown, self._quiet, self._stale = Shown(""), False, False
        self._counts: dict[Status, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_value(self, shown: Shown, *, quiet: bool, stale: bool) -> None:
        """Show a value; `quiet` for one that is missing, `stale` for an older one."""
        self._shown, self._quiet, self._stale, self._counts = shown, quiet, stale, {}
        self._retell()

    def show_score(self, score: str, counts: object) -> None:
        """Show a parent's score with the counts of its lines; words where it has none."""
        say = self._look.say
        self._shown = Shown(score, say("panel.points")) if score else Shown(say("panel.no_score"))
        self._quiet, self._stale = not score, False
        self._counts = dict(counts) if isinstance(counts, dict) else {}
        self._retell()

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._shown)

    def sizeHint(self) -> QSize:
        """As wide as number and unit, or as the counts below them."""
        number, unit = words_width(self._shown.text, self._role) + 4, self._shown.unit
        if self._is_below:
            width = max(number, min(words_width(unit, "secondary") + 4, ROOM))
        else:
            width = number + (words_width(unit, "h3") + 4 if unit else 0)
        width = max(width, counts_width(self._counts))
        high = self._counts or self._is_below
        return QSize(round(width + (20 if self._stale else 0)), 76 if high else 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw number, unit, and the clock of an older value or the counts of a parent."""
        colours, painter = self._look.palette, QPainter(self)
        quiet = self._quiet or self._stale
        box = QRectF(0, 0, self.width(), 56)
        ink = colours.text2 if quiet else colours.text
        paint_words(painter, box, self._shown.text, ink, role=self._role)
        self._paint_unit(painter)
        if self._stale:
            paint_icon(painter, QRectF(self.width() - 18, 20, 16, 16), "clock-alert", colours.text2)
        if self._counts:
            paint_counts(painter, QRectF(0, 56, self.width(), 18), self._counts, colours)

    def _paint_unit(self, painter: QPainter) -> None:
        """Beside the number; a long one below it, so that neither is cut."""
        colour = self._look.palette.text2
        if self._is_below:
            below = QRectF(0, 56, self.width(), 18)
            paint_words(painter, below, self._shown.unit, colour, role="secondary")
            return
        left = words_width(self._shown.text, self._role) + 4
        beside = QRectF(left, 10, self.width() - left, 56)
        paint_words(painter, beside, self._shown.unit, colour, role="h3")

    @property
    def _is_below(self) -> bool:
        """Whether number and unit have no room beside each other."""
        both = words_width(self._shown.text, self._role) + words_width(self._shown.unit, "h3")
        return bool(self._shown.unit) and both > ROOM

    @property
    def _role(self) -> str:
        return SMALL if self._quiet or words_width(self._shown.text, BIG) > 168 else BIG

    def _retell(self) -> None:
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()
