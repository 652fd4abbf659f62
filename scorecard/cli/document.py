"""The document that a verb works on."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scorecard.cli.answering import complain
from scorecard.cli.own_folder import backup_folder
from scorecard.cli.signing import author
from scorecard.clock import SystemClock
from scorecard.trouble import Refused
from scorecard.workspace import Workspace


@contextmanager
def reading(options: Namespace) -> Iterator[Workspace]:
    """The document `options.file`, for reading only. Raises CannotOpen."""
    yield from _opened(options, read_only=True)


@contextmanager
def editing(options: Namespace) -> Iterator[Workspace]:
    """The document `options.file`, for editing. Raises CannotOpen; Refused while someone else
    edits it, or where it cannot be written."""
    for workspace in _opened(options, read_only=False):
        if workspace.read_only is not None:
            raise Refused([workspace.read_only])
        workspace.not_kept = lambda trouble: complain([trouble], options.lang)
        _keep_daily(workspace)
        yield workspace


def _keep_daily(workspace: Workspace) -> None:
    """Keep the backup of the day before the first edit of it (R8); without room that is said."""
    try:
        if workspace.shelf is not None:
            workspace.shelf.keep_daily(workspace.clock.now())
    except Refused as refusal:
        workspace.not_kept(refusal.troubles[0])


def _opened(options: Namespace, *, read_only: bool) -> Iterator[Workspace]:
    path = Path(options.file)
    workspace = Workspace.open(
        path,
        author=author(),
        clock=SystemClock(),
        read_only=read_only,
        backups=backup_folder(),
    )
    if workspace.older is not None:
        complain([workspace.older], options.lang)
    try:
        yield workspace
    finally:
        workspace.close()
