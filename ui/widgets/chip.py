"""A chip that filters: shape or icon, word, count; it stays pressed while it filters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width
from ui.widgets.painted import PaintedButton

HEIGHT, PADDING, SHAPE, GAP = 24, 9, 11, 5


class Chip(PaintedButton):
    """A toggle 24 px high; without a wording it says the word of its status. A short one shows
    its sign and its count, the word is its tool tip."""

    def __init__(
        self, look: Look, wording: Wording = "", status: Status | None = None, icon: str = ""
    ) -> None:
        self._status, self._icon = status, icon
        self._count: int | None = None
        self._is_short = False
        spoken = wording or (Said(f"look.status.{status}") if status else "")
        super().__init__(look, spoken, radius=HEIGHT // 2)
        self.setCheckable(True)

    def set_count(self, count: int | None) -> None:
        """Show how many lines it stands for."""
        self._count = count
        self.retell()

    def set_short(self, short: bool) -> None:
        """Leave the word out where there is no room for it, or show it again."""
        if short != self._is_short:
            self._is_short = short
            self.retell()

    def width_of(self, *, short: bool) -> int:
        """How wide it is with or without its word, px; words as if chosen, so that nothing
        moves."""
        parts = [] if short else [words_width(self.words, "secondary_medium")]
        parts += [SHAPE] if self._status or self._icon else []
        parts += [] if self._count is None else [words_width(str(self._count), "secondary_bold")]
        return round(2 * PADDING + sum(parts) + GAP * max(len(parts) - 1, 0) + 1)

    def accessible_words(self) -> str:
        """Its words and its count."""
        return self.words if self._count is None else f"{self.words} {self._count}"

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return QSize(self.width_of(short=self._is_short), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, then shape, words and count from the left."""
        colours = self.look.palette
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.text2 if chosen else colours.line2, 1))
        painter.setBrush(colours.hover if chosen or self.underMouse() else colours.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_content(painter, box.adjusted(PADDING, 0, -PADDING + 1, 0))

    def _paint_content(self, painter: QPainter, inner: QRectF) -> None:
        colours = self.look.palette
        if self._status or self._icon:
            self._paint_sign(painter, QRectF(inner.left(), inner.top(), SHAPE, inner.height()))
            inner.setLeft(inner.left() + SHAPE + GAP)
        role = "secondary_medium" if self.isChecked() else "secondary"
        colour = colours.text if self.isEnabled() else colours.dis
        if not self._is_short:
            paint_words(painter, inner, self.words, colour, role=role)
            inner.setLeft(inner.left() + words_width(self.words, role) + GAP)
        if self._count is not None:
            paint_words(painter, inner, str(self._count), colour, role="secondary_bold")

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        if self._status:
            paint_status(painter, place, self._status, self.look.palette)
        else:
            paint_icon(painter, place.adjusted(-1, 0, 1, 0), self._icon, self.look.palette.text2)
