"""Several entries at once, undone as one."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.entry import EnterValue
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class EnterBlock:
    """All `entries`, or none of them; `name` is what undo says. Refused: as `EnterValue`, with the
    trouble of each entry that cannot be."""

    entries: tuple[Entry, ...]
    name: Said

    def __call__(self, board: Board) -> Change:
        troubles: list[Trouble] = []
        edits = tuple(self._edits(board, troubles))
        if troubles:
            raise Refused(troubles)
        return Change(self.name, edits)

    def _edits(self, board: Board, troubles: list[Trouble]) -> Iterator[Edit]:
        for entry in self.entries:
            try:
                yield from EnterValue(*entry)(board).edits
            except Refused as refusal:
                troubles += [each._replace(where=" ".join(entry.key)) for each in refusal.troubles]
