"""The numbers of a KPI's last periods: what goes into it, its value, its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from scorecard.figures.detail import Detail
from scorecard.shown import SIGNS
from scorecard.vocabulary import Missing, Status
from ui.painting.shapes import paint_status
from ui.painting.words import RIGHT
from ui.report.fitting import fitted
from ui.report.sheet import Sheet
from ui.report.wording import column_name, measure_words, narrow_words

_HEAD, _ROW, _NAMES = 26.0, 22.0, 168.0


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
    for name, texts, role in _rows(sheet, page):
        row = QRectF(box.left(), top, box.width(), _ROW)
        _paint_row(sheet, row, name, texts, role)
        top += _ROW
    _paint_statuses(sheet, QRectF(box.left(), top, box.width(), _ROW), page)
    return top + _ROW - box.top()


def _rows(sheet: Sheet, page: Detail) -> list[tuple[str, list[str], str]]:
    """Each row as its name, its texts and the role of its type."""
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


def _paint_row(sheet: Sheet, row: QRectF, name: str, texts: Sequence[str], role: str) -> None:
    name, _ = fitted(name, _NAMES - 8, "secondary")
    place = QRectF(row.left(), row.top(), _NAMES - 8, row.height())
    sheet.words(place, name, "secondary", faint=True)
    for at, text in enumerate(texts):
        newest = at == len(texts) - 1
        place = _column(row, at, len(texts))
        sheet.words(place, text, "secondary_bold" if newest else role, align=RIGHT)
    sheet.rule(row.left(), row.right(), row.bottom())


def _paint_statuses(sheet: Sheet, row: QRectF, page: Detail) -> None:
    name = sheet.say("report.detail.status")
    sheet.words(
        QRectF(row.left(), row.top(), _NAMES - 8, row.height()), name, "secondary", faint=True
    )
    for at, cell in enumerate(page.cells):
        place = _column(row, at, len(page.cells))
        shape = QRectF(place.right() - 11, place.center().y() - 5.5, 11, 11)
        status = Status.GREY if isinstance(cell.value, Missing) else cell.status
        paint_status(sheet.painter, shape, status, sheet.palette)
    sheet.rule(row.left(), row.right(), row.bottom())


def _column(row: QRectF, at: int, of: int) -> QRectF:
    width = (row.width() - _NAMES) / of
    return QRectF(row.left() + _NAMES + at * width + 4, row.top(), width - 4, row.height())
