"""Values, targets and colours as the plain answers of the verbs say them."""

from scorecard.board import Board
from scorecard.evaluation import Cell
from scorecard.figures.reasons import reason_said
from scorecard.shown import target_said, value_of
from scorecard.text import say, tell
from scorecard.vocabulary import Direction, Missing, Status


def value_words(board: Board, cell: Cell, language: str) -> str:
    """The value with its unit, yes and no in words; why there is none where it is missing."""
    if isinstance(cell.value, Missing):
        return tell(reason_said(board, cell.value.reason), language)
    if cell.version.direction is Direction.YES:
        return say("report.yes" if cell.value >= 1 else "report.no", language)
    return str(value_of(cell, language))


def target_words(cell: Cell, language: str) -> str:
    """The target with its comparator and unit; empty where there is none."""
    if cell.version.direction is Direction.YES and cell.criterion is not None:
        return say("report.yes", language)
    return target_said(cell, language)


def status_words(status: Status, language: str) -> str:
    """The colour by its name."""
    return say(f"cli.status.{status}", language)
