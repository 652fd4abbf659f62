"""The one period that a page shows: a step back, the period, a step on."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.period import PER_YEAR, Period
from scorecard.period_name import BY_CALENDAR, Naming
from scorecard.text import Said
from scorecard.vocabulary import Frequency, Words
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import paint_words, words_width
from ui.widgets.button import Button, Kind
from ui.widgets.painted import PaintedButton

HEIGHT, RADIUS, INSET, GAP, ICON = 32, 6, 8, 8, 16


def period_words(period: Period, naming: Naming = BY_CALENDAR) -> Said | str:
    """A period as people say it: 115 年 10 月, Oct 2026; days and weeks by their code. With its
    range where the fiscal year does not start in January (R-TIME-4)."""
    if period.kind not in PER_YEAR:
        return period.code
    year, part = naming.year(period), period.number % PER_YEAR[period.kind]
    facts: dict[str, str | Words | Said] = {"year": str(year), "roc": str(year - 1911)}
    if period.kind is Frequency.MONTH:
        facts["month"] = Said(f"look.month.{part + 1}")
    if period.kind is Frequency.HALF:
        facts["half"] = Said(f"look.half.{part + 1}")
    facts["part"] = str(part + 1)
    said = Said(f"look.period.{period.kind}", facts)
    months = naming.range_of(period)
    return Said("look.period.range", {"words": said, "months": months}) if months else said


class PeriodPicker(QWidget):
    """Shows `period` and offers its neighbours; months, quarters, halves, years from a list."""

    picked = Signal(object)

    def __init__(self, look: Look, period: Period, naming: Naming = BY_CALENDAR) -> None:
        super().__init__()
        self._look, self._period, self._naming, self._to_date = look, period, naming, False
        self._back = _step(look, "back", "chevron-left", "Alt+←")
        self._on = _step(look, "on", "chevron-right", "Alt+→")
        self._shown = _Shown(look, naming.label(period), self._words())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._back, self._shown, self._on):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._shown.clicked.connect(self.open)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def period(self) -> Period:
        """The period shown."""
        return self._period

    def set_period(self, period: Period, *, to_date: bool = False) -> None:
        """Show another period, or the year up to it, without telling anybody."""
        self._period, self._to_date = period, to_date
        self._shown.set_words(self._naming.label(period), self._words())
        self.update()

    def set_naming(self, naming: Naming) -> None:
        """Call periods otherwise."""
        self._naming = naming
        self.set_period(self._period, to_date=self._to_date)

    def step(self, periods: int) -> None:
        """Go on by so many periods of the same kind, back if negative, and tell it."""
        self._pick(self._period.shifted(periods))

    def open(self) -> None:
        """Open the list of periods under the picker; days and weeks have none."""
        if self._period.kind not in PER_YEAR:
            return
        from ui.widgets.period_popup import PeriodPopup

        popup = PeriodPopup(self._look, self._period, self._naming, self)
        popup.picked.connect(self._pick)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._look.say("look.period"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the lines between its three parts."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line2, 1))
        painter.setBrush(colours.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        for x in (self._shown.geometry().left(), self._shown.geometry().right()):
            painter.fillRect(QRectF(x, 1, 1, HEIGHT - 2), colours.line2)

    def _words(self) -> Said | str:
        words = period_words(self._period, self._naming)
        months = self._naming.to_date(self._period) if self._to_date else ""
        return Said("look.period.range", {"words": words, "months": months}) if months else words

    def _pick(self, period: Period) -> None:
        if period != self._period:
            self.set_period(period, to_date=self._to_date)
            self.picked.emit(period)


class _Shown(PaintedButton):
    """The period in the middle, by its code and by its words."""

    def __init__(self, look: Look, code: str, words: Wording) -> None:
        self._code = code
        super().__init__(look, words, tip=Said("look.period.pick"), radius=RADIUS)

    def set_words(self, code: str, words: Wording) -> None:
        """Show another period."""
        self._code = code
        self.set_wording(words)

    def accessible_words(self) -> str:
        """The code and the words."""
        return self._code if self._code == self.words else f"{self._code}, {self.words}"

    def sizeHint(self) -> QSize:
        """As wide as code, words and chevron, and never narrower than a long one."""
        width = words_width(self._code, "h3") + words_width(self._note(), "secondary")
        return QSize(max(round(width) + 2 * INSET + ICON + 2 * GAP, 184), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw code, words, chevron."""
        colours = self.look.palette
        painter = QPainter(self)
        if self.underMouse():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.fillRect(inner, colours.hover)
        box = QRectF(self.rect()).adjusted(INSET + 2, 0, -INSET, 0)
        paint_words(painter, box, self._code, colours.text, role="h3")
        after = box.adjusted(words_width(self._code, "h3") + GAP, 1, -ICON, 1)
        paint_words(painter, after, self._note(), colours.text2, role="secondary")
        chevron = QRectF(box.right() - ICON, box.top(), ICON, box.height())
        paint_icon(painter, chevron, "chevron-down", colours.text2)

    def _note(self) -> str:
        return "" if self.words == self._code else self.words


def _step(look: Look, way: str, icon: str, keys: str) -> Button:
    words = Said(f"look.period.{way}")
    tip = Said("look.tip.keys", {"name": words, "keys": keys})
    button = Button(look, words, Kind.QUIET, icon=icon, tip=tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
