"""A scrolled tab in which the field one types in stays where it is on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QWidget

from ui.views.panel.scrolled import Scrolled

#: Above and below a field that comes into view, px.
MARGIN = 16


class Anchored(Scrolled):
    """Scrolls by itself where something above the field with the keyboard grows or shrinks."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Whatever is shown meanwhile, the field with the keyboard does not move."""
        field = self.window().focusWidget()
        if field is None or not self._content.isAncestorOf(field) or not self.isVisible():
            yield
            return
        before = self._top(field)
        yield
        # Only after the layout was done anew is it known how far the field was pushed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top(field) - before)

    def bring_into_view(self, field: QWidget, margin: int = MARGIN) -> None:
        """Scroll to a field of which a part is hidden; its top comes first where it is high."""
        # A page that was only just made has no places yet.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        top = field.mapTo(self._content, QPoint(0, 0)).y()
        for place in (top + field.height(), top):
            self.ensureVisible(0, place, 0, margin)

    def _top(self, field: QWidget) -> int:
        return field.mapTo(self, QPoint(0, 0)).y()
