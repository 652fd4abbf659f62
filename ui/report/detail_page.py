"""The page of one KPI: its number and why, its course, its values, its meaning."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QRectF

from scorecard.evaluation import Cell
from scorecard.figures import Band
from scorecard.figures.detail import Detail
from scorecard.figures.pages import BODY
from scorecard.scoring import Criterion
from scorecard.shown import SIGNS, attainment_of, change_said, exact_of
from scorecard.shown_scores import score_of
from scorecard.text import run_on
from scorecard.vocabulary import WORRY, Direction, Missing, Status
from ui.charts.course import Course, paint_course
from ui.painting.pill import paint_pill, pill_width
from ui.painting.words import words_width
from ui.report.detail_table import paint_table
from ui.report.frame import TOP
from ui.report.meaning import paint_meaning, paint_remarks
from ui.report.parts_table import paint_parts
from ui.report.sheet import CONTENT, Sheet
from ui.report.wording import DASH, target_words, tick_words, value_words

_LEFT, _BETWEEN = 352.0, 36.0
_CHART, _FACT = 276.0, 21.0
_UPPER = 350.0
_LABEL = 92.0
_MARKS = 3


def paint_detail(sheet: Sheet, page: Detail) -> None:
    """Everything below the head of the page."""
    left = CONTENT.left()
    top = TOP + _paint_number(sheet, QRectF(left, TOP, _LEFT, 60), page)
    for name, text in _facts(sheet, page):
        label = QRectF(left, top, _LABEL - 6, _FACT)
        sheet.words(label, sheet.say(f"report.detail.{name}"), "secondary", faint=True)
        place = QRectF(left + _LABEL, top + 2.5, _LEFT - _LABEL, 2 * _FACT)
        top += sheet.paragraph(place, text, "secondary_medium") + 5
    _paint_why(sheet, QRectF(left, top + 8, _LEFT, TOP + _UPPER - top - 14), page)
    _paint_course(sheet, page)
    table = QRectF(left, TOP + _UPPER, CONTENT.width(), BODY - _UPPER)
    top = table.top() + paint_table(sheet, table, page) + 12
    half = (CONTENT.width() - _BETWEEN) / 2
    paint_meaning(sheet, QRectF(left, top, half, TOP + BODY - top), page)
    right = QRectF(left + half + _BETWEEN, top, half, TOP + BODY - top)
    if page.parts is not None:
        right.setTop(top + paint_parts(sheet, right, page.parts) + 10)
    paint_remarks(sheet, right, page)


def head_words(sheet: Sheet, page: Detail) -> tuple[str, str]:
    """The title of the page, and the line below it: id, place in the tree, unit, version."""
    version = page.cell.version
    path = sheet.say("report.above").join(sheet.tell(name) for name in page.path)
    parts = [part for part in (version.kpi, path, version.version) if part]
    return sheet.tell(page.line.name), "　".join(parts)


def _paint_number(sheet: Sheet, box: QRectF, page: Detail) -> float:
    """The value large, its unit, the status as a pill; their height."""
    shown, status = value_words(page.cell, sheet), page.line.status
    word = sheet.say(f"look.status.{status}")
    room = box.width() - pill_width(word) - words_width(shown.unit, "h3") - 24
    role = "kpi" if words_width(shown.text, "kpi") <= room else "h1"
    role = "h2" if isinstance(page.cell.value, Missing) else role
    width = min(words_width(shown.text, role) + 2, room)
    sheet.words(QRectF(box.left(), box.top(), width, 56), shown.text, role)
    left = box.left() + width + 6
    unit = QRectF(left, box.top() + 12, words_width(shown.unit, "h3") + 2, 32)
    sheet.words(unit, shown.unit, "h3", faint=True)
    pill = QRectF(unit.right() + 12, box.top() + 16, pill_width(word), 24)
    paint_pill(sheet.painter, pill, status, word, sheet.palette)
    return 64.0


def _facts(sheet: Sheet, page: Detail) -> Iterator[tuple[str, str]]:
    cell, line = page.cell, page.line
    target = target_words(cell, sheet, unit=True)
    yield "target", sheet.say("report.no_target") if target == DASH else target
    if limits := _limits(sheet, page):
        yield "limits", limits
    if attained := attainment_of(cell):
        key = f"report.detail.attainment.{_convention(cell.criterion)}"
        yield "attainment", sheet.say(key, value=attained)
    if line.score is not None:
        yield "score", sheet.say("report.detail.score.of", score=score_of(line.score))
    yield "previous", _change(sheet, page, last_year=False)
    yield "last_year", _change(sheet, page, last_year=True)
    yield "owner", sheet.tell(cell.version.owner) or DASH


def _change(sheet: Sheet, page: Detail, *, last_year: bool) -> str:
    change = page.line.last_year if last_year else page.line.previous
    return change_said(change, page.cell, sheet.language) or DASH


def _limits(sheet: Sheet, page: Detail) -> str:
    """From where to where it is amber and red; green is what is left."""
    ends = {end for band in page.bands for end in (band.low, band.high) if end is not None}
    shown = {end: tick_words(end, page.cell, sheet) for end in ends}
    if len(set(shown.values())) < len(shown):  # rounded to the same
        shown = {end: exact_of(end, page.cell, sheet.language).text for end in ends}
    bands = [band for band in page.bands if band.status is not Status.GREEN]
    said = [
        f"{sheet.say(f'look.status.{band.status}')} {_span(band, shown)}"
        for band in sorted(bands, key=lambda band: WORRY.index(band.status), reverse=True)
    ]
    return sheet.say("report.comma").join(said) if page.cell.criterion else ""


def _span(band: Band, shown: Mapping[float, str]) -> str:
    low, high = ("" if end is None else shown[end] for end in (band.low, band.high))
    if low and high:
        return f"{low}–{high}"
    return f"> {low}" if low else f"< {high}"


def _convention(criterion: Criterion | None) -> str:
    if criterion is None or criterion.toward is not Direction.LOWER:
        return "higher"
    return criterion.convention


def _paint_why(sheet: Sheet, box: QRectF, page: Detail) -> None:
    """The computed reason behind a 3 px edge in the colour of the status."""
    status = page.line.status
    inner = box.adjusted(14, 4, 0, -2)
    title = sheet.say(f"report.detail.why.{status}")
    sheet.words(QRectF(inner.left(), inner.top(), inner.width(), 20), title, "secondary_bold")
    text = run_on(map(sheet.tell, page.why))
    used = sheet.paragraph(inner.adjusted(0, 22, 0, 0), text)
    edge = QRectF(box.left(), box.top(), 3, used + 32)
    sheet.painter.fillRect(edge, sheet.palette.tones[status].edge)


def _paint_course(sheet: Sheet, page: Detail) -> None:
    left = CONTENT.left() + _LEFT + _BETWEEN
    width = CONTENT.right() - left
    title = sheet.say("report.detail.course", n=str(len(page.trend.points)))
    if unit := sheet.unit(sheet_unit(page)):
        title = sheet.say("report.detail.of_unit", name=title, unit=unit)
    sheet.words(QRectF(left, TOP, width, 22), title, "body_bold")
    noted = [at for at, point in enumerate(page.trend.points) if point.comment][-_MARKS:]
    marks = {at: number for number, at in enumerate(noted, 1)}
    course = Course(page.trend, partial(_tick, sheet, page.cell), marks)
    paint_course(sheet.canvas, QRectF(left, TOP + 24, width, _CHART), course)
    below = QRectF(left, TOP + 24 + _CHART, width, _UPPER - _CHART - 34)
    sheet.paragraph(below, _notes(sheet, page, marks), faint=True)


def _tick(sheet: Sheet, cell: Cell, value: float) -> str:
    """A value on the axis; between no and yes there is nothing to name."""
    if cell.version.direction is Direction.YES and value not in (0.0, 1.0):
        return ""
    return tick_words(value, cell, sheet)


def sheet_unit(page: Detail) -> str:
    """The unit to name beside columns and axes; money is written in them."""
    unit = page.cell.version.unit
    return "" if unit.partition("/")[0] in SIGNS else unit


def _notes(sheet: Sheet, page: Detail, marks: dict[int, int]) -> str:
    limits = ".limits" if page.trend.limits else ""
    said = [sheet.say(f"report.trend.legend{limits}")]
    for at, number in marks.items():
        point = page.trend.points[at]
        text = sheet.tell(point.comment) if point.comment else ""
        said.append(f"{'①②③'[number - 1]} {point.period.code} {text}")
    return run_on(said)
