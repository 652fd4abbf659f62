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
    """A toggle 24 px high; without a wording it says the word of its status."""

    def __init__(
        self, look: Look, wording: Wording = "", status: Status | None = None, icon: str = ""
    ) -> None:
        self._status, self._icon = status, icon
        self._count: int | None = None
        spoken = wording or (Said(f"look.status.{status}") if status else "")
        super().__init__(look, spoken, radius=HEIGHT // 2)
        self.setCheckable(True)

    def set_count(self, count: int | None) -> None:
        """Show how many lines it stands for."""
        self._count = count
        self.retell()

    def accessible_words(self) -> str:
        """Its words and its count."""
        return self.words if self._count is None else f"{self.words} {self._count}"

    def sizeHint(self) -> QSize:
        """As wide as shape, words and count; words as if chosen, so that nothing moves."""
        width = 2 * PADDING + words_width(self.words, "secondary_medium")
        width += SHAPE + GAP if self._status or self._icon else 0
        if self._count is not None:
            width += GAP + words_width(str(self._count), "secondary_bold")
        return QSize(round(width + 1), HEIGHT)

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
        paint_words(painter, inner, self.words, colour, role=role)
        if self._count is not None:
            inner.setLeft(inner.left() + words_width(self.words, role) + GAP)
            paint_words(painter, inner, str(self._count), colour, role="secondary_bold")

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        if self._status:
            paint_status(painter, place, self._status, self.look.palette)
        else:
            paint_icon(painter, place.adjusted(-1, 0, 1, 0), self._icon, self.look.palette.text2)
