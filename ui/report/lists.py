"""Groups of KPI lines: a head with the score, then a row for each."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from scorecard.evaluation import Line
from scorecard.figures.pages import HEAD, ROW, Block
from scorecard.shown_scores import score_of
from scorecard.vocabulary import Missing, Status
from ui.painting.change import paint_change
from ui.painting.number import number_width, paint_number
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.spark import paint_spark
from ui.painting.star import paint_star
from ui.painting.words import RIGHT, words_width
from ui.report.fitting import fitted
from ui.report.sheet import Sheet
from ui.report.wording import change_words, target_words, value_words

#: The values and the targets of the last periods of a line.
Spark = Callable[[Line], tuple[tuple[float | None, ...], tuple[float | None, ...]]]

_SHAPE, _STAR = 11.0, 11.0
_VALUE, _TARGET, _CHANGE, _SPARK = 104.0, 84.0, 66.0, 76.0
_BAR, _SCORE = 64.0, 44.0
_APART = 12.0


def paint_block(sheet: Sheet, box: QRectF, block: Block, spark: Spark) -> float:
    """Draw a block from the top of `box`; its height."""
    head = QRectF(box.left(), box.top(), box.width(), HEAD)
    _paint_head(sheet, head, block)
    top = box.top() + HEAD
    for line in block.lines:
        row = QRectF(box.left(), top, box.width(), ROW)
        paint_row(sheet, row, line, spark)
        top += ROW
    return top - box.top()


def paint_row(sheet: Sheet, row: QRectF, line: Line, spark: Spark) -> None:
    """One KPI: shape, name, value, target, change, spark."""
    cell = line.cell
    if cell is None:
        return
    _paint_shape(sheet, row, line)
    right = row.right() - _SPARK
    values, targets = spark(line)
    place = QRectF(right + 8, row.top() + 2, _SPARK - 8, ROW - 4)
    paint_spark(
        sheet.painter, place, values, sheet.palette, targets=targets, end_status=line.status
    )
    right = _paint_change(sheet, row, right, line)
    target = target_words(cell, sheet)
    width = _wide(_TARGET, words_width(target))
    sheet.words(QRectF(right - width, row.top(), width - 4, ROW), target, align=RIGHT, faint=True)
    right = _paint_value(sheet, row, right - width, line)
    _paint_name(sheet, QRectF(row.left(), row.top(), right - row.left(), ROW), line)
    sheet.rule(row.left(), row.right(), row.bottom())


def _wide(column: float, words: float) -> float:
    """The width of a column; words that are wider take from the name, for no number is cut."""
    return max(column, words + _APART)


def group_name(sheet: Sheet, block: Block) -> str:
    """The words of a block's group."""
    head = block.group.line
    if head is None:
        name = sheet.say("report.group.other" if block.place else "report.group")
    else:
        name = sheet.tell(head.name)
    return sheet.say("report.group.continued", name=name) if block.continued else name


def _paint_head(sheet: Sheet, box: QRectF, block: Block) -> None:
    group = block.group
    right = _paint_score(sheet, box, block)
    note = _note(sheet, block)
    place = QRectF(box.left(), box.top(), right - box.left(), HEAD)
    sheet.words(place, note, "secondary", align=RIGHT, faint=True)
    right -= words_width(note, "secondary") + 12
    status = group.line.status if group.line and group.judged else group.worst
    shape = QRectF(box.left(), box.center().y() - 7, 14, 14)
    paint_status(sheet.painter, shape, status, sheet.palette)
    _paint_group_name(sheet, box.adjusted(22, 0, right - box.right(), 0), block)
    sheet.rule(box.left(), box.right(), box.bottom(), strong=True)


def _paint_group_name(sheet: Sheet, box: QRectF, block: Block) -> None:
    """Name, share of the weight, and how many are red; the name gives way."""
    extra, share = _extra(sheet, block), _share(block)
    extra_width = words_width(extra, "secondary_medium") + 26 if extra else 0.0
    share_width = words_width(share, "secondary") + 10 if share else 0.0
    name = group_name(sheet, block)
    width = min(words_width(name, "body_bold") + 1, box.width() - extra_width - share_width)
    sheet.words(QRectF(box.left(), box.top(), width, HEAD), name, "body_bold")
    left = box.left() + width + 10
    sheet.words(QRectF(left, box.top(), share_width, HEAD), share, "secondary", faint=True)
    if extra:
        left += share_width
        shape = QRectF(left, box.center().y() - 5, 10, 10)
        paint_status(sheet.painter, shape, Status.RED, sheet.palette)
        sheet.words(QRectF(left + 14, box.top(), extra_width, HEAD), extra, "secondary_medium")


