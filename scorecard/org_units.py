"""The units of a document as a tree: those under one, and those over it."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.model.records import Org


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


def leaves(board: Board, measure: str, org: str) -> tuple[str, ...]:
    """The units whose entries make up `measure` at `org`: itself where it has entries of its own
    or nobody below has any, otherwise those below that have some."""
    return _with_entries(board, measure, org) or (org,)


def in_order(board: Board) -> tuple[Org, ...]:
    """All units as a tree shows them, each before its parts; those of a ring come last."""
    found: dict[str, Org] = {}

    def add(parent: str | None) -> None:
        units = (unit for unit in board.orgs.values() if unit.parent == parent)
        for unit in sorted(units, key=lambda unit: (unit.order, unit.id)):
            if unit.id not in found:
                found[unit.id] = unit
                add(unit.id)

    add(None)
    return tuple({**found, **board.orgs}.values())


def unit_of_line(board: Board, node_id: str) -> str:
    """The unit that a line is for: its own, that of the nearest line above it, the one of all
    lines below it; the topmost unit where none of them says. Empty in a document without units.
    """
    at = board.nodes.get(node_id)
    while at is not None and at.org is None:
        at = board.nodes.get(at.parent or "")
    if at is not None and at.org is not None:
        return at.org
    below_it = set(_orgs_under(board, node_id))
    if len(below_it) == 1:
        return below_it.pop()
    return next((unit.id for unit in in_order(board)), "")


def _with_entries(board: Board, measure: str, org: str) -> tuple[str, ...]:
    if board.series_of(measure, org):
        return (org,)
    children = board.units_below.get(org, ())
    return tuple(unit for child in children for unit in _with_entries(board, measure, child))


def _orgs_under(board: Board, node_id: str) -> Iterator[str]:
    for child in board.children.get(node_id, ()):
        org = board.nodes[child].org
        if org is not None:
            yield org
        yield from _orgs_under(board, child)
