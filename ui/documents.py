"""Opening, making and copying documents, with the questions that this takes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.evaluation import Evaluation
from scorecard.progress import Stage
from scorecard.text import Said
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.workspace import Command, Workspace
from ui.look import Look
from ui.opening import (
    ENDING,
    Opening,
    open_beside,
    open_document,
    sample_file,
    takes_long,
    with_ending,
)
from ui.surroundings import Surroundings

#: Shows an open document in the window, by its evaluation where that is made already.
Show = Callable[[Workspace, Evaluation | None], None]
#: Says what was done.
Tell = Callable[[Said], None]


class Documents:
    """What the File menu does. A document that cannot be opened leaves the present one."""

    def __init__(
        self, look: Look, around: Surroundings, parent: QWidget, show: Show, tell: Tell
    ) -> None:
        self._look, self._around, self._parent = look, around, parent
        self._show, self._done = show, tell
        #: Told of each document once it is shown.
        self.opened: Callable[[Path], object] = lambda _path: None

    def sign_as(self, author: str) -> None:
        """Have documents that are opened from now on signed by somebody else."""
        self._around = self._around._replace(author=author)

    def offer_recent(self, menu: QMenu, recent: Sequence[str]) -> None:
        """Offer the documents that were open before, and the sample."""
        menu.clear()
        for text in recent:
            action = menu.addAction(Path(text).name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=text: self.open_path(Path(path)))
        sample = menu.addAction(self._look.say("window.sample.open"))
        sample.triggered.connect(lambda _checked=False: self.open_sample())

    def open_path(self, path: Path) -> bool:
        """Open a document, or say in plain words why not. Where that takes long, it has only begun
        afterwards."""
        shown = self._parent.isVisible() and self._parent.updatesEnabled()
        if takes_long(path, is_start=not shown):
            self._open_beside(path)
            return True
        try:
            workspace = open_document(path, self._around)
        except CannotOpen as refusal:
            self._offer_rescue(path, refusal.trouble)
            return False
        self._take(workspace)
        return True

    def open_sample(self) -> bool:
        """Open the user's copy of the sample."""
        try:
            path = sample_file(self._around, self._look.language)
        except CannotOpen as refusal:
            self._tell(refusal.trouble.where, refusal.trouble)
            return False
        return self.open_path(path)

    def ask_open(self) -> None:
        """Ask which document to open."""
        from ui.dialogs.files import ask_to_open  # few ask before they have seen anything

        title, folder = self._title("window.action.open"), self._around.offered
        name = ask_to_open(self._look, self._parent, title, folder, self._kinds())
        if name:
            self.open_path(Path(name))

    def make(self, path: Path, begin: Command | None = None) -> Trouble | None:
        """Make a new document at `path` and show it; it begins with a command, or with what
        every scorecard has. Gives why not, where it cannot be made."""
        from scorecard.commands.new_scorecard import NewScorecard, beginning

        author, clock, backups = self._around.author, self._around.clock, self._around.backups
        try:
            workspace = Workspace.create(path, author=author, clock=clock, backups=backups)
        except CannotOpen as refusal:
            return refusal.trouble
        plain = NewScorecard(self._look.language, beginning(self._around.today()))
        try:
            workspace.run(begin or plain)
        except Refused as refusal:
            workspace.close()
            path.unlink()
            return refusal.troubles[0]
        self._take(workspace)
        return None

    def ask_copy(self, workspace: Workspace) -> None:
        """Ask where to put a copy; the document itself stays the open one."""
        from ui.dialogs.files import ask_to_save

        there = workspace.path
        copy = self._look.say("window.copy.file", name=there.stem)
        proposed, title = self._around.beside(there) / copy, self._title("window.action.save_copy")
        name = ask_to_save(self._look, self._parent, title, proposed, self._kinds())
        if name:
            self.copy(workspace, with_ending(name))

    def copy(self, workspace: Workspace, path: Path) -> bool:
        """Put a copy at `path`, or say in plain words why not."""
        try:
            workspace.save_copy(path)
        except Refused as refusal:
            self._tell(path.name, refusal.troubles[0])
            return False
        self._done(Said("window.copied", {"name": path.name}))
        return True

    def _open_beside(self, path: Path) -> None:
        from ui.dialogs.progress import Progress  # few documents are so large

        around = self._around

        def opened(found: Opening | Trouble) -> None:
            if isinstance(found, Trouble):
                self._offer_rescue(path, found)
            else:
                self._take(*found)

        title = Said("window.opening.title", {"name": path.name})
        work = partial(open_beside, path, around)
        progress = Progress(self._look, self._parent, title, work, Stage.EXAMINING)
        progress.came.connect(opened)
        progress.stopped.connect(lambda: self._done(Said("window.opening.stopped")))
        QTimer.singleShot(0, progress.open)  # at a start the window is to be shown first

    def _take(self, workspace: Workspace, evaluation: Evaluation | None = None) -> None:
        self._show(workspace, evaluation)
        self.opened(workspace.path)

    def _offer_rescue(self, path: Path, trouble: Trouble) -> None:
        """Say why a file cannot be opened; of one that is damaged, what can be done about it."""
        from scorecard.rescue import RESCUED
        from scorecard.store.backups import Shelf

        kept = Shelf(self._around.backups, path.resolve()).listed()
        if trouble.code not in RESCUED or not (
            kept or trouble.code in {"damaged", "schema_changed"}
        ):
            self._tell(path.name, trouble)
            return
        from ui.dialogs.rescue import Rescue

        dialog = Rescue(self._look, self._parent, path, trouble, self._around)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, path: Path, words: Said) -> None:
        if self.open_path(path):
            self._done(words)

    def _tell(self, name: str, trouble: Trouble) -> None:
        from ui.dialogs.message import message

        title = Said("window.cannot_open", {"name": name})
        why = Said(f"trouble.{trouble.code}", {**trouble.facts})
        message(self._look, self._parent, title, why).open()

    def _title(self, action: str) -> str:
        return self._look.say(action).rstrip("…")

    def _kinds(self) -> str:
        return f"{self._look.say('window.documents')} (*{ENDING})"
