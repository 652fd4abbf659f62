"""A document of an older form at the moment of its opening: its backup, and what is said of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.clock import Clock
from scorecard.store.opening import Opened
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import BackupReason

if TYPE_CHECKING:
    from scorecard.store.backups import Backup


class BackupBefore:
    """The backup that a document gets before it is brought to the present form (R7); `folder`
    is that of the backups of all documents, None where nobody said it."""

    def __init__(self, folder: Path | None, document: Path, clock: Clock) -> None:
        self._folder, self._document, self._clock = folder, document, clock
        self._kept: Backup | None = None

    @property
    def keep(self) -> Callable[[], object] | None:
        """What keeps it, and raises Refused where it cannot; None without a folder."""
        return self._keep if self._folder is not None else None

    def told(self, opened: Opened) -> Trouble | None:
        """What is to be said of a document that an older version made; why it can only be read,
        where it should be edited, says enough."""
        if not opened.older or opened.refused is not None:
            return None
        facts = {"version": opened.older}
        if self._kept is None:
            return Trouble("shown_brought_up", self._document.name, facts, Level.NOTE)
        facts |= {"backup": str(self._kept.path), "number": str(self._kept.number)}
        return Trouble("brought_up", self._document.name, facts, Level.NOTE)

    def _keep(self) -> None:
        from scorecard.store.backups import Shelf  # few documents are older

        if self._folder is not None:
            shelf = Shelf(self._folder, self._document)
            self._kept = shelf.keep(BackupReason.MIGRATION, self._clock.now())
