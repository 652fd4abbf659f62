"""Arrow keys in a group of which one is chosen: the choice and the focus move together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


def rove(group: QButtonGroup, event: QKeyEvent) -> bool:
    """Choose the neighbour an arrow key points at, round the end; False for any other key."""
    step = _STEPS.get(event.key())
    buttons = [button for button in group.buttons() if button.isEnabled()]
    now = group.checkedButton()
    if step is None or now not in buttons or event.modifiers() & _HELD:
        return False
    target = buttons[(buttons.index(now) + step) % len(buttons)]
    target.click()
    target.setFocus(Qt.FocusReason.TabFocusReason)
    return True


_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
