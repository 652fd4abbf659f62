"""Reds that nobody answered: a KPI that is red in the newest due period, without a word since."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.evaluation import Cell
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.subject import Subject
from scorecard.period import first_day
from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import Status


def unanswered(subject: Subject) -> Iterator[Finding]:
    """A finding for each line whose red nobody said anything about.

    Where nothing else is kept of what was done about a red, a comment is the answer: one on this
    period or a later one, or one that was written after it.
    """
    for line in subject.lines:
        cell = subject.cell(line.org or "") if line.org else None
        if cell is None or cell.status is not Status.RED:
            continue
        if not is_answered(subject.board, subject.kpi, line.org or "", cell):
            org = subject.board.orgs[line.org or ""].name
            said = Said("governance.red_unanswered", {"period": cell.period.code, "org": org})
            yield subject.finding(Concern.RED_UNANSWERED, Level.WARNING, said, "", line)


def is_answered(board: Board, kpi: str, org: str, cell: Cell) -> bool:
    """Whether somebody said something about a cell, or about the KPI since."""
    comments = [c for c in board.comments.values() if (c.kpi, c.org) == (kpi, org)]
    calendar, red = board.settings.calendar, cell.period
    begun, ended = calendar.span(red).first, calendar.span(red).last
    return any(
        first_day(comment.period, calendar) >= begun or comment.at[:10] > ended.isoformat()
        for comment in comments
    )
