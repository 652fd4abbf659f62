"""By whom a period was closed, in words."""

from scorecard.board import Board
from scorecard.closings import named
from scorecard.figures.people import person_said
from scorecard.model.records import Closing
from scorecard.text import Said
from scorecard.vocabulary import Words


def closed_said(board: Board, closing: Closing) -> Said:
    """By whom and when a period was closed, and for which unit."""
    facts: dict[str, str | Words | Said] = {
        "what": named(board, closing),
        "by": person_said(board, closing.by or "–"),
        "at": closing.at[:10] or "–",
    }
    return Said("month_end.closed_by", facts)
