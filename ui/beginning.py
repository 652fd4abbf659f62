"""The place where a scorecard of one's own begins, over the open document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from ui.documents import Documents
from ui.look import Look
from ui.surroundings import Surroundings

if TYPE_CHECKING:
    from ui.views.start import StartPage


class Beginning:
    """Shows the start page among `rooms`; it is made when it is first asked for. `leave` goes
    back to the open document, `ask_workbook` asks for one to import into it, `tell_next` says what
    comes after the KPIs were picked."""

    def __init__(
        self,
        look: Look,
        documents: Documents,
        around: Surroundings,
        rooms: QStackedWidget,
        leave: Callable[[], None],
        *,
        ask_workbook: Callable[[], None],
        tell_next: Callable[[], None],
    ) -> None:
        self._look, self._documents, self._around = look, documents, around
        self._rooms, self._leave = rooms, leave
        self._ask_workbook, self._tell_next = ask_workbook, tell_next
        self._page: StartPage | None = None

    def show(self, recent: Sequence[str], *, can_close: bool) -> None:
        """Ask how to begin; `recent` are the documents that were open before."""
        page = self._page = self._page or self._made()
        self._rooms.setCurrentWidget(page)
        page.begin([text for text in recent if Path(text).is_file()], can_close=can_close)

    def _made(self) -> "StartPage":
        from ui.views.start import StartPage

        around, documents = self._around, self._documents
        page = StartPage(self._look, documents.make, around.offered, around.today)
        page.choice.sample_requested.connect(documents.open_sample)
        page.choice.open_requested.connect(documents.ask_open)
        page.choice.recent_requested.connect(lambda text: documents.open_path(Path(text)))
        page.closed.connect(self._leave)
        # The document is shown before anything is asked over it.
        page.workbook_wanted.connect(lambda: QTimer.singleShot(0, self._ask_workbook))
        page.begun.connect(self._tell_next)
        self._rooms.addWidget(page)
        return page
