"""Why a line has its colour: at most four sentences, each one computed."""

from collections.abc import Iterator
from itertools import islice

from scorecard.change import Change
from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.evaluation.line import Part
from scorecard.evaluation.view import coarser, grain
from scorecard.figures.compared import GUARDED, compared_said
from scorecard.figures.number_words import (
    exact_words,
    gap_words,
    in_both,
    limit_words,
    number_words,
    value_words,
)
from scorecard.figures.reasons import name_said
from scorecard.figures.stars import unknown_stars
from scorecard.figures.variation import variation
from scorecard.scoring import Limits, limits
from scorecard.shown import SIGNS, change_said
from scorecard.shown_scores import coverage_of, lost_of, score_of
from scorecard.signal import Signal, meaning
from scorecard.text import Said, listed, sentences
from scorecard.vocabulary import Direction, Missing, Status, Value, Words

#: As many as the box has room for; `explain` says all.
MOST = 4


def why(evaluation: Evaluation, line: Line) -> tuple[Said, ...]:
    """The sentences for the "why" box of a line, the most telling first."""
    return tuple(islice(reasons(evaluation, line), MOST))


def headline(evaluation: Evaluation, line: Line) -> Said:
    """The first of the sentences, without working out the others."""
    return next(reasons(evaluation, line))


