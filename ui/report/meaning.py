"""What a KPI means, in short, and what was said about it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF

from scorecard.figures.detail import Detail
from scorecard.figures.formulas import formula_said
from scorecard.model.records import Comment
from ui.report.paragraph import shortened
from ui.report.sheet import Sheet

_HEAD, _LINE, _LABEL = 26.0, 16.0, 80.0
#: Each field has so many lines before another one has more.
_LEAST_LINES = 2


def paint_meaning(sheet: Sheet, box: QRectF, page: Detail) -> None:
    """The definition in force, as much of it as there is room for."""
    title = QRectF(box.left(), box.top(), box.width(), _HEAD - 4)
    sheet.words(title, sheet.say("report.detail.definition"), "body_bold")
    sheet.rule(box.left(), box.right(), box.top() + _HEAD - 2)
    top = box.top() + _HEAD + 2
    fields = list(_fields(sheet, page))
    for at, (name, text) in enumerate(fields):
        others = (len(fields) - at - 1) * (_LEAST_LINES * _LINE + 3)
        free = box.bottom() - top
        room = min(free, max(free - others, _LEAST_LINES * _LINE))
        if room < _LINE:
            return
        label = QRectF(box.left(), top, _LABEL - 6, _LINE)
        sheet.words(label, sheet.say(f"report.detail.{name}"), "secondary", faint=True)
        place = QRectF(box.left() + _LABEL, top, box.width() - _LABEL, room)
        top += sheet.paragraph(place, text) + 3


def paint_remarks(sheet: Sheet, box: QRectF, page: Detail) -> None:
    """The remarks on the period, newest first."""
    title = QRectF(box.left(), box.top(), box.width(), _HEAD - 4)
    sheet.words(title, sheet.say("report.detail.remarks"), "body_bold")
    sheet.rule(box.left(), box.right(), box.top() + _HEAD - 2)
    top = box.top() + _HEAD + 2
    if not page.comments:
        sheet.paragraph(
            QRectF(box.left(), top, box.width(), _LINE), sheet.say("report.detail.no_remark")
        )
    for comment in page.comments:
        if box.bottom() - top < _LINE:
            break
        room = QRectF(box.left(), top, box.width(), box.bottom() - top)
        most = int((room.height() + 0.5) // _LINE)
        text = shortened(sheet.tell(comment.text), _signing(sheet, comment), most, room.width())
        top += sheet.paragraph(room, text) + 3


def _fields(sheet: Sheet, page: Detail) -> Iterator[tuple[str, str]]:
    version = page.cell.version
    source = (sheet.tell(version.source), version.table_name)
    found = (
        ("meaning", sheet.tell(version.definition)),
        ("formula", formula_said(sheet.board, version.formula, sheet.language)),
        ("source", sheet.say("report.dot").join(part for part in source if part)),
        ("frequency", sheet.say(f"report.frequency.{version.frequency}")),
        ("notes", sheet.tell(version.notes)),
    )
    return ((name, text) for name, text in found if text)


def _signing(sheet: Sheet, comment: Comment) -> Callable[[str], str]:
    """What says a remark with who made it and when; nobody may have."""
    if not comment.by:
        return str
    by, day = sheet.person(comment.by), comment.at[:10]
    return lambda text: sheet.say("report.detail.signed", text=text, by=by, day=day)
