"""A status as shape and word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look, Wording
from ui.painting.pill import HEIGHT, paint_pill, pill_width
from ui.widgets.plain_tip import set_tip


class StatusPill(QWidget):
    """Shows a status; `wording` stands for its usual word (`2026-10  76.4 %`)."""

    def __init__(self, look: Look, status: Status, wording: Wording | None = None) -> None:
        super().__init__()
        self._look, self._status, self._wording = look, status, wording
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def words(self) -> str:
        """What it says, in the language of now."""
        return self._look.tell(self._wording) if self._wording else self._word()

    def set_status(self, status: Status, wording: Wording | None = None) -> None:
        """Show another status."""
        self._status, self._wording = status, wording
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again; the status word is always in the name."""
        name = f"{self.words}, {self._word()}" if self._wording else self._word()
        self.setAccessibleName(name)
        set_tip(self, name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(round(pill_width(self.words) + 1), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._status, self.words, self._look.palette)

    def _word(self) -> str:
        return self._look.tell(Said(f"look.status.{self._status}"))
