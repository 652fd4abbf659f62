"""What the keys of the sheet do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: What a key asks for; the page does it.
KEYS = {
    "Ctrl+D": "as_before",
    "Ctrl+R": "fill_right",
    "Del": "none",
    "Ctrl+;": "note",
    "Ctrl+.": "repair",
    "Ctrl+C": "copy",
    "Ctrl+V": "paste",
    "Ctrl+Return": "write",
    "Ctrl+Enter": "write",
    "Alt+Shift+Left": "fold",
    "Alt+Shift+Right": "unfold",
}
#: Where a key leads: to the next row for which something is true.
JUMPS = {"Ctrl+Down": (1, "empty"), "Ctrl+Up": (-1, "empty"), "F8": (1, "doubted")}
JUMPS |= {"Shift+F8": (-1, "doubted")}
STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
#: Keys that lead on.
ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


def is_back(event: QKeyEvent) -> bool:
    """Whether Shift turns the way of a key round."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
