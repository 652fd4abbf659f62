"""The window itself: its place on the screen, a first picture of what comes, then what is inside.

Only Qt is imported here: the rest of the program is loaded when the window is furnished, which
may be after its first paint.
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.documents import Documents
    from ui.first_sight import FirstSight
    from ui.inside import Inside
    from ui.listening import Listening
    from ui.look import Look
    from ui.preferences import Preferences
    from ui.room import Room
    from ui.surroundings import Surroundings

#: How the name of a document ends.
ENDING = ".scorecard"
SIZE, LEAST = QSize(1440, 900), QSize(1100, 640)
#: What the frame of a window takes, which nobody knows before the first is shown.
FRAME = QSize(16, 40)


class MainWindow(QMainWindow):
    """The one window. Without a `look` it is bare until `furnish`. How it is left is kept when
    it closes, with a `sight` also what the next start will show."""

    def __init__(
        self,
        look: "Look | None",
        around: "Surroundings",
        preferences: "Preferences | None" = None,
        sight: "FirstSight | None" = None,
    ) -> None:
        super().__init__()
        self._around, self.sight = around, sight
        self._inside: Inside | None = None
        self._listening: Listening | None = None
        self._mouse_came: QPoint | None = None
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self._restore_geometry()
        if look is not None and preferences is not None:
            self.furnish(look, preferences)

    def furnish(self, look: "Look", preferences: "Preferences") -> None:
        """Put everything in, in place of what stands there."""
        from ui.inside import Inside

        self._inside = Inside(self, look, self._around, preferences)
        self._listen()

    @property
    def is_bare(self) -> bool:
        """Whether it is still to be furnished."""
        return self._inside is None

    @property
    def inside(self) -> "Inside":
        """What stands in the window. Raises RuntimeError while it is bare."""
        if self._inside is None:
            raise RuntimeError("the window is bare")
        return self._inside

    @property
    def look(self) -> "Look":
        """How everything looks."""
        return self.inside.look

    @property
    def room(self) -> "Room | None":
        """The open document."""
        return self.inside.room

    @property
    def documents(self) -> "Documents":
        """What the File menu does."""
        return self.inside.documents

    @property
    def actions_of(self) -> "Actions":
        """Every action by its key."""
        return self.inside.actions_of

    def paintEvent(self, event: QPaintEvent) -> None:
        """What takes long comes after the first paint."""
        super().paintEvent(event)
        if self._inside is not None and self._inside.is_unfinished:
            QTimer.singleShot(0, self._inside.finish_room)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Once the mouse moves in the window, a rest on a word may ask what it means."""
        super().enterEvent(event)
        self._mouse_came = event.globalPosition().toPoint()
        self._listen()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click on a word that nothing else took tells what it means."""
        from ui.meaning import heard

        if self._inside is None or not heard(self, self.look, event):
            super().contextMenuEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A document may be dropped on the window, and what can be imported into the open one."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the document that was dropped, or import the file."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            # What was dropped comes from a program that waits for the answer.
            take = self.documents.open_path if path.suffix == ENDING else self._import
            QTimer.singleShot(0, lambda: take(path))

    def _import(self, path: Path) -> None:
        """Show what importing a file would do, where a document is open to take it."""
        from ui.importing import open_import

        room = self.inside.shown_room
        if room is not None:
            open_import(room.bridge, self.look, self, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window is left; the document is already saved."""
        self._geometry.setValue("window", self.saveGeometry())
        self._geometry.sync()
        with contextlib.suppress(OSError):
            self._around.geometry.chmod(0o600)
        if self._inside is not None:
            self.hide()
            self.resize(MainWindow(None, self._around).size())  # the next one's, in its frame
            self._inside.leave(self.sight)
        with contextlib.suppress(OSError):
            self._around.running.unlink(missing_ok=True)
        super().closeEvent(event)

    def _listen(self) -> None:
        if self._inside is None or self._mouse_came is None or self._listening is not None:
            return
        from ui.listening import Listening

        self._listening = Listening(self, self.look, self._mouse_came)

    def _restore_geometry(self) -> None:
        self._geometry = QSettings(str(self._around.geometry), QSettings.Format.IniFormat)
        stored = self._geometry.value("window")
        if stored is None or not self.restoreGeometry(stored):
            self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The first document among the files that an event carries; where one is open to take it,
        else the first that can be imported."""
        from scorecard.exchange.source_file import ENDINGS

        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        found = [file for file in files if file.suffix == ENDING]
        if self._inside is not None and self._inside.shown_room is not None:
            found += [file for file in files if file.suffix.lower() in ENDINGS]
        return found[0] if found and self._inside is not None else None
