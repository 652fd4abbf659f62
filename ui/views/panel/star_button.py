"""The star of a line in its detail."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from scorecard.text import Said
from ui.look import Look
from ui.painting.star import paint_star
from ui.widgets.button import Button, Kind


class StarButton(Button):
    """Makes the line a key KPI, or an ordinary one again."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Said("panel.star.on"), Kind.QUIET, icon="star", small=True)
        self._starred = False

    def set_starred(self, starred: bool, *, editable: bool) -> None:
        """Show whether the line is a key KPI."""
        self._starred = starred
        self.setEnabled(editable)
        self.set_wording(Said(f"panel.star.{'off' if starred else 'on'}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A full star for a key KPI."""
        if not self._starred:
            super().paintEvent(event)
            return
        box = QRectF(0, 0, 16, 16)
        box.moveCenter(QRectF(self.rect()).center())
        paint_star(QPainter(self), box, self.look.palette.text)
