"""What was done just now, and the way back; a strip in the layout, so it covers no row."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look, Wording
from ui.spoken import alert
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

HEIGHT, STAYS = 36, 6000


class Toast(QWidget):
    """Hidden until it has something to say; stays for six seconds, longer under the mouse."""

    action_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = Label(look, "", role="body", colour="onink")
        self._action = Button(look, "", Kind.SECONDARY, small=True)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._on_time)
        self._action.clicked.connect(self._on_action)
        look.changed.connect(self._retell)
        self.hide()

    def show_message(self, wording: Wording, action: Wording | None = None) -> None:
        """Say what was done; `action` is the words of the button, undo as a rule."""
        self._words.set_wording(wording)
        self._action.set_wording(action or "")
        self._action.setVisible(action is not None)
        self._retell()
        self.show()
        self._timer.start()
        alert(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground in ink."""
        QPainter(self).fillRect(self.rect(), self._look.palette.ink)

    def _retell(self) -> None:
        self.setAccessibleName(self._words.text())
        self.update()

    def _on_time(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_action(self) -> None:
        self.hide()
        self.action_requested.emit()
