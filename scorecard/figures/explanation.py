"""The number of a line explained from its formula down to the entries, as `explain` answers."""

from collections.abc import Sequence

from scorecard.closings import is_late
from scorecard.evaluation import Evaluation, Line, View
from scorecard.evaluation.lineage import Lineage, Ways
from scorecard.evaluation.scope import MeasureScope
from scorecard.evaluation.situation import Situation
from scorecard.figures.account import account
from scorecard.figures.change_parts import score_parts
from scorecard.figures.flips import flip_json
from scorecard.figures.lineage import lineage_json
from scorecard.figures.outlook import outlook_json
from scorecard.figures.panel import Provenance, with_values
from scorecard.figures.published import Kept, corrected, published_json
from scorecard.figures.smart import smart_json
from scorecard.figures.stars import unknown_stars
from scorecard.formula import FormulaError
from scorecard.number import plain
from scorecard.text import LANGUAGES, tell
from scorecard.vocabulary import known


def explanation(
    evaluation: Evaluation, node_id: str, provenance: Provenance, kept: Sequence[Kept] = ()
) -> dict[str, object]:
    """The JSON of `explain` for a line of the tree; `kept` are the document's snapshots.

    Raises KeyError where there is no such node.
    """
    line = evaluation.line(node_id)
    situation = situation_of(evaluation, line)
    published = corrected(evaluation, line, kept)
    sentences = account(evaluation, line, situation, provenance, published)
    return {
        "node": node_id,
        "kpi": line.node.kpi,
        "org": line.node.org,
        "period": _period(evaluation, line),
        **_value(line, situation, provenance),
        "status": line.status.value,
        "score": line.score,
        "reason": line.reason,
        "lost": [{"node": child, "points": points} for child, points in line.lost.items()],
        "outlook": outlook_json(evaluation, evaluation.outlook(node_id)),
        "sensitivity": [flip_json(flip) for flip in evaluation.flips(node_id)],
        "change": _change(evaluation, line),
        "lineage": lineage_json(evaluation.board, lineage_of(evaluation, line)),
        "unknown_stars": [star.node.id for star in unknown_stars(evaluation, line)],
        **smart_json(evaluation, line),
        "published": None if published is None else published_json(published),
        "sentences": {lang: [tell(said, lang) for said in sentences] for lang in LANGUAGES},
    }


def lineage_of(evaluation: Evaluation, line: Line) -> Lineage:
    """What feeds the KPI of a line and what uses it; of a parent nothing, its children say it."""
    if line.node.kpi is None:
        return Lineage((), ())
    day = evaluation.view.last_day(evaluation.board.settings.calendar)
    return Ways(evaluation.board, day).lineage(f"kpi:{line.node.kpi}")


def situation_of(evaluation: Evaluation, line: Line) -> Situation | None:
    """What the cell of a line was computed from; None of a parent or a formula with a mistake."""
    if line.cell is None:
        return None
    view = View(line.cell.period) if line.stale else evaluation.view
    found = evaluation.valuation.situation(line.node.kpi or "", line.node.org or "", view)
    return None if isinstance(found, FormulaError) else found


def _change(evaluation: Evaluation, line: Line) -> dict[str, object] | None:
    """The parts of a parent's change since the period before (R-ROLL-9), exactly."""
    found = score_parts(evaluation, line)
    if found is None:
        return None
    parts = [{"node": child, "points": points} for child, points in found.parts.items()]
    return {"total": found.total, "parts": parts, "composition": found.composition}


def _period(evaluation: Evaluation, line: Line) -> str:
    return line.cell.period.code if line.stale and line.cell else evaluation.view.period.code


def _value(line: Line, situation: Situation | None, provenance: Provenance) -> dict[str, object]:
    cell = line.cell
    if cell is None:
        return {
            "value": None,
            "formula": None,
            "substituted": None,
            "inputs": [],
            "rule": _rule(line),
        }
    value = known(cell.value)
    return {
        "value": None if value is None else plain(value),
        "formula": cell.version.formula,
        "substituted": None if situation is None else with_values(situation),
        "inputs": [] if situation is None else entries_json(situation.scope, provenance),
        "rule": cell.rule,
    }


def _rule(line: Line) -> str:
    if line.capped:
        return "R-ROLL-6"
    return "R-ROLL-4" if line.score is None else "R-ROLL-5"


def entries_json(scope: MeasureScope, provenance: Provenance) -> list[dict[str, object]]:
    """The entries that went into what `scope` reads, each with who typed it and when."""
    keys = [key for name in scope.measures for key in scope.entries_of(name)]
    return [_entry(scope, key, provenance) for key in keys]


def _entry(
    scope: MeasureScope, key: tuple[str, str, str], provenance: Provenance
) -> dict[str, object]:
    measure, org, period = key
    value = scope.measuring.typed(measure, org, period)
    by, at = provenance(key) or (None, None)
    return {
        "measure": measure,
        "org": org,
        "period": period,
        "value": None if value is None else plain(value),
        "by": by,
        "at": at,
        **({"late": True} if at and is_late(scope.measuring.board, key, at) else {}),
    }
