"""Keys that lead from one part of the window to the next, to its menus, and to a menu in place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QWidget


def go_on(panes: Sequence[QWidget], focus: QWidget | None) -> None:
    """Give the keyboard to the next of `panes` that is to be seen, round the end."""
    seen = [pane for pane in panes if pane.isVisible()]
    held = [i for i, pane in enumerate(seen) if focus is not None and _holds(pane, focus)]
    start = held[0] if held else -1
    for pane in [*seen[start + 1 :], *seen[: start + 1]]:
        target = _first_in(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def open_menu_bar(window: QMainWindow) -> None:
    """Open the first menu; arrow keys go on from there."""
    bar = window.menuBar()
    bar.setActiveAction(bar.actions()[0])


def open_context_menu() -> None:
    """Ask for the menu of what has the keyboard, at its cursor."""
    focus = QApplication.focusWidget()
    if focus is None:
        return
    cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = cursor.center() if isinstance(cursor, QRect) else focus.rect().center()
    reason, there = QContextMenuEvent.Reason.Keyboard, focus.mapToGlobal(place)
    if isinstance(focus, QAbstractScrollArea):
        place -= focus.viewport().pos()  # where the mouse would have asked
    QApplication.sendEvent(focus, QContextMenuEvent(reason, place, there))


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _first_in(pane: QWidget) -> QWidget | None:
    """What takes the keyboard in a pane: itself, what stands in for it, or its first control."""
    for widget in (pane, *pane.findChildren(QWidget)):
        proxy = widget.focusProxy() or widget
        if (
            proxy.focusPolicy() & Qt.FocusPolicy.TabFocus
            and proxy.isVisible()
            and proxy.isEnabled()
        ):
            return proxy
    return None
