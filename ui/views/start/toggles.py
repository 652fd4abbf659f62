"""The departments as toggles: arrow keys move, Space takes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from scorecard.catalogue.library import library
from scorecard.catalogue.template import Shelf
from scorecard.text import Said
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import RIGHT, paint_words, words_width
from ui.widgets.painted import PaintedButton

HEIGHT, ICON, PADDING, GAP, RADIUS, LEAST = 44, 20, 12, 12, 8, 144
MOST_COLUMNS = 7
#: Room for the ring around a toggle.
EDGE = 4


class Toggles(QWidget):
    """`changed` when a department was taken or left."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons = {shelf.id: Toggle(look, shelf) for shelf in library().departments}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._grid.setSpacing(GAP)
        self._columns = 0
        for button in self.buttons.values():
            button.toggled.connect(lambda _on: self.changed.emit())
        look.changed.connect(self.retell)
        self._arrange(MOST_COLUMNS)
        self.retell()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The departments that are taken."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())

    def clear(self) -> None:
        """Take none."""
        for button in self.buttons.values():
            button.setChecked(False)

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.say("start.departments"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the neighbour."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        buttons = list(self.buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(buttons):
            buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """In columns as wide as the longest name."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self._arrange(max(min((self.width() + GAP) // (widest + GAP), MOST_COLUMNS), 1))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, *divmod(place, columns))
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class Toggle(PaintedButton):
    """One department, with the number of KPIs that it begins with."""

    def __init__(self, look: Look, shelf: Shelf) -> None:
        self._shelf = shelf
        templates = library().of_department(shelf.id)
        self._count = str(sum(each.core for each in templates))
        tip = Said("start.department.tip", {"count": self._count, "every": str(len(templates))})
        super().__init__(look, shelf.name, tip=tip, radius=RADIUS)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def accessible_words(self) -> str:
        """Its name and its count."""
        return f"{self.words} {self._count}"

    def sizeHint(self) -> QSize:
        """As high as a finger, as wide as its name where that is taken."""
        name, count = words_width(self.words, "body_bold"), words_width(self._count, "secondary")
        return QSize(max(LEAST, round(2 * PADDING + ICON + 8 + name + 6 + count) + 1), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, icon, name, count; a taken one has an edge of ink."""
        colours, painter, taken = self.look.palette, QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if taken else 1
        painter.setPen(QPen(colours.ink if taken else colours.line2, width))
        painter.setBrush(colours.hover if taken or self.underMouse() else colours.surface)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(self.rect()).adjusted(PADDING, 0, -PADDING, 0)
        icon = QRectF(inner.left(), inner.top(), ICON, inner.height())
        paint_icon(painter, icon, self._shelf.icon, colours.text if taken else colours.text2)
        role = "body_bold" if taken else "body"
        paint_words(painter, inner, self._count, colours.text2, role="secondary", align=RIGHT)
        room = inner.adjusted(ICON + 8, 0, -words_width(self._count, "secondary") - 6, 0)
        paint_words(painter, room, self.words, colours.text, role=role)
