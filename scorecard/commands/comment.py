"""Saying something about a KPI in a period, and taking it back."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of, org_of, start_of
from scorecard.commands.putting import put, taken
from scorecard.model.edits import Change
from scorecard.model.records import Comment
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class AddComment:
    """A comment; one of the same id is replaced. Refused: unknown KPI or unit."""

    comment: Comment

    def __call__(self, board: Board) -> Change:
        comment = cleaned(self.comment)
        kpi = kpi_of(board, comment.kpi)
        org_of(board, comment.org)
        start_of(comment.period)
        name = Said("command.add_comment", {"kpi": kpi.name, "period": comment.period})
        return Change(name, put(board, comment))


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """Takes a comment away."""

    comment: str

    def __call__(self, board: Board) -> Change:
        found = board.comments.get(self.comment)
        return Change(Said("command.remove_comment"), taken([found]))
