"""A number explained in plain lines: its formula, what went into it and who typed that, why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from scorecard.board import Board
from scorecard.cli.wording import status_words, target_words, value_words
from scorecard.evaluation import Evaluation, Line
from scorecard.figures.flips import flips_said
from scorecard.figures.why import why
from scorecard.number import plain
from scorecard.shown import lost_of, score_of
from scorecard.text import say, tell
from scorecard.vocabulary import Words

Explained = Mapping[str, object]


def explained_lines(
    evaluation: Evaluation, line: Line, explained: Explained, language: str
) -> Iterator[str]:
    """The lines of the answer `explained` about `line`, in `language`."""
    yield _head(evaluation, line, explained, language)
    for name, text in _facts(evaluation.board, line, explained, language):
        if text:
            yield say(f"cli.explain.{name}", language, text=text)
    yield from _inputs(evaluation.board, explained, language)
    yield from _lost(evaluation, line, language)
    reasons = [said for said in why(evaluation, line) if said.key != "why.parent.lost"]
    yield from (tell(said, language) for said in reasons)
    yield from _flips(evaluation, line, language)


def _head(evaluation: Evaluation, line: Line, explained: Explained, language: str) -> str:
    facts = {"name": line.name.show(language), "period": str(explained["period"])}
    if line.node.org is None:
        return say("cli.explain.head_alone", language, **facts)
    return say("cli.explain.head", language, place=_org(evaluation.board, line.node.org), **facts)


def _facts(
    board: Board, line: Line, explained: Explained, language: str
) -> Iterator[tuple[str, str]]:
    yield "status", status_words(line.status, language)
    if line.cell is not None:
        yield "value", value_words(board, line.cell, language)
        yield "target", target_words(line.cell, language)
    yield "score", score_of(line.score)
    for name in ("formula", "substituted"):
        yield name, str(explained[name] or "")


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
            value=_number(given["value"], measure.unit, language),
            by=given["by"] or say("cli.explain.nobody", language),
            at=(given["at"] or "")[:16].replace("T", " "),
        )


def _number(value: float | None, unit: str, language: str) -> str:
    """A typed value as it is kept, with its unit; a percentage as people read it."""
    if value is None:
        return say("cli.explain.no_value", language)
    if unit == "%":
        return f"{plain(round(value * 100, 10)):,} %"
    return f"{plain(value):,} {unit}".rstrip()


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


def _org(board: Board, org: str) -> Words | str:
    return board.orgs[org].name if org in board.orgs else org
