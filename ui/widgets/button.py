"""Buttons: primary in ink, secondary with a border, quiet as an icon, link in accent."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.keycap import keycap_width, paint_keycap
from ui.painting.words import paint_words, words_width
from ui.palettes import Palette
from ui.widgets.painted import PaintedButton
from ui.widgets.plain_tip import set_tip

HEIGHT, SMALL, PADDING, GAP, ICON, RADIUS = 32, 28, 12, 8, 16, 6


class Kind(Enum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"


class _Dye(NamedTuple):
    """Colours of one state."""

    text: QColor
    ground: QColor | None
    border: QColor | None


class Button(PaintedButton):
    """A button. A quiet one shows its icon alone, a short one what it has besides its words;
    the words are then its name and tool tip."""

    def __init__(
        self,
        look: Look,
        wording: Wording,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        keys: str = "",
        small: bool = False,
        menu: bool = False,
        tip: Wording = "",
    ) -> None:
        self._kind, self._icon, self._keys, self._small = kind, icon, keys, small
        self._menu, self._is_short = menu, False
        self._reason: Wording = ""
        super().__init__(look, wording, tip=tip, radius=RADIUS)

    def refuse(self, reason: Wording | None) -> None:
        """Disable it with a tool tip that says why, or enable it with None."""
        self._reason = reason or ""
        self.setEnabled(reason is None)
        self.setAccessibleDescription(self.look.tell(self._reason))
        self.retell()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.retell()

    def set_short(self, short: bool) -> None:
        """Leave the words out where there is no room for them, or show them again."""
        if short != self._is_short:
            self._is_short = short
            self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again; why it is disabled comes first."""
        super().retell()
        if self._reason:
            set_tip(self, self.look.tell(self._reason))

    def sizeHint(self) -> QSize:
        """As wide as icon, words, keys and chevron."""
        return self.size_of(short=self._is_short)

    def size_of(self, *, short: bool) -> QSize:
        """Its size with or without its words."""
        height = SMALL if self._small else HEIGHT
        if self._kind is Kind.QUIET:
            return QSize(height, height)
        padding = 0 if self._kind is Kind.LINK else PADDING
        parts = [] if short else [words_width(self.words, self._role())]
        parts += [ICON] if self._icon else []
        parts += [keycap_width(self._keys)] if self._keys else []
        parts += [ICON] if self._menu else []
        return QSize(round(sum(parts) + GAP * (len(parts) - 1) + 2 * padding + 1), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, border, icon, words, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dye = self._dye(self.look.palette)
        painter.setPen(QPen(dye.border, 1) if dye.border else Qt.PenStyle.NoPen)
        painter.setBrush(dye.ground or Qt.BrushStyle.NoBrush)
        inset = 0.5 if dye.border else 0.0
        box = QRectF(self.rect())
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._kind is Kind.QUIET:
            paint_icon(painter, _middle(box), self._icon, dye.text)
        else:
            self._paint_content(painter, box, dye.text)

    def _paint_content(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        padding = 0 if self._kind is Kind.LINK else PADDING
        inner = box.adjusted(padding, 0, -padding, 0)
        if self._icon:
            place = QRectF(inner.left(), inner.top(), ICON, inner.height())
            paint_icon(painter, place, self._icon, colour)
            inner.setLeft(inner.left() + ICON + GAP)
        if self._menu:
            place = QRectF(inner.right() - ICON, inner.top(), ICON, inner.height())
            paint_icon(painter, place, "chevron-down", colour)
            inner.setRight(inner.right() - ICON - GAP)
        if self._keys:
            paint_keycap(painter, inner, self._keys, self.look.palette, colour)
            inner.setRight(inner.right() - keycap_width(self._keys) - GAP)
        if not self._is_short:
            paint_words(painter, inner.adjusted(0, 0, 1, 0), self.words, colour, role=self._role())

    def _role(self) -> str:
        return "secondary_medium" if self._small or self._kind is Kind.LINK else "body_medium"

    def _dye(self, palette: Palette) -> _Dye:
        if not self.isEnabled():
            flat = self._kind in {Kind.QUIET, Kind.LINK}
            return _Dye(palette.dis, *((None, None) if flat else (palette.sunken, palette.line)))
        down, over = self.isDown() or self.isChecked(), self.underMouse()
        if self._kind is Kind.PRIMARY:
            ground = palette.ink_hover if over else palette.ink
            return _Dye(palette.onink, palette.ink_press if down else ground, None)
        if self._kind is Kind.LINK:
            return _Dye(palette.text if over else palette.accent, None, None)
        ground = palette.press if down else palette.hover
        if self._kind is Kind.QUIET:
            return _Dye(palette.text if over else palette.text2, ground if over else None, None)
        return _Dye(palette.text, ground if over or down else palette.surface, palette.line2)


def _middle(box: QRectF) -> QRectF:
    place = QRectF(0, 0, ICON, ICON)
    place.moveCenter(box.center())
    return place
