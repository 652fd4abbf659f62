"""What a long step leaves behind goes a piece at a time, beside the window: all at once, freeing a
million values would stop it."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer

from scorecard.evaluation import Evaluation
from scorecard.model.edits import Edit
from ui.threads import begin

#: After so long nobody else holds any of it, ms.
_REST = 1000


def discard(evaluation: Evaluation, edits: Iterable[Edit]) -> None:
    """Let go of an evaluation that is not shown any more and of the edits that led to another."""
    left = [evaluation]
    cells, series = evaluation.valuation.cells, evaluation.board.series
    pieces: list[object] = [*edits, *series.values(), *cells.values()]
    QTimer.singleShot(_REST, lambda: begin(lambda: _go(left, pieces), "discarding"))


def _go(left: list[Evaluation], pieces: list[object]) -> None:
    left.pop().let_go()
    while pieces:
        pieces.pop()
