"""A tab whose content scrolls: a column 16 px from the edges."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

EDGE, GAP = 16, 12


class Scrolled(QScrollArea):
    """Holds `column`, into which a tab puts its parts; never wider than the panel."""

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget()
        self._content.setObjectName("panel")
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(EDGE, GAP, EDGE, EDGE)
        self.column.setSpacing(GAP)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
