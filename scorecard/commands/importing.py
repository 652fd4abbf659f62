"""An import as one change, undone as one."""

from collections.abc import Callable
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.model.edits import Change, Edit
from scorecard.text import Said
from scorecard.vocabulary import BackupReason


@dataclass(frozen=True, slots=True)
class ImportBoard:
    """All of a file at once: `edits` says what the file changes on a board; `source` is the
    file's name as undo shows it."""

    source: str
    edits: Callable[[Board], tuple[Edit, ...]]

    def __call__(self, board: Board) -> Change:
        name = Said("command.import", {"source": self.source})
        return Change(name, self.edits(board), backup=BackupReason.IMPORT)
