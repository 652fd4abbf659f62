"""What is known of the workbook at one moment: what it says, what is asked, what would happen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.exchange.mapping.questions import Question, questions
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.mapping.understood import Understood, understand
from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.preview import Result, Row, counts, rows
from scorecard.exchange.skipping import without
from scorecard.exchange.source_file import read_file
from scorecard.exchange.workbook.grid import Workbook
from scorecard.exchange.workbook.opening import read_workbook
from scorecard.trouble import Refused, Trouble


class Found(NamedTuple):
    """A workbook laid beside the document with one recipe. `rows` are the cells of the `whole`;
    those whose address is among `skipped` are no part of what is `planned` and counted."""

    workbook: Workbook
    understood: Understood
    whole: Plan
    planned: Plan
    questions: tuple[Question, ...]
    rows: tuple[Row, ...]
    counts: dict[Result, int]
    skipped: frozenset[str] = frozenset()

    @property
    def open_questions(self) -> int:
        """How many names somebody has to settle before the preview."""
        return sum(not question.is_settled for question in self.questions)


#: Reads or lays the workbook again; gives what was found, or why it cannot be read.
Look = Callable[[], "Found | Trouble"]


def opening(path: Path, board: Board, today: date) -> Look:
    """The job that reads a file for the first time."""

    def read() -> Found | Trouble:
        try:
            workbook = read_workbook(read_file(path), path.name)
        except Refused as refused:
            return refused.troubles[0]
        return laid(workbook, board, Recipe(), today)()

    return read


def laid(workbook: Workbook, board: Board, recipe: Recipe, today: date) -> Look:
    """The job that lays a workbook beside the document with another recipe."""

    def lay() -> Found:
        understood = understand(workbook, board, recipe, today)
        planned = plan(understood.source, board)
        shown = rows(planned)
        asked = questions(understood, board)
        return Found(workbook, understood, planned, planned, asked, shown, counts(planned, shown))

    return lay


def skipping(found: Found, skipped: frozenset[str]) -> Look:
    """The job that leaves cells out of what was found, and takes others in again."""

    def skip() -> Found:
        planned = without(found.whole, skipped)
        counted = counts(planned, rows(planned))
        return found._replace(planned=planned, counts=counted, skipped=skipped)

    return skip
