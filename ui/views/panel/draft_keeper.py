"""Keeps what is typed in the document, a moment after the last key and whenever it is asked to."""

from PySide6.QtCore import QObject, QTimer, Signal

from scorecard.trouble import Refused
from ui.bridge import Bridge
from ui.forms.draft import Draft
from ui.forms.kept import Kept, keep, kept_draft, kept_of

#: Typing rests this long before a draft is kept, ms.
KEPT_AFTER = 400


class DraftKeeper(QObject):
    """`kept` when what lies in the document is another draft, or none; `refused(trouble)` where
    the document does not take it: then it stays here."""

    kept = Signal()
    refused = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: Draft | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEPT_AFTER)
        self._timer.timeout.connect(self.flush)

    def found(self, kpi: str) -> Kept | None:
        """The draft of a KPI as it was typed last; None where there is none."""
        waiting = self._waiting
        if waiting is not None and waiting.base.version.kpi == kpi:
            return None if waiting.is_empty else kept_of(waiting)
        return kept_draft(self._bridge.workspace, kpi)

    def keep_soon(self, draft: Draft) -> None:
        """Keep it once typing rests; an empty one is forgotten."""
        self._waiting = draft
        self._timer.start()

    def flush(self) -> None:
        """Keep what is still to be kept, at once."""
        self._timer.stop()
        draft, workspace = self._waiting, self._bridge.workspace
        if draft is None or not workspace.changed:  # nobody listens to a closed document
            return
        try:
            keep(workspace, draft.base.version.kpi, kept_of(draft))
        except Refused as refusal:
            self.refused.emit(refusal.troubles[0])
            return
        self._waiting = None
        self.kept.emit()
