"""The lines of the tree that are selected together."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionRange

from ui.tree.model import ScorecardModel


def picked(selection: QItemSelection, model: ScorecardModel) -> tuple[str, ...]:
    """The nodes of a selection, in the order in which they are shown."""
    found = {
        model.node_at(model.index(row, 0, part.parent()))
        for part in _parts(selection)
        for row in range(part.top(), part.bottom() + 1)
    }
    return tuple(node for node in model.rows.lines if node in found)


def are_several(selection: QItemSelection) -> bool:
    """Whether more than one row is selected."""
    return selection.count() > 1 or any(part.height() > 1 for part in _parts(selection))


def _parts(selection: QItemSelection) -> Iterator[QItemSelectionRange]:
    return (selection.at(number) for number in range(selection.count()))
