"""Freezing a view: in the document and in files, all of it or none of it."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scorecard.closings import closings_in
from scorecard.evaluation import Evaluation
from scorecard.exchange.snapshot import Signature, canonical, digest_of, sealed, snapshot_body
from scorecard.figures.late import Late, late_entries
from scorecard.org_units import above, below
from scorecard.store.snapshots import Frozen
from scorecard.trouble import Refused, Trouble
from scorecard.whole_file import put_in_place, standing_in
from scorecard.workspace import Workspace

#: What makes the bytes of a file of a snapshot, such as its pages.
Drawn = Callable[[Frozen], bytes]


def freeze(workspace: Workspace, view: Evaluation, org: str, files: Mapping[Path, Drawn]) -> Frozen:
    """Freeze `view` for the unit `org`, empty for all, and write it to `files`.

    Every file is made and lies safe beside its place before the document takes the snapshot;
    only then is each renamed to its place. So where a page cannot be drawn, a folder cannot be
    written or the disk is full, nothing is frozen and no file is changed: Refused. Where only
    the renaming fails the snapshot stays, for it is never taken back, and
    Refused(frozen_unwritten) says under which name. A document that is only read is not
    touched (R4): its files alone are written.
    """
    for path in files:
        _expect_place(workspace, path)
    frozen = _frozen(workspace, view, org)
    with ExitStack() as stack:
        ready = {path: stack.enter_context(_beside(path, files[path](frozen))) for path in files}
        if workspace.read_only is None:
            workspace.freeze(frozen)
        for path, beside in ready.items():
            _put(beside, path, "" if workspace.read_only else frozen.id)
    return frozen


def content(frozen: Frozen) -> bytes:
    """The file of a snapshot as JSON, with its digest."""
    return sealed(frozen.body)


def late_in(workspace: Workspace, view: Evaluation, org: str) -> tuple[Late, ...]:
    """What was entered after its period had been closed, for a unit, empty for all."""
    board = view.board
    units = {*below(board, org)} if org else {*board.orgs}
    over = {*units, *above(board, org)} if org else units
    closings = closings_in(board, view.view.span(board.settings.calendar), over)
    found = late_entries(board, closings, workspace.provenance)
    return tuple(late for late in found if late.key[1] in units)


def _expect_place(workspace: Workspace, path: Path) -> None:
    """Refuses what would fail only after the snapshot was frozen."""
    if path.resolve() == workspace.path.resolve():
        raise Refused([Trouble("copy_onto_itself", path.name)])
    if path.is_dir():
        raise Refused([Trouble("cannot_write", path.name, {"reason": os.strerror(errno.EISDIR)})])


def _frozen(workspace: Workspace, view: Evaluation, org: str) -> Frozen:
    by, at = workspace.author, workspace.clock.now().isoformat(timespec="seconds")
    late = late_in(workspace, view, org)
    body = canonical(snapshot_body(view, org, Signature(by, at), late))
    period, number = view.view.period.code, len(workspace.snapshots()) + 1
    return Frozen(f"{period}-{number}", period, view.view.upto, org, at, by, digest_of(body), body)


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """A file beside `path` that holds all of `data`, safe on the disk."""
    with _refusing("cannot_write", path), standing_in(path, handed_out=True) as beside:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield beside


def _put(beside: Path, path: Path, frozen: str) -> None:
    code, facts = ("frozen_unwritten", {"id": frozen}) if frozen else ("cannot_write", {})
    with _refusing(code, path, **facts):
        put_in_place(beside, path)


@contextmanager
def _refusing(code: str, path: Path, **facts: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused([Trouble(code, path.name, {"reason": reason, **facts})]) from error
