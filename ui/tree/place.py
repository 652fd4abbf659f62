"""Where in the tree dragged lines would go: between two rows, or below the line they are over."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from ui.tree.model import Index, ScorecardModel

#: Whether these lines may stand below a line (None: at the top).
May = Callable[[tuple[str, ...], str | None], bool]
#: The middle of a row stands for the line itself, its edges for the gaps.
MIDDLE = (0.25, 0.75)


class Side(StrEnum):
    """Which part of a row is meant."""

    ABOVE = "above"
    ONTO = "onto"
    BELOW = "below"


class Place(NamedTuple):
    """Below `parent`, before its line `before` (None: after all); marked at a `side` of `row`."""

    parent: str | None
    before: str | None
    row: str
    side: Side


class Moving(NamedTuple):
    """What a drag does: `may` says whether lines can stand below another, `move` puts them
    below `parent` before a line there (None: after all)."""

    may: May
    move: Callable[[tuple[str, ...], str | None, str | None], object]


def place_at(
    model: ScorecardModel,
    index: Index,
    height: float,
    nodes: tuple[str, ...],
    *,
    is_open: bool,
    may: May,
) -> Place | None:
    """The place that `height`, from 0 at the top of a row to 1, means for `nodes`; None where
    they cannot go. Where they may not lie below the line itself, its middle means the nearer gap.
    """
    row = model.node_at(index)
    if row in nodes:
        return None
    if MIDDLE[0] <= height <= MIDDLE[1] and may(nodes, row):
        return Place(row, None, row, Side.ONTO)
    if height < 0.5:
        place = Place(model.rows.lines[row].node.parent, row, row, Side.ABOVE)
    elif is_open and model.has_below(index):
        place = Place(row, model.rows.children[row][0], row, Side.BELOW)
    else:
        parent = model.rows.lines[row].node.parent
        place = Place(parent, _after(model.rows.children[parent], row), row, Side.BELOW)
    return place if may(nodes, place.parent) else None


def _after(siblings: tuple[str, ...], row: str) -> str | None:
    at = siblings.index(row) + 1
    return siblings[at] if at < len(siblings) else None
