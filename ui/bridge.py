"""The window's way to the document: runs commands, tells of changes, keeps the evaluation."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from scorecard.board import Board
from scorecard.evaluation import Evaluation, of
from scorecard.evaluation.view import View
from scorecard.model.edits import Edit
from scorecard.progress import Stage, Tell
from scorecard.store.journal import Step
from scorecard.store.snapshots import Frozen
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.workspace import Command, Workspace, Written
from ui.selection import Selection

if TYPE_CHECKING:
    from scorecard.entering.progress import Spot
    from ui.to_enter import ToEnter

#: Views whose lines are kept, so that going back a period costs nothing.
KEPT = 4

Troubles = tuple[Trouble, ...]


class Ready(NamedTuple):
    """A step that is in the file, with the evaluation that will show it; None where that is still
    to be made."""

    written: Written
    evaluation: Evaluation | None


class Bridge(QObject):
    """One open document, as the window sees it.

    `changed` carries the edits of a command, an undo or a redo, after the board has them; none
    after a snapshot was frozen.
    An editor that shows a refusal beside its own field calls `run` and catches `Refused`;
    everything else calls `ask`, which hands the troubles to `show_refused` (the window's
    banner) and says whether it was done. `offered` is the folder that is proposed for files to
    hand out.
    """

    changed = Signal(object)
    closing = Signal()

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        today: Callable[[], date],
        parent: QObject | None = None,
        evaluation: Evaluation | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.today = today
        self.offered = workspace.path.parent
        self.show_refused: Callable[[Troubles], None] = lambda _troubles: None
        #: Says in the window what was done, where it is no step.
        self.tell: Callable[[Said], object] = lambda _said: None
        #: Called when a text begins to wait in a cell, or does so no more.
        self.tell_waiting: Callable[[], object] = lambda: None
        #: Called with how many cells of a pasted block are not written yet.
        self.tell_pasting: Callable[[int], object] = lambda _count: None
        self._selection = selection
        self._newest = evaluation
        self._evaluations: dict[View, Evaluation] = {}
        self._snapshots: tuple[Frozen, ...] | None = None
        self._to_enter: ToEnter | None = None
        #: Called beside the window with an evaluation to be shown, to work out what takes long.
        self.foreseeing: list[Callable[[Evaluation], object]] = []
        self._foreseen: Evaluation | None = None
        #: Cells of the sheet whose note was written beside another value.
        self.fresh: set[Spot] = set()
        workspace.changed.append(self._on_changed)

    @property
    def board(self) -> Board:
        """The document as it is now."""
        return self.workspace.board

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation of the view that is looked at."""
        return self.evaluation_of(self._selection.view)

    @property
    def read_only(self) -> Trouble | None:
        """Why editing is off, or None where it is on."""
        return self.workspace.read_only

    def evaluation_of(self, view: View) -> Evaluation:
        """The evaluation of any view; cells are shared by all of them, the newest are kept."""
        if view not in self._evaluations:
            newest = self._newest or of(self.board, view, self.today())
            self._evaluations[view] = newest if newest.view == view else newest.at(view)
        self._newest = found = self._evaluations[view]
        while len(self._evaluations) > KEPT:
            del self._evaluations[next(iter(self._evaluations))]
        return found

    @property
    def knows_to_enter(self) -> bool:
        """Whether it was found out already what there is to be entered."""
        return self._to_enter is not None

    @property
    def to_enter(self) -> "ToEnter":
        """What there is to be entered; found out when it is first asked for."""
        if self._to_enter is None:
            from ui.to_enter import ToEnter

            self._to_enter = ToEnter(self.board)
        return self._to_enter

    def take_to_enter(self, found: "ToEnter") -> None:
        """Take what was found out elsewhere, where that is of the document as it is now."""
        if self._to_enter is None and found.board is self.board:
            self._to_enter = found

    @property
    def snapshots(self) -> tuple[Frozen, ...]:
        """The frozen snapshots, read once."""
        if self._snapshots is None:
            self._snapshots = self.workspace.snapshots()
        return self._snapshots

    def run(self, command: Command) -> Step | None:
        """Do it and keep it; None where there was nothing to change. Raises Refused."""
        return self.workspace.run(command)

    def ask(self, command: Command) -> bool:
        """Do it, or have the window say why not."""
        return self._told(lambda: self.workspace.run(command))

    def undo(self) -> bool:
        """Take the newest step back, or have the window say why not."""
        return self._told(self.workspace.undo)

    def redo(self) -> bool:
        """Do again what was taken back last, or have the window say why not."""
        return self._told(self.workspace.redo)

    def written(self, command: Command, tell: Tell) -> Ready | None:
        """Do it up to the file, and work out what will be shown of it, beside the window;
        `take_over` shows it. Raises Refused, and Stopped as `tell` does."""
        written = self.workspace.written(command, tell)
        return None if written is None else self._ready(written, tell)

    def replayed(self, kind: Literal["undo", "redo"], tell: Tell) -> Ready:
        """Likewise take the newest step back, or do again what was taken back last."""
        return self._ready(self.workspace.replayed(kind, tell), tell)

    def take_over(self, ready: Ready | None) -> None:
        """Show what was written beside the window."""
        if ready is not None:
            self._foreseen = ready.evaluation
            self.workspace.take_over(ready.written)

    def close(self) -> None:
        """Let go of the document; nothing is lost, everything is kept as it is done. Told before,
        by `closing`, to whatever still asks the file."""
        self.closing.emit()
        self.workspace.changed.remove(self._on_changed)
        self.workspace.close()
        if self._newest is not None:
            self._newest.let_go()

    def _told(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Refused as refusal:
            self.show_refused(refusal.troubles)
            return False
        return True

    def _ready(self, written: Written, tell: Tell) -> Ready:
        tell(Stage.SHOWING, 0)
        try:
            return Ready(written, self._foresee(written.board))
        except Exception:  # it is in the file; a mistake is met again, and told, where it is shown
            return Ready(written, None)

    def _foresee(self, board: Board) -> Evaluation | None:
        if self._newest is None:
            return None
        evaluation = self._newest.anew(board).at(self._selection.view)
        _ = evaluation.users  # the next edit asks for them
        for foresee in self.foreseeing:
            foresee(evaluation)
        return evaluation

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        foreseen, self._foreseen = self._foreseen, None
        if self._newest is not None:
            if foreseen is None or foreseen.board is not self.board:
                foreseen = self._newest.after(self.board, edits)
            else:
                from ui.discarding import discard  # after long steps only

                discard(self._newest, edits)
            self._newest = foreseen
            self._evaluations = {self._newest.view: self._newest}
        if self._to_enter is not None and not self._to_enter.follows(self.board, edits):
            self._to_enter = None
        if not edits:
            self._snapshots = None
        self.changed.emit(edits)
