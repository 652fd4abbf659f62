"""What is typed for something that is still being made: kept, and done once it is there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget


class TypingAhead(QWidget):
    """Has the keyboard of a window without being seen and keeps the keys; shortcuts act as ever."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self._typed = window, list[QKeyEvent]()
        self.resize(0, 0)
        self.hide()

    def begin(self) -> None:
        """Take the keyboard."""
        self.show()
        self.setFocus()

    def hand_over(self) -> None:
        """Give back what was typed to what has the keyboard now."""
        self.hide()
        typed, self._typed = self._typed, []
        type_again(self._window, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep it."""
        self._typed.append(event.clone())


def type_again(window: QMainWindow, typed: Sequence[QKeyEvent]) -> None:
    """Do what keys do, one after the other: a shortcut its action, any other what the widget with
    the keyboard does with it by then. Qt looks for shortcuts only in events of the system."""
    if not typed:
        return
    event, *rest = typed
    keys = QKeySequence(event.keyCombination())
    action = next((each for each in window.actions() if keys in each.shortcuts()), None)
    if action is not None:
        action.trigger()
    else:
        QCoreApplication.sendEvent(window.focusWidget() or window, event)
    QTimer.singleShot(0, lambda: type_again(window, rest))
