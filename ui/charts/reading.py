"""A chart read point by point: ← and → walk along the line, Home and End go to its ends."""

from PySide6.QtCore import Qt


def walked(key: int, at: int | None, count: int) -> int | None:
    """The position that `key` leads to from `at` among `count`; None where it leads nowhere.

    From no position the first step back goes to the newest point.
    """
    last = count - 1
    now = count if at is None else at
    goals: dict[int, int] = {
        Qt.Key.Key_Left: now - 1,
        Qt.Key.Key_Right: now + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    return min(max(goals[key], 0), last) if count and key in goals else None
