"""Widgets one below the other, without room between them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def column(*widgets: QWidget) -> QWidget:
    """A widget that holds others, from the top."""
    made = QWidget()
    below = QVBoxLayout(made)
    below.setContentsMargins(0, 0, 0, 0)
    below.setSpacing(0)
    for widget in widgets:
        below.addWidget(widget)
    return made
