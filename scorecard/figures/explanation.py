"""The number of a line explained from its formula down to the entries, as `explain` answers."""

from scorecard.evaluation import Evaluation, Line, View
from scorecard.evaluation.situation import Situation
from scorecard.figures.flips import flip_json
from scorecard.figures.outlook import outlook_json
from scorecard.figures.panel import Provenance, with_values
from scorecard.figures.why import why
from scorecard.formula import FormulaError
from scorecard.number import plain
from scorecard.text import LANGUAGES, tell
from scorecard.vocabulary import known


def explanation(evaluation: Evaluation, node_id: str, provenance: Provenance) -> dict[str, object]:
    """The JSON of `explain` for a line of the tree.

    Raises KeyError where there is no such node.
    """
    line = evaluation.line(node_id)
    sentences = why(evaluation, line)
    return {
        "node": node_id,
        "kpi": line.node.kpi,
        "org": line.node.org,
        "period": _period(evaluation, line),
        **_value(evaluation, line, provenance),
        "status": line.status.value,
        "score": line.score,
        "reason": line.reason,
        "lost": [{"node": child, "points": points} for child, points in line.lost.items()],
        "outlook": outlook_json(evaluation, evaluation.outlook(node_id)),
        "sensitivity": [flip_json(flip) for flip in evaluation.flips(node_id)],
        "sentences": {lang: [tell(said, lang) for said in sentences] for lang in LANGUAGES},
    }


def _period(evaluation: Evaluation, line: Line) -> str:
    return line.cell.period.code if line.stale and line.cell else evaluation.view.period.code


def _value(evaluation: Evaluation, line: Line, provenance: Provenance) -> dict[str, object]:
    cell = line.cell
    if cell is None:
        return {
            "value": None,
            "formula": None,
            "substituted": None,
            "inputs": [],
            "rule": _rule(line),
        }
    view = View(cell.period) if line.stale else evaluation.view
    found = evaluation.valuation.situation(line.node.kpi or "", line.node.org or "", view)
    situation = None if isinstance(found, FormulaError) else found
    value = known(cell.value)
    return {
        "value": None if value is None else plain(value),
        "formula": cell.version.formula,
        "substituted": None if situation is None else with_values(situation),
        "inputs": [] if situation is None else _inputs(situation, provenance),
        "rule": cell.rule,
    }


def _rule(line: Line) -> str:
    if line.capped:
        return "R-ROLL-6"
    return "R-ROLL-4" if line.score is None else "R-ROLL-5"


def _inputs(situation: Situation, provenance: Provenance) -> list[dict[str, object]]:
    scope = situation.scope
    keys = [key for name in scope.measures for key in scope.entries_of(name)]
    return [_input(situation, key, provenance) for key in keys]


def _input(
    situation: Situation, key: tuple[str, str, str], provenance: Provenance
) -> dict[str, object]:
    measure, org, period = key
    value = situation.measuring.typed(measure, org, period)
    by, at = provenance(key) or (None, None)
    return {
        "measure": measure,
        "org": org,
        "period": period,
        "value": None if value is None else plain(value),
        "by": by,
        "at": at,
    }
