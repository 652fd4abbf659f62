"""What a list says while it is empty: what belongs here, and the one next step."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.widgets.button import Button
from ui.widgets.label import Label

ICON, SPACE, WIDTH = 24, 48, 320


class EmptyState(QWidget):
    """An icon, one bold line, one sentence, one small button, which may show its key."""

    action_requested = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        title: Wording,
        sentence: Wording,
        action: Wording | None = None,
        *,
        keys: str = "",
    ) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self._title = Label(look, title, role="body_bold")
        self._sentence = Label(look, sentence, role="secondary", colour="text2", wrap=True)
        self._sentence.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, SPACE + ICON + 12, 16, SPACE)
        column.setSpacing(6)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button: Button | None = None
        if action is not None:
            self.button = Button(look, action, small=True, keys=keys)
            self.button.clicked.connect(self.action_requested)
            column.addSpacing(6)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        look.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        # In a column that puts it in the middle Qt takes the height that it has in another width.
        self._sentence.setFixedHeight(self._sentence.heightForWidth(WIDTH))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sentence.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon over the words."""
        place = QRectF((self.width() - ICON) / 2, SPACE, ICON, ICON)
        paint_icon(QPainter(self), place, self._icon, self._look.palette.text2)
