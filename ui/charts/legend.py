"""What the lines of a trend chart stand for."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.painting.words import paint_words, words_width

HEIGHT, DASH, SHAPE, GAP, BETWEEN, LEFT = 20, 20, 8, 5, 14, 26.0
KEYS = ("actual", "target", "last_year", "ahead", "limits", "missing")
_WIDTHS = {"actual": 2.5, "target": 1.5, "last_year": 2.0, "ahead": 2.0}
#: In widths of their line, as Qt counts them.
_DASHES: dict[str, list[float]] = {
    "target": [4, 2.7],
    "last_year": [1, 1.5],
    "ahead": [0.5, 2],
    "limits": [8, 3, 2, 3],
}
_FAINT = frozenset({"last_year", "limits"})


class _Place(NamedTuple):
    """A sample at `left` px in a row; `width` is that of its word."""

    key: str
    left: float
    row: int
    width: float


def _sample(key: str) -> int:
    return SHAPE if key == "missing" else DASH


class Legend(QWidget):
    """Names the lines that are drawn; only those."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._keys: tuple[str, ...] = KEYS
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.retell)
        self.retell()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Name these lines, some of `KEYS`."""
        self._keys = keys
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        words = [self._words(key) for key in self._keys]
        self.setAccessibleName(self._look.say("panel.comma").join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As few rows as its words need."""
        return QSize(280, self.heightForWidth(max(self.width(), 280)))

    def hasHeightForWidth(self) -> bool:
        """What does not fit beside the others stands in another row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its rows."""
        return HEIGHT * (1 + max((place.row for place in self._places(width)), default=0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each line and its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._places(self.width()):
            top = place.row * HEIGHT
            painter.save()
            painter.translate(0, top)
            self._paint_sample(painter, place.key, place.left)
            painter.restore()
            box = QRectF(place.left + _sample(place.key) + GAP, top, place.width, HEIGHT)
            colour = self._look.palette.text2
            paint_words(painter, box, self._words(place.key), colour, role="secondary")

    def _words(self, key: str) -> str:
        return self._look.say(f"panel.legend.{key}")

    def _places(self, width: int) -> list[_Place]:
        """Where each sample stands, from the left, in as many rows as are needed."""
        places: list[_Place] = []
        left, row = LEFT, 0
        for key in self._keys:
            wide = words_width(self._words(key), "secondary") + 2
            right = left + _sample(key) + GAP + wide
            if right > width and left > LEFT:
                left, row = LEFT, row + 1
                right = left + _sample(key) + GAP + wide
            places.append(_Place(key, left, row, wide))
            left = right + BETWEEN
        return places

    def _paint_sample(self, painter: QPainter, key: str, left: float) -> None:
        colours, middle = self._look.palette, HEIGHT / 2
        if key == "missing":
            paint_status(painter, QRectF(left, middle - 4, SHAPE, SHAPE), Status.GREY, colours)
            return
        pen = QPen(colours.muteline if key in _FAINT else colours.text, _WIDTHS.get(key, 1.0))
        if key in _DASHES:
            pen.setDashPattern(_DASHES[key])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + DASH, middle))
