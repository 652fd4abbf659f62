"""The pages of an open document, one shown at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.board import Place
from scorecard.period import Period
from ui.bridge import Bridge
from ui.look import Look
from ui.pages import (
    SCORECARD,
    Asking,
    Leading,
    Linking,
    Listing,
    Locking,
    Narrowed,
    Page,
    Pointing,
    made,
)
from ui.selection import Selection
from ui.views.scorecard.page import ScorecardPage


class PageStack(QStackedWidget):
    """The scorecard and the other pages, each made when it is first looked at. `led(finding)` to
    what is to be mended, `line_requested(node)`, `page_requested(key)`, `deed_requested(key)` for
    an action; `reopen_requested(org, period)`: open again what is closed for a unit."""

    led = Signal(object)
    line_requested = Signal(str)
    page_requested = Signal(str)
    deed_requested = Signal(str)
    reopen_requested = Signal(str, object)

    def __init__(
        self, scorecard: ScorecardPage, bridge: Bridge, selection: Selection, look: Look
    ) -> None:
        super().__init__()
        self._scorecard = scorecard
        self._bridge, self._selection, self._look = bridge, selection, look
        self._made: dict[str, QWidget] = {SCORECARD.key: scorecard}
        self.addWidget(scorecard)

    @property
    def shown(self) -> QWidget:
        """The page that is shown."""
        return self.currentWidget() or self._scorecard

    @property
    def unit(self) -> str:
        """The unit whose rows are looked at; empty for all."""
        return self.shown.unit if isinstance(self.shown, Narrowed) else self._scorecard.unit

    def show_page(self, page: Page) -> QWidget:
        """Bring a page to the front."""
        if page.key not in self._made:
            new = self._made[page.key] = made(page, self._bridge, self._selection, self._look)
            self.addWidget(new)
            self._listen_to(new)
        self.setCurrentWidget(self._made[page.key])
        return self._made[page.key]

    def show_cell(self, place: Place, period: Period) -> None:
        """Go to a cell of the entry sheet, which is the page that is shown."""
        from ui.views.entry import EntryPage

        if isinstance(self.shown, EntryPage):
            self.shown.show_cell(place, period)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through in the page that is shown."""
        shown = self.shown
        return shown.panes() if isinstance(shown, Listing | ScorecardPage) else (shown,)

    def _listen_to(self, page: QWidget) -> None:
        if isinstance(page, Leading):
            page.led.connect(self.led)
        if isinstance(page, Pointing):
            page.line_requested.connect(self.line_requested)
        if isinstance(page, Asking):
            page.deed_requested.connect(self.deed_requested)
        if isinstance(page, Locking):
            page.reopen_requested.connect(self.reopen_requested)
        if isinstance(page, Linking):
            page.page_requested.connect(self.page_requested)
