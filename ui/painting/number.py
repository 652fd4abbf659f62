"""A number aligned on its decimal mark: integer part, fraction box, unit box."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from scorecard.unit_words import unit_briefly
from ui.painting.words import RIGHT, paint_whole, paint_words, words_width
from ui.palettes import Palette

FRACTION = 20
UNIT = 22
#: What is kept free before a unit, and where it takes the room of the fraction.
_BEFORE, _APART = 2, 1


class Parts(NamedTuple):
    """A shown number cut before its decimal mark: `−0` and `.07`."""

    integer: str
    fraction: str


def split(text: str) -> Parts:
    """Cut a shown number before its decimal mark; without one the fraction is empty."""
    integer, mark, digits = text.rpartition(".")
    return Parts(integer, mark + digits) if mark and digits.isdigit() else Parts(text, "")


class Unit(NamedTuple):
    """A unit as it is drawn, the width of its words, and that of the box beside the fraction."""

    text: str
    width: float
    box: float


def paint_number(
    painter: QPainter,
    rect: QRectF,
    text: str,
    palette: Palette,
    *,
    unit: str | None = "",
    medium: bool = False,
    colour: QColor | None = None,
) -> None:
    """Draw a formatted number at the right of `rect`; `unit` None leaves out the unit box.

    The decimal marks of a column stand below each other. A unit wider than its box takes what the
    fraction leaves free, then is said in short; only then does it, or a long fraction, push the
    rest to the left. Where that is too much the unit is cut, then the mark leaves its place, then
    the digits are smaller; none of them is cut.
    """
    role = "body_medium" if medium else "body"
    ink = colour or palette.text
    parts = split(text)
    fraction = max(FRACTION, words_width(parts.fraction, role))
    digits = words_width(parts.integer, role) + fraction
    right = rect.right()
    if unit is not None:
        said = _unit(unit, words_width(parts.fraction, role))
        box = max(min(said.box, rect.width() - digits), UNIT if unit else 0)
        width = max(min(said.width, box) if said.box > UNIT else said.width, UNIT - _BEFORE)
        place = QRectF(right - width, rect.top(), width, rect.height())
        paint_words(painter, place, said.text, palette.text2, role="secondary")
        right -= box
    mark = right - fraction
    if digits > right - rect.left() + 0.5:
        whole = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        paint_whole(painter, whole, text, ink, role=role, align=RIGHT)
        return
    after = QRectF(mark, rect.top(), fraction, rect.height())
    before = QRectF(rect.left(), rect.top(), mark - rect.left(), rect.height())
    paint_words(painter, after, parts.fraction, ink, role=role)
    paint_words(painter, before, parts.integer, ink, role=role, align=RIGHT)


def number_width(text: str, *, unit: str = "", medium: bool = False) -> float:
    """How wide `paint_number` draws a number together with its boxes."""
    role = "body_medium" if medium else "body"
    parts = split(text)
    fraction = words_width(parts.fraction, role)
    whole = words_width(parts.integer, role) + max(FRACTION, fraction)
    return whole + _unit(unit, fraction).box


def _unit(text: str, fraction: float) -> Unit:
    """The unit beside a fraction of that width, in short where it would push the mark."""
    free = max(UNIT - _BEFORE, UNIT + FRACTION - fraction - _APART)
    for said in (text, unit_briefly(text)):
        width = words_width(said, "secondary")
        if width <= free:
            return Unit(said, width, UNIT)
    return Unit(said, width, width + _BEFORE)
