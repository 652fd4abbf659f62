"""The scorecard page: what the tree shows, and where the detail of a line stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from scorecard.model.edits import Edit, touches_values
from ui.behind import Behind
from ui.bridge import Bridge
from ui.look import Look
from ui.preferences import Remembered
from ui.rows import Filter, Rows, first_found, missing_in, worst_of
from ui.selection import Selection
from ui.tree.model import ScorecardModel
from ui.tree.view import ScorecardTree
from ui.tree.voice import Voice
from ui.views.scorecard.emptiness import Emptiness
from ui.views.scorecard.filter_bar import FilterBar
from ui.views.scorecard.row_source import RowSource

PANEL, WIDE, LEAST = 416, 1280, 360


class ScorecardPage(QWidget):
    """Tree and detail of one document; what was open and chosen is in `left`.

    `begin_requested` is the wish for goal and perspectives where there is no line,
    `add_requested` that for a KPI where there is none.
    """

    begin_requested = Signal()
    add_requested = Signal()

    def __init__(self, bridge: Bridge, selection: Selection, look: Look, left: Remembered) -> None:
        super().__init__()
        self._bridge, self._selection, self._look = bridge, selection, look
        self._board, self._view = bridge.board, selection.view
        self._source = RowSource(bridge)
        rows = self._source.rows(Filter())
        voice = Voice(look, lambda: bridge.board)
        self._model = ScorecardModel(rows, self._source.spark, self._source.flips, voice, self)
        self.tree = ScorecardTree(self._model, look, selection.choose)
        for key in ("Return", "Enter"):
            self.tree.set_key(key, self.open_panel)
        self.filters = FilterBar(look, bridge.board, self._show_filtered)
        self._emptiness = Emptiness(
            look,
            lambda: bridge.read_only,
            {
                "empty": self.begin_requested.emit,
                "no_kpi": self.add_requested.emit,
                "no_hit": self._clear_filters,
            },
        )
        #: The line that a filter hides, and the one that is chosen in its place.
        self._replaced: tuple[str | None, str | None] | None = None
        self._panel = QWidget()
        self._panel.setObjectName("panel")
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._start(left, rows)
        Behind(bridge, selection, self, self._follow)

    @property
    def left(self) -> Remembered:
        """How the page is left, to be found again."""
        return Remembered(tuple(sorted(self.tree.opened.nodes)), self._selection.node)

    @property
    def is_panel_open(self) -> bool:
        """Whether the detail is to be seen."""
        return self._panel.isVisible()

    @property
    def model(self) -> ScorecardModel:
        """What the tree shows."""
        return self._model

    def draw_sparks(self) -> None:
        """Add the lines of the last periods; the first picture comes without them."""
        self._model.draw_sparks()

    def set_panel(self, panel: QWidget) -> None:
        """Put the detail of the chosen line in its place, once it is made."""
        was, self._panel = self._panel, panel
        # Both are lost as soon as the splitter lets go of the place holder.
        visible, sizes = was.isVisible(), self._sides.sizes()
        panel.setMinimumWidth(LEAST)
        if was.parent() is self._sides:
            self._sides.replaceWidget(1, panel)
        else:
            panel.setParent(self)
        panel.setVisible(visible)
        self._sides.setSizes(sizes)
        was.hide()
        was.deleteLater()
        self._arrange()

    def show_panel(self) -> None:
        """Show the detail; the keyboard stays where it is."""
        self._panel.show()
        self._place_drawer()

    def open_panel(self) -> None:
        """Show the detail and give it the keyboard."""
        self.show_panel()
        self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._panel.hasFocus():
            self._panel.focusNextChild() if self._panel.focusProxy() is None else None

    def close_panel(self) -> None:
        """Close the drawer in a narrow window; in a wide one the tree takes the keyboard."""
        if not self._is_wide:
            self._panel.hide()
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_red(self) -> None:
        """Go to the next red line, round the end."""
        found = self.tree.below(self._selection.node or "")
        if found is not None:
            self._selection.choose(found)

    def go_to_found(self) -> None:
        """Go to the first line that a filter found, and stay with it."""
        rows = self._model.rows
        if not rows.lines:
            return
        self._replaced = None
        if not self.filters.filter.is_open:
            self._selection.choose(first_found(rows))
            self.tree.go_to(self._selection.node)
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Give the keyboard back to the tree."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_line(self, node: str) -> None:
        """Go to a line, its parents open; a filter that hides it is cleared."""
        if node not in self._model.rows.lines:
            self.filters.clear()
        self._selection.choose(node)
        self.tree.go_to(node)

    @property
    def unit(self) -> str:
        """The unit whose rows are looked at; empty for all."""
        return self.filters.filter.org or ""

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.filters, self.tree, self._panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody inside had a use for closes the drawer."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel stands beside the tree, or is a drawer over it."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_wide(self) -> bool:
        return self.window().width() >= WIDE

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panel.setMinimumWidth(LEAST)
        side = QWidget()
        column = self._left = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.tree, 1)
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(side)
        self._sides.addWidget(self._panel)
        self._sides.setStretchFactor(0, 1)
        self._sides.setStretchFactor(1, 0)
        self._sides.setSizes([944, PANEL])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sides)

    def _start(self, left: Remembered, rows: Rows) -> None:
        if left.opened is None:
            self.tree.opened.begin()
        else:
            self.tree.opened.put(left.opened)
        self._show_emptiness(rows)
        node = left.node if left.node in rows.lines else worst_of(rows)
        self._selection.choose(node)
        self.tree.go_to(node, scrolls=False)
        self.filters.show_rows(rows, self._board)

    def _follow(self, edits: tuple[Edit, ...]) -> None:
        """Show what was changed, or another period or line."""
        if edits:
            self._on_changed(edits)
        self._on_moved()

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        self._board = self._bridge.board
        was_empty = missing_in(self._model.rows) == "empty"
        self._show_rows(self._source.rows(self.filters.filter), sparks=touches_values(edits))
        if was_empty and self._model.rows.lines:
            self._begin()
        elif self.filters.filter.is_open and self._selection.node in self._board.nodes:
            self._choose_among(self._model.rows)  # what was chosen may be archived

    def _begin(self) -> None:
        """Show the lines of a document that had none, as at its start."""
        if not self.tree.opened.nodes:
            self.tree.opened.begin()
        if self._selection.node not in self._model.rows.lines:
            self._selection.choose(worst_of(self._model.rows))
        self.tree.go_to(self._selection.node)

    def _on_moved(self) -> None:
        if self._selection.view != self._view:
            self._view = self._selection.view
            rows = self._source.rows(self.filters.filter)
            self._model.show_view(rows)
            self._tell_of(rows)
            self._choose_among(rows)  # archived lines are no part of later views
        self.tree.go_to(self._selection.node)

    def _show_filtered(self, chosen: Filter) -> None:
        rows = self._source.rows(chosen)
        self._show_rows(rows, sparks=False)
        self.tree.opened.show_again() if chosen.is_open else self.tree.opened.show_found()
        self._choose_among(rows)
        self.tree.go_to(self._selection.node)

    def _choose_among(self, rows: Rows) -> None:
        """The detail is never of a line that is filtered out: the first one found takes its place
        until it is shown again, if nobody chose another line meanwhile."""
        chosen = self._selection.node
        was, stand_in = self._replaced or (chosen, chosen)
        if stand_in != chosen:
            was = chosen
        if was in rows.lines:
            self._replaced = None
            self._selection.choose(was)
        else:
            self._replaced = was, first_found(rows)
            self._selection.choose(self._replaced[1])

    def _show_rows(self, rows: Rows, *, sparks: bool) -> None:
        before = self._model.rows
        self._model.show_rows(rows, sparks_may_differ=sparks)
        fresh = rows.lines.keys() - before.lines.keys()
        self.tree.opened.show_returned(fresh | (rows.children.keys() - before.children.keys()))
        self._tell_of(rows)

    def _tell_of(self, rows: Rows) -> None:
        self.filters.show_rows(rows, self._board)
        self._show_emptiness(rows)

    def _show_emptiness(self, rows: Rows) -> None:
        self._emptiness.show_missing(missing_in(rows), self._left)
        self.tree.setVisible(bool(rows.lines))

    def _clear_filters(self) -> None:
        self.filters.clear()
        self.tree.setFocus()

    def _arrange(self) -> None:
        beside = self._panel.parent() is self._sides
        if self._is_wide and not beside:
            self._sides.addWidget(self._panel)
            self._sides.setStretchFactor(1, 0)
            self._sides.setSizes([self.width() - PANEL, PANEL])
            self._panel.show()
        elif not self._is_wide and beside:
            self._panel.setParent(self)
            self._panel.hide()
        self._place_drawer()

    def _place_drawer(self) -> None:
        if self._panel.parent() is self:
            width = min(PANEL, self.width() - 80)
            self._panel.setGeometry(self.width() - width, 0, width, self.height())
            self._panel.raise_()
