"""What there is to be entered in a document and what is doubted of it, for all who show it."""

from collections.abc import Collection, Mapping, Sequence

from scorecard.board import Place
from scorecard.check.unlikely import answered_with_yes
from scorecard.entering.places import readers
from scorecard.entering.progress import Progress, Spot, progress
from scorecard.evaluation import Evaluation
from scorecard.model.edits import Edit
from scorecard.period import Period
from scorecard.slips.radar import Radar

#: Records that leave the rows of the sheet as they are.
_APART = frozenset({"entry", "comment", "segment", "closing"})


class ToEnter:
    """The places of a document as it is in `evaluation`, with the lines that read each, and the
    radar over them. `fresh` are the cells whose note was written beside another value."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.fresh: set[Spot] = set()
        self._read(evaluation)

    def follow(self, evaluation: Evaluation, edits: Sequence[Edit]) -> None:
        """Take in what was changed; the places are other ones only where more than values were."""
        entered = {(edit.key[0], edit.key[1]) for edit in edits if edit.table == "entry"}
        if any(edit.table not in _APART for edit in edits) or entered - self.readers.keys():
            self._read(evaluation)
        else:
            self.radar.see(evaluation.board)

    def progress(self, period: Period, units: Collection[str] | None = None) -> Progress:
        """How far a period is entered, at some units or at all."""
        return progress(self.radar, self.readers, period, self.fresh, units)

    def _read(self, evaluation: Evaluation) -> None:
        self.readers: Mapping[Place, tuple[str, ...]] = readers(evaluation)
        self.yes = answered_with_yes(evaluation.board)
        self.radar = Radar(evaluation.board)
