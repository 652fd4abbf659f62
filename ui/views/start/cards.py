"""The three ways to begin, as cards: a picture of what comes, two sentences, one button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.keycap import paint_keycap
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.tick import paint_tick
from ui.painting.words import CENTRE, RIGHT, paint_words
from ui.widgets.label import Label

RADIUS, PADDING, PICTURE, HEIGHT = 12, 20, 112, 300
Paint = Callable[[QPainter, QRectF, Look], None]


class Card(QWidget):
    """One way, by its name `sample`, `pick` or `own`, with the key that goes it, if any; its edge
    is lit while its button has the keyboard."""

    def __init__(self, look: Look, key: str, paint: Paint, keys: str = "") -> None:
        super().__init__()
        self._look, self._keys, self._is_lit = look, keys, False
        self.title = Label(look, Said(f"start.{key}.title"), role="h3")
        self.words = Label(look, Said(f"start.{key}.sentence"), colour="text2", wrap=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(8)
        column.addWidget(_Picture(look, paint))
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addStretch(1)
        column.addLayout(self._row)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.retell)
        self.retell()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the foot."""
        self._row.insertWidget(self._row.count() - 1, widget)
        widget.installEventFilter(self)

    def add_note(self, widget: QWidget) -> None:
        """Put a sentence beside the button."""
        self._row.insertWidget(self._row.count() - 1, widget, 100)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.words.text())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light the edge while the button has the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._is_lit = event.type() == QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge and key."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._is_lit else 1
        painter.setPen(QPen(colours.accent if self._is_lit else colours.line2, width))
        painter.setBrush(colours.surface)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._keys:
            paint_keycap(painter, QRectF(self.title.geometry()), self._keys, colours)


class _Picture(QWidget):
    """The small drawing at the top of a card."""

    def __init__(self, look: Look, paint: Paint) -> None:
        super().__init__()
        self._look, self._paint = look, paint
        self.setFixedHeight(PICTURE)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the card leaves."""
        return QSize(240, PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and what is on it."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.sunken)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint(painter, box.adjusted(16, 6, -16, -6), self._look)


def paint_sample(painter: QPainter, box: QRectF, look: Look) -> None:
    """Four perspectives with their scores."""
    rows = zip(
        ("financial", "customer", "internal_process", "learning_growth"), SCORES, strict=True
    )
    for row, (name, (score, status)) in enumerate(rows):
        line = QRectF(box.left(), box.top() + row * 25, box.width(), 25)
        shape = QRectF(line.left(), line.top(), 12, line.height())
        paint_status(painter, shape, status, look.palette)
        words = line.adjusted(20, 0, -112, 0)
        said = look.say(f"perspective.{name}")
        paint_words(painter, words, said, look.palette.text, role="secondary")
        bar = QRectF(line.right() - 104, line.top(), 72, line.height())
        paint_score_bar(painter, bar, score, status, look.palette)
        number = str(score)
        colour = look.palette.text
        paint_words(painter, line, number, colour, role="secondary_bold", align=RIGHT)


def paint_pick(painter: QPainter, box: QRectF, look: Look) -> None:
    """Three KPIs, two of them ticked."""
    for row, ticked in enumerate((True, True, False)):
        line = QRectF(box.left(), box.top() + 8 + row * 28, box.width(), 28)
        paint_tick(
            painter, QPointF(line.left(), line.center().y() - 7), look.palette, ticked=ticked
        )
        words = line.adjusted(24, 0, 0, 0)
        said = look.say(f"start.pick.example.{row + 1}")
        paint_words(painter, words, said, look.palette.text, role="secondary")


def paint_own(painter: QPainter, box: QRectF, look: Look) -> None:
    """A table of months, an arrow, and three colours."""
    colours = look.palette
    cell = QRectF(box.left(), box.top() + 6, 40, 22)
    painter.setPen(QPen(colours.line2, 1))
    for row in range(4):
        for column in range(4):
            place = cell.translated(column * 40, row * 22)
            painter.setBrush(colours.press if row == 0 else colours.surface)
            painter.drawRect(place)
            text = NUMBERS[row][column]
            paint_words(painter, place, text, colours.text2, role="secondary", align=CENTRE)
            painter.setPen(QPen(colours.line2, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arrow = QRectF(box.left() + 172, box.center().y() - 10, 20, 20)
    paint_icon(painter, arrow, "arrow-right", colours.text2)
    for row, status in enumerate((Status.AMBER, Status.AMBER, Status.RED)):
        shape = QRectF(box.left() + 208, cell.top() + 24 + row * 22, 12, 16)
        paint_status(painter, shape, status, colours)


SCORES = ((84, Status.AMBER), (91, Status.GREEN), (71, Status.AMBER), (79, Status.AMBER))
NUMBERS = (
    ("", "8", "9", "10"),
    ("A", "97.5", "97.6", "97.4"),
    ("B", "78.2", "77.9", "76.4"),
    ("C", "93", "92.6", "89.8"),
)
