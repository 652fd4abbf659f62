"""What painted controls share: words told anew, hover, keys, a place for the focus ring."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from scorecard.text import Said
from ui.look import Look, Wording
from ui.widgets.plain_tip import set_tip

#: The dynamic property that asks for a focus ring; its value is the control's corner radius, px.
RING = "ringRadius"


class PaintedButton(QAbstractButton):
    """A control that paints itself. `Space` and `Enter` press it; the mouse leaves focus alone."""

    def __init__(self, look: Look, wording: Wording, *, tip: Wording = "", radius: int = 6) -> None:
        super().__init__()
        self.look = look
        self._wording, self._tip = wording, tip
        self.setProperty(RING, radius)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def words(self) -> str:
        """What it says, in the language of now."""
        return self.look.tell(self._wording)

    @property
    def word(self) -> str:
        """The key of the sentence that it says; empty where it has none."""
        return self._wording.key if isinstance(self._wording, Said) else ""

    def set_wording(self, wording: Wording) -> None:
        """Say something else."""
        self._wording = wording
        self.retell()

    def set_tip_wording(self, tip: Wording) -> None:
        """Give another tool tip; an empty one repeats the words."""
        self._tip = tip
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        self.setAccessibleName(self.accessible_words())
        set_tip(self, self.look.tell(self._tip) or self.words)
        self.updateGeometry()
        self.update()

    def accessible_words(self) -> str:
        """The accessible name; a control with more to tell than its words says it here."""
        return self.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter too; arrow keys belong to what the control is part of."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