def _share(block: Block) -> str:
    share = block.group.share
    return "" if share is None or block.continued else f"{round(100 * share)}%"


def _extra(sheet: Sheet, block: Block) -> str:
    if block.continued or not block.group.reds:
        return ""
    return sheet.say("report.group.reds", n=str(block.group.reds))


def _paint_score(sheet: Sheet, box: QRectF, block: Block) -> float:
    """The bar and the number of a judged group; what is left of the width."""
    line = block.group.line
    if line is None or line.score is None or not block.group.judged or block.continued:
        return box.right()
    place = QRectF(box.right() - _SCORE, box.top(), _SCORE, HEAD)
    sheet.words(place, score_of(line.score), "body_bold", align=RIGHT)
    bar = QRectF(box.right() - _SCORE - _BAR - 2, box.top(), _BAR, HEAD)
    paint_score_bar(sheet.painter, bar, line.score, line.status, sheet.palette)
    return bar.left() - 10


def _note(sheet: Sheet, block: Block) -> str:
    if block.more and block.page:
        return sheet.say("report.more_on", n=str(block.more), page=str(block.page))
    if block.more:
        return sheet.say("report.more_left", n=str(block.more))
    whole = len(block.lines) == len(block.group.lines)
    return sheet.say("report.all_shown") if whole else ""


def _paint_shape(sheet: Sheet, row: QRectF, line: Line) -> None:
    shape = QRectF(row.left(), row.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
    paint_status(sheet.painter, shape, line.status, sheet.palette, hollow=line.stale)


def _paint_name(sheet: Sheet, box: QRectF, line: Line) -> None:
    role = "body_medium" if line.node.star else "body"
    name = sheet.tell(line.name)
    carried = ""
    if line.stale and line.cell is not None:
        carried = sheet.say(
            "report.carried", period=sheet.board.settings.naming.label(line.cell.period)
        )
    left = box.left() + _SHAPE + 8
    used = (words_width(carried, "secondary") + 10 if carried else 0) + (
        _STAR + 6 if line.node.star else 0
    )
    name, role = fitted(name, box.right() - 8 - left - used, role)
    width = words_width(name, role) + 1
    sheet.words(QRectF(left, box.top(), width, box.height()), name, role)
    left += width + 6
    if line.node.star:
        star = QRectF(left, box.center().y() - _STAR / 2, _STAR, _STAR)
        paint_star(sheet.painter, star, sheet.palette.ink)
        left += _STAR + 6
    place = QRectF(left, box.top(), max(box.right() - left, 0), box.height())
    if carried:
        sheet.words(place, carried, "secondary", faint=True)


def _paint_value(sheet: Sheet, row: QRectF, right: float, line: Line) -> float:
    """Draw the value left of `right`; where its column begins."""
    if line.cell is None:
        return right
    shown = value_words(line.cell, sheet)
    if isinstance(line.cell.value, Missing):
        place = QRectF(right - _VALUE, row.top(), _VALUE - 4, ROW)
        fits = words_width(shown.text) <= place.width()
        text = shown.text if fits else sheet.say("report.missing")
        sheet.words(place, text, "body", align=RIGHT)
        return place.left()
    width = _wide(_VALUE, number_width(shown.text, unit=shown.unit, medium=True))
    place = QRectF(right - width, row.top(), width, ROW)
    paint_number(sheet.painter, place, shown.text, sheet.palette, unit=shown.unit, medium=True)
    return place.left()


def _paint_change(sheet: Sheet, row: QRectF, right: float, line: Line) -> float:
    text = change_words(line, sheet)
    worse = line.previous is not None and line.previous.better is False
    width = _wide(_CHANGE, words_width(text, "body_bold"))
    place = QRectF(right - width, row.top(), width - 4, ROW)
    paint_change(sheet.painter, place, text, sheet.palette, worse=worse)
    return right - width
