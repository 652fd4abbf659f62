"""The whole account of a line, sentence by sentence: what `explain` says and the box has no
room for."""

from collections.abc import Iterator
from dataclasses import replace

from scorecard.board import Board
from scorecard.closings import is_late
from scorecard.evaluation import Evaluation, Line
from scorecard.evaluation.situation import Situation
from scorecard.figures.asked import asked
from scorecard.figures.by_weeks import by_weeks
from scorecard.figures.change_parts import score_parts
from scorecard.figures.colour_rule import kpi_rule, parent_rule
from scorecard.figures.compared import not_compared
from scorecard.figures.formulas import formula_said
from scorecard.figures.number_words import in_both, value_words
from scorecard.figures.panel import Provenance
from scorecard.figures.people import person_said
from scorecard.figures.published import Published, corrected_said
from scorecard.figures.reasons import reason_said
from scorecard.figures.why import reasons
from scorecard.formula import FormulaError, Tree, evaluate
from scorecard.formula.tree import Name, walk
from scorecard.formula.writing import substituted
from scorecard.model.records import Key, Measure
from scorecard.period import Period
from scorecard.shown import measure_said
from scorecard.shown_scores import adding_up, signed_of, tenths_of
from scorecard.text import Said, tell
from scorecard.vocabulary import Direction, Missing, Words

Facts = dict[str, str | Words | Said]

#: Values that were not entered are named one by one up to this many.
MOST_LACKING = 20


def account(
    evaluation: Evaluation,
    line: Line,
    situation: Situation | None,
    provenance: Provenance,
    published: Published | None = None,
) -> tuple[Said, ...]:
    """Everything that is known about a line: why it has its colour, by which rule, from which
    formula, from what, who typed it; of a parent what each child cost and changed.

    `situation` is that of the cell, None of a parent or where the formula has a mistake;
    `published` what was published otherwise.
    """
    sentences = _sentences(evaluation, line, situation, provenance)
    if published is None or line.cell is None:
        return tuple(sentences)
    return (*sentences, corrected_said(published, line.cell))


def _sentences(
    evaluation: Evaluation, line: Line, situation: Situation | None, provenance: Provenance
) -> Iterator[Said]:
    yield from reasons(evaluation, line)
    if line.cell is not None:
        yield from not_compared(evaluation.board, line, line.cell)
        yield from kpi_rule(line.cell)
        if situation is not None:
            yield from asked(evaluation.valuation, line.cell, situation)
    else:
        yield from parent_rule(line, evaluation.board.settings)
        yield from _changed(evaluation, line)
    yield from by_weeks(evaluation, line)
    if situation is not None and line.cell is not None:
        yield _computed(evaluation.board, line, situation)
        yield from _inputs(evaluation.board, situation, provenance)
        if isinstance(line.cell.value, Missing) or line.cell.partial:
            yield from _lacking(evaluation.board, situation)
    if line.stale:
        yield from _late(evaluation, line)


def _computed(board: Board, line: Line, situation: Situation) -> Said:
    """The formula with values put in, as the product writes numbers."""
    text = situation.version.formula
    facts: Facts = {
        "formula": in_both(lambda language: formula_said(board, text, language)),
        "numbers": in_both(lambda language: _with_numbers(situation, language)),
        "value": _value(board, line),
    }
    return Said("why.computed", facts)


def _with_numbers(situation: Situation, language: str) -> str:
    scope, measures = situation.scope, situation.meaning.measures
    missing = tell(Said("why.no_number"), language)

    def shown(name: str) -> str:
        value = scope.told(name)
        if isinstance(value, Missing):
            return missing
        return measure_said(value, measures[name].unit, language)

    def elsewhere(call: Tree) -> str:
        value = evaluate(call, scope).value
        if isinstance(value, Missing):
            return missing
        units = {measures[part.name].unit for part in walk(call) if isinstance(part, Name)}
        return measure_said(value, units.pop() if len(units) == 1 else "", language)

    # A minus as the formula writes it, so that it is put into brackets where it must be.
    return substituted(
        situation.meaning.tree,
        lambda name: shown(name).replace("−", "-"),
        lambda call: elsewhere(call).replace("−", "-"),
    )


