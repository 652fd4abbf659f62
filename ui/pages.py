"""The pages of a document, as a table; only those that are there are offered."""

from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection


class Page(NamedTuple):
    """One page: its icon on the rail, its keys, and where its widget is made, loaded when first
    looked at. One that is not `dated` shows the same in every period; one that is `part_of`
    another has no place of its own on the rail, which marks that one. `data` are the module and the
    function that read what is the same for every document."""

    key: str
    icon: str
    keys: str
    module: str
    widget: str
    dated: bool = True
    part_of: str = ""
    data: tuple[str, str] | None = None

    @property
    def title(self) -> Said:
        """What rail, header and menu call it."""
        return Said(f"window.page.{self.key}")


@runtime_checkable
class Leading(Protocol):
    """A page from whose rows one goes to where they are mended; `led` carries a finding."""

    led: SignalInstance


@runtime_checkable
class Pointing(Protocol):
    """A page whose rows are about lines of the tree; `line_requested` carries a node."""

    line_requested: SignalInstance


@runtime_checkable
class Asking(Protocol):
    """A page that asks for what an action of the window does, by the action's key."""

    deed_requested: SignalInstance


@runtime_checkable
class Locking(Protocol):
    """A page that offers to open a closed period again: `reopen_requested(org, period)`."""

    reopen_requested: SignalInstance


@runtime_checkable
class Linking(Protocol):
    """A page that offers the way to another one, by its key."""

    page_requested: SignalInstance


@runtime_checkable
class Listing(Protocol):
    """A page that is a list of its own: what is searched and copied is its rows."""

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""

    def go_to_search(self) -> None:
        """Go to the search field."""

    def copy_table(self) -> None:
        """Put the rows on the clipboard."""


@runtime_checkable
class Headed(Protocol):
    """A page with parts of its own in the header, beside its title and at the right, in place of
    search and snapshot; it shows one month at a time."""

    beside: QWidget
    at_right: QWidget


@runtime_checkable
class Narrowed(Protocol):
    """A page that shows the rows of one unit; empty for all."""

    unit: str


SCORECARD = Page("scorecard", "list-tree", "Alt+1", "ui.views.scorecard.page", "ScorecardPage")
#: In the order of the rail.
EVERY = (
    SCORECARD,
    Page("entry", "table-2", "Alt+2", "ui.views.entry", "EntryPage"),
    Page("snapshots", "camera", "Alt+7", "ui.views.snapshots", "SnapshotsPage"),
    Page(
        *("library", "library", "Alt+8", "ui.views.library", "LibraryPage"),
        dated=False,
        data=("scorecard.catalogue.library", "library"),
    ),
    Page(
        *("governance", "shield-check", "Alt+9", "ui.views.governance", "GovernancePage"),
        dated=False,
        part_of="library",
    ),
    Page(
        *("history", "history", "Ctrl+H", "ui.views.history", "HistoryPage"),
        dated=False,
        part_of="scorecard",
    ),
    Page(
        *("due", "calendar-clock", "Alt+0", "ui.views.due", "DuePage"),
        dated=False,
        part_of="scorecard",
    ),
)


def pages() -> tuple[Page, ...]:
    """The pages that this program has."""
    return tuple(page for page in EVERY if page is SCORECARD or find_spec(page.module) is not None)


def made(page: Page, bridge: Bridge, selection: Selection, look: Look) -> QWidget:
    """The widget of a page other than the scorecard."""
    make = getattr(import_module(page.module), page.widget)
    widget: QWidget = make(bridge, selection, look)
    return widget
