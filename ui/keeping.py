"""The backup of the day, made beside the window, and what is said of one that cannot be made."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Status
from ui.beside import Beside
from ui.bridge import Bridge
from ui.notices import Notices
from ui.threads import tell_window

#: After so long a start is over, and a disk is at rest, ms.
_LATER = 3000


class Keeping(QObject):
    """Keeps the first backup of each day while a document is open for editing; `failed(trouble)`
    where one cannot be made."""

    failed = Signal(object)

    def __init__(self, bridge: Bridge, notices: Notices) -> None:
        super().__init__(bridge)
        self._bridge, self._notices = bridge, notices
        self._day: date | None = None
        self._beside = Beside(self)
        self._timer = QTimer(self, interval=_LATER, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self._beside.came.connect(self.failed)
        self.failed.connect(self._tell)
        bridge.workspace.not_kept = self._on_not_kept
        bridge.changed.connect(lambda _edits: self.keep_later())
        self.keep_later()

    def keep_later(self) -> None:
        """Keep the backup of this day in a while, where that was not tried yet."""
        workspace = self._bridge.workspace
        today = workspace.clock.now().date()
        if today != self._day and workspace.read_only is None:
            self._day = today
            self._timer.start()

    def keep(self) -> None:
        """Keep it now."""
        self._beside.start(self._keep)

    def finish(self) -> None:
        """Begin nothing more, and wait for what is being made: the document is to be closed."""
        self._timer.stop()
        self._beside.finish()

    def _on_not_kept(self, trouble: Trouble) -> None:
        """Also called by the thread of a long step."""
        tell_window(self, lambda: self.failed.emit(trouble))

    def _keep(self) -> Iterator[Trouble]:
        workspace = self._bridge.workspace
        try:
            if workspace.shelf is not None:
                workspace.shelf.keep_daily(workspace.clock.now())
        except Refused as refusal:
            yield refusal.troubles[0]

    def _tell(self, trouble: Trouble) -> None:
        why = Said(f"trouble.{trouble.code}", {**trouble.facts})
        self._notices.show_notice("not_kept", Said("backup.not_kept"), why, Status.AMBER)
