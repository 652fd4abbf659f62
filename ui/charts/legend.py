"""What the lines of a trend chart stand for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width

HEIGHT, DASH, SHAPE, GAP, BETWEEN = 20, 20, 8, 5, 14
KEYS = ("actual", "target", "limits", "missing")
_DASHES: dict[str, list[float]] = {"target": [4, 2.7], "limits": [8, 3, 2, 3]}


class Legend(QWidget):
    """Names the lines that are drawn; only those."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._keys: tuple[str, ...] = KEYS
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.retell()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Name these lines, some of `KEYS`."""
        self._keys = keys
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        words = [self._look.say(f"panel.legend.{key}") for key in self._keys]
        self.setAccessibleName(self._look.say("panel.comma").join(words))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of words."""
        return QSize(280, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each line and its word."""
        painter, left = QPainter(self), 26.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in self._keys:
            sample = SHAPE if key == "missing" else DASH
            self._paint_sample(painter, key, left)
            words = self._look.tell(Said(f"panel.legend.{key}"))
            box = QRectF(left + sample + GAP, 0, words_width(words, "secondary") + 2, HEIGHT)
            paint_words(painter, box, words, self._look.palette.text2, role="secondary")
            left = box.right() + BETWEEN

    def _paint_sample(self, painter: QPainter, key: str, left: float) -> None:
        colours, middle = self._look.palette, HEIGHT / 2
        if key == "missing":
            paint_status(painter, QRectF(left, middle - 4, SHAPE, SHAPE), Status.GREY, colours)
            return
        width = {"actual": 2.5, "target": 1.5}.get(key, 1.0)
        pen = QPen(colours.muteline if key == "limits" else colours.text, width)
        if key in _DASHES:
            pen.setDashPattern(_DASHES[key])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + DASH, middle))
