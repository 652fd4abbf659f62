"""A measure explained: its value in a view, the entries that made it, what it is used for."""

from scorecard.evaluation import Evaluation
from scorecard.evaluation.lineage import Ways
from scorecard.evaluation.scope import MeasureScope
from scorecard.evaluation.stretch import stretch_of
from scorecard.figures.explanation import entries_json
from scorecard.figures.lineage import lineage_json
from scorecard.figures.panel import Provenance
from scorecard.number import plain
from scorecard.vocabulary import Missing, known


def measure_account(
    evaluation: Evaluation, measure: str, org: str, provenance: Provenance
) -> dict[str, object]:
    """The JSON of `explain --measure`. Raises KeyError where there is no such measure."""
    found = evaluation.board.measures[measure]
    calendar = evaluation.board.settings.calendar
    kinds = frozenset({found.frequency})
    stretch = stretch_of(evaluation.view, found.frequency, kinds, calendar)
    every = dict.fromkeys(range(len(stretch.numbers)))
    measuring = evaluation.valuation.measuring
    scope = MeasureScope(measuring, {measure: found}, org, found.frequency, stretch, every)
    value = scope.told(measure)
    number = known(value)
    day = evaluation.view.last_day(calendar)
    lineage = Ways(evaluation.board, day).lineage(f"measure:{measure}")
    return {
        "measure": measure,
        "org": org,
        "period": evaluation.view.period.code,
        "unit": found.unit,
        "value": None if number is None else plain(number),
        "reason": value.reason if isinstance(value, Missing) else None,
        "inputs": entries_json(scope, provenance),
        "lineage": lineage_json(evaluation.board, lineage),
    }
