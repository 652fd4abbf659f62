"""The detail of the chosen line: a head and five tabs, of which only the one in front works."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from scorecard.evaluation import Evaluation
from scorecard.model.edits import Edit
from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection
from ui.views.panel.head import Head
from ui.views.panel.overview import Overview
from ui.views.panel.subject import Subject, subject_of
from ui.views.panel.warming import Warming
from ui.views.panel.wording import draft_said, draft_tip
from ui.widgets.empty_state import EmptyState
from ui.widgets.tabs import INSET, Tabs

if TYPE_CHECKING:
    from ui.views.panel.definition_page import DefinitionPage

WIDTH, EDGE = 416, 1
#: After so long the tree has been painted, ms.
_APART = 100
TABS = ("overview", "trend", "definition", "entries", "history")
#: Those that a goal, perspective, level or theme has too.
FOR_ALL = frozenset({"overview", "history"})


class Page(Protocol):
    """What a tab can do."""

    def show_subject(self, subject: Subject) -> None:
        """Tell about a line."""


class DetailPanel(QWidget):
    """Follows the selection. `close_requested` is the wish to have it put away, `add_requested`
    that for a KPI below the chosen line, `line_wanted(node)` that to see another one.
    `drafted(words)` says what is being written of it."""

    close_requested = Signal()
    add_requested = Signal()
    line_wanted = Signal(str)
    drafted = Signal(object)

    def __init__(self, bridge: Bridge, selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._selection, self._look = bridge, selection, look
        self.head = Head(look)
        tabs = [(key, Said(f"panel.tab.{key}")) for key in TABS]
        self.tabs = Tabs(look, Said("panel.tabs"), tabs)
        self._pages = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._empty = EmptyState(
            look, "panel-right-open", Said("panel.empty"), Said("panel.empty.sentence")
        )
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._later = QTimer(self, singleShot=True, interval=_APART)
        self._first: str | None = None
        self._foreseen: Subject | None = None
        self._definition = Warming(self._definition_made, self)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> str:
        """The key of the tab in front."""
        return self.tabs.current

    def show_tab(self, key: str) -> None:
        """Bring a tab of `TABS` to the front."""
        self.tabs.set_current(key)
        self.refresh()

    def page(self, key: str) -> QWidget:
        """The content of a tab, made when it is first looked at."""
        if key not in self._made:
            self._made[key] = self._make(key)
            self._pages.addWidget(self._made[key])
        return self._made[key]

    def refresh(self) -> None:
        """Tell about the chosen line as it is now."""
        self._soon.stop()
        subject = self._subject()
        self._show_emptiness(subject is None)
        if subject is None:
            self.drafted.emit("")
            return
        self.head.show_subject(subject)
        self._mark_draft(subject)
        self._allow_tabs(subject)
        page = self.page(self.current)
        self._pages.setCurrentWidget(page)
        show: Callable[[Subject], None] = page.show_subject  # type: ignore[attr-defined]  # a Page
        show(subject)
        self.setAccessibleDescription(self._look.tell(subject.line.name))
        self._warm_up(subject)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Who comes here with the pointer may be about to ask for the form."""
        super().enterEvent(event)
        self._definition.start()

    def showEvent(self, event: object) -> None:
        """What changed while it was hidden is told now."""
        super().showEvent(event)  # type: ignore[arg-type]  # a show event
        self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge where it stands over the tree; beside it the splitter has one."""
        super().paintEvent(event)
        if not isinstance(self.parent(), QSplitter):
            QPainter(self).fillRect(0, 0, EDGE, self.height(), self._look.palette.line2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter ends the draft of the definition in front; 1 to 5 open a tab. A shortcut would
        take the digits out of the hands of the fields and the table: here come only those that
        nobody inside had a use for."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._end_draft()
            return
        number = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = int(number) - 1 if plain and number.isascii() and number.isdigit() else -1
        if 0 <= at < len(TABS) and self.tabs.isTabEnabled(at):
            self.show_tab(TABS[at])
        else:
            super().keyPressEvent(event)

    def _end_draft(self) -> None:
        from ui.views.panel.definition_page import DefinitionPage

        page = self._made.get(self.current)
        if isinstance(page, DefinitionPage):
            page.make_version()

    def _make(self, key: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "overview": self._overview_made,
            "trend": self._trend_made,
            "definition": self._definition.finished,
            "entries": self._entries_made,
            "history": self._history_made,
        }
        return makers[key]()

    def _overview_made(self) -> Overview:
        page = Overview(self._look)
        page.add_requested.connect(self.add_requested)
        return page

    def _trend_made(self) -> QWidget:
        from ui.views.panel.trend_page import TrendPage

        return TrendPage(self._look)

    def _entries_made(self) -> QWidget:
        from ui.views.panel.entries_page import EntriesPage

        return EntriesPage(self._look, self._bridge)

    def _history_made(self) -> QWidget:
        from ui.views.panel.history_page import HistoryPage

        return HistoryPage(self._look)

    def _definition_made(self) -> "Generator[None, None, DefinitionPage]":
        """The form is the one page that takes longer than a blink to make."""
        from ui.forms.definition_form import rows_made

        yield
        from ui.views.panel.definition_page import DefinitionPage

        yield
        rows = yield from rows_made(self._look)
        page = DefinitionPage(self._look, self._bridge, rows)
        page.drafted.connect(self._on_drafted)
        page.sheet.ways.line_wanted.connect(self.line_wanted)
        yield
        return page

    def _on_drafted(self) -> None:
        subject = subject_of(self._bridge, self._selection.node)
        if subject is not None:
            self._mark_draft(subject)

    def _mark_draft(self, subject: Subject) -> None:
        """Say that a draft is there, also on the tabs where it is not seen."""
        self.head.mark_draft(subject.draft)
        kept = subject.draft
        self.tabs.set_mark("definition", draft_tip(kept) if kept is not None else "")
        self.drafted.emit(draft_said(kept) if kept is not None else "")

    def _warm_up(self, subject: Subject) -> None:
        """Make the form beforehand for who goes from line to line. For who only looks at what a
        start shows it would be 7 MB for nothing."""
        if self._first is None:
            self._first = subject.line.node.id
        elif self._first != subject.line.node.id:
            self._definition.start()

    def _allow_tabs(self, subject: Subject) -> None:
        """A parent has neither definition nor entries nor a line of its own."""
        is_kpi = subject.cell is not None
        if not is_kpi and self.current not in FOR_ALL:
            self.tabs.set_current("overview")
        for at, key in enumerate(TABS):
            self.tabs.setTabEnabled(at, is_kpi or key in FOR_ALL)

    def _show_emptiness(self, empty: bool) -> None:
        self._empty.setVisible(empty)
        for part in (self.head, self.tabs, self._pages):
            part.setVisible(not empty)

    def _lay_out(self) -> None:
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self._inset(self.tabs), self._empty):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self.resize(WIDTH, 836)
        self.setFocusProxy(self.tabs)
        self._show_emptiness(empty=True)

    @staticmethod
    def _inset(widget: QWidget) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16 - INSET, 0, 16 - INSET, 0)
        column.addWidget(widget)
        return frame

    def _connect(self) -> None:
        self._soon.timeout.connect(self._refresh_if_seen)
        self._later.timeout.connect(self._refresh_if_seen)
        self._selection.moved.connect(self._soon.start)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.foreseeing.append(self._foresee)
        self._look.changed.connect(self._on_look)
        self.tabs.chosen.connect(lambda _key: self.refresh())
        self.head.define_requested.connect(lambda: self.show_tab("definition"))
        self.head.close_requested.connect(self._on_close)
        self._on_look()

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        """Where every line may be another, the tree is painted first."""
        is_long = any(edit.is_block for edit in edits)
        (self._later if is_long else self._soon).start()

    def _subject(self) -> Subject | None:
        subject, foreseen = subject_of(self._bridge, self._selection.node), self._foreseen
        self._foreseen = None
        if subject is None or foreseen is None:
            return subject
        is_same = foreseen.evaluation is subject.evaluation and foreseen.node == subject.node
        return foreseen if is_same else subject

    def _foresee(self, evaluation: Evaluation) -> None:
        """Work out what the overview tells, beside the window."""
        node = self._selection.node
        if node is not None and node in evaluation.board.nodes:
            subject = Subject(self._bridge, node, evaluation)
            _ = subject.panel, subject.trend, subject.takes
            self._foreseen = subject

    def _on_look(self) -> None:
        self.setAccessibleName(self._look.say("panel.name"))
        self._soon.start()

    def _on_close(self) -> None:
        self.close_requested.emit()
        self.hide()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
