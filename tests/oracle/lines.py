"""The lines of a view for the oracle: KPIs, then parents over them (R-ROLL), with changes."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.days import P, parsed
from tests.oracle.exact import read
from tests.oracle.judged import at
from tests.oracle.paper import Json, Paper
from tests.oracle.projects import is_project, project
from tests.oracle.subject import Answer

WORST = ("red", "amber", "green")


@dataclass
class Line:
    """One line of the tree as the oracle sees it."""

    node: Json
    answer: Answer | None
    status: str
    score: Fraction | None
    reason: str | None
    scheme: bool
    coverage: Fraction | None
    worst: str | None
    capped: bool = False
    stars_red: bool = False


def lines(document: Json, code: str, to_date: bool, today: date) -> dict[str, Line]:
    """Every line of the document in the view, by node id."""
    paper = Paper(document, today)
    view = parsed(code, paper.start)
    found: dict[str, Line] = {}
    for node in paper.tree:
        if node.get("parent") is None:
            _visit(paper, node, (view, to_date), found)
    return found


def _visit(paper: Paper, node: Json, view: tuple[P, bool], found: dict[str, Line]) -> Line:
    below = [
        _visit(paper, child, view, found)
        for child in paper.tree
        if child.get("parent") == node["id"]
    ]
    line = _kpi(paper, node, view, below) if node["kind"] == "kpi" else _parent(paper, node, below)
    found[node["id"]] = line
    return line


def _kpi(paper: Paper, node: Json, view: tuple[P, bool], below: list[Line]) -> Line:
    if is_project(paper.kpis[node["kpi"]]):
        answer: Answer | None = project(paper, node["kpi"], node["org"], view[0].last)
    else:
        answer = at(paper, node["kpi"], node["org"], *view)
    if answer is None:
        return Line(node, None, "grey", None, "no_data", False, None, _worst(below))
    judged = answer.judged
    red = judged.status == "red" and bool(node.get("key")) and not answer.stale
    scored = judged.score is not None and not answer.stale
    return Line(
        node,
        answer,
        judged.status,
        judged.score,
        answer.reason,
        not answer.aimless and answer.reason != "not_due",
        Fraction(scored),
        _worst(below, judged.status),
        False,
        red or any(child.stars_red for child in below),
    )


def _parent(paper: Paper, node: Json, below: list[Line]) -> Line:
    scheme = [(read(c.node.get("weight", 1)), c) for c in below if c.scheme]
    total = sum((w for w, _ in scheme), Fraction(0))
    worst, red = _worst(below), any(child.stars_red for child in below)
    if not total:
        return Line(node, None, "grey", None, "nothing_to_score", False, None, worst, False, red)
    counted = [(w, c) for w, c in scheme if _counts(c)]
    weight = sum((w for w, _ in counted), Fraction(0))
    coverage = sum((w * (c.coverage or 0) for w, c in counted), Fraction(0)) / total
    if not weight or coverage < paper.coverage:
        reason = "low_coverage" if weight else "no_data"
        return Line(node, None, "grey", None, reason, True, coverage, worst, False, red)
    score = sum((w * (c.score or 0) for w, c in counted), Fraction(0)) / weight
    amber, green = paper.bands
    status = "green" if score >= green else "amber" if score >= amber else "red"
    capped = red and status == "green"
    status = "amber" if capped else status
    return Line(node, None, status, score, None, True, coverage, worst, capped, red)


def _counts(line: Line) -> bool:
    return line.score is not None and not (line.answer is not None and line.answer.stale)


def _worst(below: list[Line], own: str | None = None) -> str | None:
    colours = {line.worst for line in below} | {own}
    return next((colour for colour in WORST if colour in colours), None)
