"""The units of a document as a tree: those under one, and those over it."""

from collections.abc import Iterator

from scorecard.board import Board


def below(board: Board, org: str) -> frozenset[str]:
    """A unit and all those under it."""
    found, waiting = {org}, [org]
    while waiting:
        under = [unit for unit in board.units_below.get(waiting.pop(), ()) if unit not in found]
        found.update(under)
        waiting.extend(under)
    return frozenset(found)


def above(board: Board, org: str) -> Iterator[str]:
    """A unit and those over it, the nearest first; also where two are said to be each other's."""
    seen: set[str] = set()
    at: str | None = org
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        unit = board.orgs.get(at)
        at = unit.parent if unit is not None else None
