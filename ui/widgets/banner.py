"""A banner over a page: what is going on, and the buttons to go on with."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.widgets.label import Label

HEIGHT, RADIUS, ICON, INSET = 56, 8, 20, 16


class Banner(QWidget):
    """A title, one sentence, and actions at the right, on the tint of `status`."""

    def __init__(
        self,
        look: Look,
        title: Wording,
        sentence: Wording = "",
        *,
        status: Status = Status.BLUE,
        icon: str = "info",
    ) -> None:
        super().__init__()
        self._look, self._status, self._icon = look, status, icon
        self._title = Label(look, title, role="body_bold")
        self._sentence = Label(look, sentence, role="secondary", colour="text2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(INSET + ICON + 12, 8, INSET, 8)
        self._row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row.addLayout(words, 1)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.set_content(title, sentence)

    def set_content(self, title: Wording, sentence: Wording = "") -> None:
        """Say something else; without a sentence the title stands alone."""
        self._title.set_wording(title)
        self._sentence.set_wording(sentence)
        self._sentence.setVisible(bool(sentence))
        self.retell()

    def add_action(self, widget: QWidget) -> None:
        """Put a button or field at the right."""
        self._row.addWidget(widget)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sentence.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint and the icon."""
        tone = self._look.palette.tones[self._status]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone.border, 1))
        painter.setBrush(tone.tint)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        paint_icon(painter, QRectF(INSET, 0, ICON, self.height()), self._icon, tone.text)
