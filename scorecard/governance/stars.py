"""Departments with so many key KPIs (★) that none of them is one."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.catalogue.library import department
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
    for code, lines in starred.items():
        if len(lines) > MOST_STARS:
            facts = {"count": str(len(lines)), "most": str(MOST_STARS)}
            yield Finding(
                Concern.MANY_STARS,
                Level.NOTE,
                code,
                _named(board, code),
                Said("governance.many_stars", {**facts}),
                tuple(dict.fromkeys(line.org for line in lines if line.org)),
                node=lines[0].id,
            )


def _department(board: Board, node: Node) -> str:
    unit = board.orgs.get(node.org or "")
    if unit is not None and unit.parent is not None:
        return unit.id
    prefix, dash, _ = (node.kpi or "").partition("-")
    return prefix if dash else node.org or ""


def _named(board: Board, code: str) -> Words:
    unit = board.orgs.get(code)
    if unit is not None:
        return unit.name
    shelf = department(code)
    return shelf.name if shelf is not None else Words(code, code)
