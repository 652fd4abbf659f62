"""What every page has: the strip at its head and the line at its foot."""

from PySide6.QtCore import QRectF

from scorecard.figures.report import Report
from scorecard.vocabulary import Status
from ui.painting.shapes import paint_status
from ui.painting.star import paint_star
from ui.painting.words import RIGHT, words_width
from ui.report.sheet import CONTENT, Sheet
from ui.report.wording import DASH, moment_words, view_words

RULE, STRIP, FOOT = 8.5, 76.0, 24.0
TOP = CONTENT.top() + STRIP + 8
_FIELD_GAP = 32.0
_SHAPE = 10.0


def paint_head(sheet: Sheet, report: Report, title: str, below: str, *, star: bool = False) -> None:
    """Ink rule, title with a line below it, and at the right what identifies the report."""
    left, top = CONTENT.left(), CONTENT.top()
    sheet.painter.fillRect(QRectF(left, top, CONTENT.width(), RULE), sheet.palette.ink)
    fields = _fields(sheet, report)
    free = _paint_fields(sheet, fields) - _FIELD_GAP - left
    room = free - (26 if star else 0)
    sheet.words(QRectF(left, top + 16, room, 28), title, "h2")
    if star:
        after = left + min(words_width(title, "h2"), room) + 8
        paint_star(sheet.painter, QRectF(after, top + 21, 16, 16), sheet.palette.ink)
    sheet.words(QRectF(left, top + 46, free, 20), below, "secondary", faint=True)
    sheet.rule(left, CONTENT.right(), top + STRIP, strong=True)


def paint_foot(sheet: Sheet, report: Report, page: int, of: int) -> None:
    """Shapes with their words, the attainment rule, the digest, the page number from 1."""
    box = QRectF(CONTENT.left(), CONTENT.bottom() - FOOT, CONTENT.width(), FOOT)
    sheet.rule(box.left(), box.right(), box.top())
    number = sheet.say("report.foot.page", page=str(page), of=str(of))
    sheet.words(box, number, "secondary", align=RIGHT, faint=True)
    short = short_digest(report.seal.digest, ends=4)
    right = box.right() - words_width(number, "secondary") - 20
    sheet.words(box.adjusted(0, 0, right - box.right(), 0), short, "mono", align=RIGHT, faint=True)
    right -= words_width(short, "mono") + 20
    left = box.left()
    for status in Status:
        left = _paint_meaning(sheet, left, box, status)
    rule = sheet.say(f"report.foot.{_rule(report)}")
    place = QRectF(left + 8, box.top(), right - left - 8, FOOT)
    sheet.words(place, rule, "secondary", faint=True)


def short_digest(digest: str, ends: int = 8) -> str:
    """The first digits and the last four of a digest, as people compare them."""
    if not digest:
        return ""
    first = digest[:ends]
    spaced = " ".join(first[at : at + 4] for at in range(0, len(first), 4))
    return f"{spaced} … {digest[-4:]}"


def _fields(sheet: Sheet, report: Report) -> list[tuple[str, str, str]]:
    seal = report.seal
    digest = short_digest(seal.digest)
    return [
        (sheet.say("report.period"), view_words(report.view, sheet), "secondary_medium"),
        (
            sheet.say("report.frozen_at"),
            moment_words(seal.at) if seal.at else sheet.say("report.not_frozen"),
            "secondary_medium",
        ),
        (sheet.say("report.by"), sheet.person(seal.by) or DASH, "secondary_medium"),
        (
            sheet.say("report.digest"),
            digest or sheet.say("report.no_digest"),
            "mono" if digest else "secondary_medium",
        ),
    ]


def _paint_fields(sheet: Sheet, fields: list[tuple[str, str, str]]) -> float:
    """Draw the fields against the right margin; the left end of the first."""
    right, top = CONTENT.right(), CONTENT.top()
    for name, text, role in reversed(fields):
        width = max(words_width(text, role), words_width(name, "secondary")) + 1
        width = min(width, 260.0)
        sheet.words(QRectF(right - width, top + 22, width, 20), name, "secondary", faint=True)
        sheet.words(QRectF(right - width, top + 44, width, 20), text, role)
        right -= width + _FIELD_GAP
    return right + _FIELD_GAP


def _paint_meaning(sheet: Sheet, left: float, box: QRectF, status: Status) -> float:
    word = sheet.say(f"look.status.{status}")
    shape = QRectF(left, box.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
    paint_status(sheet.painter, shape, status, sheet.palette)
    width = words_width(word, "secondary") + 1
    place = QRectF(left + _SHAPE + 5, box.top(), width, box.height())
    sheet.words(place, word, "secondary", faint=True)
    return left + _SHAPE + 5 + width + 14


def _rule(report: Report) -> str:
    if len(report.conventions) > 1:
        return "both"
    return next(iter(report.conventions), "higher")
