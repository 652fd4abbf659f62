"""Scorecard lines as JSON (`values --json`)."""

from scorecard.change import Change
from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.evaluation.line import Part
from scorecard.number import plain
from scorecard.scoring import Criterion
from scorecard.vocabulary import Direction, Status, Words, known


def values_json(
    evaluation: Evaluation, org: str | None = None, kpi: str | None = None
) -> dict[str, object]:
    """The lines of a view in the order of the tree: all, or those of a unit, or of a KPI."""
    asked = [
        line
        for line in evaluation.lines()
        if (org is None or line.node.org == org) and (kpi is None or line.node.kpi == kpi)
    ]
    return {
        "period": evaluation.view.period.code,
        "upto": evaluation.view.upto,
        "fiscal_start": evaluation.board.settings.fiscal_start,
        "lines": [line_json(line) for line in asked],
    }


def line_json(line: Line) -> dict[str, object]:
    """One line; what a parent has not is null."""
    node = line.node
    return {
        "node": node.id,
        "parent": node.parent,
        "kind": node.kind.value,
        "kpi": node.kpi,
        "org": node.org,
        "name": words_json(line.name),
        "key": node.star,
        "weight": plain(node.weight),
        **_cell(line.cell),
        "score": _number(line.score),
        "status": line.status.value,
        "reason": line.reason,
        "stale": line.stale,
        "coverage": _number(_coverage(line)),
        "worst": line.worst.value if line.worst else None,
        "worst_stale": line.worst_is_stale,
        "capped": line.capped,
        "change": {
            "previous": change_json(line.previous),
            "last_year": change_json(line.last_year),
        },
    }


def _coverage(line: Line) -> float | None:
    """A parent's own; that of a KPI is 1 with a score, 0 where one is due and lacking, and
    null where the KPI is no part of the scheme (R-ROLL-2, R-ROLL-3)."""
    if line.cell is None or line.coverage is not None:
        return line.coverage
    if line.score is not None and not line.stale:
        return 1.0
    outside = line.status is Status.BLUE or line.reason == "not_due"
    return None if outside else 0.0


def words_json(words: Words) -> dict[str, str]:
    """Both languages, the one standing for the other where it is empty."""
    return {"zh_TW": words.show("zh_TW"), "en": words.show("en")}


def change_json(change: Change | None) -> dict[str, object] | None:
    """A change; null where there is nothing to compare."""
    if change is None or change.absolute is None:
        return None
    return {
        "absolute": _number(change.absolute),
        "relative": _number(change.relative),
        "points": _number(change.points),
        "better": change.better,
    }


def target_json(criterion: Criterion | None) -> object:
    """What a value is judged against: a number, the edges of a range, or null."""
    if criterion is None or criterion.direction is Direction.NONE:
        return None
    if criterion.direction is Direction.RANGE:
        return {"low": _number(criterion.low), "high": _number(criterion.high)}
    fixed = {Direction.ZERO: 0, Direction.YES: 1}
    return fixed.get(criterion.direction, _number(criterion.target))


def part_json(part: Part | None) -> dict[str, object] | None:
    """What of a value is judged, and over how many of its cells; null where it is all."""
    if part is None:
        return None
    return {"value": _number(known(part.value)), "pairs": part.pairs, "of": part.of}


def _cell(cell: Cell | None) -> dict[str, object]:
    if cell is None:
        empty = ("value", "unit", "target", "attainment", "value_period", "have", "of")
        return {**dict.fromkeys(empty), "partial": False, "judged": None}
    return {
        "value": _number(known(cell.value)),
        "unit": cell.version.unit,
        "target": target_json(cell.criterion),
        "attainment": _number(cell.attainment),
        "value_period": cell.period.code,
        "have": cell.have,
        "of": cell.of,
        "partial": cell.partial,
        "judged": part_json(cell.part),
    }


def _number(value: float | None) -> int | float | None:
    return None if value is None else plain(value)
