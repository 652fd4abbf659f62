"""Buttons side by side, or below each other where their words have no room."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem

GAP = 8
#: As much as Qt allows.
_ANY = (1 << 24) - 1


class ButtonRow(QHBoxLayout):
    """Lays out visible buttons from the left, each as wide as its words; needs no more width than
    the widest of them."""

    def minimumSize(self) -> QSize:
        """One below the other is narrow enough."""
        sizes = self._sizes()
        width = max((size.width() for size in sizes), default=0)
        return self._with_margins(width, max((size.height() for size in sizes), default=0))

    def sizeHint(self) -> QSize:
        """Side by side."""
        return self._with_margins(self._wide(), self._high(self._wide()))

    def hasHeightForWidth(self) -> bool:
        """The height hangs on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A line for all where there is room, else one for each."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._high(inner) + margins.top() + margins.bottom()

    def maximumSize(self) -> QSize:
        """As wide as there is room, so that the height is asked for that width."""
        return QSize(_ANY, _ANY)

    def setGeometry(self, box: QRect) -> None:
        """Put each in its place."""
        super().setGeometry(box)
        inner = box.marginsRemoved(self.contentsMargins())
        is_row = self._wide() <= inner.width()
        at = inner.topLeft()
        for item in self._items():
            size = item.sizeHint()
            item.setGeometry(QRect(at, size.boundedTo(QSize(inner.width(), size.height()))))
            at += QPoint(size.width() + GAP, 0) if is_row else QPoint(0, size.height() + GAP)

    def _items(self) -> list[QLayoutItem]:
        found = (self.itemAt(at) for at in range(self.count()))
        return [item for item in found if item is not None and not item.isEmpty()]

    def _sizes(self) -> list[QSize]:
        return [item.sizeHint() for item in self._items()]

    def _wide(self) -> int:
        sizes = self._sizes()
        return sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)

    def _high(self, width: int) -> int:
        heights = [size.height() for size in self._sizes()]
        if self._wide() <= width:
            return max(heights, default=0)
        return sum(heights) + GAP * max(len(heights) - 1, 0)

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )
