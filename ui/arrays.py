"""numpy takes a tenth of a second to import: where a long forecast will need it, it is loaded
beside the window, so that no line waits for it."""

from importlib import import_module
from threading import Thread

from scorecard.board import Board
from ui.threads import begin

#: With more values of one measure forecasts are computed as arrays (`theta`).
LONG = 60


def load_beside(board: Board) -> Thread | None:
    """Begin the import where a series of `board` is long enough; None where none is."""
    return begin(lambda: import_module("numpy"), "arrays") if has_long_series(board) else None


def has_long_series(board: Board) -> bool:
    """Whether any forecast may be computed as arrays."""
    return any(len(series) > LONG for series in board.series.values())
