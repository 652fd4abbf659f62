"""The numbers of a KPI's last periods: what goes into it, its value, its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from scorecard.figures.detail import Detail
from scorecard.shown import SIGNS
from scorecard.vocabulary import Missing, Status
from ui.painting.shapes import paint_status
from ui.painting.words import RIGHT, words_width
from ui.report.fitting import fitted
from ui.report.sheet import Sheet
from ui.report.wording import column_name, measure_words, narrow_words

_HEAD, _ROW, _GAP = 26.0, 22.0, 8.0
#: The column of the names is at least so wide, px; wider where the numbers leave room.
_NAMES = 168.0

#: Its name, its texts and the role of their type.
_Row = tuple[str, list[str], str]


def paint_table(sheet: Sheet, box: QRectF, page: Detail) -> float:
    """Draw the table from the top of `box`; its height."""
    sheet.words(
        QRectF(box.left(), box.top(), 300, _HEAD), sheet.say("report.detail.values"), "body_bold"
    )
    if page.unfed:
        text = sheet.say("report.detail.unfed", n=str(page.unfed))
        head = QRectF(box.left(), box.top(), box.width(), _HEAD)
        sheet.words(head, text, "secondary", align=RIGHT, faint=True)
    top = box.top() + _HEAD
    sheet.rule(box.left(), box.right(), top, strong=True)
    rows = _rows(sheet, page)
    names = _names_width(rows, box.width())
    for row in rows:
        _paint_row(sheet, QRectF(box.left(), top, box.width(), _ROW), names, row)
        top += _ROW
    _paint_statuses(sheet, QRectF(box.left(), top, box.width(), _ROW), names, page)
    return top + _ROW - box.top()


def _names_width(rows: Sequence[_Row], width: float) -> float:
    """As wide as the longest name, as far as no number needs the room."""
    wanted = max(words_width(name, "secondary") for name, _, _ in rows) + _GAP
    widest = max(words_width(text, "secondary_bold") for _, texts, _ in rows for text in texts)
    left = width - max(len(texts) for _, texts, _ in rows) * (widest + _GAP)
    return max(_NAMES, min(wanted, left))


def _rows(sheet: Sheet, page: Detail) -> list[_Row]:
    periods = [cell.period for cell in page.cells]
    before = [None, *periods[:-1]]
    naming = sheet.board.settings.naming
    names = [column_name(now, was, naming) for now, was in zip(periods, before, strict=True)]
    rows = [("", names, "secondary")]
    for fed in page.fed:
        texts = [measure_words(value, fed.measure.unit, sheet) for value in fed.values]
        rows.append(
            (_named(sheet, sheet.tell(fed.measure.name), fed.measure.unit), texts, "secondary")
        )
    actual = _named(sheet, sheet.say("report.detail.actual"), page.cell.version.unit)
    rows.append((actual, [narrow_words(cell, sheet) for cell in page.cells], "secondary_medium"))
    return rows


def _named(sheet: Sheet, name: str, unit: str) -> str:
    if not unit or unit.partition("/")[0] in SIGNS:
        return name
    return sheet.say("report.detail.of_unit", name=name, unit=sheet.unit(unit))


def _paint_row(sheet: Sheet, row: QRectF, names: float, said: _Row) -> None:
    whole, texts, role = said
    name, _ = fitted(whole, names - _GAP, "secondary")
    place = QRectF(row.left(), row.top(), names - _GAP, row.height())
    sheet.words(place, name, "secondary", faint=True)
    for at, text in enumerate(texts):
        newest = at == len(texts) - 1
        place = _column(row, names, at, len(texts))
        sheet.words(place, text, "secondary_bold" if newest else role, align=RIGHT)
    sheet.rule(row.left(), row.right(), row.bottom())


def _paint_statuses(sheet: Sheet, row: QRectF, names: float, page: Detail) -> None:
    name = sheet.say("report.detail.status")
    place = QRectF(row.left(), row.top(), names - _GAP, row.height())
    sheet.words(place, name, "secondary", faint=True)
    for at, cell in enumerate(page.cells):
        place = _column(row, names, at, len(page.cells))
        shape = QRectF(place.right() - 11, place.center().y() - 5.5, 11, 11)
        status = Status.GREY if isinstance(cell.value, Missing) else cell.status
        paint_status(sheet.painter, shape, status, sheet.palette)
    sheet.rule(row.left(), row.right(), row.bottom())


def _column(row: QRectF, names: float, at: int, of: int) -> QRectF:
    width = (row.width() - names) / of
    return QRectF(row.left() + names + at * width + 4, row.top(), width - 4, row.height())
