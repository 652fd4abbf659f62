"""The pages of lists: the first one, further reds, further lines."""

from PySide6.QtCore import QRectF

from scorecard.figures.pages import (
    BODY,
    GAP,
    GOAL,
    HEAD,
    RED_HEAD,
    RED_ROW,
    ROW,
    FirstPage,
    ListPage,
    RedsPage,
)
from scorecard.figures.report import Report
from scorecard.shown import change_said
from scorecard.shown_scores import score_of
from ui.painting.counts import counts_width, paint_counts
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.words import RIGHT, words_width
from ui.report.frame import TOP
from ui.report.lists import Spark, paint_block
from ui.report.reds import paint_reds, paint_reds_head
from ui.report.sheet import CONTENT, Sheet

_BETWEEN = 36.0
_COLUMN = (CONTENT.width() - _BETWEEN) / 2


def paint_first(sheet: Sheet, report: Report, page: FirstPage, spark: Spark) -> None:
    """The goal with counts, groups two by two, and the reds."""
    _paint_goal(sheet, report, page)
    top = TOP + GOAL
    for band in page.bands:
        heights = [
            paint_block(sheet, QRectF(left, top, _COLUMN, BODY), block, spark)
            for left, block in zip(_lefts(), band, strict=False)
        ]
        top += max(heights) + GAP
    if not page.bands:
        box = QRectF(CONTENT.left(), top, CONTENT.width(), HEAD)
        sheet.words(box, sheet.say("report.no_lines"), faint=True)
        return
    height = RED_HEAD + len(page.reds) * RED_ROW
    box = QRectF(CONTENT.left(), top + 6, CONTENT.width(), height)
    paint_reds_head(sheet, box, _reds_words(sheet, report, page), columns=bool(page.reds))
    paint_reds(sheet, box.adjusted(0, RED_HEAD, 0, 0), page.reds)


def paint_more_reds(sheet: Sheet, report: Report, page: RedsPage) -> None:
    """Further reds on a page of their own."""
    box = QRectF(CONTENT.left(), TOP, CONTENT.width(), BODY)
    text = sheet.say("report.reds.more", n=str(len(report.reds)))
    paint_reds_head(sheet, box, text, columns=True)
    paint_reds(sheet, box.adjusted(0, RED_HEAD, 0, 0), page.reds)


def paint_list(sheet: Sheet, page: ListPage, spark: Spark) -> None:
    """Two columns of blocks, and how many lines are nowhere."""
    for left, column in zip(_lefts(), page.columns, strict=False):
        top = TOP
        for block in column:
            box = QRectF(left, top, _COLUMN, BODY)
            top += paint_block(sheet, box, block, spark) + GAP
    if page.unlisted:
        box = QRectF(CONTENT.left(), TOP + BODY - ROW, CONTENT.width(), ROW)
        sheet.words(box, sheet.say("report.unlisted", n=str(page.unlisted)), "secondary")


def _lefts() -> tuple[float, float]:
    return CONTENT.left(), CONTENT.left() + _COLUMN + _BETWEEN


def _reds_words(sheet: Sheet, report: Report, page: FirstPage) -> str:
    if not report.reds:
        return sheet.say("report.reds.none")
    count = str(len(report.reds))
    if page.more_reds:
        return sheet.say("report.reds.first", n=count, more=str(page.more_reds))
    return sheet.say("report.reds", n=count)


def _paint_goal(sheet: Sheet, report: Report, page: FirstPage) -> None:
    box = QRectF(CONTENT.left(), TOP, CONTENT.width(), GOAL - 6)
    width = counts_width(report.counts)
    place = QRectF(box.right() - width, box.top(), width, box.height())
    paint_counts(sheet.painter, place, report.counts, sheet.palette)
    right = place.left() - 20
    if page.more_groups:
        facts = {"n": str(page.more_groups), "page": str(page.groups_page)}
        text = sheet.say("report.groups_on", **facts)
        free = QRectF(box.left(), box.top(), right - box.left(), box.height())
        sheet.words(free, text, "secondary", align=RIGHT, faint=True)
        right -= words_width(text, "secondary") + 20
    left = QRectF(box.left(), box.top(), right - box.left(), box.height())
    if report.goal is not None:
        _paint_goal_line(sheet, left, report)
    elif report.units:
        sheet.words(left, sheet.tell(report.units[-1]), "h3")


def _paint_goal_line(sheet: Sheet, box: QRectF, report: Report) -> None:
    goal = report.goal
    if goal is None:
        return
    shape = QRectF(box.left(), box.center().y() - 8, 16, 16)
    paint_status(sheet.painter, shape, goal.status, sheet.palette)
    name = sheet.tell(goal.name)
    width = min(words_width(name, "h3") + 1, box.width() - 430)
    sheet.words(QRectF(box.left() + 26, box.top(), width, box.height()), name, "h3")
    left = box.left() + 26 + width + 16
    if goal.score is not None:
        bar = QRectF(left, box.top(), 120, box.height())
        paint_score_bar(sheet.painter, bar, goal.score, goal.status, sheet.palette)
        sheet.words(QRectF(left + 132, box.top(), 48, box.height()), score_of(goal.score), "h3")
        left += 186
    place = QRectF(left, box.top(), box.right() - left, box.height())
    sheet.words(place, _changes(sheet, report), "secondary", faint=True)


def _changes(sheet: Sheet, report: Report) -> str:
    goal = report.goal
    if goal is None:
        return ""
    said = (
        ("report.since_last", change_said(goal.previous, None, sheet.language)),
        ("report.since_year", change_said(goal.last_year, None, sheet.language)),
    )
    return sheet.say("report.comma").join(sheet.say(key, change=text) for key, text in said if text)
