"""Which page of the open document is in front: the rail and the pages follow each other."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from scorecard.text import Said
from ui.look import Look
from ui.pages import SCORECARD, Page, pages
from ui.room import Room
from ui.widgets.rail import Rail, RailItem

if TYPE_CHECKING:
    from ui.page_loading import PageLoading

FOOT = (RailItem("settings", "settings", Said("window.page.settings")),)


class Paging(QObject):
    """The rail and what it leads to. `brought` brings the open document to the front, if there is
    one; `settings_asked`: what stands at the foot of the rail. `key` is that of the page in front;
    of a part of one, that of the whole."""

    settings_asked = Signal()

    def __init__(self, window: QMainWindow, look: Look, brought: Callable[[], Room | None]) -> None:
        super().__init__(window)
        self._brought = brought
        self._window, self.pages = window, pages()
        items = [RailItem(p.key, p.icon, p.title, p.keys) for p in self.pages if not p.part_of]
        self.rail = Rail(look, items, FOOT)
        self.rail.chosen.connect(self._on_chosen)
        self.key = SCORECARD.key

    def go_to(self, key: str) -> None:
        """Bring a page to the front as soon as it is loaded."""
        page = self._page_of(key)
        if page is not None and self._brought() is not None:
            self.rail.set_current(page.part_of or key)
            self._loading.when_loaded(page, lambda: self.show(key))

    def show(self, key: str) -> None:
        """Bring a page to the front at once."""
        page, room = self._page_of(key), self._brought()
        if page is not None and room is not None:
            self.key = page.part_of or key
            self.rail.set_current(self.key)
            room.show_page(page)

    @cached_property
    def _loading(self) -> "PageLoading":
        """Only who leaves the first page needs it."""
        from ui.page_loading import PageLoading

        return PageLoading(self._window, self)

    def _page_of(self, key: str) -> Page | None:
        return next((page for page in self.pages if page.key == key), None)

    def _on_chosen(self, key: str) -> None:
        if key == FOOT[0].key:
            self.rail.set_current(self.key)
            self.settings_asked.emit()
        else:
            self.go_to(key)
