"""Steps as a list: what each is called, and which belong to a KPI."""

from datetime import date

from scorecard.board import Board
from scorecard.evaluation.lineage import Ways
from scorecard.store.chronicle import Asked, Beginning
from scorecard.store.journal import Step
from scorecard.text import Said


def step_name(step: Step) -> Said:
    """What a step is called in a list: one that undoes or does again says so."""
    if step.kind in {"undo", "redo"}:
        return Said(f"panel.history.{step.kind}", {"name": step.name})
    return step.name


def asked_of(board: Board, today: date, kpi: str, by: str | None, day: str) -> Asked:
    """Which steps are looked for; an empty KPI or day, or nobody, asks nothing."""
    return Asked(beginnings_of(board, kpi, today) if kpi else None, by, day or None)


def beginnings_of(board: Board, kpi: str, today: date) -> frozenset[Beginning]:
    """How the keys of all records begin that are about a KPI: its definition, targets, starts of
    limits, reviews, comments and lines, and the entries and measures that it is made of."""
    found: set[Beginning] = {
        (table, (kpi,)) for table in ("kpi_version", "target", "segment", "review")
    }
    found |= {("comment", each.key) for each in board.comments.values() if each.kpi == kpi}
    found |= {("node", each.key) for each in board.nodes.values() if each.kpi == kpi}
    for link in Ways(board, today).lineage(f"kpi:{kpi}").feeds:
        if link.kind == "measure":
            found |= {("entry", (link.id,)), ("measure", (link.id,))}
    return frozenset(found)