def reasons(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """All sentences about a colour, one after the other; the box says the first `MOST`."""
    if line.cell is None:
        return _why_parent(evaluation, line)
    return _why_kpi(evaluation, line, line.cell)


def _why_kpi(evaluation: Evaluation, line: Line, cell: Cell) -> Iterator[Said]:
    if line.stale:
        yield Said("why.stale", {"period": _called(evaluation, cell)})
    if isinstance(cell.value, Missing):
        yield _why_missing(evaluation, cell, cell.value.reason)
        return
    yield _where(evaluation, cell, cell.judged)
    if cell.part is not None and not isinstance(cell.part.value, Missing):
        yield _of_part(cell, cell.part, cell.part.value, cell.value)
    if cell.note:
        yield Said(f"why.target.{cell.note}")
    if cell.partial:
        key = "why.partial" if cell.have < cell.of else "why.partial.inside"
        yield Said(key, {"have": str(cell.have), "of": str(cell.of)})
    yield from _since(evaluation, line, cell)
    yield from _variation(evaluation, line, cell)


def _why_missing(evaluation: Evaluation, cell: Cell, reason: str) -> Said:
    code, _, name = reason.partition(":")
    called = name_said(evaluation.board, name)
    facts: dict[str, str | Words | Said] = {"period": _called(evaluation, cell), "name": called}
    return Said(f"why.{code}", facts) if not code.startswith("formula") else Said("why.formula")


def _where(evaluation: Evaluation, cell: Cell, value: Value) -> Said:
    """In which band the judged value lies, and how far from green."""
    criterion = cell.criterion
    if criterion is None or cell.status is Status.GREY or isinstance(value, Missing):
        return _why_not_judged(evaluation, cell)
    if criterion.direction is Direction.YES:
        return Said(f"why.yes.{cell.status}")
    used = limits(criterion)
    gap, edge, other = _distance(used, value, cell.status)
    told_apart = number_words(value, cell) != number_words(edge, cell)
    written = number_words if told_apart else exact_words
    own = value_words if told_apart and cell.part is None else written
    facts: dict[str, str | Words | Said] = {
        "value": own(value, cell),
        "gap": gap_words(gap, cell),
        "edge": _limit_words(edge, cell) if told_apart else written(edge, cell),
        "other": _limit_words(other, cell) if told_apart else written(other, cell),
    }
    is_over = cell.status is Status.RED and value > edge
    return Said("why.red.over" if is_over else f"why.{cell.status}", facts)


def _limit_words(limit: float, cell: Cell) -> Words:
    """A limit with all its decimals: 0.95 said as 1.0 would be the target itself."""
    money = cell.version.unit.partition("/")[0] in SIGNS
    return number_words(limit, cell) if money else limit_words(limit, cell)


def _why_not_judged(evaluation: Evaluation, cell: Cell) -> Said:
    if cell.reason:
        key = f"why.grey.{cell.reason}"
        return Said(key if key in sentences() else f"why.{cell.reason}")
    has_aim = cell.version.direction is not Direction.NONE
    if not has_aim:
        return Said("why.blue")
    return Said("why.no_target_yet", {"period": _called(evaluation, cell)})


def _called(evaluation: Evaluation, cell: Cell) -> str:
    return evaluation.board.settings.naming.label(cell.period)


def _distance(used: Limits, value: float, status: Status) -> tuple[float, float, float]:
    """How far `value` is from green, the limit it did not pass, and that of the next colour."""
    low, high = used
    side = low if low is not None and (high is None or value < low.green) else high
    if side is None:
        return 0.0, 0.0, 0.0
    if status is Status.GREEN:
        return abs(value - side.green), side.green, side.target
    if status is Status.AMBER:
        return abs(side.green - value), side.green, side.amber
    return abs(side.green - value), side.amber, side.green


def _of_part(cell: Cell, part: Part, value: float, whole: float) -> Said:
    """That only some of the value has something to stand against."""
    direction = cell.version.direction
    moving = direction in {Direction.IMPROVE, Direction.BUDGET}
    facts: dict[str, str | Words | Said] = {
        "pairs": str(part.pairs),
        "of": str(part.of),
        "value": number_words(value, cell),
        "whole": number_words(whole, cell),
    }
    return Said(f"why.part.{direction if moving else 'target'}", facts)


def _since(evaluation: Evaluation, line: Line, cell: Cell) -> Iterator[Said]:
    """How it moved, or that it must not be compared with the period before and why."""
    found = line.changes.previous if line.changes is not None else None
    if found is None:
        return
    if found.change.absolute is not None:
        yield _moved(found.change, cell)
    if found.change.absolute is not None or found.change.reason in GUARDED:
        yield from compared_said(evaluation.board, found, cell, previous=True)


def _moved(change: Change, cell: Cell) -> Said:
    if not change.absolute:
        return Said("why.unchanged")
    word = "better" if change.better else "worse" if change.better is False else "other"
    said = in_both(lambda language: change_said(change, cell, language))
    return Said(f"why.moved.{word}", {"change": said})


def _variation(evaluation: Evaluation, line: Line, cell: Cell) -> Iterator[Said]:
    """Signal or ordinary variation (R-SIGNAL-8)."""
    if line.stale or line.node.kpi is None or line.node.org is None:
        return
    if cell.version.direction is Direction.YES or not _is_one_period(evaluation, cell):
        return
    cells, measured, _ = variation(evaluation, line.node.kpi, line.node.org)
    segment = measured.segments[-1]
    if segment.lower is None or segment.upper is None:
        return
    facts: dict[str, str | Words | Said] = {
        "lower": number_words(segment.lower, cell),
        "upper": number_words(segment.upper, cell),
    }
    newest = [signal for signal in measured.signals if signal.position == len(cells) - 1]
    yield Said(_signal_key(newest, cell) if newest else "why.routine", facts)


def _is_one_period(evaluation: Evaluation, cell: Cell) -> bool:
    """Whether the view shows one of the KPI's own periods, which is what limits are made of."""
    kind = grain(cell.version.frequency)
    return not evaluation.view.upto and not coarser(evaluation.view.period.kind, kind)


def _signal_key(signals: list[Signal], cell: Cell) -> str:
    first = signals[0]
    return f"why.signal.{meaning(first, cell.sense.toward) or 'other'}.{first.rule.name.lower()}"


def _why_parent(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    if line.score is None:
        yield Said(f"why.parent.{line.reason}", {"coverage": coverage_of(line.coverage or 0)})
    else:
        yield Said(f"why.parent.{line.status}", {"score": score_of(line.score)})
    if line.capped:
        yield Said("why.parent.capped")
    if stars := unknown_stars(evaluation, line):
        yield Said("why.parent.star_unknown", {"names": listed(line.name for line in stars)})
    lost = _lost(evaluation, line)
    yield from islice(lost, 1)
    if line.coverage is not None and line.score is not None and line.coverage < 1:
        yield Said("why.parent.coverage", {"coverage": coverage_of(line.coverage)})
    found = evaluation.outlook(line.node.id)
    if found is not None:
        from scorecard.figures.outlook import outlook_said

        yield outlook_said(evaluation, found)
    yield from lost


def _lost(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """What each child costs, the costliest first (R-ROLL-8)."""
    shown = lost_of(line.lost, line.score)
    for child, points in line.lost.items():
        if points > 0:
            name = evaluation.line(child).name
            yield Said("why.parent.lost", {"name": name, "points": shown[child]})
