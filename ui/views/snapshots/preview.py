"""One page of a booklet, as large as the room for it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.report.booklet import Booklet
from ui.report.picture import page_image
from ui.report.sheet import HEIGHT, WIDTH

_AROUND = 16


class Preview(QWidget):
    """Draws page `index` of a booklet; the picture is kept until there is another one, which is
    made in a turn of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._booklet: Booklet | None = None
        self._index = 0
        self._picture: QImage | None = None
        self._is_stale = True
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._make)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._retell)

    def show_page(self, booklet: Booklet | None, index: int) -> None:
        """Draw another page from now on; None for an empty desk."""
        self._booklet, self._index, self._is_stale = booklet, index, True
        if booklet is not None:
            facts = {"page": str(index + 1), "of": str(booklet.count)}
            self.setAccessibleName(self._look.say("report.foot.page", **facts))
        self.update()

    def sizeHint(self) -> QSize:
        """Half of the paper's size."""
        return QSize(round(WIDTH / 2), round(HEIGHT / 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the desk and the page on it."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        place = self._place()
        if self._booklet is None or place.width() < 1:
            return
        if self._is_stale or self._picture is None or self._picture.width() != self._width:
            self._soon.start()
        if self._picture is None:
            painter.fillRect(place, Qt.GlobalColor.white)
        else:
            painter.drawImage(place, self._picture)
        painter.setPen(QPen(colours.line2, 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    @property
    def _width(self) -> int:
        """Of the picture, px of the screen."""
        return round(self._place().width() * self.devicePixelRatioF())

    def _make(self) -> None:
        if self._booklet is not None and self._width > 0:
            self._picture, self._is_stale = (
                page_image(self._booklet, self._index, self._width),
                False,
            )
            self.update()

    def _retell(self) -> None:
        self._is_stale = True
        self.update()

    def _place(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        scale = max(min(room.width() / WIDTH, room.height() / HEIGHT), 0.0)
        box = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
        box.moveCenter(room.center())
        box.moveTop(room.top())
        return box
