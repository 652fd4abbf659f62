"""Which periods of a report were closed and opened again, why, and what came after that."""

from PySide6.QtCore import QRectF

from scorecard.closings import named
from scorecard.figures.late import Late
from scorecard.figures.pages import BODY, RED_HEAD, RED_ROW, ClosingsPage
from scorecard.figures.report import Report
from scorecard.model.records import Closing
from scorecard.period import Period
from scorecard.shown import measure_said
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.report.frame import TOP
from ui.report.sheet import CONTENT, Sheet
from ui.report.wording import DASH, moment_words

#: The left end and the width of each column, from the left of the list.
_CLOSED = ((0, 92), (104, 180), (296, 200), (508, 200), (720, 200), (932, 192))
_LATE = ((0, 92), (104, 180), (296, 412), (720, 200), (932, 192))
#: What the columns behind the period and the unit are called.
_CLOSED_HEADS = ("closed", "note", "reopened", "reason")
_LATE_HEADS = ("measure", "value", "entered")


def closed_words(sheet: Sheet, report: Report) -> str:
    """Whether the period of the report is closed for all that it is about: by whom, when and with
    which other period; or that it was and is open again."""
    period, shut = report.view.period, report.shut
    facts: dict[str, str | Words | Said] = {"period": sheet.board.settings.naming.label(period)}
    if shut is not None:
        facts |= {"by": sheet.person(shut.by) or DASH, "at": moment_words(shut.at)}
        if shut.period == period.code:
            return sheet.say("report.closed", **facts)
        return sheet.say("report.closed_with", **{**facts, "with": named(sheet.board, shut)})
    opened = any(each.period == period.code and each.reopened_at for each in report.closings)
    return sheet.say("report.reopened", **facts) if opened else ""


def paint_closings(sheet: Sheet, page: ClosingsPage) -> None:
    """The closings, then the late entries, each under its heading."""
    box = QRectF(CONTENT.left(), TOP, CONTENT.width(), BODY)
    if page.closings:
        _paint_head(sheet, box, sheet.say("report.closings"), _CLOSED, _CLOSED_HEADS)
        box.setTop(box.top() + RED_HEAD)
        for closing in page.closings:
            _paint_row(sheet, box, _CLOSED, _closing_words(sheet, closing))
    if page.late:
        count = str(len(page.late))
        _paint_head(sheet, box, sheet.say("report.late", count=count), _LATE, _LATE_HEADS)
        box.setTop(box.top() + RED_HEAD)
        for late in page.late:
            _paint_row(sheet, box, _LATE, _late_words(sheet, late))


def _closing_words(sheet: Sheet, closing: Closing) -> tuple[str, ...]:
    return (
        _label(sheet, closing.period),
        sheet.tell(sheet.board.orgs[closing.org].name),
        _signed(sheet, closing.by, closing.at),
        closing.note,
        _signed(sheet, closing.reopened_by, closing.reopened_at),
        closing.reason,
    )


def _late_words(sheet: Sheet, late: Late) -> tuple[str, ...]:
    measure_id, org, period = late.key
    measure, entry = sheet.board.measures[measure_id], sheet.board.entry(*late.key)
    value = entry.value if entry is not None else None
    shown = DASH if value is None else measure_said(value, measure.unit, sheet.language)
    return (
        _label(sheet, period),
        sheet.tell(sheet.board.orgs[org].name),
        sheet.tell(measure.name),
        shown,
        _signed(sheet, late.by, late.at),
    )


def _label(sheet: Sheet, code: str) -> str:
    return sheet.board.settings.naming.label(Period.parse(code))


def _signed(sheet: Sheet, by: str, at: str) -> str:
    if not at:
        return ""
    return sheet.say("report.signed", by=sheet.person(by) or DASH, at=moment_words(at))


def _paint_head(
    sheet: Sheet,
    box: QRectF,
    title: str,
    columns: tuple[tuple[int, int], ...],
    heads: tuple[str, ...],
) -> None:
    """A heading over the first two columns, and the names of the others."""
    sheet.words(QRectF(box.left(), box.top(), 284, 28), title, "body_bold")
    for (left, width), name in zip(columns[2:], heads, strict=True):
        place = QRectF(box.left() + left, box.top(), width, 28)
        sheet.words(place, sheet.say(f"report.closings.{name}"), "secondary", faint=True)
    sheet.rule(box.left(), box.right(), box.top() + RED_HEAD - 4, strong=True)


def _paint_row(
    sheet: Sheet, box: QRectF, columns: tuple[tuple[int, int], ...], words: tuple[str, ...]
) -> None:
    """A row of up to two lines at the top of `box`, which is what is left of it then."""
    for (left, width), text in zip(columns, words, strict=True):
        place = QRectF(box.left() + left, box.top() + 2, width, RED_ROW - 4)
        sheet.paragraph(place, text)
    box.setTop(box.top() + RED_ROW)
    sheet.rule(box.left(), box.right(), box.top())
