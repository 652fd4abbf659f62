"""The list of periods: one year of months, quarters or halves, or twelve years."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.period import PER_YEAR, Period
from scorecard.period_name import Naming
from scorecard.text import Said
from scorecard.vocabulary import Frequency
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import Label

COLUMNS, YEARS, RADIUS = 3, 12, 8


class PeriodPopup(QWidget):
    """A pop-up; picking or `Esc` closes it, arrow keys move in it, the old place gets the focus."""

    picked = Signal(object)

    def __init__(self, look: Look, period: Period, naming: Naming, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look, self._period, self._naming = look, period, naming
        self._first = _page(period)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(look.say("look.period.pick"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setSpacing(4)
        self._title = Label(look, "", role="body_bold")
        self._buttons: list[Button] = []
        self._add_head()
        self._add_buttons()
        self._fill()
        FocusRing(look, self)

    def open_at(self, corner: QPoint) -> None:
        """Show it with its top left at `corner`, the present period in focus."""
        self.adjustSize()
        self.move(corner)
        self.show()
        for button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move by one or by a row; `PgUp`, `PgDn` turn the page."""
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        key = event.key()
        if key in steps:
            self._move_focus(steps[key])
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        painter.setPen(QPen(colours.line2, 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _add_head(self) -> None:
        back = Button(self._look, Said("look.period.page_back"), Kind.QUIET, icon="chevron-left")
        on = Button(self._look, Said("look.period.page_on"), Kind.QUIET, icon="chevron-right")
        back.clicked.connect(lambda: self._turn(-1))
        on.clicked.connect(lambda: self._turn(1))
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(back, 0, 0)
        self._grid.addWidget(self._title, 0, 1)
        self._grid.addWidget(on, 0, 2, Qt.AlignmentFlag.AlignRight)

    def _add_buttons(self) -> None:
        size = PER_YEAR[self._period.kind] if self._period.kind in _IN_A_YEAR else YEARS
        for place in range(size):
            button = Button(self._look, "", small=True)
            button.setCheckable(True)
            button.setMinimumWidth(72)
            button.clicked.connect(partial(self._pick, place))
            self._grid.addWidget(button, 1 + place // COLUMNS, place % COLUMNS)
            self._buttons.append(button)

    def _fill(self) -> None:
        periods = [Period(self._period.kind, self._first + n) for n in range(len(self._buttons))]
        for button, period in zip(self._buttons, periods, strict=True):
            button.set_wording(_short(period, self._naming))
            button.setAccessibleName(self._naming.label(period))
            button.setChecked(period == self._period)
        self._title.set_wording(_title(periods, self._naming))

    def _pick(self, place: int, _on: object = None) -> None:
        self.close()
        self.picked.emit(Period(self._period.kind, self._first + place))

    def _turn(self, pages: int) -> None:
        self._first += pages * len(self._buttons)
        self._fill()

    def _move_focus(self, steps: int) -> None:
        now = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), 0)
        target = now + steps
        if not 0 <= target < len(self._buttons):
            self._turn(1 if steps > 0 else -1)
            target %= len(self._buttons)
        self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)


_IN_A_YEAR = (Frequency.MONTH, Frequency.QUARTER, Frequency.HALF)


def _page(period: Period) -> int:
    """The number of the first period on the page that holds `period`."""
    size = PER_YEAR[period.kind] if period.kind in _IN_A_YEAR else YEARS
    return period.number - period.number % size


def _short(period: Period, naming: Naming) -> Wording:
    part = period.number % PER_YEAR[period.kind] + 1
    if period.kind is Frequency.YEAR:
        return naming.label(period)
    if period.kind is Frequency.MONTH:
        return Said(f"look.month.{part}")
    if period.kind is Frequency.HALF:
        return Said(f"look.half.{part}")
    return Said("look.part.quarter", {"part": str(part)})


def _title(periods: list[Period], naming: Naming) -> Wording:
    first, last = naming.label(periods[0])[:4], naming.label(periods[-1])[:4]
    if first != last:
        return f"{first}–{last}"
    return Said("look.period.page", {"year": first, "roc": str(int(first) - 1911)})
