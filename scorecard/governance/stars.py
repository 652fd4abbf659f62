"""Departments with so many key KPIs (★) that none of them is one."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.catalogue.library import library
from scorecard.governance.finding import Concern, Finding
from scorecard.model.records import Node
from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import Words

#: The article advises three to five key KPIs for each department.
MOST_STARS = 5


def many_stars(board: Board) -> Iterator[Finding]:
    """A finding for each department with more than five ★.

    Where a unit is not the one above all others it is the department. What stands at that one is
    of the department that its id begins with, as in the library: FIN-002 is of finance.
    """
    starred: dict[str, list[Node]] = {}
    for node in board.nodes.values():
        if node.star and node.kpi is not None:
            starred.setdefault(_department(board, node), []).append(node)
    for department, lines in starred.items():
        if len(lines) > MOST_STARS:
            facts = {"count": str(len(lines)), "most": str(MOST_STARS)}
            yield Finding(
                Concern.MANY_STARS,
                Level.NOTE,
                department,
                _named(board, department),
                Said("governance.many_stars", {**facts}),
                tuple(dict.fromkeys(line.org for line in lines if line.org)),
                node=lines[0].id,
            )


def _department(board: Board, node: Node) -> str:
    unit = board.orgs.get(node.org or "")
    if unit is not None and unit.parent is not None:
        return unit.id
    prefix = (node.kpi or "").partition("-")[0]
    known = {shelf.id for shelf in library().departments}
    return prefix if prefix in known else node.org or ""


def _named(board: Board, department: str) -> Words:
    shelves = {shelf.id: shelf.name for shelf in library().departments}
    unit = board.orgs.get(department)
    return unit.name if unit is not None else shelves.get(department, Words(department))