def _value(board: Board, line: Line) -> Words | Said:
    cell = line.cell
    if cell is None or isinstance(cell.value, Missing):
        reason = cell.value.reason if cell is not None and isinstance(cell.value, Missing) else ""
        return reason_said(board, reason)
    if cell.version.direction is Direction.YES:
        return Said("report.yes" if cell.value >= 1 else "report.no")
    return value_words(cell.value, cell)


def _inputs(board: Board, situation: Situation, provenance: Provenance) -> Iterator[Said]:
    """Each entry that went in, who typed it and when, and what was noted beside it."""
    scope = situation.scope
    for name in situation.meaning.measures:
        for key in scope.entries_of(name):
            value, measure = situation.measuring.typed(*key), board.measures[key[0]]
            if value is not None:
                yield _noted(board, key, _entered(board, key, measure, value, provenance))


def _entered(
    board: Board, key: Key, measure: Measure, value: float, provenance: Provenance
) -> Said:
    said = in_both(lambda language: measure_said(value, measure.unit, language))
    facts: Facts = {**_place(board, key, measure), "value": said}
    who = provenance(key)
    if who is None:
        return Said("why.input", facts)
    by, at = who
    name = person_said(board, by) if by else Said("cli.explain.nobody")
    signed: Facts = {"by": name, "at": at[:16].replace("T", " ")}
    entered = Said("why.input.signed", {**facts, **signed})
    return Said("why.input.late", {"sentence": entered}) if is_late(board, key, at) else entered


def _late(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """What the view itself lacks of a KPI whose last value is carried on."""
    kpi, org = line.node.kpi or "", line.node.org or ""
    here = evaluation.valuation.situation(kpi, org, evaluation.view)
    if not isinstance(here, FormulaError):
        yield from _lacking(evaluation.board, here)


def _lacking(board: Board, situation: Situation) -> Iterator[Said]:
    """Each due entry that is not there, and why where somebody said so."""
    # The cells that count leave out what lacks an input; here it is asked for all of them.
    every = dict.fromkeys(range(len(situation.stretch.numbers)))
    scope, measuring = replace(situation.scope, kept=every), situation.measuring
    absent = [
        (key, measure)
        for name, measure in situation.meaning.measures.items()
        for key in scope.cells_of(name)
        if measuring.typed(*key) is None and measuring.due(Period.parse(key[2]))
    ]
    for key, measure in absent[:MOST_LACKING]:
        said_none = measuring.said_none(key[0], key[1], Period.parse(key[2]).number)
        code = "why.lacking.said" if said_none else "why.lacking"
        yield _noted(board, key, Said(code, _place(board, key, measure)))
    if len(absent) > MOST_LACKING:
        yield Said("why.lacking.more", {"count": str(len(absent) - MOST_LACKING)})


def _place(board: Board, key: Key, measure: Measure) -> Facts:
    _, org, period = key
    place = board.orgs[org].name if org in board.orgs else Words(org)
    return {"name": measure.name, "place": place, "period": period}


def _noted(board: Board, key: Key, said: Said) -> Said:
    note = board.notes.get(key, "")
    return Said("why.noted", {"sentence": said, "note": note}) if note else said


def _changed(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """What each child and the composition gave to the change, adding up as shown (R-ROLL-9)."""
    found = score_parts(evaluation, line)
    if found is None:
        return
    total = tenths_of(found.total)
    yield Said("why.change", {"change": signed_of(total)})
    *parts, composition = adding_up([*found.parts.values(), found.composition], total)
    for child, points, exact in zip(found.parts, parts, found.parts.values(), strict=True):
        if exact:
            name = evaluation.line(child).name
            yield Said("why.change.part", {"name": name, "points": signed_of(points)})
    yield Said("why.change.composition", {"points": signed_of(composition)})
