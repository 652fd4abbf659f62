"""The only door for a change: open, run, undo, redo, tell."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from scorecard.board import Board
from scorecard.clock import Clock
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Key
from scorecard.progress import Tell, untold
from scorecard.store import drafts, journal, lock, looking, snapshots
from scorecard.store.closing import shut
from scorecard.store.creating import created
from scorecard.store.drafts import Fields
from scorecard.store.fitting import fits
from scorecard.store.journal import Author, Heading, Standing, Step
from scorecard.store.snapshots import Frozen
from scorecard.store.taking import Taken, taken
from scorecard.store.transaction import transaction
from scorecard.text import Said
from scorecard.trouble import Level, Refused, Trouble
from scorecard.vocabulary import BackupReason

if TYPE_CHECKING:
    from scorecard.store.backups import Shelf
    from scorecard.store.chronicle import Chronicle

__all__ = ["Command", "Step", "Workspace", "Written", "content_check"]

Command = Callable[[Board], Change]
Check = Callable[[Board, tuple[Edit, ...]], tuple[Trouble, ...]]
Listener = Callable[[tuple[Edit, ...]], None]


def content_check(board: Board, edits: tuple[Edit, ...]) -> tuple[Trouble, ...]:
    """What `scorecard.check` finds wrong with `edits`; loaded with the first edit."""
    from scorecard.check.edits import refusals

    return tuple(refusals(board, edits))


class Written(NamedTuple):
    """A step that is in the file and not yet on the board."""

    heading: Heading
    seq: int
    edits: tuple[Edit, ...]
    board: Board


class Workspace:
    """An open document: what it says now (`board`), and the one way to change it.

    `read_only` says why editing is off, or None; `older` what is to be said of a document that
    an older version made, or None. `changed` is called with the edits after each step that is in
    the file, and with none after a snapshot was frozen. `author` and `clock` sign what is written.
    `backups` is the folder of those of all documents, None where nobody said it; `not_kept` is
    told of one that could not be made, which stops no edit.
    """

    def __init__(
        self, taken: Taken, *, author: str, clock: Clock, check: Check, backups: Path | None
    ) -> None:
        self.path, self._connection, self.board, self._holder, self.read_only, self.older = taken
        self.author = author
        self.clock = clock
        self.not_kept: Callable[[Trouble], object] = lambda _trouble: None
        self.changed: list[Listener] = []
        self._check, self._backups = check, backups
        self._newest = journal.newest(self._connection)
        self._stacks: Standing | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        author: str,
        clock: Clock,
        check: Check = content_check,
        backups: Path | None = None,
    ) -> "Workspace":
        """A new, empty document at `path`. Raises CannotOpen `file_exists` over any file."""
        created(path)
        return cls.open(path, author=author, clock=clock, check=check, backups=backups)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        author: str,
        clock: Clock,
        read_only: bool = False,
        check: Check = content_check,
        backups: Path | None = None,
        tell: Tell = untold,
    ) -> "Workspace":
        """The document at `path`, for editing where that is possible (R4, R5); `backups` is the
        folder of the program for those of all documents. One of an older version is brought to the
        present form after a backup (R7); only read, it stays as it is. Raises CannotOpen where it
        is none, is damaged, or is of a newer version (R6, R9), and Stopped as `tell` does; the file
        is whole then too.
        """
        found = taken(path, author, clock, read_only=read_only, backups=backups, tell=tell)
        return cls(found, author=author, clock=clock, check=check, backups=backups)

    def run(self, command: Command, tell: Tell = untold) -> Step | None:
        """Do what `command` says, as one step; None where it changes nothing.

        Raises Refused, with the document as before, where the result would be wrong or the
        file does not take it; likewise Stopped, where `tell` does.
        """
        written = self.written(command, tell)
        return None if written is None else self.take_over(written)

    def written(self, command: Command, tell: Tell = untold) -> Written | None:
        """The same in any thread, up to the file. In the window's own thread `take_over` makes it
        what the board says; nothing else may be done meanwhile."""
        return self._do(command, self._check, tell)

    def take_over(self, written: Written) -> Step:
        """Let the board say what was written, and tell so."""
        heading, seq, edits, self.board = written
        self._newest = seq
        if self._stacks is not None:
            self._stacks.add(seq, heading.kind, heading.of)
        self._tell(edits)
        return journal.read_step(self._connection, seq)

    def restore(self, command: Command) -> Step | None:
        """Do what `command` takes over from a backup, as `run` does, but without asking the
        content check: what was accepted once comes back (`docs/decisions/0002`). Raises Refused."""
        written = self._do(command, lambda _board, _edits: (), untold)
        return None if written is None else self.take_over(written)

    def undo(self) -> Step:
        """Take back the newest step that stands. Raises Refused where there is none, or where
        a row no longer holds what the step left in it."""
        return self.take_over(self.replayed("undo"))

    def redo(self) -> Step:
        """Do again what was undone last. Raises Refused as `undo` does."""
        return self.take_over(self.replayed("redo"))

    def replayed(self, kind: Literal["undo", "redo"], tell: Tell = untold) -> Written:
        """What `undo` or `redo` writes, as `written` does. Raises Refused, and Stopped as `tell`
        does."""
        self._must_be_editable()
        step = self.undo_step if kind == "undo" else self.redo_step
        if step is None:
            raise Refused([Trouble(f"nothing_to_{kind}")])
        edits = step.edits
        if kind == "undo":
            edits = tuple(edit.inverse for edit in reversed(edits))
        if not fits(self.board, edits):
            raise Refused([Trouble(f"{kind}_conflict", facts={"seq": str(step.seq)})])
        heading = Heading(step.name, kind, step.seq)
        return self._write(heading, edits, self.board.after(edits), tell)

    def begin(self, name: Said) -> Step:
        """Let the document begin with what it holds now: undo does not reach behind this step.

        Raises Refused as `run` does.
        """
        self._must_be_editable()
        return self.take_over(self._write(Heading(name, "begin"), (), self.board))

    @cached_property
    def shelf(self) -> "Shelf | None":
        """The backups of the document; None where nobody said in which folder they are."""
        if self._backups is None:
            return None
        from scorecard.store.backups import Shelf

        return Shelf(self._backups, self.path)

    @property
    def undo_step(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._last(self._standing.done)

    @property
    def redo_step(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._last(self._standing.undone)

    def history(
        self, *, limit: int | None = None, table: str | None = None, key: Key | None = None
    ) -> tuple[Step, ...]:
        """Steps, newest first: all, or those that touched a table, or one record of it."""
        return journal.history(self._connection, limit, table, key)

    @property
    def chronicle(self) -> "Chronicle":
        """What can be looked up in the history beyond that."""
        from scorecard.store.chronicle import Chronicle

        return Chronicle(self._connection)

    def edits_of(self, step: Step, key: Key | None = None) -> tuple[Edit, ...]:
        """What a step changed, in its order: all, or what is about one record or its block."""
        about = looking.touching(key) if key is not None else None
        return journal.edits_of(self._connection, step.seq, about)

    def provenance(self, key: Key) -> tuple[str, str] | None:
        """Who changed an entry last, and when; None where nobody did."""
        return journal.provenance(self._connection, key)

    def save_copy(self, path: Path) -> None:
        """The document as it stands, at `path`, whole or not at all. Raises Refused."""
        from scorecard.store import copying

        copying.save_copy(self._connection, self.path, path, self._holder.computer)

    def draft(self, kpi: str) -> Fields | None:
        """The definition that is being written for a KPI; None where there is none."""
        return drafts.draft(self._connection, kpi)

    def keep_draft(self, kpi: str, fields: Fields) -> None:
        """Keep a half-written definition over a restart. Raises Refused."""
        self._must_be_editable()
        drafts.keep_draft(self._connection, kpi, fields)

    def drop_draft(self, kpi: str) -> None:
        """Forget a half-written definition. Raises Refused."""
        self._must_be_editable()
        drafts.drop_draft(self._connection, kpi)

    def freeze(self, frozen: Frozen) -> None:
        """Keep a snapshot for good, and tell so without edits.

        Raises Refused where its id is taken.
        """
        self._must_be_editable()
        snapshots.freeze(self._connection, frozen)
        self._tell(())

    def snapshots(self) -> tuple[Frozen, ...]:
        """All frozen snapshots in the order in which they were frozen."""
        return snapshots.snapshots(self._connection)

    def close(self) -> None:
        """Give the document back; nothing is left to be saved."""
        shut(self._connection, editing=self.read_only is None)
        if self.read_only is None:
            lock.release(self.path, self._holder)

    @property
    def _standing(self) -> Standing:
        if self._stacks is None:
            self._stacks = Standing(self._connection)
        return self._stacks

    def _last(self, steps: Sequence[int]) -> Step | None:
        return journal.read_step(self._connection, steps[-1]) if steps else None

    def _do(self, command: Command, check: Check, tell: Tell) -> Written | None:
        self._must_be_editable()
        change = command(self.board)
        edits = tuple(edit for edit in change.edits if edit.before != edit.after)
        if not edits:
            return None
        if not fits(self.board, edits):
            raise Refused([Trouble("stale_edit")])
        after = self.board.after(edits)
        troubles = check(after, edits)
        if any(trouble.level is Level.ERROR for trouble in troubles):
            raise Refused(troubles)
        if change.backup is not None:
            self._keep(change.backup)
        return self._write(Heading(change.name), edits, after, tell)

    def _keep(self, why: BackupReason) -> None:
        try:
            if self.shelf is not None:
                self.shelf.keep(why, self.clock.now())
        except Refused as refusal:
            self.not_kept(refusal.troubles[0])

    def _must_be_editable(self) -> None:
        if self.read_only is not None:
            raise Refused([self.read_only])

    def _write(
        self, heading: Heading, edits: tuple[Edit, ...], after: Board, tell: Tell = untold
    ) -> Written:
        author = Author(self.author, self._holder.computer, self.clock.now())
        links = not all(edit.is_block for edit in edits)
        with transaction(self._connection, links=links):
            if journal.newest(self._connection) != self._newest:
                raise Refused([Trouble("changed_elsewhere", self.path.name)])
            seq = journal.write(self._connection, author, heading, edits, tell)
        return Written(heading, seq, edits, after)

    def _tell(self, edits: tuple[Edit, ...]) -> None:
        for listener in tuple(self.changed):
            listener(edits)
