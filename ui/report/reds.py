"""The list of what is off target: value and target, cause, owner."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from scorecard.figures.pages import RED_HEAD, RED_ROW
from scorecard.figures.report import Red
from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.painting.star import paint_star
from ui.painting.words import words_width
from ui.report.fitting import fitted
from ui.report.paragraph import broken
from ui.report.sheet import Sheet
from ui.report.wording import DASH, target_words, value_words

#: The left end and the width of each column, from the left of the list.
_NAME, _VALUE, _CAUSE, _OWNER = (22, 250), (282, 168), (460, 528), (1000, 124)


def paint_reds_head(sheet: Sheet, box: QRectF, text: str, *, columns: bool) -> None:
    """The heading of the list, with the names of its columns where it has any rows."""
    shape = QRectF(box.left(), box.top() + 7, 14, 14)
    paint_status(sheet.painter, shape, Status.RED if columns else Status.GREEN, sheet.palette)
    sheet.words(QRectF(box.left() + 22, box.top(), 400, 28), text, "body_bold")
    if columns:
        for name, place in (("cause", _CAUSE), ("owner", _OWNER)):
            column = _column(box, place)
            head = QRectF(column.left(), box.top(), column.width(), 28)
            sheet.words(head, sheet.say(f"report.red.{name}"), "secondary", faint=True)
    y = box.top() + RED_HEAD - 4
    sheet.rule(box.left(), box.right(), y, strong=True)


def paint_reds(sheet: Sheet, box: QRectF, reds: Sequence[Red]) -> None:
    """The rows, from the top of `box`."""
    for at, red in enumerate(reds):
        row = QRectF(box.left(), box.top() + at * RED_ROW, box.width(), RED_ROW)
        _paint_red(sheet, row, red)
        sheet.rule(row.left(), row.right(), row.bottom())


def _paint_red(sheet: Sheet, row: QRectF, red: Red) -> None:
    line, cell = red.line, red.line.cell
    if cell is None:
        return
    shape = QRectF(row.left() + 1, row.center().y() - 5.5, 11, 11)
    paint_status(sheet.painter, shape, line.status, sheet.palette, hollow=line.stale)
    _paint_name(sheet, _column(row, _NAME), red)
    value, target = str(value_words(cell, sheet)), target_words(cell, sheet)
    both, role = fitted(f"{value} / {target}", _VALUE[1], "body_medium")
    sheet.words(_column(row, _VALUE), both, role)
    _paint_text(sheet, _column(row, _CAUSE), sheet.tell(red.cause))
    sheet.words(_column(row, _OWNER), sheet.tell(cell.version.owner) or DASH)


def _paint_name(sheet: Sheet, box: QRectF, red: Red) -> None:
    star = red.line.node.star
    room = box.width() - (18 if star else 0)
    name, role = fitted(sheet.tell(red.line.name), room, "body_medium")
    width = words_width(name, role) + 1
    sheet.words(QRectF(box.left(), box.top(), width, box.height()), name, role)
    if star:
        place = QRectF(box.left() + width + 6, box.center().y() - 5.5, 11, 11)
        paint_star(sheet.painter, place, sheet.palette.ink)


def _paint_text(sheet: Sheet, box: QRectF, text: str) -> None:
    """Up to two lines, in the middle of the row."""
    count = len(broken(text, box.width(), 2))
    height = 16.0 * count
    sheet.paragraph(QRectF(box.left(), box.center().y() - height / 2, box.width(), height), text)


def _column(row: QRectF, place: tuple[int, int]) -> QRectF:
    return QRectF(row.left() + place[0], row.top(), place[1], row.height())
