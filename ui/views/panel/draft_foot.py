"""The foot of the definition, always there: what is in force, or what becomes of the draft."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.model.records import KpiVersion
from scorecard.text import Said
from ui.look import Look
from ui.views.panel.draft_banner import DraftBanner
from ui.widgets.label import Label


class DraftFoot(QStackedWidget):
    """Keeps the place of its `banner`, so that the form above it does not move when the first
    key makes a draft."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._brief, self._editable = look, False, True
        self.banner = DraftBanner(look)
        self._version = Label(look, "", role="body_bold")
        self._count = Label(look, "", role="secondary", colour="text2")
        self._hint = Label(look, Said("panel.draft.hint"), role="secondary", wrap=True)
        self._hint.set_colour("text2")
        self._calm = QWidget()
        column = QVBoxLayout(self._calm)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(self._version)
        first.addStretch(1)
        first.addWidget(self._count)
        column.addLayout(first)
        column.addWidget(self._hint)
        column.addStretch(1)
        self._both = (self._calm, self.banner)
        for page in self._both:
            self.addWidget(page)

    def show_version(self, version: KpiVersion, count: int, *, editable: bool) -> None:
        """Say which version is the newest, and how many of its nineteen fields are filled."""
        facts = {"version": version.version, "start": version.effective}
        self._version.set_wording(Said("panel.version.since", {**facts}))
        self._count.set_wording(Said("panel.filled", {"count": str(count)}))
        self._editable = editable
        self._hint.setVisible(editable and not self._brief)

    def set_brief(self, brief: bool) -> None:
        """Be two rows high where the form has little room."""
        if brief != self._brief:
            self._brief = brief
            self._hint.setVisible(self._editable and not brief)
            self.banner.set_brief(brief)

    def show_draft(self, there: bool) -> None:
        """Bring the banner to the front, or put it away."""
        self.setCurrentWidget(self.banner if there else self._calm)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentences elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline, below which the form goes on."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.palette.line)

    def event(self, event: QEvent) -> bool:
        """A question or a trouble needs more room than the draft by itself."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return heard

    def _fit(self) -> None:
        """Be as high as the higher of the two, whichever is in front."""
        self.setFixedHeight(max(_height(page, self.width()) for page in self._both))


def _height(page: QWidget, width: int) -> int:
    """A page without paragraphs has one height for all widths, of which Qt says -1."""
    return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
