"""All pages of a report, each drawn when it is asked for."""

from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from scorecard.evaluation import Evaluation, Line
from scorecard.figures.detail import Detail, detail
from scorecard.figures.pages import ClosingsPage, DetailPage, FirstPage, Page, RedsPage, pages
from scorecard.figures.report import Report
from scorecard.figures.trend import spark
from ui.fonts import load_fonts
from ui.report.closings import closed_words, paint_closings
from ui.report.detail_page import head_words, paint_detail
from ui.report.first_page import paint_first, paint_list, paint_more_reds
from ui.report.frame import paint_foot, paint_head
from ui.report.sheet import HEIGHT, WIDTH, Sheet
from ui.report.wording import view_words

Sparks = tuple[tuple[float | None, ...], tuple[float | None, ...]]


class Booklet:
    """The pages of `report` in one language, in colour or in black and white.

    `evaluation` is the one that the report is of; what a page needs beyond the report is
    worked out at its first drawing and kept.
    """

    def __init__(
        self, evaluation: Evaluation, report: Report, language: str, *, mono: bool = False
    ) -> None:
        load_fonts()
        self.report, self.language, self.mono = report, language, mono
        self._evaluation = evaluation
        self._sparks: dict[str, Sparks] = {}
        self._details: dict[str, Detail] = {}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """What stands on which page."""
        return pages(self.report)

    @property
    def count(self) -> int:
        """How many pages there are, one at least."""
        return len(self.pages)

    def dressed(self, language: str, *, mono: bool) -> "Booklet":
        """The same pages in another language or colour; nothing is worked out again."""
        other = Booklet(self._evaluation, self.report, language, mono=mono)
        other._sparks, other._details = self._sparks, self._details
        return other

    def title(self, sheet: Sheet) -> str:
        """The title of the file: what it is, which period, which unit."""
        unit = sheet.tell(self.report.units[-1]) if self.report.units else ""
        period = view_words(self.report.view, sheet)
        return sheet.say("report.file_title", period=period, unit=unit).strip()

    def paint(self, painter: QPainter, index: int) -> None:
        """Draw page `index` (from 0) on white; a painter of 4 px per mm, 1188×840 px.

        Raises IndexError where there is no such page.
        """
        page = self.pages[index]
        sheet = Sheet(painter, self.language, self.mono, self._evaluation.board)
        painter.save()
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._paint_body(sheet, page)
        paint_foot(sheet, self.report, index + 1, self.count)
        painter.restore()

    def _paint_body(self, sheet: Sheet, page: Page) -> None:
        if isinstance(page, DetailPage):
            shown = self.detail(page.line)
            star = page.line.node.star
            paint_head(sheet, self.report, *head_words(sheet, shown), star=star)
            paint_detail(sheet, shown)
            return
        paint_head(sheet, self.report, sheet.say("report.title"), self._subtitle(sheet))
        if isinstance(page, FirstPage):
            paint_first(sheet, self.report, page, self._spark)
        elif isinstance(page, RedsPage):
            paint_more_reds(sheet, self.report, page)
        elif isinstance(page, ClosingsPage):
            paint_closings(sheet, page)
        else:
            paint_list(sheet, page, self._spark)

    def _subtitle(self, sheet: Sheet) -> str:
        """The unit, from the top down, whether the period is closed, and how many KPIs have no page
        of their own."""
        report = self.report
        names = sheet.say("report.above").join(sheet.tell(name) for name in report.units)
        closed = closed_words(sheet, report)
        unit = sheet.say("report.dot").join(part for part in (names, closed) if part)
        if not report.left_out:
            return unit
        shown = len(report.details)
        facts = {"all": shown + report.left_out, "shown": shown, "left": report.left_out}
        cut = sheet.say("report.details_cut", **{name: str(n) for name, n in facts.items()})
        return sheet.say("report.dot").join(part for part in (unit, cut) if part)

    def _spark(self, line: Line) -> Sparks:
        if line.node.id not in self._sparks:
            made = spark(self._evaluation, line.node.kpi or "", line.node.org or "")
            self._sparks[line.node.id] = made
        return self._sparks[line.node.id]

    def detail(self, line: Line) -> Detail:
        """What the page of a KPI line says."""
        if line.node.id not in self._details:
            self._details[line.node.id] = detail(self._evaluation, line)
        return self._details[line.node.id]
