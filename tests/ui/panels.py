"""A window's panel over the sample, for the tests of the panel and to look at it."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from resources.sample.generate import SAMPLE
from scorecard.clock import FixedClock
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.period import Period
from scorecard.workspace import Workspace
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection
from ui.views.panel.detail_panel import DetailPanel

TODAY = date(2026, 11, 12)
CLOCK = FixedClock(datetime(2026, 11, 12, 9, 41, tzinfo=timezone(timedelta(hours=8))))
OCTOBER = Period.parse("2026-10")


class Stage:
    """The sample document, open, with the panel on one of its lines."""

    def __init__(self, folder: Path, look: Look, node: str) -> None:
        self.path = folder / "sample.scorecard"
        if not self.path.exists():
            _make(self.path)
        self.workspace = Workspace.open(self.path, author="張志豪", clock=CLOCK)
        self.selection = Selection(OCTOBER)
        self.selection.choose(node)
        self.bridge = Bridge(self.workspace, self.selection, lambda: TODAY)
        self.panel = DetailPanel(self.bridge, self.selection, look)
        self.panel.resize(416, 836)


def _make(path: Path) -> None:
    workspace = Workspace.create(path, author="sample", clock=CLOCK)
    found = plan(read_board(SAMPLE.read_bytes(), "sample.json"), workspace.board)
    workspace.run(ImportBoard("sample.json", found.edits_on))
    workspace.close()
