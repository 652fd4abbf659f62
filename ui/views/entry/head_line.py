"""The head of the sheet: the names of the columns, each period with how people say it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from scorecard.closings import closed_by
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import LEFT, RIGHT, paint_words, words_width
from ui.views.entry.sheet_model import Column, SheetModel
from ui.widgets.period_picker import period_words

HEIGHT, INSET, LOCK = 40, 8, 12


class HeadLine(QHeaderView):
    """Two lines for a period, one for any other column."""

    def __init__(self, model: SheetModel, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sheet, self._look = model, look
        self.setFixedHeight(HEIGHT)
        self.setHighlightSections(False)
        look.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw the head of one column."""
        colours, box = self._look.palette, QRectF(rect)
        is_now = column == Column.NOW
        painter.save()
        painter.fillRect(box, colours.now if is_now else colours.sunken)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.line)
        edge = colours.accent if is_now else colours.line
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), edge)
        if is_now:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), edge)
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), edge)
        inner = box.adjusted(INSET, 0, -INSET, 0)
        if Column.FIRST <= column <= Column.NOW:
            self._paint_period(painter, inner, column, is_now=is_now)
        elif column != Column.STATE:
            words = str(self._sheet.headerData(column, Qt.Orientation.Horizontal))
            paint_words(painter, inner, words, colours.text2, role="secondary", align=LEFT)
        painter.restore()

    def _paint_period(self, painter: QPainter, inner: QRectF, column: int, *, is_now: bool) -> None:
        colours, period = self._look.palette, self._sheet.desk.periods[column - Column.FIRST]
        above, below = inner.adjusted(0, 3, 0, -19), inner.adjusted(0, 20, 0, -3)
        role = "body_bold" if is_now else "secondary"
        ink = colours.text if is_now else colours.text2
        paint_words(painter, above, period.code, ink, role=role, align=RIGHT)
        words = self._look.tell(period_words(period))
        desk = self._sheet.desk
        if closed_by(desk.board, period, desk.wanted.asked.org or ""):
            words = self._look.say("entry.locked")
            wide = words_width(words, "secondary")
            lock = QRectF(below.right() - wide - LOCK - 4, below.top(), LOCK, below.height())
            paint_icon(painter, lock, "lock", ink)
        elif is_now:
            words = self._look.say("entry.until", day=self._sheet.desk.due_day)
        if words != period.code:
            paint_words(painter, below, words, ink, role="secondary", align=RIGHT)
