"""A line of text that takes the room it is given, cut in its middle, and whole in its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.look import Wording
from ui.widgets.label import Label
from ui.widgets.plain_tip import set_tip

LEAST = 48


class Elided(Label):
    """For a path or a number with its unit, whose beginning and end say most."""

    def minimumSizeHint(self) -> QSize:
        """A few characters; the rest is room that others may need more."""
        wanted = super().minimumSizeHint()
        return QSize(min(LEAST, wanted.width()), wanted.height())

    def set_wording(self, wording: Wording) -> None:
        """Say something else."""
        super().set_wording(wording)
        set_tip(self, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of it as there is room for."""
        text, width = self.text(), self.contentsRect().width()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
        if shown == text:
            super().paintEvent(event)
            return
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        QPainter(self).drawText(self.contentsRect(), side, shown)
