"""Everything the detail panel says about one line."""

from collections.abc import Callable, Sequence

from scorecard.evaluation import Evaluation, Line, View
from scorecard.evaluation.scope import MeasureScope
from scorecard.evaluation.situation import Situation
from scorecard.figures import Input, Panel
from scorecard.figures.by_weeks import by_weeks
from scorecard.figures.flips import change_said, result_said
from scorecard.figures.parts import parts
from scorecard.figures.published import Kept, corrected, corrected_said
from scorecard.figures.trend import trend
from scorecard.figures.why import why
from scorecard.formula import FormulaError, evaluate
from scorecard.formula.writing import substituted
from scorecard.model.records import Key, Measure
from scorecard.number import plain
from scorecard.shown_scores import lost_of
from scorecard.vocabulary import Missing, Value, Words

#: Who entered the value of a (measure, org, period), and when; None where nobody did.
Provenance = Callable[[Key], tuple[str, str] | None]

_NOWHERE = Missing("no_base")


def panel(
    evaluation: Evaluation, node_id: str, provenance: Provenance, kept: Sequence[Kept] = ()
) -> Panel:
    """The panel of a line; `kept` are the document's snapshots. Raises KeyError where there is no
    such node."""
    line = evaluation.line(node_id)
    sentences = why(evaluation, line)
    lost = _lost(evaluation, line)
    kpi, org = line.node.kpi, line.node.org
    if line.cell is None or kpi is None or org is None:
        flips = [(change_said(evaluation, f), result_said(f)) for f in evaluation.flips(node_id)]
        found = parts(evaluation, line)
        return Panel(line, sentences, None, lost=lost, flips=tuple(flips), parts=found)
    situation = _situation(evaluation, line)
    published = corrected(evaluation, line, kept)
    sentences = (*sentences, *by_weeks(evaluation, line))
    if published is not None:
        sentences = (*sentences, corrected_said(published, line.cell))
    return Panel(
        line=line,
        why=sentences,
        trend=trend(evaluation, kpi, org),
        inputs=()
        if situation is None
        else inputs(situation, _before(evaluation, line), provenance),
        parts=parts(evaluation, line),
        substituted="" if situation is None else with_values(situation),
    )


def _lost(evaluation: Evaluation, line: Line) -> tuple[tuple[Words, str], ...]:
    shown = lost_of(line.lost, line.score)
    costly = [child for child, points in line.lost.items() if points > 0]
    return tuple((evaluation.line(child).name, shown[child]) for child in costly)


def inputs(
    situation: Situation, earlier: Situation | None, provenance: Provenance
) -> tuple[Input, ...]:
    """The measures of a formula as they went into it, each with who typed its newest entry, and
    what they were in the `earlier` view."""
    now, before = situation.scope, None if earlier is None else earlier.scope
    return tuple(
        _input(name, measure, (now, before), provenance)
        for name, measure in situation.meaning.measures.items()
    )


def with_values(situation: Situation) -> str:
    """The formula with values in place of its names, and of what it reads of other periods;
    missing ones as `?`."""
    scope = situation.scope
    return substituted(
        situation.meaning.tree,
        lambda name: _text(scope.told(name)),
        lambda call: _text(evaluate(call, scope).value),
    )


def _situation(evaluation: Evaluation, line: Line) -> Situation | None:
    view = evaluation.view
    if line.stale and line.cell is not None:
        view = type(view)(line.cell.period)
    found = evaluation.valuation.situation(line.node.kpi or "", line.node.org or "", view)
    return None if isinstance(found, FormulaError) else found


def _before(evaluation: Evaluation, line: Line) -> Situation | None:
    """The same KPI one period earlier: what the line's own change is measured from."""
    view = evaluation.view if line.cell is None or not line.stale else View(line.cell.period)
    earlier = view.shifted(-1)
    if earlier is None:
        return None
    found = evaluation.valuation.situation(line.node.kpi or "", line.node.org or "", earlier)
    return None if isinstance(found, FormulaError) else found


def _input(
    name: str,
    measure: Measure,
    scopes: tuple[MeasureScope, MeasureScope | None],
    provenance: Provenance,
) -> Input:
    now, before = scopes
    who = _newest_entry(name, now, provenance)
    return Input(
        measure=measure.id,
        name=measure.name,
        unit=measure.unit,
        value=now.told(name),
        previous=_value_before(before, name),
        by=who[0] if who else "",
        at=who[1] if who else "",
    )


def _newest_entry(name: str, scope: MeasureScope, provenance: Provenance) -> tuple[str, str] | None:
    found = [provenance(key) for key in scope.entries_of(name)]
    dated = [who for who in found if who is not None]
    return max(dated, key=lambda who: who[1], default=None)


def _text(value: Value) -> str:
    return "?" if isinstance(value, Missing) else str(plain(value))


def _value_before(scope: MeasureScope | None, name: str) -> Value:
    """What a measure was in the view before; another definition may not have read it."""
    if scope is None or name not in scope.measures:
        return _NOWHERE
    value = scope.told(name)
    return _NOWHERE if isinstance(value, Missing) else value
