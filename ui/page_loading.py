"""Reading the code of a page takes longer than a blink: it is done beside the window."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from time import sleep

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ui.beside import Beside
from ui.pages import EVERY, Page
from ui.typing_ahead import TypingAhead

#: Between two pages, so that the one that came is painted meanwhile, s.
_PAUSE = 0.2


class PageLoading(QObject):
    """Loads pages, the one first that somebody waits for; the others follow, for who went to one
    page goes to another. What is typed meanwhile in `window` is for the page."""

    def __init__(self, window: QMainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._beside, self._ahead = Beside(self), TypingAhead(window)
        self._beside.came.connect(self._on_loaded)
        self._waiting: tuple[str, Callable[[], object]] | None = None

    def when_loaded(self, page: Page, act: Callable[[], object]) -> None:
        """Call `act` at once, or when the page is loaded, if nobody asked for another meanwhile."""
        self._waiting = None
        if is_loaded(page):
            act()
            self._ahead.hand_over()
            return
        self._waiting = page.key, act
        self._ahead.begin()
        if not self._beside.is_running:
            self._beside.start(lambda: _loaded([page, *EVERY]))

    def _on_loaded(self, key: str) -> None:
        if self._waiting is not None and self._waiting[0] == key:
            (_, act), self._waiting = self._waiting, None
            act()
            self._ahead.hand_over()


def is_loaded(page: Page) -> bool:
    """Whether a page can be made without reading its code."""
    return page.module in sys.modules


def _loaded(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        with suppress(Exception):  # it is met again, and told, where the page is made
            import_module(page.module)
            if page.data is not None:
                module, function = page.data
                getattr(import_module(module), function)()
        yield page.key
        sleep(_PAUSE)
