"""Moving the picked lines: by keys among their siblings and in and out, by dragging anywhere."""

from scorecard.commands.branch import topmost
from scorecard.commands.moving import MoveLines
from scorecard.commands.placing import misplaced
from scorecard.trouble import Trouble
from ui.bridge import Bridge
from ui.views.scorecard.page import ScorecardPage


class LineMoves:
    """Each move is one step that can be undone; the lines stay picked where they go."""

    def __init__(self, bridge: Bridge, page: ScorecardPage) -> None:
        self._bridge, self._page = bridge, page

    def may(self, nodes: tuple[str, ...], parent: str | None) -> bool:
        """Whether lines can stand below another (None: at the top)."""
        board = self._bridge.board
        if self._bridge.read_only is not None:
            return False
        return not any(misplaced(board, board.nodes[n], parent) for n in topmost(board, nodes))

    def move(self, nodes: tuple[str, ...], parent: str | None, before: str | None) -> None:
        """Move lines below `parent`, before a line there (None: after all)."""
        if self._bridge.ask(MoveLines(nodes, parent, before)) and parent is not None:
            self._page.tree.expand(self._page.model.index_of(parent))

    def step(self, steps: int) -> None:
        """Move the picked lines one place up (-1) or down (1) among their siblings."""
        picked = self._siblings()
        if not picked:
            return
        parent, there = self._around(picked)
        places = [there.index(node) for node in picked]
        if steps < 0 < places[0]:
            self.move(picked, parent, there[places[0] - 1])
        elif steps > 0 and places[-1] + 1 < len(there):
            self.move(picked, parent, _at(there, places[-1] + 2))

    def into(self) -> None:
        """Move them below the sibling that is shown above them."""
        picked = self._siblings()
        if picked:
            _, there = self._around(picked)
            place = there.index(picked[0])
            if place:
                self.move(picked, there[place - 1], None)
            else:
                self._refuse("nothing_above")

    def out(self) -> None:
        """Move them out, to right after what is their parent."""
        picked = self._siblings()
        if picked:
            parent, _ = self._around(picked)
            if parent is None:
                self._refuse("is_at_the_top")
                return
            above, there = self._around((parent,))
            self.move(picked, above, _at(there, there.index(parent) + 1))

    def _siblings(self) -> tuple[str, ...]:
        """The picked lines without those below them; none, with a word, where they are of
        different parents."""
        board = self._bridge.board
        picked = topmost(board, (node for node in self._page.tree.picked if node in board.nodes))
        if len({board.nodes[node].parent for node in picked}) > 1:
            self._refuse("not_siblings")
            return ()
        return picked

    def _around(self, nodes: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
        """The parent of lines, and the lines below it that are shown."""
        parent = self._bridge.board.nodes[nodes[0]].parent
        return parent, self._page.model.rows.children[parent]

    def _refuse(self, code: str) -> None:
        self._bridge.show_refused((Trouble(code),))


def _at(there: tuple[str, ...], place: int) -> str | None:
    return there[place] if place < len(there) else None
