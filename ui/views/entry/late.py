"""Which entries came after their period had been closed, looked up when a cell is drawn."""

from scorecard.board import Board
from scorecard.closings import is_late, was_reopened
from scorecard.model.records import Key
from ui.bridge import Bridge


class Late:
    """Keeps what was looked up as long as the document stays the same."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._known: dict[Key, bool] = {}
        self._of: Board | None = None

    def __call__(self, key: Key) -> bool:
        """Whether the entry of a key came after its period had been closed and opened again."""
        board = self._bridge.board
        if board is not self._of:
            self._known.clear()
            self._of = board
        if key not in self._known:
            self._known[key] = bool(board.closings) and self._is_late(board, key)
        return self._known[key]

    def _is_late(self, board: Board, key: Key) -> bool:
        if board.entry(*key) is None or not was_reopened(board, key):
            return False
        told = self._bridge.workspace.provenance(key)
        return told is not None and is_late(board, key, told[1])
