"""Telling a screen reader what has changed.

`QAccessible` has 190 names, which PySide6 builds when it is first imported; while a window starts
nothing has changed yet.
"""

from PySide6.QtWidgets import QWidget


def alert(widget: QWidget) -> None:
    """Have read out what `widget` says now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def tell_description(widget: QWidget) -> None:
    """Have read out how `widget` is described now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    event = QAccessible.Event.DescriptionChanged
    QAccessible.updateAccessibility(QAccessibleEvent(widget, event))
