"""What the sheet puts into the header of the window: how far one is, and pasting."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.closings import closed_by, standing
from scorecard.period import Period
from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look
from ui.painting.words import paint_words, words_width
from ui.widgets.button import Button, Kind

BAR, THICK, GAP = 160, 8, 8


class Progress(QWidget):
    """How many of all cells are entered: a bar, and in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._done, self._asked = look, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.retell()

    def show_counts(self, done: int, asked: int) -> None:
        """Say other counts."""
        if (done, asked) != (self._done, self._asked):
            self._done, self._asked = done, asked
            self.retell()

    def retell(self) -> None:
        """Take words from the look again."""
        facts = {"done": str(self._done), "asked": str(self._asked)}
        self._counts = self._look.say("entry.counts", **facts)
        self._word = self._look.say("entry.complete")
        self.setAccessibleName(self._look.say("entry.progress", **facts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bar and the words beside it."""
        words = words_width(self._counts, "body_medium") + words_width(self._word, "body")
        return QSize(round(BAR + 2 * GAP + words + 4), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what is done, the counts."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - THICK) / 2, BAR, THICK)
        painter.setBrush(colours.press)
        painter.drawRoundedRect(track, THICK / 2, THICK / 2)
        if self._done:
            part = QRectF(track.left(), track.top(), max(BAR * self._share, THICK), THICK)
            painter.setBrush(colours.ink)
            painter.drawRoundedRect(part, THICK / 2, THICK / 2)
        words = QRectF(BAR + GAP, 0, self.width() - BAR - GAP, self.height())
        paint_words(painter, words, self._counts, colours.text, role="body_medium")
        words.setLeft(words.left() + words_width(self._counts, "body_medium") + GAP / 2)
        paint_words(painter, words, self._word, colours.text2)

    @property
    def _share(self) -> float:
        return self._done / self._asked if self._asked else 0.0


class AtRight(QWidget):
    """What can be done to the whole sheet. `deed_requested(key)` is the wish to close
    the period, or where it is closed to open it again."""

    deed_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._is_closed = False
        self.paste = Button(look, Said("entry.paste"), icon="clipboard-paste", keys="Ctrl V")
        self.close_period = Button(look, "", Kind.PRIMARY, icon="lock")
        self.close_period.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.paste)
        row.addWidget(self.close_period)

    def _ask(self) -> None:
        self.deed_requested.emit("reopen_period" if self._is_closed else "close_period")

    def show_month(self, bridge: Bridge, month: Period, org: str) -> None:
        """Offer what there is to do: to close the month at a unit, or to open the period again by
        which it is closed there."""
        board, editable = bridge.board, bridge.read_only is None
        shut = closed_by(board, month, org)
        self._is_closed = shut is not None
        held = month if shut is None else Period.parse(shut.period)
        key = "month_end.close_named" if shut is None else "month_end.reopen_named"
        self.close_period.set_wording(Said(key, {"period": board.settings.naming.label(held)}))
        self.close_period.set_tip_wording(standing(board, month, org))
        self.close_period.setEnabled(editable)
        self.paste.setEnabled(editable and shut is None)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out words where there is no room for them."""
        self.paste.set_short(narrow)
