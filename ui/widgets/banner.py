"""A banner over a page: what is going on, and the buttons to go on with."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.widgets.label import Label

#: In one line where there is room, else in two.
LINE, HEIGHT = 36, 52
RADIUS, ICON, INSET, GAP = 8, 20, 16, 12
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Banner(QWidget):
    """A title, one sentence, and actions at the right, on the tint of `status`. The sentence
    stands beside the title where both have room."""

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
        self._row.setContentsMargins(INSET + ICON + GAP, 4, INSET, 4)
        self._row.setSpacing(GAP)
        self._words = QBoxLayout(_DOWN)
        self._words.addWidget(self._title)
        self._words.addWidget(self._sentence, 1)
        self._row.addLayout(self._words, 1)
        self._actions: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.set_content(title, sentence)

    def set_content(self, title: Wording, sentence: Wording = "") -> None:
        """Say something else; without a sentence the title stands alone."""
        self._title.set_wording(title)
        self._sentence.set_wording(sentence)
        self._sentence.setVisible(bool(sentence))
        self.retell()

    @property
    def deeds(self) -> tuple[QWidget, ...]:
        """Its buttons and fields."""
        return tuple(self._actions)

    def add_action(self, widget: QWidget) -> None:
        """Put a button or field at the right."""
        self._actions.append(widget)
        self._row.addWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for both in one line."""
        super().resizeEvent(event)
        self._fit()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self._fit()
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

    def _fit(self) -> None:
        """Put the sentence beside the title or below it."""
        taken = sum(action.sizeHint().width() + GAP for action in self._actions)
        room = self.width() - 2 * INSET - ICON - GAP - taken
        alone = self._sentence.isHidden()
        both = self._title.sizeHint().width() + GAP + self._sentence.sizeHint().width()
        across = alone or both <= room
        self._words.setDirection(_ACROSS if across else _DOWN)
        self._words.setSpacing(GAP if across else 0)
        self.setFixedHeight(LINE if across else HEIGHT)
