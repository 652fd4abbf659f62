"""The lines of the tree that are selected together."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex

from ui.rows import Rows
from ui.tree.columns import Column
from ui.tree.model import ScorecardModel


class Picked(NamedTuple):
    """The selected `nodes` of the `rows` shown; kept while neither changes, since every row that
    is painted asks whether it is one of them."""

    rows: Rows
    nodes: frozenset[str]

    @property
    def in_order(self) -> tuple[str, ...]:
        """The nodes in the order in which they are shown."""
        return tuple(node for node in self.rows.lines if node in self.nodes)


def picked(selection: QItemSelection, model: ScorecardModel) -> Picked:
    """The nodes of a selection."""
    found: set[str] = set()
    for part in _parts(selection):
        above = part.parent()
        parent = model.node_at(above) if above.isValid() else None
        found.update(model.rows.children.get(parent, ())[part.top() : part.bottom() + 1])
    return Picked(model.rows, frozenset(found))


def every_line(model: ScorecardModel, is_open: Callable[[QModelIndex], bool]) -> QItemSelection:
    """All lines whose parents are open: a range for each group, since Qt asks for the parent of
    every single line where it selects them itself."""
    selection, groups = QItemSelection(), list[str | None]([None])
    while groups:
        group = model.rows.children.get(groups.pop(), ())
        if group:
            last = model.index_of(group[-1], Column.LATE)
            selection.append(QItemSelectionRange(model.index_of(group[0]), last))
        groups += [n for n in group if n in model.rows.children and is_open(model.index_of(n))]
    return selection


def _parts(selection: QItemSelection) -> Iterator[QItemSelectionRange]:
    return (selection.at(number) for number in range(selection.count()))
