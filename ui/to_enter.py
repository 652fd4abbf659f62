"""What there is to be entered in a document and what is doubted of it, for all who show it."""

from collections.abc import Collection, Mapping, Sequence

from scorecard.board import Board, Place
from scorecard.check.readers import readers
from scorecard.check.retired import Retired
from scorecard.check.unlikely import answered_with_yes
from scorecard.entering.progress import Progress, Spot, progress
from scorecard.model.edits import Edit
from scorecard.period import Period
from scorecard.slips.radar import Radar

#: Records that leave the rows of the sheet as they are.
_APART = frozenset({"entry", "comment", "segment", "closing"})


class ToEnter:
    """The places of a document, with the lines that read each, which of them are not asked for any
    more, and the radar over them."""

    def __init__(self, board: Board) -> None:
        self.readers: Mapping[Place, tuple[str, ...]] = readers(board)
        self.retired = Retired(board, self.readers)
        self.yes = answered_with_yes(board)
        self.radar = Radar(board)

    @property
    def board(self) -> Board:
        """The document as it was seen last."""
        return self.radar.board

    def follows(self, board: Board, edits: Sequence[Edit]) -> bool:
        """Take in what was changed; not where that makes other places than these."""
        for edit in edits:
            table = edit.table
            if table not in _APART or (table == "entry" and edit.key[:2] not in self.readers):
                return False
        self.radar.see(board)
        return True

    def progress(
        self, period: Period, fresh: Collection[Spot], units: Collection[str] | None = None
    ) -> Progress:
        """How far a period is entered, at some units or at all."""
        return progress(self.radar, self.readers, self.retired, period, fresh, units=units)
