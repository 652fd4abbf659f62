"""The pages of a document, as a table; only those that are there are offered."""

from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection


class Page(NamedTuple):
    """One page: its icon on the rail, and where its widget is made, loaded when first looked at."""

    key: str
    icon: str
    module: str
    widget: str

    @property
    def title(self) -> Said:
        """What rail, header and menu call it."""
        return Said(f"window.page.{self.key}")


SCORECARD = Page("scorecard", "list-tree", "ui.views.scorecard.page", "ScorecardPage")
#: In the order of the rail; Alt+1, Alt+2 … go to them.
EVERY = (SCORECARD, Page("snapshots", "camera", "ui.views.snapshots", "SnapshotsPage"))


def pages() -> tuple[Page, ...]:
    """The pages that this program has."""
    return tuple(page for page in EVERY if page is SCORECARD or find_spec(page.module) is not None)


def made(page: Page, bridge: Bridge, selection: Selection, look: Look) -> QWidget:
    """The widget of a page other than the scorecard."""
    make = getattr(import_module(page.module), page.widget)
    widget: QWidget = make(bridge, selection, look)
    return widget
