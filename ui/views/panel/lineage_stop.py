"""One stop of the lineage graph: what it is by an icon, and its name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from scorecard.figures.lineage_graph import Kind, Stop
from scorecard.text import Said
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import paint_words, words_width
from ui.widgets.painted import PaintedButton

HEIGHT, MOST, PADDING, ICON, GAP, RADIUS = 26, 172, 8, 14, 6, 6
ICONS = {
    Kind.SOURCE: "server",
    Kind.TABLE: "table-2",
    Kind.MEASURE: "hash",
    Kind.FEEDING: "gauge",
    Kind.KPI: "target",
    Kind.USING: "gauge",
    Kind.LINE: "list-tree",
    Kind.DASHBOARD: "layout-dashboard",
    Kind.PARENT: "git-branch",
    Kind.MORE: "ellipsis",
}


class LineageStop(PaintedButton):
    """Pressed, it leads to what it stands for."""

    def __init__(self, look: Look, stop: Stop) -> None:
        self.stop = stop
        super().__init__(look, stop_words(stop), radius=RADIUS)

    def accessible_words(self) -> str:
        """What sort of stop it is, and its name."""
        return self.look.say(f"lineage.stop.{self.stop.kind}", name=self.words)

    def retell(self) -> None:
        """The tool tip says what a press does."""
        self._tip = Said(f"lineage.go.{self.stop.kind}", {"name": self.words})
        super().retell()

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a limit."""
        wanted = 2 * PADDING + ICON + GAP + words_width(self.words, self._role) + 1
        return QSize(round(min(wanted, MOST)), HEIGHT)

    @property
    def _role(self) -> str:
        return "secondary_medium" if self.stop.kind is Kind.KPI else "secondary"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon and the words."""
        colours, painter = self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_focus = self.stop.kind is Kind.KPI
        over = self.underMouse()
        painter.setPen(QPen(colours.text2 if is_focus or over else colours.line2, 1))
        painter.setBrush(colours.sel if is_focus else colours.hover if over else colours.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        inner = box.adjusted(PADDING, 0, -PADDING + 1, 0)
        icon = QRectF(inner.left(), inner.top(), ICON, inner.height())
        paint_icon(painter, icon, ICONS[self.stop.kind], colours.text2)
        inner.setLeft(icon.right() + GAP)
        paint_words(painter, inner, self.words, colours.text, role=self._role)


def stop_words(stop: Stop) -> Wording:
    """What a stop is called."""
    if stop.kind is Kind.MORE:
        return Said("lineage.more", {"count": stop.id})
    if stop.kind is Kind.LINE and not any(stop.name):
        return Said("window.every_unit")
    return stop.name if any(stop.name) else stop.id
