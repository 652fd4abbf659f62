"""A document taken for an open workspace: looked at, locked where it is edited, read."""

from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.clock import Clock
from scorecard.progress import Stopped, Tell, untold
from scorecard.store import lock, opening
from scorecard.store.holding import Connection
from scorecard.store.lock import Holder
from scorecard.store.older import BackupBefore
from scorecard.trouble import CannotOpen, Trouble


class Taken(NamedTuple):
    """`read_only` says why it is not edited, or None; `older` what is to be said of a document
    that an older version made, or None."""

    path: Path
    connection: Connection
    board: Board
    holder: Holder
    read_only: Trouble | None = None
    older: Trouble | None = None


def taken(
    path: Path,
    author: str,
    clock: Clock,
    *,
    read_only: bool,
    backups: Path | None,
    tell: Tell = untold,
) -> Taken:
    """The document at `path`, for editing where that is possible and not only reading is asked
    for (R4, R5). One that an older version made is brought to the present form after a backup in
    the folder `backups` (R7).

    Raises CannotOpen where it is none, is damaged, or is of a newer version (R6, R9), and Stopped
    as `tell` does: the file is as before then, or brought up.
    """
    found = opening.first_look(path)
    since = clock.now().isoformat(timespec="seconds")
    holder = lock.this_process(author, lock.this_computer(), since)
    asked = Trouble("asked_read_only", found.name) if read_only else None
    reason = asked or opening.obstacle(found) or lock.take(found, holder)
    before = BackupBefore(backups, found, clock)
    try:
        opened = opening.opened(found, editing=reason is None, keep=before.keep, tell=tell)
    except (CannotOpen, Stopped):
        if reason is None:
            lock.release(found, holder)
        raise
    if opened.refused is not None:
        lock.release(found, holder)
    told = before.told(opened)
    return Taken(found, opened.connection, opened.board, holder, reason or opened.refused, told)
