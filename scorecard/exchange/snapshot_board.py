"""What a frozen snapshot was frozen from: the document taken back to that moment, and proven."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from scorecard import evaluation
from scorecard.board import Board
from scorecard.evaluation import Evaluation, View
from scorecard.exchange.snapshot import (
    Sealed,
    Signature,
    canonical,
    digest_of,
    late_of,
    snapshot_body,
)
from scorecard.period import Period
from scorecard.workspace import Workspace


class Kept(Sealed, Protocol):
    """A frozen snapshot as the document keeps it."""

    @property
    def period(self) -> str: ...
    @property
    def upto(self) -> bool: ...
    @property
    def body(self) -> str: ...


class Verdict(StrEnum):
    """Whether a snapshot is as it was frozen (R18), and whether its numbers come out again."""

    UNALTERED = "unaltered"
    ALTERED = "altered"
    DIFFERENT = "different"


class Rebuilt(NamedTuple):
    """A snapshot's verdict; its evaluation where that gives the frozen content, to the byte."""

    verdict: Verdict
    evaluation: Evaluation | None = None


def is_unaltered(kept: Kept) -> bool:
    """Whether the content still has its digest (R18)."""
    return digest_of(kept.body) == kept.digest


def rebuilt(workspace: Workspace, kept: Kept) -> Rebuilt:
    """The evaluation that `kept` was frozen from: later steps of the journal are taken back in
    memory, and the result must have the digest of the snapshot.

    DIFFERENT where the content is unaltered but does not come out again, as by other rules of
    another version of the program.
    """
    if not is_unaltered(kept):
        return Rebuilt(Verdict.ALTERED)
    # Who entered what when stands in the journal alone; the content, which has its digest, says it.
    today, late = date.fromisoformat(json.loads(kept.body)["today"]), late_of(kept.body)
    view = View(Period.parse(kept.period), kept.upto)
    for board in _boards(workspace, kept.at):
        found = evaluation.of(board, view, today)
        body = snapshot_body(found, kept.org, Signature(kept.by, kept.at), late)
        if digest_of(canonical(body)) == kept.digest:
            return Rebuilt(Verdict.UNALTERED, found)
    return Rebuilt(Verdict.DIFFERENT)


def _boards(workspace: Workspace, at: str) -> Iterator[Board]:
    """The document as it was at `at`; of several steps in that second, before each of them."""
    moment, board = _second(at), workspace.board
    pending = True
    for step in workspace.history():
        then = _second(step.at)
        if then <= moment and pending:
            yield board
            pending = False
        if then < moment:
            return
        board = board.after(edit.inverse for edit in reversed(step.edits))
        pending = pending or then == moment
    if pending:
        yield board


def _second(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(microsecond=0)
