"""The field that finds: a glass at its left, its shortcut at its right while it is empty."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.keycap import keycap_width, paint_keycap
from ui.widgets.plain_tip import set_tip

WIDTH, HEIGHT, ICON, INSET = 232, 32, 16, 10


class SearchField(QLineEdit):
    """A line edit; `placeholder` is its accessible name too.

    `accepted` by Enter or ↓: what was looked for is to be gone to. `left` by Esc, which clears it.
    """

    accepted = Signal()
    left = Signal()

    def __init__(self, look: Look, placeholder: Wording, keys: str = "Ctrl K") -> None:
        super().__init__()
        self._look, self._placeholder, self._keys = look, placeholder, keys
        self._shows_keys = bool(keys)
        self.textChanged.connect(self._offer_clearing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        words = self._look.tell(self._placeholder)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        set_tip(self, f"{words} ({self._keys})" if self._keys else words)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its words come before its shortcut, which the tool tip says too."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return QSize(WIDTH, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and ↓ go on to what was found, Esc clears and goes back."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass and the key over the field."""
        super().paintEvent(event)
        colours = self._look.palette
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        glass = QRectF(box.left(), box.top(), ICON, box.height())
        paint_icon(painter, glass, "search", colours.text2)
        if self._shows_keys and not self.text():
            paint_keycap(painter, box, self._keys, colours)

    def _offer_clearing(self) -> None:
        """For its button Qt looks through the icon themes of the system: not before it is seen."""
        if self.text() and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)

    def _fit(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        cap = round(keycap_width(self._keys)) + 4 if self._keys else 0
        self._shows_keys = bool(self._keys) and words + ICON + 3 * INSET + cap <= self.width()
        self.setTextMargins(ICON + INSET - 2, 0, cap if self._shows_keys else 0, 0)
