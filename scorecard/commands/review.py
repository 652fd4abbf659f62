"""Checking definitions off as looked at again, and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of
from scorecard.commands.putting import put_all, taken
from scorecard.model.edits import Change
from scorecard.model.records import Review
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class ReviewKpis:
    """That definitions were looked at, several in one step; one of the same KPI and day is
    replaced.

    Refused: unknown KPI.
    """

    reviews: Sequence[Review]

    def __call__(self, board: Board) -> Change:
        reviews = [cleaned(review) for review in self.reviews]
        names = [kpi_of(board, review.kpi).name for review in reviews]
        if len(names) == 1:
            name = Said("command.review_kpi", {"kpi": names[0], "day": reviews[0].day})
        else:
            name = Said("command.review_kpis", {"count": str(len(names))})
        return Change(name, put_all(board, reviews))


@dataclass(frozen=True, slots=True)
class RemoveReview:
    """Takes the check-off of that day away."""

    kpi: str
    day: str

    def __call__(self, board: Board) -> Change:
        kpi = kpi_of(board, self.kpi)
        found = board.find("review", (self.kpi, self.day))
        name = Said("command.remove_review", {"kpi": kpi.name, "day": self.day})
        return Change(name, taken([found]))
