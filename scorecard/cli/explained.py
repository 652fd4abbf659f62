"""A number explained in plain lines: its formula, what went into it and who typed that, why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from scorecard.board import Board
from scorecard.cli.wording import status_words, target_words, value_words
from scorecard.evaluation import Evaluation, Line
from scorecard.evaluation.lineage import Lineage, Ways
from scorecard.figures.account import account
from scorecard.figures.explanation import lineage_of, situation_of
from scorecard.figures.flips import flips_said
from scorecard.figures.formulas import formula_said
from scorecard.figures.lineage import names_of
from scorecard.figures.people import person_said
from scorecard.figures.published import corrected
from scorecard.figures.reasons import reason_said
from scorecard.figures.smart import smart_said
from scorecard.period import Period
from scorecard.shown import measure_said
from scorecard.shown_scores import lost_of, score_of
from scorecard.text import say, tell
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace

Explained = Mapping[str, object]
#: Sentences of which the lists say the same.
_LISTED = frozenset({"why.parent.lost", "why.computed", "why.input", "why.input.signed"})


def explained_lines(
    evaluation: Evaluation,
    line: Line,
    explained: Explained,
    workspace: Workspace,
    language: str,
) -> Iterator[str]:
    """The lines of the answer `explained` about `line`, in `language`: what is a list there is
    one here, everything else a sentence."""
    yield _head(evaluation, line, explained, language)
    for name, text in _facts(evaluation.board, line, explained, language):
        if text:
            yield say(f"cli.explain.{name}", language, text=text)
    yield from _inputs(evaluation.board, explained, language)
    yield from _lost(evaluation, line, language)
    published = corrected(evaluation, line, workspace.snapshots())
    told = account(
        evaluation, line, situation_of(evaluation, line), workspace.provenance, published
    )
    yield from (tell(said, language) for said in told if said.key not in _LISTED)
    yield from _flips(evaluation, line, language)
    yield from (tell(said, language) for said in smart_said(evaluation, line))
    yield from _lineage(evaluation.board, lineage_of(evaluation, line), language)


def measure_lines(evaluation: Evaluation, explained: Explained, language: str) -> Iterator[str]:
    """The lines of the answer `explained` about a measure, in `language`."""
    board = evaluation.board
    measure = board.measures[str(explained["measure"])]
    name, place = measure.name.show(language), _org(board, str(explained["org"]))
    period, value = _called(board, str(explained["period"])), explained["value"]
    yield say("cli.explain.head", language, name=name, place=place, period=period)
    if isinstance(value, int | float):
        yield say(
            "cli.explain.value", language, text=measure_said(float(value), measure.unit, language)
        )
    else:
        reason = tell(reason_said(board, str(explained["reason"])), language)
        yield say("cli.explain.value", language, text=reason)
    yield from _inputs(board, explained, language)
    day = evaluation.view.last_day(board.settings.calendar)
    lineage = Ways(board, day).lineage(f"measure:{measure.id}")
    yield from _lineage(board, lineage, language)


def _head(evaluation: Evaluation, line: Line, explained: Explained, language: str) -> str:
    period = _called(evaluation.board, str(explained["period"]))
    facts = {"name": line.name.show(language), "period": period}
    if line.node.org is None:
        return say("cli.explain.head_alone", language, **facts)
    return say("cli.explain.head", language, place=_org(evaluation.board, line.node.org), **facts)


def _called(board: Board, code: str) -> str:
    """A period as the document calls it, with its range where that is not plain (R-TIME-4)."""
    naming, period = board.settings.naming, Period.parse(code)
    months = naming.range_of(period)
    return f"{naming.label(period)} ({months})" if months else naming.label(period)


def _facts(
    board: Board, line: Line, explained: Explained, language: str
) -> Iterator[tuple[str, str]]:
    yield "status", status_words(line.status, language)
    if line.cell is not None:
        yield "value", value_words(board, line.cell, language)
        yield "target", target_words(line.cell, language)
    yield "score", score_of(line.score)
    yield "formula", formula_said(board, str(explained["formula"] or ""), language)
    yield "substituted", str(explained["substituted"] or "")


def _inputs(board: Board, explained: Explained, language: str) -> Iterator[str]:
    inputs = explained["inputs"]
    if not isinstance(inputs, list) or not inputs:
        return
    yield say("cli.explain.inputs", language)
    for given in inputs:
        key = "cli.explain.input_signed" if given["at"] else "cli.explain.input"
        measure = board.measures[given["measure"]]
        yield say(
            key,
            language,
            name=measure.name,
            place=_org(board, given["org"]),
            period=given["period"],
            value=say("cli.explain.no_value", language)
            if given["value"] is None
            else measure_said(given["value"], measure.unit, language),
            by=person_said(board, given["by"])
            if given["by"]
            else say("cli.explain.nobody", language),
            at=(given["at"] or "")[:16].replace("T", " "),
        )


def _lost(evaluation: Evaluation, line: Line, language: str) -> Iterator[str]:
    shown = lost_of(line.lost, line.score)
    lost = {child: shown[child] for child, points in line.lost.items() if points > 0}
    if lost:
        whole = str(sum(map(Decimal, lost.values())))
        yield say("cli.explain.lost", language, points=whole)
    for child, points in lost.items():
        name = evaluation.line(child).name
        yield say("cli.explain.lost_by", language, name=name, points=points)


def _flips(evaluation: Evaluation, line: Line, language: str) -> Iterator[str]:
    sentences = flips_said(evaluation, line.node.id)
    if sentences:
        yield say("flip.tip", language)
    yield from (f"  {tell(said, language)}" for said in sentences)


def _lineage(board: Board, lineage: Lineage, language: str) -> Iterator[str]:
    for key, links in zip(("feeds", "used_by"), lineage, strict=True):
        if names := names_of(board, links, language):
            yield say(f"lineage.{key}", language, names=names)


def _org(board: Board, org: str) -> Words | str:
    return board.orgs[org].name if org in board.orgs else org
