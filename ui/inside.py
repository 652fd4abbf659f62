"""What stands in the window: rail, one open document, status line, menus."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from scorecard.evaluation import Evaluation
from scorecard.model.edits import Edit
from scorecard.period import Period
from scorecard.workspace import Workspace
from ui.actions import Actions
from ui.afterword import Afterword
from ui.beginning import Beginning
from ui.deeds import deeds_of
from ui.documents import Documents
from ui.first_sight import Entered, FirstSight, Sight
from ui.frame import framed, nothing_open
from ui.look import Look, Wording
from ui.opening import same_until
from ui.pages import EVERY, SCORECARD
from ui.paging import Paging
from ui.preferences import Preferences, Remembered, write_preferences
from ui.room import Room
from ui.surroundings import Surroundings
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from ui.qt_words import QtWords


class Inside(QObject):
    """Shows one document at a time in a `Room` inside `window`."""

    def __init__(
        self, window: QMainWindow, look: Look, around: Surroundings, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self.window, self.look = window, look
        self._around, self._preferences = around, preferences
        self.room: Room | None = None
        self._qt_words: QtWords | None = None
        self.documents = Documents(look, around, window, self.show_document, self.tell)
        self._rooms = QStackedWidget()
        self._beginning = Beginning(
            look,
            self.documents,
            around,
            self._rooms,
            self.leave_start,
            ask_workbook=self.ask_workbook,
            tell_next=self._tell_next,
        )
        self.paging = Paging(window, look, self._brought)
        self.actions_of = Actions(window, look, deeds_of(self))
        self.actions_of.fill(window.menuBar())
        self._afterword = Afterword(look, self.actions_of)
        self._ring = FocusRing(look, window)
        window.setCentralWidget(framed(self.paging.rail, self._rooms, self._afterword))
        self._sign()
        for page in EVERY:
            self.actions_of[f"page.{page.key}"].setVisible(page in self.paging.pages)
        recent = self.actions_of.menu("recent")
        recent.aboutToShow.connect(
            lambda: self.documents.offer_recent(recent, self._preferences.recent)
        )
        self.paging.settings_asked.connect(lambda: self.actions_of.offer_settings(self.paging.rail))
        look.changed.connect(self._retell)
        self.actions_of.tick_look()
        if not window.windowTitle():
            self._entitle()

    @property
    def preferences(self) -> Preferences:
        """What is to be remembered, as things are now."""
        look, kept = self.look, self._preferences
        kept = replace(kept, language=look.language, theme=look.theme, density=look.density)
        if self.room is None:
            return kept
        path = self.room.bridge.workspace.path
        return kept.with_document(path).with_remembered(path, self.room.left)

    def show_document(self, workspace: Workspace, evaluation: Evaluation | None = None) -> None:
        """Show a document in place of the present one, by its evaluation where it is made."""
        self.leave_room()
        left = self._preferences.documents.get(str(workspace.path), Remembered())
        self.room = self._room_of(workspace, left, evaluation)
        self._preferences = self._preferences.with_document(workspace.path)
        self._rooms.addWidget(self.room)
        self._rooms.setCurrentWidget(self.room)
        self._follow(self.room)
        self.paging.show(SCORECARD.key)
        self.room.page.tree.setFocus()
        if self.window.isVisible() and self.window.updatesEnabled():
            self.finish_room()

    def leave(self, sight: FirstSight | None) -> None:
        """Remember how everything is left, let go of the document, and keep the next `sight`."""
        write_preferences(self._around.settings, self.preferences)
        if self.room is None:
            return
        workspace, seen = self.room.bridge.workspace, None
        try:
            if sight is not None and not sight.is_kept(workspace.path):
                seen = self._as_at_start(self.room)
        finally:
            self.leave_room()
        if sight is not None and seen is not None:
            sight.keep(seen, workspace.path, same_until(workspace.board, self._around.today()))

    def know_entered(self, entered: Entered | None) -> None:
        """Say at once how far the month is entered, without counting before something changes."""
        if self.room is not None and entered is not None:
            self.room.entered = entered
            self._afterword.status.show_progress(*entered)

    @property
    def account(self) -> str:
        """Who signs where nobody gave a name."""
        return self._around.author

    def sign_as(self, author: str) -> None:
        """Have what is written from now on signed by `author`, and remember it."""
        self._preferences = replace(self._preferences, author=author)
        self._sign()
        write_preferences(self._around.settings, self.preferences)

    def ask_workbook(self) -> None:
        """Ask for a file to import into the document that was just made."""
        from ui.importing import ask_import

        room = self.shown_room
        if room is not None:
            ask_import(room.bridge, self.look, self.window)

    def tell(self, wording: Wording) -> None:
        """Say what was done, where it is no step that could be undone."""
        self._afterword.tell(wording)

    @property
    def shown_room(self) -> Room | None:
        """The open document, as far as it is to be seen."""
        return self.room if self._rooms.currentWidget() is self.room else None

    def show_start(self) -> None:
        """Ask how to begin a scorecard; the open document stays open behind it."""
        self._beginning.show(self._preferences.recent, can_close=self.room is not None)

    def leave_start(self) -> None:
        """Go back to the open document."""
        if self.room is not None:
            self._rooms.setCurrentWidget(self.room)
            self.room.page.tree.setFocus()

    def _brought(self) -> Room | None:
        """The open document, in front."""
        if self.room is not None:
            self._rooms.setCurrentWidget(self.room)
        return self.room

    def next_pane(self) -> None:
        """Give the keyboard to the next part of the window."""
        if self.room is None:
            return
        from ui.keyboard import go_on

        go_on((self.paging.rail, *self.room.panes()), self.window.focusWidget())

    @property
    def is_unfinished(self) -> bool:
        """Whether the detail of the chosen line, or the words of Qt, are still to be added."""
        return self._qt_words is None or (self.room is not None and not self.room.is_finished)

    def finish_room(self) -> None:
        """Add the detail of the chosen line and the words of Qt, once there is a picture; where no
        document could be opened, what can be done about that."""
        if not self._rooms.count():
            self._rooms.addWidget(nothing_open(self.look, self.documents.open_sample))
        if self.room is not None and not self.room.is_finished:
            from ui.arrays import load_beside

            load_beside(self.room.bridge.board)
            self.room.add_panel()
        if self._qt_words is None:
            from ui.qt_words import QtWords

            self._qt_words = QtWords(self.look, self)

    def leave_room(self) -> None:
        """Let go of the open document."""
        if self.room is None:
            return
        self._preferences = self.preferences
        self.room.close_document()
        self._rooms.removeWidget(self.room)
        self.room.deleteLater()
        self.room = None

    def _sign(self) -> None:
        author = self._preferences.author or self.account
        self.documents.sign_as(author)
        if self.room is not None:
            self.room.bridge.workspace.author = author

    def _room_of(
        self, workspace: Workspace, left: Remembered, evaluation: Evaluation | None = None
    ) -> Room:
        return Room(
            workspace,
            self.look,
            self._around,
            left,
            evaluation,
            freeze=self.actions_of["snapshot_pdf"].trigger,
            start_own=self.show_start,
        )

    def _tell_next(self) -> None:
        if self.room is not None:
            self.room.tell_next()

    def _as_at_start(self, left: Room) -> Sight:
        """The window as the next start will show it, the detail still to come."""
        room = self._room_of(left.bridge.workspace, left.left)
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)
        self.paging.rail.set_current(SCORECARD.key)
        room.show_page(SCORECARD)
        room.page.draw_sparks()
        if room.bridge.read_only is None:  # it has the present form by then
            room.notices.put_away("older")
        entered = left.said_at_start(room.selection.view.period)
        self._afterword.show_start(room.bridge, entered)
        return Sight(self.window.grab().toImage(), self.window.windowTitle(), entered)

    def _follow(self, room: Room) -> None:
        room.bridge.tell = self.tell
        room.bridge.changed.connect(self._on_changed)
        room.selection.moved.connect(self._on_moved)
        room.drafted.connect(self._afterword.status.show_draft)
        room.counted.connect(self._afterword.status.show_progress)
        room.pasting.connect(self._afterword.status.show_pasting)
        room.header.search.accepted.connect(lambda: self.paging.show(SCORECARD.key))
        room.page_requested.connect(self.paging.show)
        room.deed_requested.connect(lambda key: self.actions_of[key].trigger())
        room.reopen_requested.connect(self._reopen)
        tree = room.page.tree
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._on_context)
        self.actions_of.set_editing(possible=room.bridge.read_only is None)
        self._afterword.show_document(room.bridge)
        self._on_moved()
        self._retell()

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        if self.room is not None:
            bridge = self.room.bridge  # a snapshot is told without edits: it is no step
            self._afterword.tell_step(bridge) if edits else self._afterword.show_document(bridge)

    def _on_moved(self) -> None:
        if self.room is not None:
            self.actions_of.choose(f"reach.{self.room.selection.reach}")
            self._afterword.tell_period(self.room.bridge)

    def _reopen(self, org: str, period: Period) -> None:
        from ui.reopening import ask_reopen

        if self.room is not None:
            ask_reopen(self, self.room, org, period)

    def _on_context(self, place: QPoint) -> None:
        if self.room is not None:
            tree = self.room.page.tree
            self.actions_of.context_menu().popup(tree.viewport().mapToGlobal(place))

    def _retell(self) -> None:
        self._entitle()
        self.actions_of.tick_look()

    def _entitle(self) -> None:
        name = self.room.bridge.workspace.path.name if self.room is not None else ""
        program = self.look.say("window.program")
        self.window.setWindowTitle(f"{name} — {program}" if name else program)
