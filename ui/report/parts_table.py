"""The units of a KPI beside each other on its page: value, share, their sum."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from scorecard.figures import Parts
from ui.painting.words import RIGHT
from ui.report.fitting import fitted
from ui.report.sheet import Sheet
from ui.report.wording import DASH

_HEAD, _ROW, _VALUE, _SHARE = 26.0, 18.0, 96.0, 64.0
#: More units than these are counted.
MOST = 6


def paint_parts(sheet: Sheet, box: QRectF, parts: Parts) -> float:
    """Draw the table from the top of `box`; its height."""
    title = QRectF(box.left(), box.top(), box.width(), _HEAD - 4)
    sheet.words(title, sheet.say("parts"), "body_bold")
    _paint_numbers(sheet, title, (sheet.say("parts.value"), sheet.say("parts.share")), "secondary")
    sheet.rule(box.left(), box.right(), box.top() + _HEAD - 2)
    top = box.top() + _HEAD
    for name, numbers, role in _rows(sheet, parts):
        row = QRectF(box.left(), top, box.width(), _ROW)
        shown, _ = fitted(name, box.width() - _VALUE - _SHARE - 8, role)
        sheet.words(row, shown, role)
        _paint_numbers(sheet, row, numbers, role)
        top += _ROW
    if parts.note is not None:
        room = QRectF(box.left(), top + 2, box.width(), box.bottom() - top)
        top += sheet.paragraph(room, sheet.tell(parts.note), faint=True) + 2
    return top - box.top()


def _rows(sheet: Sheet, parts: Parts) -> Iterator[tuple[str, tuple[str, str], str]]:
    """Each row as its name, its numbers and the role of its type."""
    for each in parts.rows[:MOST]:
        role = "secondary_bold" if each.own else "secondary"
        yield sheet.tell(each.name), (sheet.tell(each.value) or DASH, each.share or DASH), role
    left = len(parts.rows) - MOST
    if left > 0:
        yield sheet.say("parts.more", n=str(left)), ("", ""), "secondary"
    numbers = sheet.tell(parts.value) or DASH, parts.share or DASH
    yield sheet.say("parts.sum"), numbers, "secondary_medium"


def _paint_numbers(sheet: Sheet, row: QRectF, numbers: tuple[str, str], role: str) -> None:
    share = QRectF(row.right() - _SHARE, row.top(), _SHARE, row.height())
    value = QRectF(share.left() - _VALUE, row.top(), _VALUE, row.height())
    for place, text in zip((value, share), numbers, strict=True):
        sheet.words(place, text, role, align=RIGHT)
