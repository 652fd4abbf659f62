"""The menu of a cell of the sheet: what the keys do, with their keys."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.look import Look
from ui.views.entry.keys import KEYS

_OFFERED = (
    *("as_before", "fill_right", "repair", "none", "note", "-", "copy", "paste", "-"),
    *("fold", "unfold"),
)
_READING = frozenset({"copy", "fold", "unfold"})


def pop_up(
    look: Look, parent: QWidget, place: QPoint, do: Callable[[str], None], *, editable: bool
) -> None:
    """Offer the deeds at a place of the screen; what edits is off where a document is only read."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    keys = {deed: key for key, deed in reversed(KEYS.items())}
    for deed in _OFFERED:
        if deed == "-":
            menu.addSeparator()
            continue
        action = menu.addAction(f"{look.say(f'entry.deed.{deed}')}\t{keys[deed]}")
        action.setEnabled(editable or deed in _READING)
        action.triggered.connect(lambda _on=False, deed=deed: do(deed))
    menu.popup(place)
