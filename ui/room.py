"""One open document in the window: its bridge, what is looked at, its header and page."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.evaluation import Evaluation
from scorecard.period import Period
from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from scorecard.workspace import Workspace
from ui.bridge import Bridge
from ui.header import Header, Own
from ui.look import Look
from ui.notices import Notices
from ui.opening import first_month
from ui.page_stack import PageStack
from ui.pages import SCORECARD, Headed, Listing, Page
from ui.preferences import Remembered
from ui.selection import Selection
from ui.state_notices import tell_next, tell_state, trouble_said
from ui.surroundings import Surroundings
from ui.tree.columns import Column
from ui.tree.place import Moving
from ui.views.scorecard.page import ScorecardPage

if TYPE_CHECKING:
    from ui.counting import Counting
    from ui.first_sight import Entered
    from ui.keeping import Keeping
    from ui.views.panel.detail_panel import DetailPanel
    from ui.views.scorecard.line_deeds import LineDeeds
    from ui.views.scorecard.line_moves import LineMoves
    from ui.views.scorecard.unit_deeds import UnitDeeds

#: Notices that are true at every start; put away once they stay away.
LASTING = {"sample"}


class Room(QWidget):
    """Everything of the window that belongs to one document. `freeze` and `start_own` are
    wishes of its buttons. `drafted(words)` says what is being written of the chosen line,
    `page_requested(key)` is the wish to see another page, `deed_requested(key)` for an action,
    `reopen_requested(org, period)` to open again what is closed there; `counted(done, asked,
    warnings)` tells of the entries of the month, `pasting(count)` of cells of a pasted block not
    written yet. `entered`, known without counting, is to be set before the detail is added."""

    drafted = Signal(object)
    page_requested = Signal(str)
    deed_requested = Signal(str)
    reopen_requested = Signal(str, object)
    counted = Signal(int, int, int)
    pasting = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        around: Surroundings,
        left: Remembered,
        evaluation: Evaluation | None = None,
        *,
        freeze: Callable[[], object],
        start_own: Callable[[], object],
    ) -> None:
        super().__init__()
        self._look, self.is_finished = look, False
        month = first_month(workspace.board, around.today())
        if evaluation is not None:
            month = evaluation.view.period
        self.selection = Selection(month, lambda: workspace.board.settings.calendar, self)
        self.bridge = Bridge(workspace, self.selection, around.today, self, evaluation)
        self.bridge.show_refused = self._show_refused
        self.bridge.tell_pasting = self.pasting.emit
        self.bridge.offered = around.beside(workspace.path)
        self.notices = Notices(look)
        self._closed = set(left.closed)
        self.notices.closed.connect(self._closed.add)
        naming = workspace.board.settings.naming
        self.header = Header(look, self.selection, workspace.path.name, naming, freeze)
        self.page = ScorecardPage(self.bridge, self.selection, look, left)
        self.panel: DetailPanel | None = None
        self._keeping: Keeping | None = None
        self._counting: Counting | None = None
        self.entered: Entered | None = None
        self.pages = PageStack(self.page, self.bridge, self.selection, look)
        self.pages.led.connect(self._mend)
        self.pages.line_requested.connect(self._show_line)
        self.pages.page_requested.connect(self.page_requested)
        self.pages.deed_requested.connect(self.deed_requested)
        self.pages.reopen_requested.connect(self.reopen_requested)
        self.page.tree.set_key("S", self._star)
        self.page.tree.set_key("R", self.page.next_red)
        self.page.begin_requested.connect(self._begin)
        self.page.add_requested.connect(self._add)
        heads = self.page.tree.header()
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._explain)
        self._lay_out()
        self.header.search.textChanged.connect(self.page.filters.search)
        self.header.search.accepted.connect(self.page.go_to_found)
        self.header.search.left.connect(self.page.go_back)
        self.page.filters.cleared.connect(self.header.search.clear)
        self.page.filters.rename_requested.connect(self._rename_unit)
        self.page.filters.offer_renaming(possible=self.bridge.read_only is None)
        self.bridge.changed.connect(self._on_changed)
        tell_state(
            self.notices,
            workspace,
            self._closed,
            start_own=start_own,
            show_backups=lambda: self.deed_requested.emit("backups"),
        )

    @property
    def left(self) -> Remembered:
        """How the document is left, to be found again."""
        lasting = tuple(sorted(self._closed & LASTING))
        return replace(self.page.left, closed=lasting)

    @cached_property
    def lines(self) -> "LineDeeds":
        """What can be done to the chosen line; loaded when it is first asked for."""
        from ui.views.scorecard.line_deeds import LineDeeds

        return LineDeeds(
            self.bridge, self.selection, self._look, self.page, self, define=self._define
        )

    @cached_property
    def moves(self) -> "LineMoves":
        """The ways that lines can be moved; loaded when first asked for."""
        from ui.views.scorecard.line_moves import LineMoves

        return LineMoves(self.bridge, self.page)

    @cached_property
    def units(self) -> "UnitDeeds":
        """What can be done with units; loaded when it is first asked for."""
        from ui.views.scorecard.unit_deeds import UnitDeeds

        return UnitDeeds(self.bridge, self.selection, self._look, self.page, self)

    def show_page(self, page: Page) -> None:
        """Bring a page of this document to the front."""
        shown = self.pages.show_page(page)
        if page.key == "entry":
            self.notices.put_away("begun")  # where it leads to
        own: Own = (shown.beside, shown.at_right) if isinstance(shown, Headed) else ()
        self.header.show_title(page.title, dated=page.dated, own=own)

    def tell_next(self) -> None:
        """Say what comes next in a scorecard whose KPIs were just picked."""
        tell_next(self.notices, lambda: self.page_requested.emit("entry"))

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, from the top."""
        return (self.header, *self.pages.panes())

    def go_to_search(self) -> None:
        """Go to the search field of the page that is shown."""
        shown = self.pages.shown
        searched = shown if isinstance(shown, Listing) else self.header
        searched.go_to_search()

    def copy_table(self) -> None:
        """Put the rows of the page that is shown on the clipboard."""
        shown = self.pages.shown
        copied = shown if isinstance(shown, Listing) else self.lines
        copied.copy_table()

    def add_panel(self) -> None:
        """Make the detail of the chosen line; its libraries are loaded now, not before."""
        from ui.counting import Counting
        from ui.keeping import Keeping
        from ui.views.panel.detail_panel import TABS, DetailPanel

        self.is_finished = True
        self.page.draw_sparks()
        panel = DetailPanel(self.bridge, self.selection, self._look)
        panel.close_requested.connect(self.page.close_panel)
        panel.add_requested.connect(self._add)
        panel.drafted.connect(self.drafted)
        panel.line_wanted.connect(self.page.show_line)
        self.panel = panel
        self.page.set_panel(panel)
        self._keeping = Keeping(self.bridge, self.notices)
        self._counting = Counting(self.bridge, self.selection, self.entered)
        self._counting.counted.connect(self.counted)
        for number, tab in enumerate(TABS, 1):
            self.page.tree.set_key(str(number), partial(self._show_tab, tab))
        self.page.tree.set_key("C", self.comment)
        self.page.tree.doubleClicked.connect(self._on_double_click)
        if self.bridge.read_only is None:
            self.page.tree.set_moving(lambda: Moving(self.moves.may, self.moves.move))

    def said_at_start(self, period: Period) -> "Entered | None":
        """How far the month of the next start is entered, where that is known."""
        return self.entered if self._counting is None else self._counting.said_at_start(period)

    def close_document(self) -> None:
        """Let go of the file, once what was typed last is kept: hiding tells each field that it
        is being left."""
        self.hide()
        if self._keeping is not None:
            self._keeping.finish()
        if self._counting is not None:
            self._counting.finish()
        with suppress(ValueError):
            self.bridge.close()

    def _begin(self) -> None:
        """Put in what every scorecard has."""
        from scorecard.commands.new_scorecard import NewScorecard, beginning

        year = self.bridge.board.settings.fiscal_start
        start = beginning(self.bridge.today(), year)
        self.bridge.ask(NewScorecard(self._look.language, start))
        self.page.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _edits: object) -> None:
        self.notices.put_away("refused")
        self.header.call_periods(self.bridge.board.settings.naming)

    def _add(self) -> None:
        self.lines.add()

    def _define(self) -> None:
        from ui.mending import show_field

        show_field(self, "formula")

    def _star(self) -> None:
        self.lines.star()

    def _explain(self, place: QPoint) -> None:
        from ui.meaning import offer_heading

        offer_heading(self.page.tree.header(), self._look, place)

    def _on_double_click(self, index: QModelIndex) -> None:
        """A target is edited where it is seen."""
        if index.column() == Column.TARGET and self.page.model.line_at(index).cell is not None:
            from ui.mending import go_to_field

            go_to_field(self, "target")

    def _rename_unit(self, org: str) -> None:
        self.units.rename(org)

    def _show_tab(self, tab: str) -> None:
        """Bring a tab to the front, in a narrow window the drawer with it."""
        if self.panel is not None:
            self.page.show_panel()
            self.panel.show_tab(tab)

    def comment(self) -> None:
        """Go to where one writes about the chosen KPI; a parent has no such place."""
        from ui.views.panel.trend_page import TrendPage

        panel = self.panel
        if panel is None:
            return
        self.page.open_panel()
        panel.show_tab("trend")
        page = panel.page(panel.current)
        if isinstance(page, TrendPage):
            page.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.ensureWidgetVisible(page.comment)

    def _show_line(self, node: str) -> None:
        self.page_requested.emit(SCORECARD.key)
        self.page.show_line(node)

    def _mend(self, finding: object) -> None:
        from scorecard.governance.finding import Finding
        from ui.mending import mend

        if isinstance(finding, Finding):
            mend(self, self._look, finding)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self.setTabOrder(self.header.search, self.page.filters)
        self.notices.come_after(self.header.freeze_button)

    def _show_refused(self, troubles: tuple[Trouble, ...]) -> None:
        title = Said("window.refused")
        self.notices.show_notice("refused", title, trouble_said(troubles[0]), Status.RED)
