"""Which lines of the tree are open: those of the user, kept while a filter shows others."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from scorecard.vocabulary import NodeKind
from ui.tree.model import ScorecardModel

if TYPE_CHECKING:
    from ui.tree.view import ScorecardTree

#: Up to so many lines all of them are open at first; in longer trees the first two levels.
ALL_OPEN = 200


class Opened:
    """Remembers what is opened and closed in `tree`."""

    def __init__(self, tree: "ScorecardTree", model: ScorecardModel) -> None:
        self._tree, self._model = tree, model
        self._nodes: set[str] = set()
        self._arranging = False
        tree.expanded.connect(lambda index: self._remember(index, is_open=True))
        tree.collapsed.connect(lambda index: self._remember(index, is_open=False))

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes that the user has open, those hidden by a filter too."""
        return frozenset(self._nodes)

    def begin(self) -> None:
        """Open what is open where nobody said otherwise."""
        lines = self._model.rows.lines
        everything = len(lines) <= ALL_OPEN
        self.put(
            node
            for node, line in lines.items()
            if everything or line.node.kind in {NodeKind.GOAL, NodeKind.PERSPECTIVE}
        )

    def put(self, nodes: Iterable[str]) -> None:
        """Have exactly these nodes open."""
        self._nodes = set(nodes)
        self._arrange(self._nodes)

    def show_found(self) -> None:
        """Open everything that a filter left, without forgetting what the user had open."""
        self._arrange(set(self._model.rows.lines))

    def show_again(self) -> None:
        """Go back to what the user had open."""
        self._arrange(self._nodes)

    def show_returned(self, nodes: Iterable[str | None]) -> None:
        """Open what the user has open, of lines that were gone and are back, or had no lines
        below them before."""
        self._arranging = True
        for node in self._nodes.intersection(nodes):
            self._tree.setExpanded(self._model.index_of(node), True)
        self._arranging = False

    def show_above(self, index: QModelIndex) -> None:
        """Open what a line is below."""
        above = index.parent()
        while above.isValid():
            self._tree.expand(above)
            above = above.parent()

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        if self._arranging:
            return
        node = self._model.node_at(index)
        self._nodes.add(node) if is_open else self._nodes.discard(node)

    def _arrange(self, opened: set[str]) -> None:
        self._arranging = True
        for node in self._model.rows.children:
            index = self._model.index_of(node)
            if index.isValid() and self._tree.isExpanded(index) != (node in opened):
                self._tree.setExpanded(index, node in opened)
        self._arranging = False
