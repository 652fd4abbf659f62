"""The line in which a cell of a table is typed, and what counts as typing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


def cell_line(parent: QWidget) -> QLineEdit:
    """One line as large as its cell, without a frame of its own."""
    line = QLineEdit(parent)
    line.setFrame(False)
    line.setStyleSheet("min-height: 0px; border-radius: 0px; padding: 0 6px;")
    return line


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key is a character, and no command."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return (
        bool(event.text().strip())
        and event.text().isprintable()
        and not (event.modifiers() & commands)
    )
