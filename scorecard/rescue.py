"""Ways out for a document that cannot be opened: its newest good backup, or what is left of it."""

from contextlib import closing
from pathlib import Path

from scorecard.clock import Clock
from scorecard.commands.salvaging import PutSalvaged
from scorecard.store.backup_content import content_of
from scorecard.store.backups import Backup, Shelf
from scorecard.store.salvage import Salvaged, salvaged
from scorecard.trouble import CannotOpen, Refused
from scorecard.workspace import Workspace

#: Troubles of a file that was a document once; a file of something else has no backups.
RESCUED = frozenset({"damaged", "empty_file", "schema_changed", "write_ahead", "not_a_document"})


def newest_good(document: Path, backups: Path) -> Backup | None:
    """The newest backup of a document that opens whole; None without one."""
    return next(filter(_opens, Shelf(backups, document.resolve()).listed()), None)


def salvage_into(damaged: Path, path: Path, *, author: str, clock: Clock) -> Salvaged:
    """A new document at `path` with all that can be read of `damaged`, which stays as it is.

    Raises CannotOpen where nothing can be read, or where there is a file at `path`; Refused
    where the disk does not take it. There is no new document then.
    """
    found = salvaged(damaged)
    workspace = Workspace.create(path, author=author, clock=clock)
    try:
        with closing(workspace):
            workspace.restore(PutSalvaged(found.records, damaged.name))
            for frozen in found.snapshots:
                workspace.freeze(frozen)
    except Refused:
        path.unlink()
        raise
    return found


def _opens(backup: Backup) -> bool:
    try:
        content_of(backup.path)
    except CannotOpen:
        return False
    return True
